"""What the bulk writing hands to wagtail-localize is what wagtail-localize would have written itself."""

import pytest
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    TemplateSegment,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments.extract import extract_segments

from ressources.models import OutilPage
from ressources.tests.chargement.test_chargement import corps
from ressources.tests.fabriques import fiche, image, publier
from ressources.traduction.segments import source_de

pytestmark = pytest.mark.django_db


def page() -> OutilPage:
    return publier(fiche("outil", titre="L'eau & le café", corps=corps("fr"), image=image("eau.png")))


def rangees(source: TranslationSource) -> dict[str, list]:
    """All that a source holds, without primary keys."""
    return {
        "textes": sorted(
            StringSegment.objects.filter(source=source).values_list(
                "order", "context__path", "context__field_path", "string__data", "string__data_hash", "attrs"
            )
        ),
        "gabarits": sorted(
            TemplateSegment.objects.filter(source=source).values_list(
                "order", "context__path", "context__path_id", "template__uuid", "template__template"
            )
        ),
        "valeurs": sorted(
            OverridableSegment.objects.filter(source=source).values_list(
                "order", "context__path", "data_json"
            )
        ),
    }


def test_memes_rangees_que_la_bibliotheque():
    fiche_ = page()
    notre = source_de(fiche_, list(extract_segments(fiche_)))
    notres, contenu = rangees(notre), notre.content_json
    assert all(notres.values())
    notre.delete()
    TranslationContext.objects.all().delete()
    String.objects.all().delete()
    leur, cree = TranslationSource.update_or_create_from_instance(fiche_)
    assert cree
    assert rangees(leur) == notres
    assert leur.content_json == contenu


def test_une_page_connue_est_rafraichie():
    fiche_ = page()
    source_de(fiche_, list(extract_segments(fiche_)))
    fiche_.resume = "Un tout autre résumé."
    fiche_ = publier(fiche_)
    source = source_de(fiche_, list(extract_segments(fiche_)))
    assert StringSegment.objects.filter(source=source, string__data="Un tout autre résumé.").count() == 1
    assert TranslationSource.objects.count() == 1
