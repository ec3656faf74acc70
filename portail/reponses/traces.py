"""What the log says of a request that we refuse: its reason, without the trace that only a fault of ours deserves."""

import logging

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http.multipartparser import MultiPartParserError

DU_VISITEUR = (BadRequest, PermissionDenied, SuspiciousOperation, MultiPartParserError)


class SansTrace(logging.Filter):
    """Drops the traceback of what the visitor's request alone caused; the line stays."""

    def filter(self, record: logging.LogRecord) -> bool:
        genre = record.exc_info[0] if isinstance(record.exc_info, tuple) else None
        if genre is not None and issubclass(genre, DU_VISITEUR):
            record.exc_info = record.exc_text = None
        return True
