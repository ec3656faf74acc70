"""Addresses: everything that people read lives under /fr/ or /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path, register_converter
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portail import views
from portail.navigation.parcours import FacetteConverter
from ressources.contact import views as contact

register_converter(FacetteConverter, "facette")
handler400 = "portail.views.demande_refusee"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", views.robots),
    path("sitemap.xml", views.plan_du_site, name="sitemap"),
    path("sante/", views.sante),
    path("api/", include("recherche.api.urls")),
    path("partage/<slug:langue>/<uuid:cle>-<slug:marque>.png", views.image_de_partage, name="vignette"),
]

if settings.SERVIR_MEDIAS:
    # Pictures only: documents go through Wagtail's view, which checks privacy.
    urlpatterns += [re_path(r"^media/(?P<path>images/.+)$", views.media)]

urlpatterns += i18n_patterns(
    path(_("recherche/"), include("recherche.urls")),
    # A page per pillar and per public: the search with a preset.
    path(_("parcourir/<facette:facette>/<slug:code>/"), views.preselection, name="preselection"),
    path(_("ecrire/<slug:code>/"), contact.ecrire, name="ecrire_organisation"),
    path(_("ecrire/<slug:code>/recu/"), contact.recu, name="message_recu"),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
