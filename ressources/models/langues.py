"""Texts that a record holds in both languages side by side (`nom_fr`, `nom_en`)."""

from typing import Any

from django.utils.translation import get_language


def langue_de_lecture() -> str:
    """`en` or `fr`: the language of the reader."""
    return "en" if (get_language() or "fr").startswith("en") else "fr"


def bilingue(objet: Any, champ: str) -> str:
    """The text of `champ` in the reader's language, else in the other one, else ""."""
    lecture = langue_de_lecture()
    autre = "fr" if lecture == "en" else "en"
    return getattr(objet, f"{champ}_{lecture}") or getattr(objet, f"{champ}_{autre}")
