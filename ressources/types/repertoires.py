"""Lists: the sheets of one type, as the search shows them."""

from ressources.declaration import TypePage
from ressources.models import RepertoirePage
from ressources.vues.repertoire import contexte, liste

TYPE = TypePage(
    modele=RepertoirePage,
    contexte=contexte,
    reponse=liste,
    schema={"@type": "CollectionPage"},
    explorer=True,
)
