"""Irregular forms that no suffix rule reaches, folded."""

FRANCAIS = {"jeux": "jeu", "travaux": "travail", "yeux": "oeil", "milieux": "milieu"}
ANGLAIS = {"children": "child", "feet": "foot", "women": "woman", "men": "man"}
