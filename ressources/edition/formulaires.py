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
        super().__init__(*args, **kwargs)
        for nom in {"annee", "source"} & set(self.fields):
            message = self.instance._meta.get_field(nom).error_messages["blank"]
            self.fields[nom].error_messages["required"] = message
