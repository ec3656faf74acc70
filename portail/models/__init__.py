"""Home and institutional pages."""

from portail.models.pages import AccueilPage, ContenuPage

__all__ = ["AccueilPage", "ContenuPage"]
