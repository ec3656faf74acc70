"""Sheets that came to bear one code (a copy, an address used again) get one each: the oldest keeps it."""

from collections import defaultdict
from itertools import count

from django.db import migrations


def libre(base: str, pris: set[str]) -> str:
    suites = (f"-{rang}" for rang in count(2))
    return next(code for suite in suites if (code := base[: 100 - len(suite)] + suite) not in pris)


def separer(apps, schema_editor) -> None:
    """Translations keep the code of their source. The index is told to read everything again if anything changed."""
    fiches = apps.get_model("ressources", "Fiche").objects.filter(alias_of__isnull=True)
    sources: dict[str, list] = defaultdict(list)
    for code, cle in fiches.exclude(code="").order_by("pk").values_list("code", "translation_key"):
        if cle not in sources[code]:
            sources[code].append(cle)
    pris, change = set(sources), False
    for code, cles in sources.items():
        for cle in cles[1:]:
            nouveau = libre(code, pris)
            pris.add(nouveau)
            change |= bool(fiches.filter(code=code, translation_key=cle).update(code=nouveau))
    if change:
        apps.get_model("recherche", "EvenementIndexation").objects.create(cle="*")


class Migration(migrations.Migration):
    dependencies = [("ressources", "0001_socle"), ("recherche", "0001_socle")]

    operations = [migrations.RunPython(separer, migrations.RunPython.noop)]
