"""What a chart draws, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Barre:
    """One figure: `serie` is what sets it apart inside its group (a year), `texte` its value as it is written."""

    nombre: float
    texte: str
    serie: str


@dataclass(frozen=True)
class Groupe:
    """The figures of one label."""

    etiquette: str
    barres: tuple[Barre, ...]


@dataclass(frozen=True)
class Dessin:
    """A chart ready to draw. `cle` prefixes the ids of the drawing, unique in a page; `maximum` ends the scale."""

    cle: str
    titre: str
    description: str
    groupes: tuple[Groupe, ...]
    maximum: float

    @property
    def series(self) -> tuple[str, ...]:
        """Each series once, in the order in which it comes: the n-th always has the n-th pattern."""
        return tuple(dict.fromkeys(barre.serie for groupe in self.groupes for barre in groupe.barres))
