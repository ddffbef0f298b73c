"""What a reply states beside its facts: what a mark proves, the year, out of how many, how far, in what language."""

from __future__ import annotations

import re

from eval.matching import MARK, normal, plain
from eval.proved import figures
from eval.score import Asked, Score, none_of

_MARKS = re.compile(r"((?:\[\d{1,3}\])+)")
_QUOTED = re.compile(r"[«“]\s*([^«»“”]*?)\s*[»”]\W*$")  # right before its mark
_BOLD = re.compile(r"\*\*([^*]+)\*\*[^*]*$")  # the last one before it
_CUT = re.compile(r"\s*\[?…\]?\s*")  # where a quotation leaves words out
_OUT_OF = re.compile(r"\b(?:sur|parmi|out of|of the|among)\b")
ROUNDED_KM = 0.55  # both the reply and its text round
LISTED = 3  # from this many co-ops on, a reply is a list

# Small words that one language has and the other hasn't.
_FRENCH = frozenset(
    "le la les des du et est sont dans ne pas il elle vous pour selon avec par que une en ou au aux".split()
)
_ENGLISH = frozenset("the of and is are in not it you for from according with by this that an at or be".split())
_SAID_BY_OTHERS = re.compile(r"«[^»]*»|“[^”]*”|\*\*[^*]*\*\*")  # quotations and names keep their own language


def marks_prove(asked: Asked) -> Score:
    """The quotation or the figure in bold that a mark follows is in the words that this mark cites."""
    quotes = {str(one.marker): one.quote for one in asked.reply.citations}
    declared = " ; ".join(asked.reply.computed)
    problems = []
    for line in asked.reply.answer.splitlines():
        parts = _MARKS.split(line)
        for before, marks in zip(parts[::2], parts[1::2], strict=False):
            cited = " ; ".join(quotes.get(mark, "") for mark in MARK.findall(marks))
            if (quoted := _QUOTED.search(before)) and not _in_order(quoted.group(1), cited):
                problems.append(f"« {quoted.group(1)} » n'est pas dans {marks}")
            elif (bold := _BOLD.search(before)) and figures(bold.group(1)) - figures(f"{cited} ; {declared}"):
                problems.append(f"{bold.group(1)} n'est pas dans {marks}")
    return none_of(problems)


def dated(asked: Asked) -> Score:
    """An answer says the year of each document that it cites, or the year that the cited words bear."""
    reply = asked.reply
    if reply.abstained or reply.clarifying:
        return Score(True)
    problems = []
    for name in dict.fromkeys(one.document for one in reply.citations):
        document = asked.sources.documents.get(name)
        years = {document.year} if document else set()
        years |= {year for one in reply.citations if one.document == name for year in re.findall(r"20\d\d", one.quote)}
        if not any(year in reply.answer for year in years):
            problems.append(f"cite {name} sans dire de quelle année")
    return none_of(problems)


def out_of_how_many(asked: Asked) -> Score:
    """A list of co-ops says out of how many it was drawn."""
    reply = asked.reply
    listed = len(reply.cooperatives) >= LISTED and not (reply.clarifying or reply.abstained)
    return Score(not listed or _OUT_OF.search(normal(reply.answer)) is not None, "une liste qui ne dit pas sur combien")


def distances_said(asked: Asked) -> Score:
    """The distance that a co-op is given is said, in kilometres; a follow-up may leave it at what was said before."""
    said = [float(km.replace(",", ".")) for km in re.findall(r"(\d+(?:[.,]\d)?) km", plain(asked.reply.answer))]
    return none_of(
        f"la distance de la coop {one.position}, {one.distance_km:.1f} km, n'est pas dite"
        for one in asked.reply.cooperatives
        if one.distance_km is not None and len(asked.messages) == 1
        if not any(abs(km - one.distance_km) <= ROUNDED_KM for km in said)
    )


def language(asked: Asked) -> Score:
    """The reply is in French, or in the language that the case asks for; quotations and names keep their own."""
    wanted = asked.expect.language or "fr"
    words = re.findall(r"[^\W\d_]+", _SAID_BY_OTHERS.sub(" ", asked.reply.answer).lower())
    counts = {"fr": sum(word in _FRENCH for word in words), "en": sum(word in _ENGLISH for word in words)}
    other = "en" if wanted == "fr" else "fr"
    return Score(
        counts[other] <= counts[wanted], f"la réponse n'est pas en {'anglais' if wanted == 'en' else 'français'}"
    )


def _in_order(quoted: str, cited: str) -> bool:
    """Whether each run of a quotation, between its cuts, comes in the cited words, in its order."""
    place = 0
    words = _bare(cited)
    for run in (_bare(part) for part in _CUT.split(quoted)):
        place = words.find(run, place)
        if place < 0:
            return False
    return True


def _bare(text: str) -> str:
    """The words alone: whatever the markup, the case and the spaces."""
    return " ".join(re.findall(r"\w+", normal(re.sub(r"</?u>", " ", text))))
