"""Wagtail's document form, with our checks on the file."""

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from ressources.documents.validation import verifier_televersement


class DocumentForm(BaseDocumentForm):
    """Refuses a dangerous, disguised or oversized file with a message that says why."""

    def clean(self) -> dict:
        """A summary in one language calls for the other: both are shown."""
        donnees = super().clean()
        resumes = [donnees.get(f"resume_{langue}") for langue in ("fr", "en")]
        if any(resumes) and not all(resumes):
            manque = "resume_en" if resumes[0] else "resume_fr"
            self.add_error(manque, _("Donnez le résumé dans les deux langues."))
        return donnees

    def clean_file(self) -> File:
        fichier = self.cleaned_data["file"]
        if "file" in self.changed_data and fichier:
            verifier_televersement(fichier)
        return fichier
