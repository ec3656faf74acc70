"""Static files with a hash in their name, ours compressed beforehand."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StatiquesEmpreintes(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage; a file missing from the manifest gives its plain address, not a 500."""

    manifest_strict = False
