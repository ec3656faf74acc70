"""Message catalogues: `python -m portail.outillage.catalogues` renews them, `--verifier` says what is behind.

Messages are written in French in the code. `en` holds them all; `fr` only plurals, which gettext would
otherwise choose by the English rule (in French 0 is singular). Catalogues have no dates and no line numbers:
a difference shows a message that changed and nothing else.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import polib

RACINE = Path(__file__).resolve().parents[2]
LOCALES = RACINE / "portail" / "locale"
PLURIELS = {"fr": "nplurals=2; plural=(n > 1);", "en": "nplurals=2; plural=(n != 1);"}
IGNORES = ["portail/locale", ".venv", "var", "var-*", "node_modules", "bench", "docs", "tests", "conftest.py"]
LARGEUR = 110
ECHAPPEMENT = re.compile(r"\\u([0-9a-fA-F]{4})")
VARIABLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
Cle = tuple[str | None, str]


def cle(entree: polib.POEntry) -> Cle:
    """What identifies a message: its context and its text."""
    return entree.msgctxt, entree.msgid


def fichier(langue: str, locales: Path = LOCALES) -> Path:
    """The .po of a language; its .mo stands beside."""
    return locales / langue / "LC_MESSAGES" / "django.po"


def extraire(racine: Path = RACINE) -> polib.POFile:
    """All the messages of the project, read from its sources. Raises CommandError without gettext."""
    from django.conf import settings
    from django.core.management import call_command
    from django.core.management.commands import makemessages
    from django.test.utils import override_settings

    class Extraction(makemessages.Command):
        def write_po_file(self, potfile: str, locale: str) -> None:
            """Nothing: the template is enough, merging is ours."""

    _ = settings.LOCALE_PATHS  # override_settings needs settings that are already read
    precedent = Path.cwd()
    with tempfile.TemporaryDirectory() as dossier, override_settings(LOCALE_PATHS=[dossier]):
        os.chdir(racine)  # makemessages reads the current folder
        try:
            call_command(
                Extraction(),
                locale=["en"],
                keep_pot=True,
                add_location="file",
                ignore_patterns=IGNORES,
                verbosity=0,
            )
        finally:
            os.chdir(precedent)
        return _dechiffrer(polib.pofile(str(Path(dossier) / "django.pot")))


def _dechiffrer(modele: polib.POFile) -> polib.POFile:
    r"""xgettext leaves the `\u00a0` of Python as six characters: no message of a running site would match them."""
    for entree in modele:
        entree.msgid, entree.msgid_plural = (
            ECHAPPEMENT.sub(lambda trouve: chr(int(trouve[1], 16)), texte)
            for texte in (entree.msgid, entree.msgid_plural)
        )
    return modele


def _neuve(source: polib.POEntry) -> polib.POEntry:
    """A message without translation, with what translators need: where it stands, comments, format flags."""
    return polib.POEntry(
        msgid=source.msgid,
        msgctxt=source.msgctxt,
        msgid_plural=source.msgid_plural,
        msgstr_plural={0: "", 1: ""} if source.msgid_plural else {},
        occurrences=sorted({(chemin.removeprefix("./"), "") for chemin, _ligne in source.occurrences}),
        comment=source.comment,
        flags=[drapeau for drapeau in source.flags if drapeau != "fuzzy"],
    )


def _francais(entree: polib.POEntry, ancienne: polib.POEntry | None) -> polib.POEntry | None:
    """In French the two forms are those of the code."""
    if not entree.msgid_plural:
        return None
    entree.msgstr_plural = {0: entree.msgid, 1: entree.msgid_plural}
    return entree


def _anglais(entree: polib.POEntry, ancienne: polib.POEntry | None) -> polib.POEntry:
    """The translation of before, as long as the message is the same."""
    if ancienne and bool(ancienne.msgid_plural) == bool(entree.msgid_plural):
        entree.msgstr, entree.msgstr_plural = ancienne.msgstr, ancienne.msgstr_plural or entree.msgstr_plural
        entree.tcomment = ancienne.tcomment
        entree.flags += [drapeau for drapeau in ancienne.flags if drapeau == "fuzzy"]
    return entree


TRADUIRE: dict[str, Callable[[polib.POEntry, polib.POEntry | None], polib.POEntry | None]] = {
    "fr": _francais,
    "en": _anglais,
}


def composer(modele: polib.POFile, langue: str, ancien: polib.POFile | None) -> polib.POFile:
    """The catalogue of a language: the messages of `modele`, with the translations that `ancien` has."""
    catalogue = polib.POFile(wrapwidth=LARGEUR)
    catalogue.metadata = {
        "Project-Id-Version": "passe-savoirs",
        "Language": langue,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURIELS[langue],
    }
    connues = {cle(entree): entree for entree in ancien or ()}
    entrees = (TRADUIRE[langue](_neuve(source), connues.get(cle(source))) for source in modele)
    catalogue.extend(sorted(filter(None, entrees), key=lambda e: (e.occurrences, e.msgid, e.msgctxt or "")))
    return catalogue


def ecrire(locales: Path = LOCALES, racine: Path = RACINE) -> None:
    """Brings the .po and .mo of each language up to date."""
    modele = extraire(racine)
    for langue in PLURIELS:
        chemin = fichier(langue, locales)
        chemin.parent.mkdir(parents=True, exist_ok=True)
        catalogue = composer(modele, langue, polib.pofile(str(chemin)) if chemin.exists() else None)
        catalogue.save(str(chemin))
        catalogue.save_as_mofile(str(chemin.with_suffix(".mo")))


def _variables(texte: str) -> set[str]:
    return set(VARIABLE.findall(texte.replace("%%", "")))


def _defauts_traduction(entree: polib.POEntry) -> Iterator[str]:
    """What is wrong with one English message."""
    if entree.fuzzy:
        yield "à relire (fuzzy)"
    pluriel = entree.msgstr_plural
    if not (all(pluriel.values()) if pluriel else entree.msgstr):
        yield "sans traduction"
    elif _variables(pluriel[1] if pluriel else entree.msgstr) != _variables(
        entree.msgid_plural or entree.msgid
    ):
        yield "variables différentes"
    elif pluriel and not _variables(pluriel[0]) <= _variables(entree.msgid_plural):
        yield "variables inconnues au singulier"


def defauts(langue: str, modele: polib.POFile, locales: Path = LOCALES) -> list[str]:
    """What keeps the catalogue of a language from being right; empty when nothing does."""
    chemin = fichier(langue, locales)
    if not chemin.exists():
        return [f"{langue} : {chemin.name} n’existe pas"]
    actuel = polib.pofile(str(chemin), wrapwidth=LARGEUR)
    voulu = composer(modele, langue, actuel)
    presentes, voulues = {cle(e) for e in actuel}, {cle(e) for e in voulu}
    trouves = [f"manque : {msgid!r}" for _contexte, msgid in sorted(voulues - presentes, key=str)]
    trouves += [f"en trop : {msgid!r}" for _contexte, msgid in sorted(presentes - voulues, key=str)]
    trouves += [
        f"{defaut} : {e.msgid!r}" for e in actuel if not e.obsolete for defaut in _defauts_traduction(e)
    ]
    if not trouves and str(actuel) != str(voulu):
        trouves.append("le fichier .po n’est pas celui que donnerait `make catalogues`")
    compile_ = chemin.with_suffix(".mo")
    if not compile_.exists() or compile_.read_bytes() != actuel.to_binary():
        trouves.append("le fichier .mo est en retard sur le .po : `make catalogues`")
    return [f"{langue} : {defaut}" for defaut in trouves]


def principal() -> int:
    """Command line: writes the catalogues, or with --verifier lists what is wrong and returns 1."""
    analyseur = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    analyseur.add_argument(
        "--verifier", action="store_true", help="ne rien écrire, dire ce qui est en retard"
    )
    options = analyseur.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portail.settings.base")
    if not options.verifier:
        ecrire()
        return 0
    modele = extraire()
    trouves = [defaut for langue in PLURIELS for defaut in defauts(langue, modele)]
    print("\n".join(trouves) or "Les catalogues sont à jour.")
    return int(bool(trouves))


if __name__ == "__main__":
    sys.exit(principal())
