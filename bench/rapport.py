"""The Markdown of what was measured: no path, no name of a machine."""

import datetime
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.mesures import GENRES, Taille
from recherche.evaluation.mesures import centile

AUTRES = ("visible ailleurs", "appel nu", "appel du moteur")


def machine() -> str:
    """Processor, cores, memory, Python: what times depend on."""
    modele = platform.machine()
    infos = Path("/proc/cpuinfo")
    if infos.exists():
        noms = [
            ligne.partition(":")[2].strip()
            for ligne in infos.read_text().splitlines()
            if "model name" in ligne
        ]
        modele = noms[0] if noms else modele
    memoire = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{modele}, {os.cpu_count()} cœurs, {memoire:.0f} Gio, Python {platform.python_version()}"


def markdown(tailles: Sequence[Taille], commande: str) -> str:
    """The whole page."""
    entete = [
        "# Performances de la recherche",
        "",
        f"Machine : {machine()}.  ",
        f"Date : {datetime.date.today().isoformat()}. Charge au début : {os.getloadavg()[2]:.1f}.  ",
        f"Commande : `{commande}`",
        "",
        "Lire les **rapports** : tous les moteurs répondent tour à tour aux mêmes requêtes, dans le même passage. Les "
        "millisecondes dépendent de la machine. `bench/README.md` dit ce que fait chaque mesure.",
    ]
    return "\n".join(
        [*entete, *(ligne for taille in tailles for ligne in _taille(taille)), *_croissance(tailles), ""]
    )


def _taille(taille: Taille) -> Iterator[str]:
    noms = taille.noms
    yield from ("", f"## {taille.documents} documents ({taille.brut / 1e6:.1f} Mo de texte)", "")
    yield from _tableau(["", *noms], _lignes(taille, noms))
    yield from ("", *_rapports(taille, noms))


def _lignes(taille: Taille, noms: Sequence[str]) -> Iterator[list[str]]:
    yield ["documents indexés par seconde", *(_nombre(taille.debits.get(nom), ".0f") for nom in noms)]
    yield ["index / texte brut", *(_nombre(taille.rapport_poids(nom), ".2f") for nom in noms)]
    for genre in (*GENRES, *AUTRES):
        if any((nom, genre) in taille.durees for nom in noms):
            yield [f"{genre}, p50 / p95 (ms)", *(_paire(taille.durees.get((nom, genre), [])) for nom in noms)]


def _nombre(valeur: float | None, forme: str) -> str:
    return "–" if valeur is None else format(valeur, forme)


def _paire(durees: list[float]) -> str:
    return f"{centile(durees, 0.5):.1f} / {centile(durees, 0.95):.1f}" if durees else "–"


def _tableau(entete: Sequence[str], lignes: Iterator[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(entete)} |"
    yield f"| --- | {' | '.join('---:' for _ in entete[1:])} |"
    for ligne in lignes:
        yield f"| {' | '.join(ligne)} |"


def _rapports(taille: Taille, noms: Sequence[str]) -> Iterator[str]:
    """The medians of the others over the first candidate's."""
    premier, *autres = noms
    for autre in autres:
        rapports = [
            f"{genre} ×{centile(taille.durees[autre, genre], 0.5) / centile(taille.durees[premier, genre], 0.5):.1f}"
            for genre in GENRES
            if taille.durees.get((autre, genre)) and taille.durees.get((premier, genre))
        ]
        yield f"- {autre} / {premier} (p50) : {', '.join(rapports)}."
    for nom in noms:
        if nu := taille.durees.get((nom, "appel nu")):
            rapport = centile(taille.durees[nom, "appel du moteur"], 0.5) / centile(nu, 0.5)
            yield f"- {nom}, appel du moteur / appel nu (p50) : ×{rapport:.2f}."


def _croissance(tailles: Sequence[Taille]) -> Iterator[str]:
    """How medians grow from the size before the last to the last."""
    if len(tailles) < 2:
        return
    avant, apres = tailles[-2:]
    yield from ("", f"## De {avant.documents} à {apres.documents} documents (rapport des p50)", "")
    for nom in apres.noms:
        rapports = [
            f"{genre} ×{centile(apres.durees[nom, genre], 0.5) / centile(avant.durees[nom, genre], 0.5):.1f}"
            for genre in GENRES
            if apres.durees.get((nom, genre)) and avant.durees.get((nom, genre))
        ]
        if rapports:
            yield f"- {nom} : {', '.join(rapports)}."
