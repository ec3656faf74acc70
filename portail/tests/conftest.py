"""The small site that page tests read."""

import pytest

from ressources.tests.conftest import gabarits_de_wagtail, index  # noqa: F401 - fixtures
from ressources.tests.fabriques import (
    accueil,
    accueil_en,
    contenu,
    fiche,
    fiche_en,
    pilier,
    public,
    territoire,
    valider,
)
from ressources.tests.instantanes import memorise


@pytest.fixture
def petit_site(index, settings):  # noqa: F811
    """Three linked sheets in both languages, one page in French only."""
    settings.ALLOWED_HOSTS = ["*"]
    return _petit_site()


@memorise
def _petit_site():
    accueil(), accueil_en()
    termes = {"piliers": [pilier()], "publics": [public()], "territoires": [territoire()]}
    theme = fiche("thematique", "Joindre les familles", **termes)
    outil = fiche("outil", "Carnet de terrain", liens=[theme], duree="Deux heures", **termes)
    initiative = fiche("initiative", "Halte du samedi", liens=[outil, theme], **termes)
    fiche_en(theme, "Reaching families")
    fiche_en(outil, "Field notebook", duree="Two hours")
    seule = contenu("Page sans traduction")
    valider()
    return {"theme": theme, "outil": outil, "initiative": initiative, "seule": seule}
