"""RECHERCHE_URL, read."""

import pytest

from recherche.moteurs.elasticsearch.adresse import Adresse, AdresseInvalide, lire


@pytest.mark.parametrize(
    ("url", "attendue"),
    [
        ("http://h", Adresse(("http://h:9200",))),
        ("http://127.0.0.1:9270/essai-1", Adresse(("http://127.0.0.1:9270",), "essai-1")),
        (
            "https://u:m%40t%2F@a:9200,b.exemple.org:9201/portail_2/",
            Adresse(("https://a:9200", "https://b.exemple.org:9201"), "portail_2", "u", "m@t/"),
        ),
        ("https://u:a@b:c@h/x", Adresse(("https://h:9200",), "x", "u", "a@b:c")),
        ("http://[::1]:9200,[fe80::2]", Adresse(("http://[::1]:9200", "http://[fe80::2]:9200"))),
        (" http://a:1, b:2 ", Adresse(("http://a:1", "http://b:2"))),
    ],
)
def test_lire(url, attendue):
    assert lire(url) == attendue


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "must read"),
        ("localhost:9200", "must read"),
        ("ftp://h", "must read"),
        ("http://h/a?b=1", "must read"),
        ("http://", "no host"),
        ("http://a,,b", "no host"),
        ("http://h:0", "no host"),
        ("http://h:99999", "no host"),
        ("http://h h", "no host"),
        ("http://u@h", "user:password"),
        ("http://u:@h", "user:password"),
        ("http://h/Majuscule", "prefix"),
        ("http://h/a.b", "prefix"),
        ("http://h/a/b", "prefix"),
        ("http://h/-a", "prefix"),
    ],
)
def test_refuser(url, message):
    with pytest.raises(AdresseInvalide, match=message):
        lire(url)


def test_le_mot_de_passe_ne_se_montre_pas():
    assert "secret" not in repr(lire("http://u:secret@h"))
    with pytest.raises(AdresseInvalide) as refus:
        lire("http://u:secret@h/MAL")
    assert "secret" not in str(refus.value)
