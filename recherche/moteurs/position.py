"""How far an index has read the outbox: a pure value, stored inside the index with what it describes.

Ids of PostgreSQL sequences may become visible out of order: 12 can commit before 11. The position is
therefore the highest id read and the ids below it that were missing then. A missing id is awaited for
DELAI_TROU seconds, then counts as rolled back. (The mirror of "highest contiguous id and those read above
it": gaps are few, reads many.)
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

DELAI_TROU = 600.0
TROUS_MAX = 1000  # a longer jump is a sequence that was moved, not transactions in flight


@dataclass(frozen=True)
class Position:
    """`lu` is the highest id read (0: none); `trous` maps a missing id to the time (epoch, in seconds) of the
    event that revealed it."""

    lu: int = 0
    trous: Mapping[int, float] = field(default_factory=dict, hash=False)

    def avancer(self, lus: Iterable[tuple[int, float]]) -> "Position":
        """The position after reading these (id, time) events, in any order."""
        trous, lu = dict(self.trous), self.lu
        for numero, instant in sorted(lus):
            trous.pop(numero, None)
            if numero > lu:
                trous |= dict.fromkeys(range(max(lu + 1, numero - TROUS_MAX), numero), instant)
                lu = numero
        return Position(lu, trous)

    def perimer(self, maintenant: float) -> "Position":
        """The position without the missing ids that nobody awaits any more."""
        vivants = {
            numero: instant for numero, instant in self.trous.items() if maintenant - instant < DELAI_TROU
        }
        return Position(self.lu, vivants)

    def vers_json(self) -> str:
        """The text to store."""
        return json.dumps({"lu": self.lu, "trous": sorted(self.trous.items())})

    @classmethod
    def depuis_json(cls, texte: str) -> "Position":
        """The position that `vers_json` wrote."""
        valeurs = json.loads(texte)
        return cls(int(valeurs["lu"]), {int(numero): float(instant) for numero, instant in valeurs["trous"]})
