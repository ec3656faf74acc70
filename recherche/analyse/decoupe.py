"""Cut a text into words: elision, inclusive writing, acronyms and numbers, with offsets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .normes import IGNORABLES, MARQUES, canonique

ELISIONS = frozenset(["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])

_C = rf"[\w{MARQUES}{IGNORABLES}]"
_L = r"[^\W\d_]"
# Endings of inclusive writing. The long list needs a sign that nothing else uses there.
_LONGUES = (
    "e|es|s|x|ne|nes|le|les|te|tes|se|ses|ve|ves|fe|fes|re|res|ere|eres|ère|ères|trice|trices|rice|rices|ice|ices"
    "|euse|euses|eure|eures|se|ienne|iennes|enne|ennes|esse|esses|sse|sses|ale|ales|aux|elle|elles|iere|ieres"
    "|ière|ières|ive|ives|teur|teurs|teuse|teuses|eur|eurs|ée|ées|que|ques|che|ches|cque|cques|toutes|tes|celles"
)
_COURTES = "e|es|ne|nes|trice|trices|euse|euses|rice|rices|ère|ères"
_INCLUSIF = (
    rf"(?:·(?:{_LONGUES})(?!{_C}))(?:[·.]?e?s(?!{_C}))?"
    rf"|(?:(?<={_L}{_L}{_L})\.(?:{_LONGUES})(?!{_C}))(?:\.e?s(?!{_C}))?"
    rf"|\((?:{_LONGUES})\)(?:\(?s\)?(?!{_C}))?"
    rf"|(?:[-/](?:{_COURTES})(?!{_C}))(?:[-/]s(?!{_C}))?"
)
_MOTIF = re.compile(
    rf"(?:(?<!{_C})(?:{_L}\.){{2,}}(?:{_L}(?!{_C}))?)"
    rf"|(?:(?<!{_C})(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)+)(?!{_C}))"
    rf"|(?P<mot>{_C}+(?:'{_C}+)*)(?:(?<={_L}{_L})(?:{_INCLUSIF}))?",
    re.IGNORECASE,
)
_SEPARATEUR_MILLIERS = re.compile(r"[ \u00a0\u202f]")
_MILLIERS_EN = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_NEGATION_EN = re.compile(r"^(.+)(n't)$")
_CONTRACTION = re.compile(r"'(?:s|ll|re|ve|d|m)$|'$")


class Morceau(NamedTuple):
    """A word cut from the canonical text: its spelling in lower case and its extent."""

    mot: str
    debut: int
    fin: int


def decouper(texte: str, langue: str) -> Iterator[Morceau]:
    """Yield the words of `texte` in order; offsets count characters of NFC(`texte`)."""
    plat = canonique(texte)
    for trouve in _MOTIF.finditer(plat):
        debut, fin = trouve.span()
        mot = trouve["mot"]
        if mot is None:
            brut = trouve.group()
            yield Morceau(
                _nombre(brut, langue) if brut[0].isdigit() else brut.replace(".", "").lower(), debut, fin
            )
        elif "'" in mot or plat.startswith("'", fin):
            yield from _sans_apostrophes(mot.lower(), debut, fin, langue, ouvert=plat.startswith("'", fin))
        else:
            yield Morceau(mot.lower(), debut, fin)


def _nombre(brut: str, langue: str) -> str:
    """One spelling per number: 12 000 and 12,000 (English) are 12000; 2,5 is 2.5."""
    nombre = _SEPARATEUR_MILLIERS.sub("", brut)
    if langue == "en" and _MILLIERS_EN.match(nombre):
        return nombre.replace(",", "")
    return nombre.replace(",", ".")


def _sans_apostrophes(mot: str, debut: int, fin: int, langue: str, *, ouvert: bool) -> Iterator[Morceau]:
    """Drop elided prefixes and English contractions; join what is left (presqu'île, Mi'kmaq)."""
    place = 0
    while (fin_prefixe := mot.find("'", place)) >= 0 and mot[place:fin_prefixe] in ELISIONS:
        place = fin_prefixe + 1
    debut, mot = debut + place, mot[place:]
    if ouvert and mot in ELISIONS:
        return
    if langue == "en" and (negation := _NEGATION_EN.match(mot)):
        base = {"ca": "can", "wo": "will", "sha": "shall"}.get(negation[1], negation[1])
        yield Morceau(base, debut, debut + len(negation[1]))
        yield Morceau("not", debut + len(negation[1]), debut + len(mot))
        return
    court = _CONTRACTION.sub("", mot)
    fin = fin - len(mot) + len(court) if fin - debut == len(mot) else fin
    yield Morceau(court.replace("'", ""), debut, fin)
