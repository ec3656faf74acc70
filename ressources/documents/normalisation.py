"""Puts the text of a PDF page back into words: what the layout broke is joined again. Pure."""

import re
import unicodedata

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"\u2010": "-", "\u2011": "-", "\u00ad": ""}
)
# C0 and C1 controls except whitespace, zero-width marks, lone surrogates and non-characters: PostgreSQL
# refuses NUL in JSON, and UTF-8 cannot carry a surrogate.
INTERDITS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff0-\uffff\ud800-\udfff]"
)
CESURE = re.compile(r"([^\W\d_]+)-[ \t]*\r?\n[ \t]*([^\W\d_]+)")
CESURE_DOUCE = re.compile(r"\u00ad[ \t]*\r?\n[ \t]*")
COMBINANTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327"}
ACCENTUEES = frozenset("àâäçéèêëîïìíñóòôöùúûüáÀÂÄÇÉÈÊËÎÏÑÓÒÔÖÙÚÛÜÁ")
# An accent before its letter, when it is no quotation mark: a letter or a beginning before it, none of its kind after.
ACCENT_A_PART = re.compile(r"(?<![´`])([´`ˆ¨˜¸]) ?([aceinouıACEINOU])(?![´`])")
LETTRES_ESPACEES = re.compile(r"(?<![^\s])[^\W\d_](?:[ \t\xa0]{1,3}[^\W\d_]){4,}(?![^\s,.;:!?…)])")
# Compounds keep their hyphen: by what stands before it, or by what follows it. Only forms that are no
# syllable of a longer word ("par", "sur", "ce" and "leur" are, hence absent: par-tager, va-leur).
AVANT_TRAIT = frozenset(
    "à après arrière avant celle celles celui ceux contre demi grand grands lui nord non peut plate "  # noqa: SIM905
    "quelques rendez savoir sous sud tout vice".split()
)
APRES_TRAIT = frozenset(
    "à delà dessous dessus même mêmes vis "  # noqa: SIM905
    "being based friendly income old term".split()
)
PRONOMS = frozenset(["il", "ils", "elle", "elles", "moi", "toi", "nous", "vous"])


def normaliser(texte: str) -> str:
    """Return the text of a page on one line: NFC, no ligature, soft hyphen or control, words joined again."""
    texte = CESURE_DOUCE.sub("", INTERDITS.sub("", texte)).translate(LIGATURES)
    texte = _rapprocher_lettres(_poser_accents(unicodedata.normalize("NFC", texte)))
    return " ".join(_recoller(texte).split())


def _poser_accents(texte: str) -> str:
    """Accents drawn beside their letter, as old typesetters do (« d´eveloppement », « forˆets »), put back on it."""
    return ACCENT_A_PART.sub(lambda trouve: _accentuer(*trouve.groups()) or trouve[0], texte)


def _accentuer(accent: str, lettre: str) -> str:
    """The letter with its accent; "" where French and English know no such letter."""
    composee = unicodedata.normalize("NFC", {"ı": "i"}.get(lettre, lettre) + COMBINANTS[accent])
    return composee if composee in ACCENTUEES else ""


def _rapprocher_lettres(texte: str) -> str:
    """Titles whose letters stand apart (« P e t i t e  e n f a n c e »): a wider gap ends a word. Again until nothing
    moves, for what one pass joins may stand beside other letters."""
    while (nouveau := LETTRES_ESPACEES.sub(_joindre_lettres, texte)) != texte:
        texte = nouveau
    return texte


def _joindre_lettres(trouve: re.Match[str]) -> str:
    mots = re.split(r"[ \t\xa0]{2,}", trouve[0])
    return (
        " ".join("".join(mot.split()) for mot in mots)
        if len(mots) < len(trouve[0].split())
        else "".join(mots)
    )


def _recoller(texte: str) -> str:
    """Undo hyphens at line ends; a compound keeps its hyphen when the page or the language says so."""
    mots = frozenset(m.casefold() for m in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", CESURE.sub(" ", texte)))

    def joindre(trouve: re.Match[str]) -> str:
        debut, fin = trouve.groups()
        return debut + ("-" if _garde_trait(debut, fin, mots) else "") + fin

    return CESURE.sub(joindre, texte)


def _garde_trait(debut: str, fin: str, mots: frozenset[str]) -> bool:
    avant, apres = debut.casefold(), fin.casefold()
    if f"{avant}-{apres}" in mots:
        return True
    if avant + apres in mots:
        return False
    # A capital after the hyphen is a name (Saint-\nJérôme), unless the whole word is in capitals.
    nom_propre = fin[0].isupper() and not debut.isupper()
    inversion = apres in PRONOMS and avant[-1] in "tdsz"
    return nom_propre or inversion or avant in AVANT_TRAIT or apres in APRES_TRAIT
