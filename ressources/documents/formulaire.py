"""Wagtail's document form, with our checks on the file."""

from django.core.files.base import File
from wagtail.documents.forms import BaseDocumentForm

from ressources.documents.validation import verifier_televersement


class DocumentForm(BaseDocumentForm):
    """Refuses a dangerous, disguised or oversized file with a message that says why."""

    def clean_file(self) -> File:
        fichier = self.cleaned_data["file"]
        if "file" in self.changed_data and fichier:
            verifier_televersement(fichier)
        return fichier
