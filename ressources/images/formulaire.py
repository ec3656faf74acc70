"""Wagtail's picture form: a picture is received when it can be drawn, and else the reason is said."""

from io import BytesIO

import PIL.Image
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

TROP_DE_POINTS = _(
    "Cette image a trop de points pour être affichée. Réduisez-la à 8000 points de côté ou moins."
)
ABIMEE = _(
    "Cette image est incomplète ou abîmée\u00a0: elle ne s’affiche pas en entier. Enregistrez-la de nouveau."
)


class ChampImage(WagtailImageField):
    """Draws the whole picture before it is kept: its first bytes say nothing of the last."""

    def to_python(self, data):  # noqa: ANN201 - Wagtail's file, or None
        try:
            fichier = super().to_python(data)
            if fichier is not None:
                self._dessiner(fichier)
        except ValidationError:
            raise
        except PIL.Image.DecompressionBombError as erreur:
            raise ValidationError(TROP_DE_POINTS, code="trop-de-points") from erreur
        except Exception as erreur:  # each format has failures of its own
            raise ValidationError(ABIMEE, code="abimee") from erreur
        return fichier

    @staticmethod
    def _dessiner(fichier) -> None:
        fichier.seek(0)
        with PIL.Image.open(BytesIO(fichier.read())) as image:
            image.load()
        fichier.seek(0)


class ImageForm(BaseImageForm):
    """Our field in place of Wagtail's."""

    file = ChampImage(label=_("Fichier"), widget=BaseImageForm.Meta.widgets["file"])
