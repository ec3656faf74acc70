"""Finds the terms of the glossary in a rendered text and turns the first occurrence of each into a call to a note.

Pure: no database, no request. Titles, links, buttons, quotes and words in another language are left as they are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import escape

TITRES = {f"h{rang}" for rang in range(1, 7)}
FERMES = TITRES | {
    "a",
    "abbr",
    "button",
    "summary",
    "svg",
    "script",
    "style",
    "cite",
    "q",
    "blockquote",
    "label",
}
VIDES = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
_MORCEAU = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_NOM = re.compile(r"</?\s*([a-zA-Z0-9]+)")


@dataclass(frozen=True)
class Entree:
    """A term to look for: its code, and the forms under which it is written."""

    code: str
    formes: tuple[str, ...]


def _sigle(forme: str) -> bool:
    """An acronym counts only as it is written: PAR is not « par »."""
    return forme.upper() == forme


def _motif(entrees: Iterable[Entree]) -> tuple[re.Pattern | None, dict[str, str]]:
    """A pattern of all the forms, the longest first, and the code of each form."""
    codes = {(f if _sigle(f) else f.lower()): e.code for e in entrees for f in e.formes if f}
    if not codes:
        return None, codes
    formes = sorted(codes, key=lambda forme: (-len(forme), forme))
    alternatives = (re.escape(f) if _sigle(f) else f"(?i:{re.escape(f)})" for f in formes)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])"), codes


def _textes(html: str) -> Iterator[tuple[str, bool]]:
    """(piece, whether it is text that may be marked), in order."""
    ouverts: list[tuple[str, bool]] = []
    for morceau in _MORCEAU.split(html):
        if not morceau.startswith("<"):
            yield morceau, not any(ferme for _nom, ferme in ouverts)
            continue
        yield morceau, False
        trouve = _NOM.match(morceau)
        if trouve is None or trouve[1].lower() in VIDES or morceau.endswith("/>"):
            continue
        nom = trouve[1].lower()
        if not morceau.startswith("</"):
            ouverts.append((nom, nom in FERMES or " lang=" in morceau))
        elif any(ouvert == nom for ouvert, _ferme in ouverts):
            while ouverts.pop()[0] != nom:
                pass


def reperer(html: str, entrees: Iterable[Entree]) -> tuple[str, list[str]]:
    """Returns the text with its calls, and the codes called, in order. A term is called once."""
    motif, codes = _motif(entrees)
    if motif is None:
        return html, []
    appeles: list[str] = []

    def appeler(trouve: re.Match) -> str:
        code = codes.get(trouve[0]) or codes[trouve[0].lower()]
        if code in appeles:
            return trouve[0]
        appeles.append(code)
        cle = escape(code)
        return f'<a class="terme" id="appel-{cle}" href="#terme-{cle}">{trouve[0]}</a>'

    morceaux = [motif.sub(appeler, texte) if marquable else texte for texte, marquable in _textes(html)]
    return "".join(morceaux), appeles
