"""Admin forms of the classifications."""

from wagtail.admin.forms import WagtailAdminModelForm


class ClassementForm(WagtailAdminModelForm):
    """The code is given once: addresses and saved searches hold it for ever."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True
