"""Hands a new page to wagtail-localize, its segments written in bulk instead of one by one (a page has hundreds)."""

import json
import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments.types import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

Segments = list[Any]


def source_de(page: Page, segments: Segments) -> TranslationSource:
    """The translation source of `page`, which is published and specific; `segments` are those extracted from it.

    A page that wagtail-localize already knows is refreshed by wagtail-localize itself.
    """
    objet, _ = TranslatableObject.objects.get_or_create_from_instance(page)
    if TranslationSource.objects.filter(object=objet, locale_id=page.locale_id).exists():
        return TranslationSource.update_or_create_from_instance(page)[0]
    source = TranslationSource.objects.create(
        object=objet,
        locale_id=page.locale_id,
        specific_content_type=ContentType.objects.get_for_model(type(page)),
        content_json=page.to_json(),
        schema_version=get_schema_version(page._meta.app_label),
        object_repr=str(page)[:200],
        last_updated_at=timezone.now(),
    )
    _ecrire(source, page, segments)
    return source


def _ecrire(source: TranslationSource, page: Page, segments: Segments) -> None:
    contextes = _contextes(source, page, segments)
    textes = [s for s in segments if isinstance(s, StringSegmentValue)]
    gabarits = [s for s in segments if isinstance(s, TemplateSegmentValue)]
    chaines, modeles = _chaines(source, textes), _gabarits(gabarits)

    def commun(segment: Any) -> dict[str, Any]:
        return {"source": source, "context": contextes[segment.path], "order": segment.order}

    StringSegment.objects.bulk_create(
        StringSegment(string=chaines[s.string.data], attrs=_json(s.attrs), **commun(s)) for s in textes
    )
    TemplateSegment.objects.bulk_create(
        TemplateSegment(template=modeles[_uuid_gabarit(s)], **commun(s)) for s in gabarits
    )
    OverridableSegment.objects.bulk_create(
        OverridableSegment(data_json=_json(s.data), **commun(s))
        for s in segments
        if isinstance(s, OverridableSegmentValue)
    )
    for segment in segments:
        if isinstance(segment, RelatedObjectSegmentValue):
            RelatedObjectSegment.from_value(source, segment)


def _json(valeur: Any) -> str:
    return json.dumps(valeur, cls=DjangoJSONEncoder)


def _contextes(source: TranslationSource, page: Page, segments: Segments) -> dict[str, TranslationContext]:
    """The place of each segment in the page, by path."""
    chemins = dict.fromkeys(segment.path for segment in segments)
    neufs = [
        TranslationContext(object_id=source.object_id, path=c, path_id=TranslationContext._get_path_id(c))
        for c in chemins
    ]
    for contexte in neufs:
        contexte.save = lambda **_: None  # type: ignore[method-assign]  # computed here, saved below with the others
        contexte.get_field_path(page)
    connus = TranslationContext.objects.filter(object_id=source.object_id)
    return _completer(connus, neufs, "path")


def _chaines(source: TranslationSource, segments: Segments) -> dict[str, String]:
    """The strings of the segments, by text; the same text stands once for the whole site."""
    textes = dict.fromkeys(segment.string.data for segment in segments)
    neuves = [String(locale_id=source.locale_id, data=t, data_hash=String._get_data_hash(t)) for t in textes]
    connues = String.objects.filter(
        locale_id=source.locale_id, data_hash__in=[chaine.data_hash for chaine in neuves]
    )
    return _completer(connues, neuves, "data")


def _uuid_gabarit(segment: TemplateSegmentValue) -> uuid.UUID:
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, segment.format), segment.template)


def _gabarits(segments: Segments) -> dict[uuid.UUID, Template]:
    """The structures of the rich texts, by identifier."""
    neufs = {
        _uuid_gabarit(s): Template(
            uuid=_uuid_gabarit(s),
            template=s.template,
            template_format=s.format,
            string_count=s.string_count,
        )
        for s in segments
    }
    return _completer(Template.objects.filter(uuid__in=neufs), list(neufs.values()), "uuid")


def _completer(connus: Iterable[Model], voulus: list[Any], cle: str) -> dict[Any, Any]:
    """By `cle`, the records known and those of `voulus` that were missing, created."""
    par_cle = {getattr(objet, cle): objet for objet in connus}
    absents = [objet for objet in voulus if getattr(objet, cle) not in par_cle]
    if absents:
        type(absents[0]).objects.bulk_create(absents)
    return par_cle | {getattr(objet, cle): objet for objet in absents}
