"""From what is typed to what is proposed. The same answer whatever the engine and the database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from recherche.liens import url_facette, url_recherche
from recherche.models import Suggestion
from recherche.registre import registre
from recherche.suggestions.mots import Saisie, lire
from recherche.suggestions.termes import Terme, termes
from recherche.valeurs.requete import nettoyer

MAXIMUM = 8
PAR_GENRE = 4  # of one kind while another has something to propose
CANDIDATES = 2 * MAXIMUM  # entries of each kind that are looked at: some will say the same
RANGEES = 4 * MAXIMUM  # a keyword may be written in several ways
FICHE, MOT, FILTRE = Suggestion.FICHE, Suggestion.MOT, "filtre"


@dataclass(frozen=True)
class Proposition:
    """An entry. `genre` is "fiche" (opens it), "mot" (searches it) or "filtre" (the sheets that bear the term).

    `detail` is the type of the sheet or the code of the facet, `libelle` says what choosing it does, `url` is a path;
    `langue_texte` a BCP 47 code when the text is not in the reader's language.
    """

    genre: str
    texte: str
    detail: str
    libelle: str
    url: str
    langue_texte: str = ""


@dataclass(frozen=True)
class Candidate:
    """An entry that fits, and what ranks it."""

    genre: str
    texte: str
    detail: str
    cible: str
    plein: str
    tete: bool
    frequence: int = 1
    langue_texte: str = ""

    @property
    def rang(self) -> tuple[object, ...]:
        """Its place: at the head of the text first, then titles, then what many documents bear, then by alphabet."""
        return not self.tete, self.genre != FICHE, -self.frequence, self.plein, self.detail, self.cible


def proposer(texte: str, langue: str) -> tuple[Proposition, ...]:
    """At most MAXIMUM entries of this language whose words begin as the typed ones, grouped by kind; the kind of the
    best one first."""
    propre, abregee = nettoyer(texte)
    if abregee:
        return ()
    saisie = lire(f"{propre} " if texte[-1:].isspace() else propre, langue)
    if saisie is None:
        return ()
    candidates = [*_titres(saisie, langue), *_mots(saisie, langue), *_filtres(saisie, langue)]
    retenues = grouper(choisir(sans_doubles(candidates)))
    with override(langue):
        return tuple(_proposition(candidate) for candidate in retenues)


def _rangees(saisie: Saisie, langue: str, genre: str, tete: bool) -> QuerySet[Suggestion]:
    premier, dernier = saisie.bornes
    rangees = Suggestion.objects.filter(langue=langue, genre=genre, recul=int(not tete))
    for mot in saisie.autres:
        rangees = rangees.filter(plein__contains=mot)
    return rangees.filter(debut__gte=premier, debut__lt=dernier)


def _titres(saisie: Saisie, langue: str) -> list[Candidate]:
    """Titles that begin by what is typed and, if they are few, those where it comes later: the index has this order."""
    champs = ("texte", "detail", "url", "plein", "langue_texte")
    trouves: list[Candidate] = []
    for tete in (True, False):
        rangees = _rangees(saisie, langue, FICHE, tete).order_by("debut", "pk").values_list(*champs)
        for texte, detail, url, plein, langue_texte in rangees[: CANDIDATES - len(trouves)]:
            trouves.append(Candidate(FICHE, texte, detail, url, plein, tete, langue_texte=langue_texte))
        if len(trouves) >= CANDIDATES:
            break
    return trouves


def _mots(saisie: Saisie, langue: str) -> list[Candidate]:
    """Keywords in the same way, the most frequent first."""
    trouves: list[Candidate] = []
    for tete in (True, False):
        if len(trouves) < CANDIDATES:
            trouves += _mots_a(saisie, langue, tete)
    return trouves


def _mots_a(saisie: Saisie, langue: str, tete: bool) -> Iterator[Candidate]:
    rangees = _rangees(saisie, langue, MOT, tete).values_list("plein", "debut", "texte")
    comptees = rangees.annotate(nombre=Count("pk")).order_by("-nombre", "debut")
    ecritures: dict[str, dict[str, int]] = defaultdict(dict)
    for plein, _debut, texte, nombre in comptees[:RANGEES]:
        ecritures[plein][texte] = nombre
    for plein, nombres in ecritures.items():
        usuelle = min(nombres, key=lambda texte: (-nombres[texte], texte != texte.lower(), texte))
        yield Candidate(MOT, usuelle, "", plein, plein, tete, sum(nombres.values()))


def _filtres(saisie: Saisie, langue: str) -> Iterator[Candidate]:
    for terme in termes(langue):
        tete = terme.tete(saisie)
        if tete is not None:
            yield _filtre(terme, tete)


def _filtre(terme: Terme, tete: bool) -> Candidate:
    return Candidate(
        FILTRE,
        terme.libelle,
        terme.facette,
        terme.code,
        terme.plein,
        tete,
        terme.compte,
        terme.langue_libelle,
    )


def sans_doubles(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One entry by target. A keyword that a term already says is left out: the filter finds the same, exactly."""
    nommes = {candidate.plein for candidate in candidates if candidate.genre == FILTRE}
    uniques: dict[tuple[str, str, str], Candidate] = {}
    for candidate in sorted(candidates, key=lambda candidate: candidate.rang):
        if candidate.genre != MOT or candidate.plein not in nommes:
            uniques.setdefault((candidate.genre, candidate.detail, candidate.cible), candidate)
    return list(uniques.values())


def choisir(classees: Sequence[Candidate]) -> list[Candidate]:
    """The first MAXIMUM of the ranked ones, with no kind above PAR_GENRE while another waits."""
    retenues: list[Candidate] = []
    reportees: list[Candidate] = []
    nombres: dict[str, int] = defaultdict(int)
    for candidate in classees:
        nombres[candidate.genre] += 1
        (retenues if nombres[candidate.genre] <= PAR_GENRE else reportees).append(candidate)
    return sorted([*retenues, *reportees][:MAXIMUM], key=lambda candidate: candidate.rang)


def grouper(classees: Iterable[Candidate]) -> list[Candidate]:
    """By kind, the kind of the best one first."""
    groupes: dict[str, list[Candidate]] = {}
    for candidate in classees:
        groupes.setdefault(candidate.genre, []).append(candidate)
    return [candidate for groupe in groupes.values() for candidate in groupe]


def _proposition(candidate: Candidate) -> Proposition:
    """In the active language."""
    if candidate.genre == FICHE:
        genre = registre().genres.get(candidate.detail, _("Fiche"))
        libelle, url = _("%(genre)s\u00a0: ouvrir la fiche") % {"genre": genre}, candidate.cible
    elif candidate.genre == MOT:
        libelle = _("Mot-clé\u00a0: lancer la recherche")
        url = f"{url_recherche()}?{urlencode({'q': candidate.texte})}"
    else:
        nom = next(str(f.libelle) for f in registre().facettes if f.code == candidate.detail)
        libelle = _("%(facette)s\u00a0: voir les fiches") % {"facette": nom}
        url = url_facette(candidate.detail, candidate.cible)
    return Proposition(
        candidate.genre, candidate.texte, candidate.detail, libelle, url, candidate.langue_texte
    )
