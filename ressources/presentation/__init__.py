"""What the templates show, as plain values: cards, facts, breadcrumbs, related sheets, and the content of each page."""
