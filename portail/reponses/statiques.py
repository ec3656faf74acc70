"""Static files with a hash in their name, compressed beforehand."""

from pathlib import Path
from typing import Any

from django.conf import settings
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

NOTRES = "portail"  # the folder of what visitors download; the others are the admin's


class Compresseur(Compressor):
    """Gzip for all, Brotli besides for what visitors download: at its best it is slow, 17 s for the admin's files."""

    def __init__(self, **options: Any) -> None:
        super().__init__(use_brotli=False, **options)
        self.double = Compressor(**options)

    def compress(self, path: str) -> list[str]:
        """Writes the compressed copies of a file, and returns their names."""
        notre = Path(path).is_relative_to(Path(settings.STATIC_ROOT) / NOTRES)
        return self.double.compress(path) if notre else super().compress(path)


class StatiquesEmpreintes(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage; a file missing from the manifest gives its plain address, not a 500."""

    manifest_strict = False

    def create_compressor(self, **options: Any) -> Compressor:
        return Compresseur(**options)
