"""Recommendations as documents of the search: each answers with its own address."""

from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import override
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from recherche.registre import Source
from recherche.valeurs.document import Document
from ressources.blocks.lecture import pistes_de, valeurs_de
from ressources.models import BilanPage, Fiche, Recommandation
from ressources.models.recommandations import recommandations_du_bilan

PREFIXE = "recommandation"


def cle_recommandation(code: str) -> str:
    """The index key of a recommendation, the same in all languages."""
    return f"{PREFIXE}:{code}"


def cles_de_la_recommandation(recommandation: Recommandation) -> list[str]:
    """The recommendation, and the one that it is a part of."""
    parent = recommandation.parent
    return [cle_recommandation(record.code) for record in (recommandation, parent) if record]


def cles_du_bilan(bilan: BilanPage) -> list[str]:
    """The recommendations that a bilan holds."""
    return _cles_tenues([bilan.code])


def cles_sous(page: Page) -> list[str]:
    """Those of the bilans at or under a page."""
    return _cles_tenues(Fiche.objects.descendant_of(page, inclusive=True).order_by().values("code"))


def _cles_tenues(codes: Iterable) -> list[str]:
    tenues = Recommandation.objects.filter(bilan__in=codes, parent=None)
    return [cle_recommandation(code) for code in tenues.values_list("code", flat=True)]


class SourceRecommandations(Source):
    """The recommendations of public bilans (their parts are within them), in all the languages of the bilan."""

    def cles(self) -> Iterator[str]:
        bilans = BilanPage.objects.publiques().order_by().values("code")
        codes = Recommandation.objects.filter(parent=None, bilan__in=bilans).values_list("code", flat=True)
        return (cle_recommandation(code) for code in codes)

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        voulus = None if cles is None else {c.partition(":")[2] for c in cles if c.startswith(f"{PREFIXE}:")}
        if voulus is not None and not voulus:
            return
        bilans = BilanPage.objects.publiques().select_related("locale", "organisation")
        for page in bilans.prefetch_related("piliers").order_by("pk"):
            yield from _documents(page, voulus)


def _documents(page: BilanPage, voulus: set[str] | None) -> Iterator[Document]:
    records = recommandations_du_bilan(page.code)
    for brut in page.chapitres.raw_data:
        record = records.get(brut["value"]["recommandation"]) if brut["type"] == "recommandation" else None
        if record is not None and (voulus is None or record.code in voulus):
            yield _document(page, record, brut["value"], records)


def _corps(valeur: dict, records: dict[int, Recommandation]) -> str:
    morceaux = [get_text_for_indexing(valeur["texte"])]
    for volet in valeurs_de(valeur["volets"]):
        record = records.get(volet["recommandation"])
        morceaux.append(record.nom if record else "")
        for piste in pistes_de(volet):
            morceaux += [piste.texte, *piste.details]
    return "\n".join(morceau for morceau in morceaux if morceau)


def _document(page: BilanPage, record: Recommandation, valeur: dict, records: dict) -> Document:
    langue = page.locale.language_code
    organisation = (page.organisation.code,) if page.organisation else ()
    parties = page.get_url_parts()
    with override(langue):
        return Document(
            cle=cle_recommandation(record.code),
            langue=langue,
            titre=record.nom,
            mots_cles=", ".join(filter(None, [record.code, page.title, record.nom_fr])),
            corps=_corps(valeur, records),
            facettes={
                "type": (PREFIXE,),
                "pilier": tuple(p.code for p in page.piliers.all()),
                "langue": (langue,),
                "annee": (str(record.annee),),
                "organisation": organisation,
            },
            date=page.first_published_at.date() if page.first_published_at else None,
            affichage={
                "url": f"{parties[2]}#{record.ancre}" if parties else "",
                "type": PREFIXE,
                "annee": record.annee,
                "courtepointe": {"cle": record.code, "piliers": [p.code for p in page.piliers_ordonnes]},
            },
        )
