"""A content that a factory made once is put back as rows the next time.

Through Wagtail, its signals and its translations, a small site costs half a second to build; its rows cost some
milliseconds to write. `@memorise` on a factory keeps, for each content that it was called on and each value of its
arguments, what it changed: rows, embedded index, work left for the commit. Contents form a tree whose root is the
database as the migrations leave it. Any other write leaves the tree, and factories then build for real until the end
of the test. So they do where the result might depend on something else: patched code, another engine or registry,
a cache that holds something, arguments that cannot be compared. ESSAIS_SANS_INSTANTANES=1 builds everything for real.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from django.conf import UserSettingsHolder, settings
from django.core.cache import cache
from django.core.files import File
from django.db import connection, models
from django.utils import translation

from recherche.registre import registre
from ressources.tests import rangees
from ressources.tests.rangees import Tables

VALEURS = (str, bytes, int, float, type(None))
PROPRES_A_UN_ESSAI = {"RECHERCHE_DOSSIER", "ALLOWED_HOSTS", "SETTINGS_MODULE", "default_settings", "_deleted"}
INACTIF = os.environ.get("ESSAIS_SANS_INSTANTANES") == "1"
Attente = tuple[tuple[Callable, bool], ...]


class Incomparable(Exception):
    """A call whose arguments or result cannot be kept."""


@dataclass(frozen=True)
class Instance:
    """Where a row of a result is read again."""

    modele: type[models.Model]
    pk: Any


@dataclass
class Etat:
    """A known content, and what calls led to from there."""

    tables: Tables
    suites: dict[tuple, "Suite"] = field(default_factory=dict)


@dataclass(frozen=True)
class Suite:
    """What a call led to: the content, the tables that it touched, the index if it changed, the result, and what it
    left for the commit."""

    etat: Etat
    touchees: frozenset[str]
    index: Path | None
    resultat: Any
    attente: Attente


class Suivi:
    """Where the running test stands in the tree: `etat`, or None once it left it."""

    def __init__(self, dossier: Path) -> None:
        self.dossier = dossier  # where copies of the index are kept, as long as the session
        self.racine = Etat(rangees.lire(rangees.connues()))
        self.registre = registre()
        self.etat: Etat | None = None
        self.chantiers: list[set[str]] = []
        self.rustines = pytest.MonkeyPatch()
        self.muet = False

    def __call__(self, executer: Callable, sql: Any, parametres: Any, many: bool, contexte: dict) -> Any:
        """The wrapper of all the queries of a test."""
        if not self.muet and (table := rangees.ecrite(str(sql))):
            self.etat = None
            for chantier in self.chantiers:
                chantier.add(table)
        return executer(sql, parametres, many, contexte)

    @contextmanager
    def essai(self, rustines: pytest.MonkeyPatch) -> Iterator[None]:
        """A test that begins at the root, in a transaction that ends with it."""
        self.etat, self.chantiers, self.rustines = self.racine, [], rustines
        try:
            with connection.execute_wrapper(self):
                yield
        finally:
            self.etat = None

    @contextmanager
    def _silence(self) -> Iterator[None]:
        self.muet = True
        try:
            yield
        finally:
            self.muet = False

    def appeler(self, fabrique: Callable, args: tuple, kwargs: dict) -> Any:
        """The result of the factory, built or put back."""
        etat = self.etat
        if etat is None or self._derange():
            return fabrique(*args, **kwargs)
        try:
            cle = (fabrique.__module__, fabrique.__qualname__, figer(args), figer(kwargs), *_alentours())
        except Incomparable:
            return fabrique(*args, **kwargs)
        suite = etat.suites.get(cle)
        if suite is not None:
            self._remettre(etat, suite)
            return rendre(suite.resultat)
        return self._batir(etat, cle, lambda: fabrique(*args, **kwargs))

    def _derange(self) -> bool:
        """Whether something else than the database may change the result."""
        patche = self.rustines._setattr or self.rustines._setitem
        return bool(patche or cache._cache or settings.RECHERCHE_URL or registre() is not self.registre)

    def _remettre(self, etat: Etat, suite: Suite) -> None:
        """Writes the rows and the index that the call led to."""
        with self._silence():
            rangees.ecrire(etat.tables, suite.etat.tables, suite.touchees)
        for chantier in self.chantiers:
            chantier |= suite.touchees
        if suite.index:
            rangees.copier(suite.index, Path(settings.RECHERCHE_DOSSIER))
        points = set(connection.savepoint_ids)
        connection.run_on_commit = [(set(points), fonction, robuste) for fonction, robuste in suite.attente]
        self.etat = suite.etat

    def _batir(self, etat: Etat, cle: tuple, fabrique: Callable[[], Any]) -> Any:
        """Builds for real, and keeps what can be."""
        touchees: set[str] = set()
        self.chantiers.append(touchees)
        try:
            resultat = fabrique()
        finally:
            self.chantiers.pop()
        cache.clear()  # what follows a real building and what follows rows put back must start alike
        with suppress(Incomparable):
            suite = self._suite(etat, touchees, garder(resultat), cle)
            etat.suites[cle] = suite
            self.etat = suite.etat
            return rendre(suite.resultat)
        return resultat

    def _suite(self, etat: Etat, touchees: set[str], resultat: Any, cle: tuple) -> Suite:
        if not touchees <= etat.tables.keys():
            raise Incomparable(touchees - etat.tables.keys())
        with self._silence():
            nouvelles = rangees.lire(touchees)
        dossier, index = Path(settings.RECHERCHE_DOSSIER), None
        if rangees.noms(dossier) != cle[-1]:
            index = rangees.copier(
                dossier, self.dossier / f"{id(touchees)}-{len(list(self.dossier.iterdir()))}"
            )
        apres = Etat({**etat.tables, **nouvelles}) if touchees or index else etat
        return Suite(apres, frozenset(touchees), index, resultat, _attente())


def _attente() -> Attente:
    """What waits for the commit. A closure keeps the instances of its first test: they tell the same rows."""
    return tuple((fonction, robuste) for _, fonction, robuste in connection.run_on_commit)


def _alentours() -> tuple:
    """What a factory may depend on besides the database and its arguments; the names in the index come last."""
    surcharges: dict[str, str] = {}
    porteur = settings._wrapped
    while isinstance(porteur, UserSettingsHolder):
        propres = {n: repr(v) for n, v in vars(porteur).items() if n not in PROPRES_A_UN_ESSAI}
        surcharges = propres | surcharges  # the last value given is the one in force
        porteur = porteur.default_settings
    attente = tuple((fonction.__module__, fonction.__qualname__) for fonction, _ in _attente())
    noms = rangees.noms(Path(settings.RECHERCHE_DOSSIER))
    return translation.get_language(), tuple(sorted(surcharges.items())), attente, noms


def figer(valeur: Any) -> Any:
    """A hashable image of an argument, equal for equal arguments only. Raises Incomparable."""
    if isinstance(valeur, models.Model):
        noms = (champ.attname for champ in valeur._meta.concrete_fields)
        return valeur._meta.label, tuple((nom, _texte(valeur.__dict__.get(nom))) for nom in noms)
    if isinstance(valeur, dict):
        return dict, tuple((nom, figer(v)) for nom, v in valeur.items())
    if isinstance(valeur, list | tuple):
        return type(valeur), tuple(figer(v) for v in valeur)
    return type(valeur), _texte(valeur)


def _texte(valeur: Any) -> str:
    """What tells a value from another. Raises Incomparable for one that shows its address only."""
    texte = repr(valeur)
    if " object at 0x" in texte or isinstance(valeur, File):
        raise Incomparable(valeur)
    return texte


def garder(resultat: Any) -> Any:
    """A result without its instances. Raises Incomparable."""
    if isinstance(resultat, models.Model):
        return Instance(type(resultat), resultat.pk)
    if isinstance(resultat, dict):
        return {nom: garder(v) for nom, v in resultat.items()}
    if isinstance(resultat, list | tuple):
        return type(resultat)(garder(v) for v in resultat)
    if isinstance(resultat, VALEURS):
        return resultat
    raise Incomparable(resultat)


def rendre(garde: Any) -> Any:
    """The result again, its instances read from the database."""
    if isinstance(garde, Instance):
        return garde.modele._default_manager.get(pk=garde.pk)
    if isinstance(garde, dict):
        return {nom: rendre(v) for nom, v in garde.items()}
    return type(garde)(rendre(v) for v in garde) if isinstance(garde, list | tuple) else garde


class _Session:
    """The tree of this process, from its first test on a database to its first test that commits."""

    suivi: Suivi | None = None
    abandonnee = INACTIF


@contextmanager
def essai(dossiers: pytest.TempPathFactory, rustines: pytest.MonkeyPatch) -> Iterator[None]:
    """What the decorated factories of a test may use; the test has written nothing yet."""
    if _Session.abandonnee:
        yield
        return
    _Session.suivi = _Session.suivi or Suivi(dossiers.mktemp("instantanes"))
    with _Session.suivi.essai(rustines):
        yield


def abandonner() -> None:
    """The database is about to change for good: what was kept is worth nothing."""
    _Session.suivi, _Session.abandonnee = None, True


def memorise(fabrique: Callable) -> Callable:
    """Decorates a factory whose rows may be put back."""

    @wraps(fabrique)
    def appel(*args: Any, **kwargs: Any) -> Any:
        suivi = _Session.suivi
        return suivi.appeler(fabrique, args, kwargs) if suivi else fabrique(*args, **kwargs)

    return appel
