"""The answer from the database when the search engine fails: plain words, no ranking, no counts; it is said.

All the kinds that the search knows answer, from the records themselves: what is not public is not found, even when the
index that fails still holds it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from wagtail.models import Page

from recherche.aide.memoire import connaissances
from recherche.analyse import formes
from recherche.moteurs import Touche
from recherche.registre import registre
from recherche.reponse.presentation import fiche
from recherche.valeurs.cibles import Cibles
from recherche.valeurs.requete import Requete
from recherche.valeurs.resultats import Fiche as FicheTrouvee
from recherche.valeurs.resultats import Resultats, nombre_pages
from ressources.declaration import TypeFiche, indexations, types
from ressources.indexation.fiches import PREFIXE
from ressources.models.querysets import visibles
from ressources.secours.fiches import charger_fiches
from ressources.secours.mots import lire_recherche
from ressources.secours.valeurs import PROFONDEUR, Demande, Ligne


def secours(requete: Requete) -> Resultats:
    """What is public in the reader's language and holds all the words. Facets are not counted."""
    lexique = connaissances().lexique
    recherche = lire_recherche(requete.texte, requete.langue, lexique)
    if requete.texte and not recherche.conditions:  # nothing that can be searched
        return Resultats(degrade=True, page=requete.page)
    demande = Demande(requete, recherche, _langues_des_pages())
    lignes, total = [], 0
    for indexation in indexations():
        trouvees, nombre = indexation.repli.lignes(demande)
        lignes += trouvees
        total += nombre
    page = _ranger(lignes, requete)[:PROFONDEUR][requete.debut : requete.debut + requete.taille]
    return Resultats(
        total=total,
        fiches=tuple(_charger(page, requete.langue, recherche.cibles)),
        degrade=True,
        page=requete.page,
        pages=nombre_pages(total, requete.taille, PROFONDEUR),
    )


def _langues_des_pages() -> Mapping[str, frozenset[str]]:
    """The languages in which each page that shows records is public; one query."""
    langues: dict[str, set[str]] = defaultdict(set)
    meres = [declare.nom for declare in types() if declare.indexations and not isinstance(declare, TypeFiche)]
    pages = visibles(Page.objects.filter(content_type__model__in=meres)).order_by()
    for modele, langue in pages.values_list("content_type__model", "locale__language_code"):
        langues[modele].add(langue)
    return {modele: frozenset(codes) for modele, codes in langues.items()}


def _ranger(lignes: Iterable[Ligne], requete: Requete) -> list[Ligne]:
    """Newest first, as without words; those whose title holds the words before them; by title when it is asked."""
    titres = {ligne: formes(ligne.titre, requete.langue) for ligne in lignes}
    par_titre = sorted(titres, key=lambda ligne: (titres[ligne], ligne.cle))
    if requete.tri_effectif == "titre":
        return par_titre
    recentes = sorted(par_titre, key=lambda ligne: -(ligne.jour.toordinal() if ligne.jour else 0))
    if requete.tri_effectif == "date":
        return recentes
    cherchees = set(formes(requete.texte, requete.langue).split())
    return sorted(recentes, key=lambda ligne: -len(cherchees & set(titres[ligne].split())))


def _charger(lignes: list[Ligne], langue: str, cibles: Cibles) -> Iterable[FicheTrouvee]:
    """The hits, in order. Records are described as they are for the index."""
    pks = [int(ligne.cle.partition(":")[2]) for ligne in lignes if ligne.cle.startswith(f"{PREFIXE}:")]
    documents = charger_fiches(pks, langue) if pks else {}
    autres = [ligne.cle for ligne in lignes if not ligne.cle.startswith(f"{PREFIXE}:")]
    for document in registre().documents(autres) if autres else ():
        if document.langue == langue:
            documents[document.cle] = document
    trouves = (documents[ligne.cle] for ligne in lignes if ligne.cle in documents)
    return [fiche(Touche(document, (), 0.0), cibles) for document in trouves]
