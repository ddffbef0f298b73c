"""What the layout of a block tells: a heading, a caption, a word that starts the next block's sentence."""

from __future__ import annotations

import re

from ingest.blocks import Block

_LONGEST_HEADING = 16  # words
_LONGEST_DOTTED = 6  # words of a heading that ends with a point or a colon
FIGURE = re.compile(r"\d[\d \u00a0]*(?:,\d+)?(?:\s?(?:h|km|%|\\?\$))?")


def is_short(block: Block) -> bool:
    """One line of a few words, out of any list."""
    return block.lines == 1 and not block.is_item and len(block.text.split()) <= _LONGEST_HEADING


def ends_with_point(block: Block) -> bool:
    """A very short line that ends with a point: "Mission."."""
    return block.text.endswith(".") and len(block.text.split()) <= _LONGEST_DOTTED


def is_heading(block: Block) -> bool:
    """A line alone that isn't a sentence, or one so short that its point is a heading's."""
    text = block.text
    if not is_short(block) or text[:1].islower() or "\t" in text or FIGURE.fullmatch(text):
        return False
    if text.endswith(":") and not text.isupper() and len(text.split()) > _LONGEST_DOTTED:
        return False  # a sentence that brings a list
    return ends_with_point(block) or not text.endswith((".", ",", ";"))


def is_caption_before(block: Block, after: Block) -> bool:
    """A caption printed above its figure: one line, the figure with its unit, nothing that captions it below."""
    with_unit = re.fullmatch(r"\d[\d ]*\s?(?:h|km|%|\\?\$)", after.text)
    return is_heading(block) and not block.text.isupper() and with_unit is not None


def is_lead(block: Block, after: Block | None) -> bool:
    """A word set apart that starts the sentence of the next block: "Fournir", then "à ses membres des biens…"."""
    one_word = is_short(block) and block.text.isalpha() and not block.text.isupper()
    return one_word and after is not None and not after.is_item and after.text[:1].islower()
