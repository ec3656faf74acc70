"""tantivy's failures under our own names."""

from collections.abc import Iterator
from contextlib import contextmanager

from recherche.moteurs.base import ErreurMoteur


@contextmanager
def traduire(action: str) -> Iterator[None]:
    """Turns what tantivy raises during `action` into ErreurMoteur.

    A panic of its Rust code is a BaseException of a class that cannot be imported, hence the test by name.
    """
    try:
        yield
    except ErreurMoteur:
        raise
    except (ValueError, RuntimeError, OSError) as erreur:
        raise ErreurMoteur(f"{action}: {erreur}") from erreur
    except BaseException as erreur:
        if type(erreur).__name__ != "PanicException":
            raise
        raise ErreurMoteur(f"{action}: {erreur}") from erreur
