"""French roots: tables, then suffix rules on folded words, then Snowball, then a last smoothing.

Snowball's French rules need accents to see endings such as -ité or -ée, and readers type without
accents. So the words are folded first and the rules below say without accents what it would miss.
"""

import re

import Stemmer

from .mots_vides import FRANCAIS
from .normes import replier
from .tables_fr import ACCENTUES, LEMMES, NOMS_EN_ENT, PROTEGES, SEULS

SEUL = "·"
"""Ends the root of a word that belongs to no family: no stem of another word can meet it."""

_SNOWBALL = Stemmer.Stemmer("french", maxCacheSize=0)

_ADJECTIFS_ITE = "al|el|il|ul|ar|er|or|ur|iv|os|ac|oc|im|un|in|an|rn|gn|id|e"
_REGLES = [
    (fins, re.compile(motif), par)
    for fins, motif, par in [
        ("x", r"eaux$", "eau"),
        ("x", r"yaux$", "yau"),
        ("x", r"(?<=\w\w\w)aux$", "al"),
        ("s", r"(?<=\w\w\w)ents$", "ent"),
        ("s", r"(?<=\w\w[^aisu])s$|(?<=[^oa]u)s$", ""),
        ("e", r"ee$", "e"),
        ("e", r"(?<=\w\w)([td])rice$", r"\1eur"),
        ("et", r"(?<=\w\w)(i|g|ch)ere(?:ment)?$", r"\1er"),
        ("t", r"eusement$", "eur"),
        ("nr", r"if(?:ication|icateur)$", "ifier"),
        ("nrfe", r"(?<=\w\w)ic(?:ation|ateur|atif|ative)$", "iquer"),
        ("n", r"(?<=\w\w\w\w)ation$", "er"),
        ("e", r"([ai])bilite$", r"\1ble"),
        ("e", r"(?<=\w\w)icite$", "ique"),
        ("e", r"(?<=\w\w\w)arite$", "aire"),
        ("e", r"(?<=\w\w\w)taire$", "te"),
        ("t", r"(?<=\w\w\w)ariat$", "aire"),
        ("e", rf"(?<=\w\w)({_ADJECTIFS_ITE})ite$", r"\1e"),
        ("e", r"(?<=\w\w)isme$", "iste"),
        ("f", r"(?<=[a-z]{2})if$", "ive"),
        ("t", r"(uit|crit|oit)$", r"\1e"),
        ("rex", r"(?<=\w\w\w)(?<!at)(?:eur|eure|eux|euse)$", "eur"),
    ]
]
"""(last letters, ending, rewrite), tried in order, each on the result of the one before: plural, feminine,
derivation. The last letters only save time: most rules are dismissed at a glance."""

_VENIR = re.compile(
    r"^((?:|abs|appar|con|de|entre|main|ob|re|sou)t|(?:|con|contre|de|inter|par|pre|pro|re|sub|sur|sou)v)"
    r"(?:enir|iens?|ient|iennent|ienne|iendra|iendront|iendrait|enue?s?|enons|enez|enante?s?|enait|enaient"
    r"|entions?|entifs?|entives?)$"
)
_PRENDRE = re.compile(
    r"^((?:|ap|com|entre|re|sur)pr)"
    r"(?:endre|ends?|ennent|enne|enons|enez|is|ises?|enante?s?|enait|endra|endront)$"
)
_METTRE = re.compile(
    r"^((?:|ad|com|compro|per|pro|re|sou|trans|o|e)m)"
    r"(?:ettre|ets?|ettent|ette|ettons|ettez|ettante?s?|ettait|ettra|ettront|is|ises?)$"
)
_ECRIRE = re.compile(
    r"^(\w*[es]|de|re)cri(?:re|ts?|tes?|ve|vent|vant|vons|vez|vait|ra|ront|ptions?|ture|tures)$"
)
_FAMILLES = ((_VENIR, "enir"), (_PRENDRE, "endre"), (_METTRE, "ettre"), (_ECRIRE, "crire"))
_VERBE_PLURIEL = re.compile(r"(?<=\w\w\w)(?<!m)(?<!i)(?<!iss)ent$")
_DRE = re.compile(r"(?<=\w)(en|on|er)d(?:re|u|ue|us|ues)$")
_LISSAGES = [
    (re.compile(motif), par)
    for motif, par in [
        (r"qu$", "c"),
        (r"gu$", "g"),
        (r"(?<=\w\w)y$", "i"),
        (r"(?<=\w\w)(f|bl|ud|oc|ec|nc|ic)i$", r"\1"),
        (r"(?<=\w\w\wan)n$", ""),
    ]
]
_ADJECTIFS_EN_ENCE = NOMS_EN_ENT - {"agent", "present", "cent", "lent", "sergent"}


def racine(mot: str, forme: str) -> str:
    """Return the root of a French word, given in lower case (`mot`) and folded (`forme`)."""
    if mot in ACCENTUES:
        return ACCENTUES[mot]
    lemme = LEMMES.get(forme, forme)
    for fin in ("", "s", "e", "es"):
        base = lemme.removesuffix(fin)
        if lemme.endswith(fin) and base in PROTEGES:
            return base
        if fin in ("", "s") and base in SEULS:
            return base + SEUL
    return _lisser(_SNOWBALL.stemWord(_recrire(lemme)))


def _recrire(mot: str) -> str:
    """Bring plurals, feminines and regular derivations to endings that Snowball sees without accents."""
    for famille, infinitif in _FAMILLES:
        if trouve := famille.match(mot):
            return trouve[1] + infinitif
    for fins, motif, par in _REGLES:
        if mot[-1] in fins:
            mot = motif.sub(par, mot)
    if mot.endswith("ence") and mot[:-2] + "t" in _ADJECTIFS_EN_ENCE:
        return mot[:-2] + "t"
    if mot.endswith("ent") and mot not in NOMS_EN_ENT:
        mot = _VERBE_PLURIEL.sub("er", mot)
    return _DRE.sub(r"\1d", mot)


def _lisser(racine: str) -> str:
    """Undo what depends on the following vowel: éduqu(er) and éduc(ation), longu(e) and long."""
    for motif, par in _LISSAGES:
        racine = motif.sub(par, racine)
    return racine


def variantes(forme: str) -> tuple[str, ...]:
    """Return the accented roots that a reader who types no accent may mean: "tache" for « tâche »."""
    return _VARIANTES.get(forme, ())


_VARIANTES = {
    replier(mot): (tete,)
    for mot, tete in ACCENTUES.items()
    if replier(mot) not in FRANCAIS and tete != replier(tete)
}
