"""The search page and the page that explains the API. Their address comes from the project, which mounts these under
a translated prefix."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from recherche.api.documentation import documentation
from recherche.views import page_recherche

app_name = "recherche"
urlpatterns = [
    path("", page_recherche, name="page"),
    path(_("interface-de-programmation/"), documentation, name="documentation"),
]
