"""The site's own icons: 24 x 24 grid, 2-unit stroke in the colour of the text. Data only, no tag."""

ICONES: dict[str, str] = {
    "aide": '<path d="M12 20V5M5 12l7-7 7 7"/>',
    "astuce": (
        '<path d="M9 18h6M10 21h4M8.5 15A6.5 6.5 0 1 1 15.5 15c-.9.8-1 1.7-1 3h-5c0-1.3-.1-2.2-1-3z"/>'
    ),
    "attention": '<path d="M12 3.5 22 20.5H2zM12 10v4.5M12 17.3v.2"/>',
    "besoins": '<path d="M4 8h16v12H4zM8 8V5a4 4 0 0 1 8 0v3M9 13.5l2 2 4-4"/>',
    "calendrier": '<path d="M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4"/>',
    "coche": '<path d="m4.5 12.5 5 5 10-11"/>',
    "copier": '<path d="M9 9h11v11H9zM15 9V4H4v11h5"/>',
    "cout": (
        '<circle cx="12" cy="12" r="9"/>'
        '<path d="M15 9c-.5-1.2-1.6-1.7-3-1.7-1.8 0-3 .9-3 2.3 0 3.2 6 1.6 6 4.8'
        ' 0 1.4-1.3 2.3-3 2.3-1.6 0-2.7-.6-3.2-1.9M12 5.5v13"/>'
    ),
    "document": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
    "externe": '<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>',
    "fermer": '<path d="m6 6 12 12M18 6 6 18"/>',
    "filtres": '<path d="M4 7h16M7 12h10M10 17h4"/>',
    "fleche": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "format": '<path d="M4 5h16v11H4zM9 20h6M12 16v4"/>',
    "frein": '<path d="M12 4v15M5 12l7 7 7-7"/>',
    "gens": (
        '<circle cx="9" cy="8" r="3.5"/>'
        '<path d="M2.5 20c0-3.6 2.7-6 6.5-6s6.5 2.4 6.5 6M16 4.8'
        'a3.5 3.5 0 0 1 0 6.4M18 14.5c2.2.8 3.5 2.8 3.5 5.5"/>'
    ),
    "imprimer": '<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.2"/>',
    "lieu": (
        '<path d="M12 21.5c4-4.6 7-8.2 7-11.8a7 7 0 0 0-14 0c0 3.6 3 7.2 7 11.8z"/>'
        '<circle cx="12" cy="9.7" r="2.5"/>'
    ),
    "loupe": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "temps": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "telecharger": '<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>',
}
