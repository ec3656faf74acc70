"""wagtail-localize's own views, behind the rules of the portal: nobody publishes by a side door, nothing lives in two
languages before it is translated.

- A page is translated under a translated parent: wagtail-localize would make the missing ones itself, as live copies of
  the French page under an English address.
- Synchronising with « publish », turning a live page into an alias, and writing over a live page whose synchronisation
  was stopped all change what visitors read: they ask for the right to publish it.
"""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitTranslationForm
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

SANS_PARENT = _(
    "Traduisez d’abord la page qui contient celle-ci\u00a0: sans elle, cette traduction n’aurait pas d’adresse."
)
EN_LIGNE = _(
    "Cette section contient une traduction en ligne dont la synchronisation est arrêtée. La traduire avec la section "
    "en remplacerait le texte aussitôt\u00a0: il faut le droit de publier."
)
SANS_DROIT = _("La publication revient à une personne qui en a le droit.")


def peut_publier(user, page: Page) -> bool:
    """Whether `user` may change what visitors read of this page."""
    return page.permissions_for_user(user).can_publish()


def _parent_traduit(page: Page, locale: Locale) -> bool:
    parent = page.get_parent()
    return parent.is_root() or parent.get_translations().filter(locale=locale, alias_of=None).exists()


def _ecrasees(page: Page, locales: Iterable[Locale]) -> list[Page]:
    """The live translations of the pages beneath `page` that nobody follows any more."""
    arretees = Translation.objects.filter(
        enabled=False,
        target_locale__in=locales,
        source__object_id__in=page.get_descendants().values("translation_key"),
    )
    cles = arretees.values("source__object_id")
    return list(Page.objects.filter(translation_key__in=cles, locale__in=locales, live=True))


class FormulaireTraduction(SubmitTranslationForm):
    """Says what is missing before a translation is made."""

    def __init__(self, page: Page, *args, user, **kwargs) -> None:
        super().__init__(page, *args, **kwargs)
        self.page, self.user = page, user

    def clean_locales(self) -> QuerySet[Locale]:
        locales = self.cleaned_data["locales"]
        if not all(_parent_traduit(self.page, locale) for locale in locales):
            raise ValidationError(SANS_PARENT)
        return locales

    def clean(self) -> dict:
        donnees = super().clean()
        locales = donnees.get("locales") if donnees.get("include_subtree") else None
        if locales and not all(peut_publier(self.user, page) for page in _ecrasees(self.page, locales)):
            self.add_error("include_subtree", EN_LIGNE)
        return donnees


class Traduire(SubmitPageTranslationView):
    """« Translate this page »."""

    def get_form(self) -> forms.Form:
        if self.request.method == "POST":
            return FormulaireTraduction(self.object, self.request.POST, user=self.request.user)
        initial = super().get_form().initial
        return FormulaireTraduction(self.object, initial=initial, user=self.request.user)


class Synchroniser(UpdateTranslationsView):
    """« Sync translated pages »: who may not publish them all synchronises without publishing."""

    def get_form(self) -> UpdateTranslationsForm:
        formulaire = super().get_form()
        if not self._publiables():
            champ = formulaire.fields["publish_translations"]
            champ.disabled, champ.initial, champ.help_text = True, False, SANS_DROIT
            champ.widget = forms.HiddenInput()
        return formulaire

    def _publiables(self) -> bool:
        suivies = self.object.translations.filter(enabled=True)
        cibles = [t.get_target_instance() for t in suivies.select_related("target_locale", "source")]
        return all(peut_publier(self.request.user, page) for page in cibles if isinstance(page, Page))


def convertir_en_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """The page would show the source's text at once, as live as the source is."""
    if not peut_publier(request.user, get_object_or_404(Page, pk=page_id)):
        raise PermissionDenied
    return convert_to_alias(request, page_id)


def adresses() -> list[URLPattern | URLResolver]:
    """The same addresses as wagtail-localize's, to be found before them; their names are still those of its own."""
    return [
        path(
            "localize/",
            include(
                [
                    path("submit/page/<int:page_id>/", Traduire.as_view()),
                    path("update/<int:translation_source_id>/", Synchroniser.as_view()),
                    path("page/<int:page_id>/convert_to_alias/", convertir_en_alias),
                ]
            ),
        )
    ]
