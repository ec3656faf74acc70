"""Admin forms of the classifications."""

from wagtail.admin.forms import WagtailAdminModelForm


class ClassementForm(WagtailAdminModelForm):
    """The code is given once: addresses and saved searches hold it for ever."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True


class ChiffreForm(ClassementForm):
    """Says why a figure is refused, in the words of the editorial rule."""

    def __init__(self, *args, **kwargs) -> None:
        from ressources.models.chiffres import SANS_ANNEE, SANS_SOURCE

        super().__init__(*args, **kwargs)
        for nom, message in (("annee", SANS_ANNEE), ("source", SANS_SOURCE)):
            if nom in self.fields:
                self.fields[nom].error_messages["required"] = message
