"""A shorter form of an answer: its first lines, its long quotations cut, only the citations that remain.

>>> shorter(Answer(Outcome.ANSWERED, "Un fait très court. [1]\\n\\nUn autre."), 20).text
'Un fait très court. [1]'
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.question import Question
from assistant.wording import Wording

ENOUGH = 220  # characters: what is told of a thing in short
WHOLE = 400  # the same where nothing longer was told before: one sentence, whole
_ITEM = re.compile(r"^(\d+\. \*\*[^*]+\*\*[^:;\[«]*).*?((?:\[\d+\])+).*$")
_HEAD = re.compile(r"\*\*[^*]+\*\*")  # the name of one of several co-ops, above what is told of it
_MARKS = re.compile(r"\[(\d+)\]")
_QUOTE = re.compile(r"(« |: \*\*)([^«»*]{200,}?)( »|\*\*)")


def in_short(answer: Answer, question: Question) -> Answer:
    """The answer, shorter where that was asked for."""
    if question.form != "short" or answer.outcome not in (Outcome.ANSWERED, Outcome.ABSTAIN):
        return answer
    short = shorter(answer, ENOUGH if question.follows else WHOLE)
    document = short.citations[0].document if short.citations else None
    if document is None or document.year in short.text or document.date in short.text:
        return short
    dated = Wording(question.language).say("intro.confirm_plain", date=document.date)
    return replace(short, text=f"{short.text} {dated}")


def shorter(answer: Answer, enough: int) -> Answer:
    """The first paragraphs of an answer up to `enough` characters, and every line of a list, without its details."""
    kept: list[str] = []
    said = 0
    lines = answer.text.split("\n")
    of_several = sum(bool(_HEAD.fullmatch(line)) for line in lines) > 1
    for line in lines:
        item = _ITEM.match(line)
        if item:
            kept.append(f"{item[1].rstrip(' —')} {item[2]}")
        elif not kept or said < enough or (of_several and (_HEAD.fullmatch(line) or line.startswith("- "))):
            line = _QUOTE.sub(lambda m: m[0] if len(m[2]) <= enough else f"{m[1]}{_cut(m[2])}{m[3]}", line)
            kept.append(_first_sentence(line) if len(line) > enough else line)
            said += len(kept[-1])
    return _renumbered(replace(answer, text="\n".join(kept).strip()))


def _cut(text: str) -> str:
    """The beginning of a long quotation, up to a pause."""
    head = text[:160]
    pause = max(head.rfind(sign) for sign in (";", ".", ","))
    return f"{(head[:pause] if pause > 60 else head.rsplit(' ', 1)[0]).rstrip(' ,;')} […]"


def _first_sentence(line: str) -> str:
    """A paragraph's first sentence, with all the paragraph's marks where it has none of its own."""
    first = re.match(r".{60,}?[.!?](?= [A-ZÉÈÀ«*])", line)
    if first is None:
        return line
    if _MARKS.search(first.group()):
        return _closed(first.group())
    marks = "".join(dict.fromkeys(m.group() for m in _MARKS.finditer(line) if m.group() not in first.group()))
    return f"{_closed(first.group())} {marks}".rstrip()


def _closed(text: str) -> str:
    """A text cut inside a quotation or bold words, closed."""
    if text.count("**") % 2:
        text = f"{text.rstrip('.')} […]**"
    return f"{text.rstrip('.')} […] »" if text.count("«") > text.count("»") else text


def _renumbered(answer: Answer) -> Answer:
    """The answer with the citations that its text still marks, numbered again."""
    used = list(dict.fromkeys(int(n) for n in _MARKS.findall(answer.text) if int(n) <= len(answer.citations)))
    if not answer.citations:
        return answer
    numbers = {old: new for new, old in enumerate(used, 1)}
    text = _MARKS.sub(lambda m: f"[{numbers.get(int(m[1]), m[1])}]", answer.text)
    return replace(answer, text=text, citations=tuple(answer.citations[n - 1] for n in used))
