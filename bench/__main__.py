"""`python -m bench [name …]`: runs the measures, all of them by default."""

import logging
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

MESURES = ("pages",)


def principal() -> None:
    """Each measure works on a demonstration of its own, in a temporary folder."""
    noms = sys.argv[1:] or MESURES
    if inconnus := set(noms) - set(MESURES):
        sys.exit(f"Mesures inconnues : {', '.join(sorted(inconnus))}. Connues : {', '.join(MESURES)}.")
    with tempfile.TemporaryDirectory(prefix="portail-bench-") as dossier:
        os.environ |= {"DOSSIER_VAR": dossier, "DJANGO_SETTINGS_MODULE": "portail.settings.local"}
        (Path(dossier) / "statique").mkdir()  # whitenoise warns when it is missing
        import django

        django.setup()
        logging.disable(logging.WARNING)
        for nom in noms:
            import_module(f"bench.{nom}").mesurer()


if __name__ == "__main__":
    principal()
