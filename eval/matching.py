"""Comparing what an answer says with what it should: folded, whatever the thousands separator or the phone's dashes.

>>> says("Elle compte **3 600** membres [1].", "3600")
True
>>> says("Elle compte 36 membres.", "6")
False
"""

from __future__ import annotations

import re

from ingest.french import fold

MARK = re.compile(r"\[(\d{1,3})\]")
PHONE = re.compile(r"(?<!\d)(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3,4}[ .-]\d{4}(?!\d)")
# The thousands are printed "3 600", "3 600" with a no-break space (folded to a space before) or "3,600" in English.
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,]\d{3})+(?!\d)")
_ORDINAL = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)  # "2. " that numbers a line of a list


def plain(answer: str) -> str:
    """The answer as it is read: without marks, list numbers, emphasis and escapes; the case and accents stay."""
    text = _ORDINAL.sub(" ", MARK.sub(" ", answer))
    return re.sub(r"[*`\\]", "", text).replace("\u00a0", " ").replace("\u202f", " ")


def normal(text: str) -> str:
    """`text` folded, its phones as bare digits and its thousands joined."""
    folded = PHONE.sub(lambda phone: digits(phone.group()), fold(text))
    return _THOUSANDS.sub(lambda number: re.sub(r"[ ,]", "", number.group()), folded)


def says(text: str, fact: str) -> bool:
    """Whether `text` holds `fact` from the start of a word on; a figure at its end must be whole: no "8" in "80"."""
    wanted = normal(fact)
    end = r"(?!\d|[.,]\d)" if wanted[-1:].isdigit() else ""
    start = r"(?<!\w)(?<!\d[.,])" if wanted[:1].isalnum() else ""
    return re.search(start + re.escape(wanted) + end, normal(plain(text))) is not None


def words(text: str) -> set[str]:
    """The folded words of a text, those of one letter left out."""
    return set(re.findall(r"\w{2,}", normal(text)))


def digits(text: str) -> str:
    """The digits of a phone number, without the long-distance 1."""
    bare = re.sub(r"\D", "", text)
    return bare[1:] if len(bare) == 11 and bare.startswith("1") else bare
