"""The table of forms: filled while documents are indexed, cleaned when the index is built again.

It may hold forms that documents have lost since; the engine is asked before one is suggested. Several hosts may read
the same events: adding twice does nothing.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched

from django.db import DatabaseError, transaction
from django.db.models import Max

from recherche.aide import revisions
from recherche.aide.vocabulaire import LectureFormes
from recherche.document import Document
from recherche.models import Forme

journal = logging.getLogger(__name__)
LOT = 500  # values of one statement: SQLite bounds its parameters
