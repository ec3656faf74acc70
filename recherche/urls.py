"""The search page. Its address comes from the project, which mounts these under a translated prefix."""

from django.urls import path

from recherche.views import page_recherche

app_name = "recherche"
urlpatterns = [path("", page_recherche, name="page")]
