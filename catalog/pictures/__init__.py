"""Drawn pictures for goods without a photo, and drawn covers for makers: pure functions from words to SVG.

A picture is chosen by the product's name (through the vocabulary), else by its set, else by its sector, and varied by
a stable seed such as the slug. It is never a photo and never pretends to be one: see `alt`.
"""

from catalog.pictures.addresses import EDITION, picture_key, seed_of
from catalog.pictures.choosing import type_of
from catalog.pictures.covers import draw_cover
from catalog.pictures.drawing import draw
from catalog.pictures.naming import alt, subject

__all__ = ["EDITION", "alt", "draw", "draw_cover", "picture_key", "seed_of", "subject", "type_of"]
