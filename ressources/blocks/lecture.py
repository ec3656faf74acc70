"""The stored form of blocks, read without their choosers: these would cost a query each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piste:
    """A course of action and its details."""

    texte: str
    details: list[str]


def valeurs_de(liste: list | None) -> list:
    """The values of a stored list, without the ids of its items."""
    return [item["value"] for item in liste or []]


def pistes_de(volet: dict) -> list[Piste]:
    """The courses of action of a stored part."""
    return [Piste(p["texte"], valeurs_de(p.get("details"))) for p in valeurs_de(volet["pistes"])]
