"""The platform in the search: each measure is a document of its own, so are the platform and the theory of change."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Model
from django.utils.translation import override
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from recherche.document import Document
from recherche.registre import Source
from ressources.models import (
    ElementTheorie,
    Mesure,
    Pilier,
    PlateformePage,
    TheorieChangementPage,
    VersionTheorie,
)
from ressources.querysets import visibles

PREFIXE_MESURE = "mesure"
# Type of document (also the prefix of its key) -> model of page.
PAGES: dict[str, type[Page]] = {"plateforme": PlateformePage, "theorie": TheorieChangementPage}


def _cles_mesures(mesures: Iterable[str]) -> list[str]:
    return [f"{PREFIXE_MESURE}:{code}" for code in mesures]


def _cles_pages(pages: Iterable[Page], genre: str) -> list[str]:
    return [f"{genre}:{cle}" for cle in dict.fromkeys(page.translation_key for page in pages)]


def cles_de_la_page(page: Page) -> list[str]:
    """The page itself; of a platform, all the measures too."""
    for genre, modele in PAGES.items():
        if isinstance(page, modele):
            mesures = Mesure.objects.values_list("code", flat=True) if genre == "plateforme" else ()
            return [*_cles_pages([page], genre), *_cles_mesures(mesures)]
    return []


def cles_sous(page: Page) -> list[str]:
    """The platforms and theories at or under a page, with the measures."""
    pages = [p for modele in PAGES.values() for p in modele.objects.descendant_of(page, inclusive=True)]
    return list(dict.fromkeys(cle for p in pages for cle in cles_de_la_page(p)))


def cles_terme(terme: Model) -> list[str]:
    """What shows a term by itself: a measure, the measures of a pillar, the pages that list them."""
    if isinstance(terme, ElementTheorie | VersionTheorie):
        return _cles_pages(TheorieChangementPage.objects.all(), "theorie")
    if not isinstance(terme, Mesure | Pilier):
        return []
    codes = [terme.code] if isinstance(terme, Mesure) else terme.mesures.values_list("code", flat=True)
    return [*_cles_mesures(codes), *_cles_pages(PlateformePage.objects.all(), "plateforme")]


def _texte(page: Page) -> Iterator[str]:
    """All the running text of a page, without markup, in the order of its fields."""
    for champ in page._meta.get_fields():
        if isinstance(champ, StreamField) and champ.name != "sources":
            valeur = getattr(page, champ.name)
            yield from valeur.stream_block.get_searchable_content(valeur)
        elif isinstance(champ, RichTextField):
            yield get_text_for_indexing(getattr(page, champ.name))
        elif champ.name.startswith("note_"):
            yield getattr(page, champ.name)


def _documents_mesure(mesure: Mesure, pages: Collection[PlateformePage]) -> Iterator[Document]:
    """One per language in which the platform can be read."""
    for page in pages:
        with override(page.locale.language_code):
            yield _document_mesure(mesure, page, tuple(sorted(p.locale.language_code for p in pages)))


def _document_mesure(mesure: Mesure, page: PlateformePage, langues: tuple[str, ...]) -> Document:
    langue, pilier = page.locale.language_code, mesure.pilier
    mots = [mesure.nom_fr, mesure.nom_en, mesure.code, pilier.nom]
    textes = [getattr(mesure, f"{nom}_{langue}") for nom in ("divergence", "raison")]
    return Document(
        cle=f"{PREFIXE_MESURE}:{mesure.code}",
        langue=langue,
        titre=mesure.nom,
        resume=mesure.dans_la_langue("en_clair"),
        mots_cles=", ".join(filter(None, mots)),
        corps="\n".join(filter(None, textes)),
        facettes={
            "type": ("mesure",),
            "pilier": (pilier.code,),
            "mesure": (mesure.code,),
            "langue": langues,
        },
        date=page.first_published_at.date() if page.first_published_at else None,
        affichage={
            "url": page.adresse_partie(mesure.code),
            "type": "mesure",
            "resume": mesure.dans_la_langue("en_clair"),
            "piliers": [{"code": pilier.code, "nom": pilier.nom}],
            "courtepointe": {"cle": mesure.code, "piliers": [pilier.code]},
            "langue_titre": mesure.langue_du_nom if mesure.langue_du_nom != langue else "",
        },
    )


class SourceMesures(Source):
    """The measures, found by either of their labels, in each language in which the platform can be read."""

    def cles(self) -> Iterator[str]:
        if visibles(PlateformePage.objects.all()).exists():
            yield from _cles_mesures(Mesure.objects.values_list("code", flat=True))

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        mesures = Mesure.objects.select_related("pilier")
        if cles is not None:
            codes = [c.partition(":")[2] for c in cles if c.startswith(f"{PREFIXE_MESURE}:")]
            if not codes:
                return
            mesures = mesures.filter(code__in=codes)
        pages = _par_langue(PlateformePage)
        for mesure in mesures:
            yield from _documents_mesure(mesure, pages)


def _par_langue(modele: type[Page]) -> list[Page]:
    """The public page of each language, the first of each when there are several."""
    pages = visibles(modele.objects.all()).select_related("locale").order_by("path")
    return list({page.locale_id: page for page in reversed(pages)}.values())


class SourcePages(Source):
    """The platform and the theory of change, with the labels of what they list."""

    def cles(self) -> Iterator[str]:
        for genre, modele in PAGES.items():
            yield from _cles_pages(visibles(modele.objects.all()), genre)

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        for genre, modele in PAGES.items():
            pages = (
                list(visibles(modele.objects.all()).select_related("locale"))
                if self._concerne(genre, cles)
                else []
            )
            for page in pages:
                if cles is None or f"{genre}:{page.translation_key}" in cles:
                    yield self._document(page, genre, pages)

    @staticmethod
    def _concerne(genre: str, cles: Collection[str] | None) -> bool:
        return cles is None or any(cle.startswith(f"{genre}:") for cle in cles)

    @staticmethod
    def _document(page: Page, genre: str, pages: Collection[Page]) -> Document:
        langue = page.locale.language_code
        langues = {p.locale.language_code for p in pages if p.translation_key == page.translation_key}
        with override(langue):
            modele = Mesure if genre == "plateforme" else ElementTheorie
            libelles = [terme.nom for terme in modele.objects.all()]
            parties = page.get_url_parts()
            return Document(
                cle=f"{genre}:{page.translation_key}",
                langue=langue,
                titre=page.title,
                resume=page.chapo,
                mots_cles="",
                corps="\n".join(filter(None, [*_texte(page), *libelles])),
                facettes={"type": (genre,), "langue": tuple(sorted(langues))},
                date=page.first_published_at.date() if page.first_published_at else None,
                affichage={
                    "url": parties[2] if parties else "",
                    "type": genre,
                    "resume": page.chapo,
                    "courtepointe": {"cle": page.slug, "piliers": []},
                },
            )
