"""What editors are told of a document where they choose one: whether the search could read it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.chooser import DocumentChooseResultsView, DocumentChooseView, viewset


class AvecEtat:
    """Adds what the search could read; a document that is read needs no word."""

    def get_object_list(self):  # noqa: ANN201 - Wagtail's queryset
        return super().get_object_list().select_related("texte")

    @property
    def columns(self) -> list[Column]:
        etat = Column("etat_de_lecture", label=_("Lecture par la recherche"))
        return [*super().columns, etat]


class Choisir(AvecEtat, DocumentChooseView):
    """The chooser."""


class ChoisirLignes(AvecEtat, DocumentChooseResultsView):
    """Its rows alone, which a search or a page asks for."""


def brancher() -> None:
    """Gives Wagtail's chooser these views; called before its addresses are made."""
    viewset.choose_view_class = Choisir
    viewset.choose_results_view_class = ChoisirLignes
