"""`manage.py analyser`."""

import io

import pytest
from django.core.management import call_command


def _sortie(*arguments: str) -> str:
    sortie = io.StringIO()
    call_command("analyser", *arguments, stdout=sortie)
    return sortie.getvalue()


def test_one_line_of_tokens_per_line_of_text():
    assert _sortie("Les tout-petits\n\ndes familles") == "_ tout petit\n\n_ famill\n"


def test_language_is_chosen():
    assert _sortie("--langue", "en", "The children") == "_ child\n"


def test_standard_input_is_read_without_a_text(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("l’enfant\nles yeux\n"))
    assert _sortie() == "enfant\n_ oeil\n"
