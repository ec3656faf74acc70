"""The platform in the search: each measure is a document of its own, so are the platform and the theory of change."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Model, QuerySet
from django.utils.translation import override
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from recherche.registre import Source
from recherche.valeurs.document import Document
from ressources.indexation.parties import SourceParties
from ressources.models import (
    ElementTheorie,
    GlossairePage,
    Mesure,
    Pilier,
    PlateformePage,
    Terme,
    TheorieChangementPage,
    VersionTheorie,
)
from ressources.models.querysets import visibles

# Type of document (also the prefix of its key) -> model of page.
PAGES: dict[str, type[Page]] = {
    "plateforme": PlateformePage,
    "theorie": TheorieChangementPage,
    "glossaire": GlossairePage,
}
# The records that a page lists: their names are part of its text.
CONTENUS: dict[str, type[Model]] = {"plateforme": Mesure, "theorie": ElementTheorie, "glossaire": Terme}


def _cles_mesures(mesures: Iterable[str]) -> list[str]:
    return [f"{PlateformePage.prefixe_recherche}:{code}" for code in mesures]


def _cles_pages(pages: Iterable[Page], genre: str) -> list[str]:
    return [f"{genre}:{cle}" for cle in dict.fromkeys(page.translation_key for page in pages)]


def cles_page(page: Page) -> list[str]:
    """The page itself, when it is of a type that the search knows."""
    return [
        cle
        for genre, modele in PAGES.items()
        if isinstance(page, modele)
        for cle in _cles_pages([page], genre)
    ]


def cles_terme(terme: Model) -> list[str]:
    """What shows a term by itself: a measure, the measures of a pillar, the pages that list them."""
    if isinstance(terme, ElementTheorie | VersionTheorie):
        return _cles_pages(TheorieChangementPage.objects.all(), "theorie")
    if isinstance(terme, Terme):
        return _cles_pages(GlossairePage.objects.all(), "glossaire")
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


def _libelle(terme: Model) -> str:
    """The name of a record, and what it says of itself when it is a term of the glossary."""
    if isinstance(terme, Terme):
        return " ".join(filter(None, [terme.nom, terme.sigle, terme.dans_la_langue("definition")]))
    return terme.nom


class SourceMesures(SourceParties):
    """The measures, found by either of their labels, in each language in which the platform can be read."""

    modele = PlateformePage

    def objets(self) -> QuerySet[Mesure]:
        return Mesure.objects.select_related("pilier")

    def document(self, objet: Mesure, langue: str, url: str, langues: tuple[str, ...]) -> Document:
        pilier = objet.pilier
        textes = [getattr(objet, f"{nom}_{langue}") for nom in ("divergence", "raison")]
        resume = objet.dans_la_langue("en_clair")
        return Document(
            cle=f"{self.prefixe}:{objet.code}",
            langue=langue,
            titre=objet.nom,
            resume=resume,
            mots_cles=", ".join(filter(None, [objet.nom_fr, objet.nom_en, objet.code, pilier.nom])),
            corps="\n".join(filter(None, textes)),
            facettes={
                "type": ("mesure",),
                "pilier": (pilier.code,),
                "mesure": (objet.code,),
                "langue": langues,
            },
            affichage={
                "url": url,
                "type": "mesure",
                "resume": resume,
                "piliers": [{"code": pilier.code, "nom": pilier.nom}],
                "courtepointe": {"cle": objet.code, "piliers": [pilier.code]},
                "langue_titre": objet.langue_du_nom if objet.langue_du_nom != langue else "",
            },
        )


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
            libelles = [_libelle(terme) for terme in CONTENUS[genre].objects.all()]
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
