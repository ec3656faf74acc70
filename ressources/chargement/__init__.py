"""Loading bilingual content by code, through the real models and wagtail-localize.

A row of content is written once with both languages side by side; the loader makes the French page, then its
English translation, and keeps a ledger so that what an editor changed later is never overwritten.
"""
