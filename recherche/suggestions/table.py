"""The table of suggestions, kept by the same hands as the index: what leaves one leaves the other.

Each operation writes only what differs, and may be repeated. Several hosts may drain the same events: the rows are
the same.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.db import connection, transaction

from recherche.analyse import VERSION as VERSION_ANALYSE
from recherche.models import Suggestion
from recherche.suggestions.mots import entree, plein
from recherche.valeurs.document import Document

LOT = 100  # documents, or keys, by query: SQLite bounds the number of parameters
REGLE = 1  # to raise whenever the rows of any document change
MARQUE = (
    "version"  # key of the row that says how the table was made; its language is empty, no search meets it
)
COLONNES = ("cle", "langue", "genre", "texte", "detail", "url", "langue_texte", "plein", "debut", "recul")

Rangee = tuple[object, ...]


def rangees(document: Document) -> Iterator[Rangee]:
    """The rows of a document, in the order of COLONNES: its title, which opens it, and each of its keywords once."""
    montre = document.affichage
    titre = (
        Suggestion.FICHE,
        document.titre,
        str(montre.get("type") or document.type),
        str(montre.get("url") or ""),
        str(montre.get("langue_titre") or ""),
    )
    entrees = {plein(mot, document.langue): mot for mot in reversed(document.propositions)}
    mots = [(Suggestion.MOT, mot, "", "", "") for mot in reversed(entrees.values())]
    for genre, brut, *reste in (titre, *mots):
        texte = " ".join(brut.split())
        entier, trouves = entree(texte, document.langue)
        for debut in trouves:
            yield (
                document.cle,
                document.langue,
                genre,
                texte,
                *reste,
                entier,
                debut.octets,
                int(not debut.tete),
            )


def remplacer(cles: Collection[str], documents: Iterable[Document]) -> None:
    """Makes the rows of these keys those of `documents`; a key without a document leaves the table."""
    attendues: dict[str, list[Rangee]] = {cle: [] for cle in cles}
    for document in documents:
        attendues.setdefault(document.cle, []).extend(rangees(document))
    for lot in _lots(attendues):
        _accorder(_presentes(lot), [rangee for cle in lot for rangee in attendues[cle]])


def au_passage(documents: Iterable[Document]) -> Iterator[Document]:
    """Yields the documents of a rebuild, keeps their rows on the way, and in the end drops those of all others."""
    vus: set[tuple[str, str]] = set()
    for lot in _lots(documents):
        identites = {(document.cle, document.langue) for document in lot}
        presentes = [
            paire for paire in _presentes({cle for cle, _ in identites}) if paire[1][:2] in identites
        ]
        _accorder(presentes, [rangee for document in lot for rangee in rangees(document)])
        vus |= identites
        yield from lot
    _retenir(vus)


def _presentes(cles: Collection[str]) -> list[tuple[int, Rangee]]:
    """The primary key and the values of the rows of these keys."""
    lues = Suggestion.objects.filter(cle__in=cles).values_list("pk", *COLONNES)
    return [
        (pk, tuple(bytes(v) if isinstance(v, memoryview) else v for v in valeurs)) for pk, *valeurs in lues
    ]


def _accorder(presentes: Iterable[tuple[int, Rangee]], attendues: Iterable[Rangee]) -> None:
    """Removes the rows that should not be there (doubles too), adds those that lack."""
    manquantes = dict.fromkeys(attendues)
    en_trop = []
    for pk, valeurs in presentes:
        if valeurs in manquantes:
            del manquantes[valeurs]
        else:
            en_trop.append(pk)
    if not en_trop and not manquantes:
        return
    with transaction.atomic():
        for lot in _lots(en_trop, 500):
            Suggestion.objects.filter(pk__in=lot).delete()
        _ajouter(list(manquantes))


def _ajouter(nouvelles: list[Rangee]) -> None:
    """One prepared statement: `bulk_create` spends four times as long on making objects and SQL."""
    if not nouvelles:
        return
    nom = connection.ops.quote_name
    colonnes, places = ", ".join(map(nom, COLONNES)), ", ".join(["%s"] * len(COLONNES))
    table = nom(Suggestion._meta.db_table)
    with connection.cursor() as curseur:
        curseur.executemany(f"INSERT INTO {table} ({colonnes}) VALUES ({places})", nouvelles)  # noqa: S608


def _retenir(vus: Collection[tuple[str, str]]) -> None:
    """Drops the documents that are not among these, and marks the table as whole."""
    tous = Suggestion.objects.order_by().values_list("cle", "langue").distinct()
    with transaction.atomic():
        for cle, langue in [identite for identite in tous if identite not in vus]:
            Suggestion.objects.filter(cle=cle, langue=langue).delete()
        Suggestion.objects.create(cle=MARQUE, texte=_version())


def _version() -> str:
    return f"{REGLE}.{VERSION_ANALYSE}"


def a_construire() -> bool:
    """Whether the table was never made, or by other rules."""
    return not Suggestion.objects.filter(cle=MARQUE, texte=_version()).exists()


def _lots(valeurs: Iterable, taille: int = LOT) -> Iterator[list]:
    suite = iter(valeurs)
    while lot := list(islice(suite, taille)):
        yield lot
