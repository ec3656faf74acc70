"""The answer from the database when the search engine fails: plain words, no ranking, no counts; it is said."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import mark_safe

from recherche.aide.syntaxe import lire
from recherche.requete import Requete
from recherche.resultats import Extrait, Resultats, nombre_pages
from recherche.resultats import Fiche as FicheTrouvee
from ressources.indexation import PREFIXE, affichage
from ressources.models import Fiche
from ressources.models.champs import CLASSEMENTS_FICHE

PROFONDEUR = 200
MOTS_MAX = 8
CHEMINS = {facette: f"{champ}__code__in" for facette, champ in CLASSEMENTS_FICHE.items()} | {
    "outil": "outilpage__type_outil__code__in",
    "action": "actionpage__types_action__code__in",
    "annee": "annee__in",
}


def _filtrer(requete: Requete):
    fiches = Fiche.objects.publiques().filter(locale__language_code=requete.langue)
    for facette, codes in requete.filtres.items():
        if facette == "type":
            fiches = fiches.filter(content_type__model__in=[f"{code}page" for code in codes])
        elif facette == "annee":
            fiches = fiches.filter(annee__in=[code for code in codes if code.isdecimal()])
        elif facette == "organisation":
            porteur = Q(initiativepage__porteur__code__in=codes) | Q(actionpage__organisation__code__in=codes)
            porteur |= Q(bilanpage__organisation__code__in=codes)
            fiches = fiches.filter(porteur)
        elif facette in CHEMINS:
            fiches = fiches.filter(**{CHEMINS[facette]: codes})
    return fiches.filter(*_conditions(requete.texte)).distinct()


def _conditions(texte: str) -> Iterator[Q]:
    """Every word, every "phrase" and no -exclusion, in the texts that the database reads quickly."""
    morceaux = lire(texte)
    cherches = [m.texte for m in morceaux if m.phrase and not m.exclu]
    cherches += [mot for m in morceaux if not (m.phrase or m.exclu) for mot in m.texte.split()]
    for cherche in cherches[:MOTS_MAX]:
        yield _contient(cherche)
    for exclu in [m.texte for m in morceaux if m.exclu][:MOTS_MAX]:
        yield ~_contient(exclu)


def _contient(texte: str) -> Q:
    propre = " ".join(texte.split())
    return Q(title__icontains=propre) | Q(resume__icontains=propre) | Q(mots_cles__icontains=propre)


def _trouvee(fiche: Fiche, langue: str) -> FicheTrouvee:
    resume = mark_safe(escape(fiche.resume))  # noqa: S308 - escaped on the spot
    return FicheTrouvee(
        id=f"{PREFIXE}:{fiche.translation_key}:{langue}",
        type=PREFIXE,
        langue=langue,
        titre=mark_safe(escape(fiche.title)),  # noqa: S308
        extraits=(Extrait("resume", (resume,)),),
        affichage=affichage(fiche),
    )


def secours(requete: Requete) -> Resultats:
    """Public sheets of the reader's language that hold all the words; newest first. Facets are not counted."""
    fiches = _filtrer(requete)
    total = fiches.count()
    pages = nombre_pages(total, requete.taille, PROFONDEUR)
    lot = fiches.pour_cartes().order_by("-first_published_at", "pk")[
        requete.debut : requete.debut + requete.taille
    ]
    return Resultats(
        total=total,
        fiches=tuple(_trouvee(fiche, requete.langue) for fiche in lot),
        degrade=True,
        page=requete.page,
        pages=pages,
    )
