"""The loader's ledger: what it wrote, so that a later change by an editor is never overwritten."""

from django.db import models


class Chargement(models.Model):
    """One row per loaded page: the fingerprint of the data and the revision that the loader left."""

    cle = models.CharField(max_length=120, unique=True)
    empreinte = models.CharField(max_length=64)
    page = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, related_name="+")
    revision = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return self.cle
