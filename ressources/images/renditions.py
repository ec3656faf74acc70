"""Resized pictures, made ready for a whole page at once: as many queries for twenty pictures as for one."""

from collections.abc import Iterable
from io import BytesIO
from itertools import product

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError

from ressources.models import ImagePortail, Rendition


def preparer(images: Iterable[ImagePortail], specs: Iterable[str]) -> None:
    """Gives each picture its copies for these specs, as a prefetch would: templates then ask nothing.

    From the cache, else one query, else they are made and written together. A picture whose file is missing or broken
    is marked `illisible`: templates show something else.
    """
    filtres = [Filter(spec) for spec in specs]
    voulues = {
        Rendition.construct_cache_key(image, filtre.get_cache_key(image), filtre.spec): (image, filtre)
        for image, filtre in product(images, filtres)
        if not image.is_svg()
    }
    if not voulues:
        return
    trouvees = Rendition.cache_backend.get_many(voulues)
    if manquantes := voulues.keys() - trouvees.keys():
        nouvelles = _lues_ou_faites({cle: voulues[cle] for cle in manquantes})
        Rendition.cache_backend.set_many(nouvelles)
        trouvees |= nouvelles
    for image, _filtre in voulues.values():
        image.prefetched_renditions = getattr(image, "prefetched_renditions", [])
    for cle, rendition in trouvees.items():
        image = rendition.image = voulues[cle][0]
        image.prefetched_renditions.append(rendition)
    for cle in voulues.keys() - trouvees.keys():
        voulues[cle][0].illisible = True


def _lues_ou_faites(voulues: dict[str, tuple[ImagePortail, Filter]]) -> dict[str, Rendition]:
    """Those of the database, and the others made now, by cache key."""
    lues = Rendition.objects.filter(
        image__in={image.pk for image, _filtre in voulues.values()},
        filter_spec__in={filtre.spec for _image, filtre in voulues.values()},
    )
    connues = {(r.image_id, r.filter_spec, r.focal_point_key): r for r in lues}
    reperes = {
        cle: (image.pk, filtre.spec, filtre.get_cache_key(image)) for cle, (image, filtre) in voulues.items()
    }
    trouvees = {cle: connues[repere] for cle, repere in reperes.items() if repere in connues}
    faites = {cle: faite for cle in voulues.keys() - trouvees.keys() if (faite := _faire(*voulues[cle]))}
    if faites:
        # Another process may have made the same meanwhile: its row stays, our file is as good.
        Rendition.objects.bulk_create(faites.values(), ignore_conflicts=True)
    return trouvees | faites


def _faire(image: ImagePortail, filtre: Filter) -> Rendition | None:
    try:
        with image.open_file() as fichier:
            return image.generate_rendition_instance(filtre, BytesIO(fichier.read()))
    except (SourceImageIOError, InvalidFilterSpecError):
        return None
