"""Any host may be asked."""

import pytest


@pytest.fixture
def hotes(settings):
    settings.ALLOWED_HOSTS = ["*"]
