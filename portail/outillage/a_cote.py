"""What `make run` does in a process beside, on the second core: drawings, PDFs, static files.

`python -m portail.outillage.a_cote [--demonstration] [--statiques]`
"""

import sys
from importlib import import_module


def principal(choix: list[str]) -> None:
    """Makes the files asked for; the demonstration first, for the loader waits for it."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from portail.demonstration.prefabrique import prefabriquer

    if "--demonstration" in choix:
        prefabriquer(settings.DOSSIER_VAR / "fabrique")
    # Read once here, the addresses leave the modules of the admin compiled: the server then starts at once.
    import_module(settings.ROOT_URLCONF)
    if "--statiques" in choix:
        call_command("collectstatic", verbosity=0, interactive=False)


if __name__ == "__main__":
    principal(sys.argv[1:])
