"""The words of the addresses that browse a classification: French in French, English in English, one code behind."""

from django.urls.converters import SlugConverter
from django.utils.translation import get_language

# Facets whose values have an address of their own, with their English word. A type may bring others: their code serves.
ANGLAIS = {
    "pilier": "pillar",
    "mesure": "measure",
    "public": "audience",
    "periode": "life-stage",
    "territoire": "territory",
    "outil": "tool-type",
    "action": "action-type",
}
CODES = {mot: code for code, mot in ANGLAIS.items()}


class FacetteConverter(SlugConverter):
    """A facet in an address. A word of the other language is understood: an address that was printed lives for ever."""

    def to_python(self, value: str) -> str:
        return CODES.get(value, value)

    def to_url(self, value: str) -> str:
        return ANGLAIS.get(value, value) if get_language() == "en" else value
