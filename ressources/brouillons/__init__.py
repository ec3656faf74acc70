"""What drafts, scheduled and older revisions hold: they bind like a published page, and never break.

A record that a published page protects, a draft or a scheduled revision protects too (`liens`); of what it uses without
protecting it, the admin warns (`usages`). What is gone since an older revision was saved comes back empty, and the form
asks for it again (`lecture`).
"""
