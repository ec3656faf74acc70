"""The forms that documents hold, by language: what is spelt right, and what is close to what is not.

Forms are folded and not stemmed. Each has a spelling to show ("éveil" for "eveil"): the most frequent one met.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from recherche.aide.proximite import a_un_pas, au_plus, coeurs, lettres
from recherche.analyse.decoupe import decouper
from recherche.analyse.normes import replier
from recherche.valeurs.document import Document

LONGUEURS = range(3, 33)  # letters of a form that is kept
BLOCS_MAX = 200_000  # distinct words between spaces that a reading counts before it cuts them
Graphies = Mapping[str, str]
"""A spelling by form."""
ParLongueur = dict[int, tuple[list[int], list[str]]]
"""Letters (as bits) and forms, side by side, by length."""


class Vocabulaire:
    """The forms of each language. Immutable; safe for threads."""

    def __init__(self, formes: Mapping[str, Graphies] | None = None) -> None:
        self.formes: dict[str, Graphies] = dict(formes or {})
        self._par_longueur: dict[str, ParLongueur] = {}

    @classmethod
    def depuis_documents(cls, documents: Iterable[Document]) -> "Vocabulaire":
        """The vocabulary of a collection."""
        lecture = LectureFormes()
        for document in documents:
            lecture.voir(document)
        return cls({langue: dict(graphies) for langue, graphies in lecture.graphies().items()})

    def plus(self, nouvelles: Mapping[str, Graphies]) -> "Vocabulaire":
        """This vocabulary with other forms too. What was sorted stays sorted: an editor adds a few words at a time."""
        somme = Vocabulaire(
            {lg: {**self.formes.get(lg, {}), **nouvelles.get(lg, {})} for lg in {*self.formes, *nouvelles}}
        )
        for langue, index in self._par_longueur.items():
            ajouts = [f for f in nouvelles.get(langue, ()) if f not in self.formes[langue]]
            touchees = {len(forme) for forme in ajouts}
            copie = {n: ([*m], [*f]) if n in touchees else (m, f) for n, (m, f) in index.items()}
            somme._par_longueur[langue] = _classer(ajouts, copie)
        return somme

    def a(self, langue: str) -> bool:
        """Whether anything is known of this language; without it nothing may be called misspelt."""
        return bool(self.formes.get(langue))

    def connait(self, forme: str, langue: str) -> bool:
        """Whether a document of this language holds the form, or did."""
        return forme in self.formes.get(langue, ())

    def connait_ailleurs(self, forme: str) -> bool:
        """Whether a document of any language does."""
        return any(forme in formes for formes in self.formes.values())

    def graphie(self, forme: str, langue: str) -> str:
        """The spelling to show."""
        return self.formes.get(langue, {}).get(forme, forme)

    def a_un_pas(self, forme: str, langue: str) -> list[str]:
        """The forms at one edit."""
        connues = self.formes.get(langue, {})
        return sorted({autre for autre in a_un_pas(forme) if autre in connues} - {forme})

    def a_deux_pas(self, forme: str, langue: str) -> list[str]:
        """The forms at two edits. Letters, then parts, sort out most of a hundred thousand forms."""
        bits, (premier, milieu, dernier) = lettres(forme), coeurs(forme)
        trouvees: list[str] = []
        for longueur in range(len(forme) - 2, len(forme) + 3):
            masques, formes = self._index(langue).get(longueur, ((), ()))
            voisins = [formes[i] for i, masque in enumerate(masques) if (masque ^ bits).bit_count() <= 4]
            voisins = [f for f in voisins if premier in f or milieu in f or dernier in f]
            trouvees += [
                autre for autre in voisins if au_plus(2, forme, autre) and not au_plus(1, forme, autre)
            ]
        return sorted(trouvees)

    def _index(self, langue: str) -> ParLongueur:
        """The forms of a language by length, with their letters; made once."""
        if langue not in self._par_longueur:
            self._par_longueur[langue] = _classer(self.formes.get(langue, ()), {})
        return self._par_longueur[langue]


def _classer(formes: Iterable[str], index: ParLongueur) -> ParLongueur:
    """Adds forms to an index by length."""
    for forme in formes:
        masques, rangees = index.setdefault(len(forme), ([], []))
        masques.append(lettres(forme))
        rangees.append(forme)
    return index


class LectureFormes:
    """Collects the forms of documents as they go by. What stands between spaces is counted first, and cut once: most of
    it comes back all the time."""

    def __init__(self) -> None:
        self._blocs: dict[str, Counter[str]] = defaultdict(Counter)
        self._graphies: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def voir(self, document: Document) -> None:
        """Reads all the texts of a document."""
        blocs = self._blocs[document.langue]
        for texte in textes(document):
            blocs.update(texte.split())
        if len(blocs) > BLOCS_MAX:
            self._couper()

    def _couper(self) -> None:
        for langue, blocs in self._blocs.items():
            graphies = self._graphies[langue]
            for bloc, nombre in blocs.items():
                for forme, graphie in formes_de(bloc, langue):
                    graphies[forme][graphie] += nombre
            blocs.clear()

    def graphies(self) -> dict[str, dict[str, str]]:
        """The most frequent spelling of each form, by language."""
        self._couper()
        return {
            langue: {forme: min(vues, key=lambda g: (-vues[g], g)) for forme, vues in formes.items()}
            for langue, formes in self._graphies.items()
        }


def textes(document: Document) -> Iterator[str]:
    """Every text of a document."""
    yield from (document.titre, document.resume, document.mots_cles, document.corps)
    yield from (page.texte for page in document.pages_pdf)


def formes_de(texte: str, langue: str) -> Iterator[tuple[str, str]]:
    """The (form, spelling in lower case) of each word that can be misspelt: letters only, of a sensible length."""
    for morceau in decouper(texte, langue):
        forme = replier(morceau.mot)
        if len(forme) in LONGUEURS and forme.isalpha():
            yield forme, morceau.mot
