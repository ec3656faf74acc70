"""Words typed without the space between them ("toutpetits"), or with a space too many ("pré scolaire").

No list says which: both parts are known words, the joined form is one that documents hold, and the engine counts what
stands in them now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recherche.aide.syntaxe import lire
from recherche.aide.vocabulaire import Vocabulaire
from recherche.analyse import TROU, Jeton, analyser
from recherche.valeurs.arbre import CORPS, EXACT, MOTS_CLES, PDF, RESUME, TITRE, Et, Noeud, Ou, Phrase, Terme
from recherche.valeurs.requete import Requete

PARTIE = 2  # letters of the shortest part of a word that is cut
COUPLES_MAX = 4  # pairs of neighbours whose documents are counted


def partout(racine: str) -> Noeud:
    """The documents that hold a stem."""
    return Ou(tuple(Terme(champ, racine) for champ in (TITRE, RESUME, MOTS_CLES, CORPS, PDF)))


def significative(forme: str, langue: str) -> bool:
    """Whether a form is searched: anything but stop words."""
    return any(jeton.racine != TROU for jeton in analyser(forme, langue))


def graphie(forme: str, langue: str, vocabulaire: Vocabulaire) -> str:
    """The spelling to show of one form or of several."""
    return " ".join(vocabulaire.graphie(partie, langue) for partie in forme.split())


def arbres(forme: str, langue: str) -> tuple[Noeud, Noeud]:
    """The documents that hold this form, or these forms side by side: outside PDFs, and in PDFs by their stems."""
    jetons = analyser(forme, langue)
    racines, formes = tuple(j.racine for j in jetons), tuple(j.forme for j in jetons)
    if len(formes) == 1:
        return Terme(EXACT, formes[0]), Terme(PDF, racines[0])
    return Phrase(EXACT, formes), Phrase(PDF, racines)


def coupes(forme: str, langue: str, vocabulaire: Vocabulaire) -> list[str]:
    """The pairs of words that make this form, joined by a space: known ones, or one known beside a stop word."""
    trouvees = []
    for rang in range(PARTIE, len(forme) - PARTIE + 1):
        parties = forme[:rang], forme[rang:]
        pleines = [partie for partie in parties if significative(partie, langue)]
        if pleines and all(vocabulaire.connait(partie, langue) for partie in pleines):
            trouvees.append(" ".join(parties))
    return trouvees


@dataclass(frozen=True)
class Couple:
    """Two neighbours of a query that one known word spells; offsets in the query."""

    gauche: Jeton
    droite: Jeton

    @property
    def forme(self) -> str:
        """Without the space."""
        return self.gauche.forme + self.droite.forme

    @property
    def significatives(self) -> list[Jeton]:
        """Those of the two that are searched."""
        return [jeton for jeton in (self.gauche, self.droite) if jeton.racine != TROU]

    def tel_quel(self) -> Noeud:
        """The documents that answer the two words as they were typed, so far as they are searched."""
        noeuds = tuple(partout(jeton.racine) for jeton in self.significatives)
        return Et(noeuds) if len(noeuds) > 1 else noeuds[0]


def jetons_par_morceau(requete: Requete) -> Iterator[list[Jeton]]:
    """The words of each part of a query, those excluded left out; offsets in the query."""
    for morceau in lire(requete.texte):
        if not morceau.exclu:
            yield [
                Jeton(racine, forme, debut + morceau.debut, fin + morceau.debut)
                for racine, forme, debut, fin in analyser(morceau.texte, requete.langue)
            ]


def couples(requete: Requete, vocabulaire: Vocabulaire) -> Iterator[Couple]:
    """The neighbours that make a known word. Beside a stop word the other must be unknown: "de main" is no mistake for
    « demain », "en fant" is one for « enfant »."""
    for jetons in jetons_par_morceau(requete):
        for gauche, droite in pairwise(jetons):
            couple = Couple(gauche, droite)
            entre = requete.texte[gauche.fin : droite.debut]
            if (
                not entre.strip(" -\u2010\u2011")
                and vocabulaire.connait(couple.forme, requete.langue)
                and significative(couple.forme, requete.langue)
                and _plausible(couple.significatives, requete.langue, vocabulaire)
            ):
                yield couple


def _plausible(jetons: Sequence[Jeton], langue: str, vocabulaire: Vocabulaire) -> bool:
    return len(jetons) == 2 or any(not vocabulaire.connait(jeton.forme, langue) for jeton in jetons)
