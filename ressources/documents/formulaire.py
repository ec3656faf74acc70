"""Wagtail's document form, with our checks on the file."""

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from ressources.documents.ouverture import verifier_ouverture
from ressources.documents.validation import verifier_televersement


class DocumentForm(BaseDocumentForm):
    """Refuses a dangerous, disguised or oversized file with a message that says why."""

    def __init__(self, *args, **kwargs) -> None:
        """Says, under the file, what the search could not read in it."""
        super().__init__(*args, **kwargs)
        etat = self.instance.etat_de_lecture if self.instance.pk else ""
        if etat and "file" in self.fields:
            self.fields["file"].help_text = _("Lecture par la recherche\u00a0: %(etat)s.") % {"etat": etat}

    def clean(self) -> dict:
        """A summary in one language calls for the other: both are shown."""
        donnees = super().clean()
        resumes = [donnees.get(f"resume_{langue}") for langue in ("fr", "en")]
        if any(resumes) and not all(resumes):
            manque = "resume_en" if resumes[0] else "resume_fr"
            self.add_error(manque, _("Donnez le résumé dans les deux langues."))
        return donnees

    def _update_errors(self, errors: ValidationError) -> None:
        """A file refused is not on the model: what this one then says of its missing extension is false."""
        if "file" in self.errors and hasattr(errors, "error_dict"):
            errors.error_dict.pop("file", None)
            if not errors.error_dict:
                return
        super()._update_errors(errors)

    def clean_file(self) -> File:
        fichier = self.cleaned_data["file"]
        if "file" in self.changed_data and fichier:
            verifier_televersement(fichier)
            verifier_ouverture(fichier)
        return fichier
