import json
from pathlib import Path

from django.core.management.base import BaseCommand

from ressources.carte.projection import fond

DONNEES = Path(__file__).parents[2] / "donnees"


class Command(BaseCommand):
    """Draws the background of the map from the public boundaries; run it again when they change."""

    help = "Redessine le fond de carte (ressources/donnees/carte.json) à partir des limites des régions."

    def handle(self, *args, **options) -> None:
        limites = json.loads((DONNEES / "regions-quebec.geojson").read_text())
        dessin = fond(limites["features"])
        texte = json.dumps(dessin, ensure_ascii=False, indent=1, sort_keys=True)
        (DONNEES / "carte.json").write_text(texte + "\n")
        self.stdout.write(f"{len(dessin['regions'])} régions, {len(texte)} caractères.")
