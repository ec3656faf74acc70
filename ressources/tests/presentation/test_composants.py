"""Template tags of the components."""

from datetime import date
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils.translation import override
from wagtail import blocks

from ressources.blocks import CORPS, SourceBlock
from ressources.images.courtepointe import courtepointe
from ressources.templatetags.composants import (
    MOTS_PAR_MINUTE,
    classe_dominante,
    classe_pilier,
    compter_mots,
    date_longue,
    icone,
    minutes,
    piliers_du_terme,
    suite_annee,
)
from ressources.templatetags.icones import ICONES


def rendre(source: str, **contexte) -> str:
    return Template("{% load composants %}" + source).render(Context(contexte))


def test_la_courtepointe_accepte_codes_et_fiches():
    attendu = courtepointe("ou-essai", ["PAR", "ENF"], 3, 2)
    balise = "{% courtepointe cle='ou-essai' piliers=piliers colonnes=3 rangs=2 %}"
    assert rendre(balise, piliers=["PAR", "ENF"]) == attendu
    assert rendre(balise, piliers=[{"code": "PAR"}, {"code": "ENF"}]) == attendu
    assert rendre(balise, piliers=[SimpleNamespace(code="PAR"), SimpleNamespace(code="ENF")]) == attendu


def test_la_courtepointe_n_ecrit_pas_sa_cle():
    dessin = rendre("{% courtepointe cle=cle %}", cle='"><script>alert(1)</script>')
    assert "script" not in dessin
    assert ElementTree.fromstring(dessin).tag.endswith("svg")


def test_la_courtepointe_sans_pilier_porte_les_quatre():
    dessin = rendre("{% courtepointe cle='x' piliers=piliers colonnes=8 rangs=8 %}", piliers=[])
    assert all(f'class="q-{code}"' in dessin for code in ("enf", "par", "cdv", "age"))


def test_la_forme_d_un_pilier_est_decorative():
    assert 'aria-hidden="true"' in rendre("{% forme code='CDV' %}")


@pytest.mark.parametrize("nom", sorted(ICONES))
def test_chaque_icone_est_un_svg_bien_forme(nom):
    racine = ElementTree.fromstring(icone(nom))
    assert racine.attrib["aria-hidden"] == "true"
    assert len(racine) >= 1


def test_une_icone_inconnue_se_voit_tout_de_suite():
    with pytest.raises(KeyError):
        rendre("{% icone 'licorne' %}")


def test_les_classes_des_piliers():
    assert classe_pilier("ENF") == "enf"
    assert classe_pilier({"code": "AGE"}) == "age"
    assert classe_pilier(None) == ""
    assert classe_dominante([{"code": "CDV"}, {"code": "ENF"}]) == "cdv"
    assert classe_dominante([]) == ""


def test_les_piliers_d_un_terme():
    assert piliers_du_terme(SimpleNamespace(code="CDV")) == ["CDV"]
    assert piliers_du_terme(SimpleNamespace(code="PAR-3", pilier=SimpleNamespace(code="PAR"))) == ["PAR"]
    assert piliers_du_terme(SimpleNamespace(code="peres")) == []


def test_les_minutes_d_un_texte_riche():
    assert minutes("<p>" + "mot " * MOTS_PAR_MINUTE * 3 + "</p>") == 3
    assert minutes("<p>Deux <b>mots</b></p>") == 1
    assert minutes("<p></p>") == 0


def test_un_flux_compte_ses_mots_et_rien_d_autre():
    flux = blocks.StreamBlock(CORPS)
    etapes = {"titre": "un deux", "etapes": [{"titre": "trois", "texte": "<p>quatre</p>", "duree": "5 min"}]}
    valeur = flux.to_python(
        [
            {"type": "texte", "value": "<p>Sept <b>huit</b></p>", "id": "b"},
            {"type": "etapes", "value": etapes},
        ]
    )
    assert compter_mots(valeur) == 8
    assert minutes(valeur) == 1
    assert minutes(flux.to_python([])) == 0


@pytest.mark.parametrize(
    ("langue", "jour", "attendu"),
    [
        ("fr", date(2026, 10, 1), "1er octobre 2026"),
        ("fr", date(2026, 10, 11), "11 octobre 2026"),
        ("en", date(2026, 10, 1), "October 1, 2026"),
        ("fr", None, ""),
    ],
)
def test_date_longue(langue, jour, attendu):
    with override(langue):
        assert date_longue(jour) == attendu


@pytest.mark.parametrize(
    ("source", "annee", "attendu"),
    [
        ("Faits saillants", 2019, ", 2019"),
        ("Bilan, 2024-2025", 2025, ""),
        ("Présentation du 14 novembre 2019", 2019, ""),
        ("Sans date", None, ""),
    ],
)
def test_l_annee_ne_se_dit_pas_deux_fois(source, annee, attendu):
    assert suite_annee(source, annee) == attendu


@pytest.mark.parametrize(
    ("page", "attendu"), [("fr", "<cite>Bilan</cite>"), ("en", '<cite lang="fr">Bilan</cite>')]
)
def test_une_source_dit_la_langue_de_son_titre(page, attendu):
    """A value stored before sources said their language is in French."""
    valeur = SourceBlock().to_python({"titre": "Bilan", "annee": 2019, "reperage": "p. 2", "url": ""})
    with override(page):
        assert SourceBlock().render(valeur).strip().startswith(f"{attendu}, 2019")
        valeur["url"], valeur["langue"] = "https://exemple.ca", "en"
        assert (' lang="en"' in SourceBlock().render(valeur)) == (page == "fr")
