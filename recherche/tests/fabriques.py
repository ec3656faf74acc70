"""Documents and registries for the tests of the search: small, readable, and real."""

import datetime
import random
from collections.abc import Collection, Iterable, Iterator

from recherche.registre import Facette, Registre, Source, Valeur
from recherche.valeurs.document import Document, PagePdf

FACETTES = {
    "type": ("thematique", "outil", "initiative"),
    "pilier": ("ENF", "PAR", "CDV", "AGE"),
    "public": ("peres", "familles", "immigrants"),
    "annee": tuple(str(annee) for annee in range(2009, 2024)),
}
LIBELLES_SEULS = {"familles": "fr"}  # labels that exist in one language only

FRANCAIS = """
    enfant parent famille jeu lecture quartier repas langage père mère éveil santé forêt atelier marche
    cuisine poupon accueil transport logement travail école comptine histoire bibliothèque parc
"""
ANGLAIS = """
    child parent family play reading district meal language father mother health forest workshop walk
    kitchen baby welcome transport housing work school rhyme story library park
"""
MOTS = {"fr": FRANCAIS.split(), "en": ANGLAIS.split()}


def document(cle: str = "page:1", langue: str = "fr", titre: str = "Une fiche", **champs: object) -> Document:
    """A document; `type` defaults to "outil" in the facets and the display."""
    facettes = {"type": ("outil",), **champs.pop("facettes", {})}
    affichage = {"url": f"/{langue}/{cle}/", "type": facettes["type"][0], **champs.pop("affichage", {})}
    return Document(cle=cle, langue=langue, titre=titre, facettes=facettes, affichage=affichage, **champs)


def pdf(*pages: str, titre: str = "Guide") -> tuple[PagePdf, ...]:
    """The pages of a PDF."""
    return tuple(PagePdf(titre, rang, texte) for rang, texte in enumerate(pages, start=1))


def documents_au_hasard(nombre: int, graine: int, langues: Collection[str] = ("fr", "en")) -> list[Document]:
    """`nombre` records in each language, the same for the same seed; dates and titles repeat (ties)."""
    hasard = random.Random(graine)
    resultat = []
    for rang in range(nombre):
        facettes = {
            code: tuple(hasard.sample(valeurs, hasard.randint(0, min(2, len(valeurs)))))
            for code, valeurs in FACETTES.items()
        }
        facettes["type"] = (hasard.choice(FACETTES["type"]),)
        jour = datetime.date(2020, 1, 1) + datetime.timedelta(days=hasard.randint(0, 20))
        for langue in langues:
            resultat.append(_au_hasard(hasard, f"page:{rang:05}", langue, facettes, jour))
    return resultat


def _au_hasard(hasard, cle, langue, facettes, jour) -> Document:
    def phrase(longueur: int) -> str:
        return " ".join(hasard.choices(MOTS[langue], k=longueur))

    return document(
        cle,
        langue,
        phrase(2).capitalize(),
        resume=phrase(8),
        corps="\n".join(phrase(12) for _ in range(hasard.randint(0, 4))),
        facettes=facettes,
        date=hasard.choice([jour, jour, None]),
    )


class SourceMemoire(Source):
    """Documents held in a list that a test may change."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self.liste = list(documents)

    def cles(self) -> Iterable[str]:
        """The keys, each once."""
        return dict.fromkeys(document.cle for document in self.liste)

    def documents(self, cles: Collection[str] | None = None) -> Iterator[Document]:
        """Those asked for."""
        return (document for document in list(self.liste) if cles is None or document.cle in cles)


def valeurs(langue: str) -> dict[str, list[Valeur]]:
    """Every value of FACETTES; labels say the language they are in."""
    return {
        facette: [
            Valeur(code, f"{code} ({langue})", rang, langue_libelle=_langue_libelle(code, langue))
            for rang, code in enumerate(codes)
        ]
        for facette, codes in FACETTES.items()
    }


def _langue_libelle(code: str, langue: str) -> str:
    seule = LIBELLES_SEULS.get(code, langue)
    return seule if seule != langue else ""


def registre_essai(documents: Iterable[Document] = ()) -> Registre:
    """A registry over these documents."""
    return Registre(
        sources=[SourceMemoire(documents)],
        facettes=[Facette(code, code.capitalize()) for code in FACETTES],
        genres={"outil": "Outil", "initiative": "Initiative", "thematique": "Thématique"},
        valeurs=valeurs,
    )
