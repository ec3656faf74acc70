"""What people type and that must never be kept: what may name, reach or locate somebody. Pure functions.

The rules would rather drop too much. They cannot recognise a bare name: that is why words are only kept once several
searches asked for them (`journal`).
"""

import re
import unicodedata

LONGUEUR_MAX = 80  # characters; a longer text is a story, and stories have people in them
MOTS_MAX = 10

_TIRETS = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SIGNES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"'}) | _TIRETS
_VOIES_FR = (
    "rue|avenue|av|boul|boulevard|bd|chemin|ch|rang|route|montée|côte|place|ruelle|allée|case postale|cp|app|apt|"
    "appartement|bureau"
)
_VOIES_EN = "street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|crescent|cres|apartment|apt|unit|suite|po box"
_MOIS = (
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_ANNEE = r"(?:19|20)\d\d"
_REFERENCE = r"(?:loi|lois|bill|law|act|article|art|chapitre|chapter|projet de loi|règlement|reglement)\s+(?:n[o°]\s*)?"

COURRIEL = re.compile(r"@|\barobase\b|\S\s*\(at\)\s*\S|\b[\w.-]+\s+at\s+[\w-]+\s+(?:dot|point)\s+\w+")
ADRESSE_WEB = re.compile(r"://|\bwww\.|\b[\w-]+\.(?:com|ca|org|net|quebec|gouv|edu|io|fr)\b")
CODE_POSTAL = re.compile(r"\b[a-ceghj-npr-tv-z]\d[a-ceghj-npr-tv-z](?:\s*-?\s*\d[a-ceghj-npr-tv-z]\d)?\b")
# Four letters and eight digits, but not a word before a period ("plan 2019-2024").
ASSURANCE_MALADIE = re.compile(rf"\b[a-z]{{4}}\s*-?\s*(?!{_ANNEE}\s*-?\s*{_ANNEE})\d{{4}}\s*-?\s*\d{{4}}\b")
DATE = re.compile(
    rf"\b\d{{1,4}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}}\b|\b\d{{1,2}}(?:er|st|nd|rd|th)?\s+(?:{_MOIS})\b"
    rf"|\b(?:{_MOIS})\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
)
VOIE = re.compile(
    rf"\b\d{{1,5}}\s*[a-d]?\s*,?\s*(?:bis\s+)?(?:{_VOIES_FR})\b|\b(?:{_VOIES_FR})\s+(?:\S+\s+){{0,4}}\S*\d"
    rf"|\b\d{{1,5}}\s+(?:\S+\s+){{1,3}}(?:{_VOIES_EN})\b|\b(?:{_VOIES_EN})\.?\s*#?\s*\d"
)
IDENTIFIANT = re.compile(r"\b(?=\w*\d\w*\d)(?=\w*[a-z])\w{8,}\b")
SUITE = re.compile(r"\d(?:[\s().+/-]*\d)*")  # digits with nothing but separators between them
GRAND_NOMBRE = re.compile(
    rf"(?<!\d)(?!{_ANNEE}\b)(?!\d+00\b)(?![2-9]11\b)\d{{3,}}"
)  # 211 and 811 are help lines
LOI = re.compile(rf"\b{_REFERENCE}\d+(?:\.\d+)*")
NOM_PROPRE = re.compile(r"\b[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ][\w'’-]*\s+[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ]")

MOTIFS = (COURRIEL, ADRESSE_WEB, CODE_POSTAL, ASSURANCE_MALADIE, DATE, VOIE, IDENTIFIANT)
CHIFFRES_MAX = 5  # in a row, years apart; "0-5", "18 36", "2019-2020" are fine


def normaliser(texte: str) -> str:
    """The form under which searches are counted: lower case, plain quotes and hyphens, no closing punctuation."""
    plat = unicodedata.normalize("NFKC", texte).translate(_SIGNES).lower()
    serre = re.sub(r'"\s*([^"]*?)\s*"', r'"\1"', " ".join(plat.split()))
    return serre.strip("?!.,;:… ")


def est_retenable(texte: str) -> bool:
    """Whether what was typed, as it was typed, may be counted."""
    plat = normaliser(texte)
    if not plat or len(plat) > LONGUEUR_MAX or len(plat.split()) > MOTS_MAX:
        return False
    if not any(caractere.isalpha() for caractere in plat):  # nothing but digits and signs
        return False
    if any(motif.search(plat) for motif in MOTIFS):
        return False
    return not (_chiffres_en_trop(plat) or _nom_et_nombre(texte))


def _chiffres_en_trop(plat: str) -> bool:
    """A telephone, an insurance number, a card, a door: digits in a row, or a number that is neither a year, nor
    round, nor that of a law."""
    for suite in SUITE.findall(plat):
        groupes = re.findall(r"\d+", suite)
        sans_annees = "".join(groupe for groupe in groupes if not re.fullmatch(_ANNEE, groupe))
        if len(sans_annees) > CHIFFRES_MAX:
            return True
    return bool(GRAND_NOMBRE.search(LOI.sub("", plat)))


def _nom_et_nombre(texte: str) -> bool:
    """Two capitalised words side by side and a number that is no year: "Marie Tremblay 4 ans"."""
    nombres = [nombre for nombre in re.findall(r"\d+", texte) if not re.fullmatch(_ANNEE, nombre)]
    return bool(nombres) and bool(NOM_PROPRE.search(texte))
