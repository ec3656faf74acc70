"""The address of a translation changes when its translator says so, never because the source changed its own."""

import json

from wagtail_localize.models import (
    String,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

CHEMIN = "slug"


def garder_les_adresses(source: TranslationSource) -> None:
    """When the source was read again, before its texts are: gives its new address the translations of the old one.

    Without this, wagtail-localize finds the new address untranslated and falls back on it.
    """
    contexte = TranslationContext.objects.filter(object_id=source.object_id, path=CHEMIN).first()
    ancien = source.stringsegment_set.select_related("string").filter(context=contexte).first()
    adresse = json.loads(source.content_json).get(CHEMIN)
    if not (contexte and ancien and adresse) or ancien.string.data == adresse:
        return
    nouvelle = String.from_value(source.locale, StringValue.from_plaintext(adresse))
    for traduction in source.translations.select_related("target_locale"):
        _garder(traduction, contexte, ancien.string, nouvelle)


def _garder(
    traduction: Translation, contexte: TranslationContext, ancienne: String, nouvelle: String
) -> None:
    locale = traduction.target_locale
    cible = traduction.source.object.get_instance_or_none(locale)
    if cible is None or getattr(cible, "alias_of_id", None):
        return
    deja = StringTranslation.objects.filter(locale=locale, context=contexte, translation_of=ancienne).first()
    qui = {
        "translation_type": deja.translation_type if deja else StringTranslation.TRANSLATION_TYPE_MANUAL,
        "tool_name": deja.tool_name if deja else "",
        "last_translated_by": deja.last_translated_by if deja else None,
    }
    StringTranslation.objects.update_or_create(
        locale=locale, context=contexte, translation_of=nouvelle, defaults=qui | {"data": cible.slug}
    )
