"""What a chart draws, as plain values."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Barre:
    """One figure: `serie` is what sets it apart inside its group (a year), `texte` its value as it is written. Without
    a number (it is not known, or not one) it is written and not drawn."""

    nombre: float | None
    texte: str
    serie: str


@dataclass(frozen=True)
class Groupe:
    """The figures of one label."""

    etiquette: str
    barres: tuple[Barre, ...]


@dataclass(frozen=True)
class Dessin:
    """A chart ready to draw. `cle` prefixes the ids of the drawing, unique in a page; `maximum` is where editors end
    the scale, which goes further when a figure does, and below zero when one is negative."""

    cle: str
    titre: str
    description: str
    groupes: tuple[Groupe, ...]
    maximum: float = 0

    @cached_property
    def nombres(self) -> tuple[float, ...]:
        """All that can be drawn."""
        tous = (barre.nombre for groupe in self.groupes for barre in groupe.barres)
        return tuple(nombre for nombre in tous if nombre is not None)

    @cached_property
    def bornes(self) -> tuple[float, float]:
        """The two ends of the scale, zero between them or at one of them; never the same."""
        bas, haut = min(0.0, *self.nombres, 0.0), max(self.maximum, *self.nombres, 0.0)
        return (bas, haut) if haut > bas else (0.0, 1.0)

    def place(self, valeur: float) -> float:
        """Where a value stands on the scale, from 0 to 1."""
        bas, haut = self.bornes
        return (valeur - bas) / (haut - bas)

    @property
    def series(self) -> tuple[str, ...]:
        """Each series once, in the order in which it comes: the n-th always has the n-th pattern."""
        return tuple(dict.fromkeys(barre.serie for groupe in self.groupes for barre in groupe.barres))
