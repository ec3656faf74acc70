"""RECHERCHE_URL, read: where the cluster is, who we are to it, and the prefix of all that is ours there. Pure.

    https://user:password@host1:9200,host2:9200/prefix

The same user on all the hosts; a password's special characters are percent-encoded; port 9200 and the prefix
`portail` when left out. IPv6 addresses stand between brackets.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

PREFIXE = "portail"
PORT = 9200
FORME = "https://user:password@host1:9200,host2:9200/prefix"
_URL = re.compile(r"(?P<schema>[a-z]+)://(?:(?P<acces>[^/]*)@)?(?P<hotes>[^/@?#]*)(?:/(?P<prefixe>[^?#]*))?")
_HOTE = re.compile(r"(?P<nom>\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>\d{1,5}))?")
_PREFIXE = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")


class AdresseInvalide(ValueError):
    """The address cannot be used; the message never repeats it, for it may hold a password."""


@dataclass(frozen=True)
class Adresse:
    """`noeuds` are URLs such as "https://host1:9200"; `utilisateur` is empty without authentication."""

    noeuds: tuple[str, ...]
    prefixe: str = PREFIXE
    utilisateur: str = ""
    mot_de_passe: str = field(default="", repr=False)


def lire(url: str) -> Adresse:
    """The parts of RECHERCHE_URL. Raises AdresseInvalide, which says what is wrong."""
    trouve = _URL.fullmatch(url.strip())
    if not trouve or trouve["schema"] not in ("http", "https"):
        raise AdresseInvalide(f"RECHERCHE_URL must read {FORME} (or http://…).")
    utilisateur, mot_de_passe = _acces(trouve["acces"])
    noeuds = tuple(_noeud(trouve["schema"], hote.strip()) for hote in trouve["hotes"].split(","))
    return Adresse(noeuds, _prefixe(trouve["prefixe"] or ""), utilisateur, mot_de_passe)


def _acces(acces: str | None) -> tuple[str, str]:
    if acces is None:
        return "", ""
    utilisateur, deux_points, mot_de_passe = acces.partition(":")
    if not (utilisateur and deux_points and mot_de_passe):
        raise AdresseInvalide("RECHERCHE_URL: before the @, give user:password, or leave the @ out.")
    return unquote(utilisateur), unquote(mot_de_passe)


def _noeud(schema: str, hote: str) -> str:
    trouve = _HOTE.fullmatch(hote)
    port = int(trouve["port"] or PORT) if trouve else 0
    if not trouve or not 0 < port < 65536:
        raise AdresseInvalide(
            f"RECHERCHE_URL: {hote!r} is no host; write host:{PORT}, with commas between hosts."
        )
    return f"{schema}://{trouve['nom']}:{port}"


def _prefixe(chemin: str) -> str:
    prefixe = chemin.strip("/") or PREFIXE
    if not _PREFIXE.fullmatch(prefixe):
        raise AdresseInvalide(
            "RECHERCHE_URL: the prefix takes lower-case letters, digits, - and _, 61 at most."
        )
    return prefixe
