"""Admin forms of the classifications."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

ENTIERS = _(
    "Un point par unité ne dessine que des nombres entiers, de zéro ou plus. Choisissez plutôt des barres."
)
POSITIF = _("La fin de l’échelle est plus grande que zéro, ou vide.")
DEPASSE = _("Un des chiffres va plus loin que la fin de l’échelle. Agrandissez-la, ou laissez-la vide.")


class ClassementForm(WagtailAdminModelForm):
    """The code is given once: addresses and saved searches hold it for ever."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True


class GraphiqueForm(ClassementForm):
    """Says what the chosen form cannot draw, before it is published."""

    def clean(self) -> dict:
        donnees = super().clean()
        nombres = [chiffre.nombre for chiffre in self._chiffres() if chiffre.nombre is not None]
        if donnees.get("forme") == "unites" and any(nombre < 0 or nombre % 1 for nombre in nombres):
            self.add_error("forme", ENTIERS)
        maximum = donnees.get("maximum")
        if maximum is not None and maximum <= 0:
            self.add_error("maximum", POSITIF)
        elif maximum is not None and nombres and max(nombres) > maximum:
            self.add_error("maximum", DEPASSE)
        return donnees

    def _chiffres(self) -> list:
        """The figures of the lines that stay, as they were typed."""
        lignes = self.formsets["lignes"]
        lignes.is_valid()
        gardees = (f.cleaned_data for f in lignes.forms if hasattr(f, "cleaned_data"))
        return [d["chiffre"] for d in gardees if d.get("chiffre") and not d.get("DELETE")]


class ChiffreForm(ClassementForm):
    """Says why a figure is refused, in the words of the editorial rule."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for nom in {"annee", "source"} & set(self.fields):
            message = self.instance._meta.get_field(nom).error_messages["blank"]
            self.fields[nom].error_messages["required"] = message
