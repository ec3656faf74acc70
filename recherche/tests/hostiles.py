"""What nobody should type: query strings, as they stand after the question mark (raw bytes as Latin-1 characters)."""

from itertools import product
from pathlib import Path
from urllib.parse import quote

CARACTERES = [
    "\0",
    "jeu\0enfant",
    "\r\nSet-Cookie: a=1",
    "\r\n\r\n<html>",
    "\n",
    "\t",
    "\x08",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202egnirts",
    "\u202ejeu\u202c",
    "\u2066jeu\u2069",
    "\u200b",
    "j\u200be\u200du",
    "\ufeffjeu",
    "\u00ad",
    "\u00a0",
    "\u3000",
    "e\u0301" * 50,
    "a" + "\u0301" * 400,
    "\ufdfa" * 300,
    "İstanbul",
    "ß" * 300,
    "ŉ",
    "ǆ",
    "ﬁﬂ",
    "🎈",
    "👨‍👩‍👧‍👦",
    "🏳️‍🌈" * 60,
    "🇨🇦",
    "ᓀᐦᐃᔭᐍᐏᐣ",
    "日本語",
    "العربية",
    "עברית",
    "Ελληνικά",
    "ไทย",
    "\U0010ffff",
    "\uffff",
    "\ufffd",
    "\ue000",
    "𝒋𝒆𝒖",
    "ｊｅｕ",
    "①②",
    "½",
    "٣",
    "₂",
    "…",
    "·",
    "·e·s",
    "·" * 300,
    "'",
    "'" * 300,
    "l'",
    "d'" * 150,
    "qu'",
    "’",
    "-" * 300,
    "_" * 300,
    "." * 300,
    "a.b." * 75,
    "1,000,000,000",
    "1 000 000",
    "9" * 300,
    "1e999",
    "-1",
    "0",
    "0x1F",
    "le la les",
    "the of and",
    "le",
    "de la du des",
    "à",
    "?!",
    "...,,,;;;",
    "« »",
    "jeu " * 75,
    "a " * 150,
    "jeu enfant " * 900,
    "a" * 300,
    "a" * 10_000,
    "é" * 10_000,
    '"' * 10_000,
    "(" * 10_000,
    "-jeu " * 2_000,
    '"jeu" ' * 1_700,
    " " * 10_000,
    "\0" * 10_000,
    "<" * 5_000,
    "https://exemple.example/" + "a" * 2_000,
    "jeu" + " " * 5_000 + "enfant",
    "personne@exemple.example",
    "514 555-0100",
]
LONGUES = [
    "page=" + "9" * 5_000,
    "page=" + "-" * 5_000,
    "type=" + "x" * 5_000,
    "tri=" + "x" * 5_000,
    "lang=" + "x" * 5_000,
    "x" * 5_000 + "=1",
    "&".join(f"pilier=v{i}" for i in range(800)),
    "&".join(f"x{i}=1" for i in range(3_000)),
    "&".join("q=a" for _ in range(3_000)),
    "&" * 5_000,
    "&".join(f"x{i}=1" for i in range(10_050)),
    "&".join(
        f"{facette}={valeur}" for facette, valeur in product(("type", "pilier", "public"), ("a", "%00", "é"))
    ),
]


DONNEES = Path(__file__).parent / "donnees"


def _lignes(nom: str) -> list[str]:
    return [ligne for ligne in (DONNEES / nom).read_text().split("\n") if ligne]


TEXTES = [*_lignes("hostiles_textes.txt"), *CARACTERES]
"""What may be typed: markup, SQL, query languages of engines, paths, characters."""

CHAINES = list(
    dict.fromkeys(
        [*(f"q={quote(texte, safe='')}" for texte in TEXTES), *_lignes("hostiles_chaines.txt"), *LONGUES]
    )
)
