"""Translates a page by code, as an editor would in wagtail-localize: same tables, same progress, same editor view."""

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.strings import StringValue, validate_translation_links

from ressources.traduction.segments import Segments, source_de

OUTIL = "chargement"  # StringTranslation.tool_name of what we write; an editor's own translation has none


class StructureDifferente(ValueError):
    """The two languages of a text do not have the same structure (blocks, paragraphs, list items, links)."""


@dataclass(frozen=True)
class Traduit:
    """What `traduire` did: the target page, the segments left in French, whether anything was written."""

    cible: Page | None
    manquants: tuple[str, ...]
    change: bool


def _par_chemin(segments: Segments) -> tuple[dict[str, list[str]], dict[str, Any]]:
    """What a page holds, by content path: its texts in order (a rich text has one per block element), and the
    values that a translation may replace (pictures, documents)."""
    textes: dict[str, list[str]] = defaultdict(list)
    valeurs: dict[str, Any] = {}
    for segment in segments:
        if isinstance(segment, StringSegmentValue):
            textes[segment.path].append(segment.string.data)
        elif isinstance(segment, OverridableSegmentValue):
            valeurs[segment.path] = segment.data
    return textes, valeurs


def _verifier(francais: dict[str, list[str]], anglais: dict[str, list[str]]) -> None:
    for chemin, textes in francais.items():
        if len(anglais.get(chemin, [])) not in (0, len(textes)):
            raise StructureDifferente(
                f"{chemin}: {len(textes)} segments en français, {len(anglais[chemin])} en anglais"
            )


def _ecrire(
    source: TranslationSource, locale: Locale, anglais: dict[str, list[str]]
) -> tuple[list[str], int]:
    """Writes the translations of the segments of `source`; returns the missing ones and how many were written."""
    deja = {
        (t.translation_of_id, t.context_id): t
        for t in StringTranslation.objects.filter(locale=locale, context__object_id=source.object_id)
    }
    rangs: dict[str, int] = defaultdict(int)
    neufs, modifies, manquants = [], [], []
    for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
        chemin = segment.context.path
        rang, rangs[chemin] = rangs[chemin], rangs[chemin] + 1
        textes = anglais.get(chemin, [])
        texte = textes[rang] if rang < len(textes) else None
        existante = deja.get((segment.string_id, segment.context_id))
        if existante:
            # Refresh only what the loader wrote itself and no editor touched since.
            ancien = existante.tool_name == OUTIL and existante.last_translated_by_id is None
            if texte is not None and ancien and existante.data != texte:
                existante.data = texte
                modifies.append(existante)
        elif texte is None:
            manquants.append(chemin)
        else:
            StringValue.from_translated_html(texte)  # raises ValueError on tags that do not belong
            validate_translation_links(segment.string.data, texte)  # bulk_create skips save()'s check
            traduction = StringTranslation(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                data=texte,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                tool_name=OUTIL,
            )
            deja[segment.string_id, segment.context_id] = traduction
            neufs.append(traduction)
    StringTranslation.objects.bulk_create(neufs)
    for traduction in modifies:
        traduction.save()
    return manquants


def _remplacer(source: TranslationSource, voulues: dict[str, Any], locale: Locale) -> None:
    """Gives the translation its own pictures and documents where it has others; an editor's choice stays."""
    deja = {
        o.context_id: o for o in SegmentOverride.objects.filter(locale=locale, context__object=source.object)
    }
    for segment in source.overridablesegment_set.select_related("context"):
        voulue = voulues.get(segment.context.path)
        existante = deja.get(segment.context_id)
        if voulue is None or (existante and existante.last_translated_by_id):
            continue
        if voulue != segment.data or existante:
            SegmentOverride.objects.update_or_create(
                locale=locale, context=segment.context, defaults={"data_json": json.dumps(voulue)}
            )


def traduire(page: Page, jumelle: Page, locale: Locale) -> Traduit:
    """Creates or refreshes the translation of `page`.

    `jumelle`: an unsaved instance of the same class with the same block ids and the texts of the other language,
    slug included. Raises StructureDifferente, or ValueError on a text that wagtail-localize refuses. Call it inside
    a transaction: the translation is published in it (wagtail-localize alone publishes only after commit).
    """
    anglais, remplacantes = _par_chemin(extract_segments(jumelle))
    segments = extract_segments(page)
    _verifier(_par_chemin(segments)[0], anglais)
    source = source_de(page, segments)
    traduction, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    if not traduction.enabled:  # an editor stopped the synchronisation of this page
        cible = source.object.get_instance_or_none(locale)
        return Traduit(cible and cible.specific, (), False)
    manquants = _ecrire(source, locale, anglais)
    _remplacer(source, remplacantes, locale)
    cible, _ = source.create_or_update_translation(
        locale, publish=False, fallback=True, copy_parent_pages=False
    )
    cible.latest_revision.publish()
    return Traduit(cible.specific_class.objects.get(pk=cible.pk), tuple(manquants), True)
