"""Dates, as each language writes them."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize(("langue", "attendu"), [("en", "October 5, 2026"), ("fr", "5 octobre 2026")])
def test_a_date_has_its_whole_month(langue, attendu):
    with translation.override(langue):
        assert date_format(date(2026, 10, 5)) == attendu
