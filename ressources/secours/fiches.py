"""Sheets in the degraded answer."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from recherche.valeurs.document import Document
from ressources.declaration import fiches
from ressources.indexation.fiches import PREFIXE, affichage
from ressources.models import Fiche, LienFiche
from ressources.models.champs import CLASSEMENTS_FICHE
from ressources.secours.mots import PLIE
from ressources.secours.repli import Replie
from ressources.secours.valeurs import Demande, Famille, Ligne, annees, avec_descendants, bornees


def _chemins() -> dict[str, str]:
    """The look-up of each facet: relations of all sheets, then those that a type declares."""
    communs = {facette: f"{champ}__code__in" for facette, champ in CLASSEMENTS_FICHE.items()}
    propres = {
        propre.facette.code: f"{declare.nom}__{propre.champ}__code__in"
        for declare in fiches()
        for propre in declare.facettes
    }
    return communs | propres


class FamilleFiches(Famille):
    """The public sheets of the reader's language: words in title, summary and keywords."""

    @property
    def facettes(self) -> frozenset[str]:
        """Those of sheets of any type."""
        return frozenset(_chemins()) | {"theme", "annee", "organisation"}

    def lignes(self, demande: Demande) -> tuple[list[Ligne], int]:
        lues = Fiche.objects.publiques().filter(locale__language_code=demande.langue)
        for facette, codes in demande.requete.filtres.items():
            lues = lues.filter(_filtre(facette, codes))
        texte = Replie("title", "resume", "mots_cles")
        lues = lues.alias(**{PLIE: texte}).filter(*demande.recherche.conditions)
        valeurs = lues.order_by("-first_published_at", "pk").values_list("pk", "title", "first_published_at")
        trouvees, total = bornees(valeurs.distinct())
        lignes = [
            Ligne(f"{PREFIXE}:{pk}", titre, jour.date() if jour else None) for pk, titre, jour in trouvees
        ]
        return lignes, total


def _filtre(facette: str, codes: tuple[str, ...]) -> Q:
    """The condition that a choice sets."""
    match facette:
        case "type":
            return Q(content_type__model__in=[f"{code}page" for code in codes])
        case "annee":
            return Q(annee__in=annees(codes))
        case "organisation":
            porteurs = (f"{declare.nom}__{declare.porteur}" for declare in fiches() if declare.porteur)
            return Q(*((f"{porteur}__code__in", codes) for porteur in porteurs), _connector=Q.OR)
        case "theme":
            return Q(code__in=codes, content_type__model="thematiquepage") | Q(
                translation_key__in=_cles_liees(codes)
            )
        case "langue":
            return Q(translation_key__in=_cles_en(codes))
        case "territoire":
            return Q(territoires__code__in=avec_descendants(codes))
        case _:
            chemin = _chemins().get(facette)
            return Q((chemin, codes)) if chemin else Q(pk=None)


def _cles_en(codes: tuple[str, ...]) -> QuerySet:
    """Keys of the sheets that can be read in one of these languages."""
    publiques = Fiche.objects.publiques().filter(locale__language_code__in=codes)
    return publiques.order_by().values("translation_key")


def _cles_liees(codes: tuple[str, ...]) -> QuerySet:
    """Keys of the sheets related to these themes, whichever side wrote the relation; in all languages, for relations
    are written once."""
    liens = LienFiche.objects.filter(page__live=True, cible__live=True).order_by()
    sens = []
    for theme, autre in (("cible", "page"), ("page", "cible")):
        du_theme = {f"{theme}__code__in": codes, f"{theme}__content_type__model": "thematiquepage"}
        sens.append(liens.filter(**du_theme).values(f"{autre}__translation_key"))
    return sens[0].union(sens[1])


def charger_fiches(pks: Iterable[int], langue: str) -> dict[str, Document]:
    """What these sheets show, by the key of their line; a fixed number of queries."""
    lues = Fiche.objects.filter(pk__in=list(pks)).pour_cartes()
    return {f"{PREFIXE}:{fiche.pk}": _document(fiche, langue) for fiche in lues}


def _document(fiche: Fiche, langue: str) -> Document:
    """Title and summary alone: the texts of a whole sheet would cost too many queries."""
    cle = f"{PREFIXE}:{fiche.translation_key}"
    return Document(cle, langue, fiche.title, fiche.resume, affichage=affichage(fiche))
