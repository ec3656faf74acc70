"""English as it is written here: Django's own abbreviates the month (Oct. 5, 2026)."""

DATE_FORMAT = "F j, Y"
