"""What a message says of the service it looks for, as a condition: the row that prints it, or those that tell it.

"la coop qui a une mini-urgence" means the one row with that word, "un psychologue qui parle anglais" those that offer
psychology and speak of a language.
"""

from __future__ import annotations

from assistant.hearing import Ear, Heard
from assistant.topics import SpeaksOf
from index.cells import stem
from index.criteria import Holds, Offers
from index.criterion import Criterion, Truth
from index.directory import Directory
from ingest.french import words


def printed_once(heard: Heard, directory: Directory, ear: Ear) -> tuple[Criterion, ...]:
    """Where one co-op is asked for, the phrase for a service that one row alone prints, with the words unheard.

    A phrase only: alone, "chiropraticien" is a way to write the service, and others write it otherwise.
    """
    if not heard.cue("singular") or heard.cue("plural", "near", "nearest", "count") or heard.places:
        return ()
    for hit in heard.services:
        said = tuple(w.folded for w in heard.message.words[hit.first : hit.last] if w.folded not in ear.stop)
        own = {stem(w.folded) for code in hit.code.split("|") for w in words(ear.service_name(code))}
        if len(said) < 2 or all(stem(w) in own for w in said):
            continue
        for asked in ((*said, *heard.left), said):
            holds = Holds(asked)
            rows = [s for s in directory.sites if holds.judge(s, directory.gazetteer).truth is Truth.YES]
            if len(rows) == 1 and Offers(hit.code).judge(rows[0], directory.gazetteer).truth is Truth.YES:
                return (holds,)
    return ()


def told_beside(heard: Heard, services: tuple[str, ...], directory: Directory, ear: Ear) -> tuple[Criterion, ...]:
    """The topics said of a service, where some row offers it and a clause of it speaks of them; none else."""
    if not heard.cue("singular", "plural") or not services:
        return ()
    spoken = tuple(SpeaksOf(ear.topics, code, asked=heard.message.folded) for code in heard.topic_codes)
    wanted: tuple[Criterion, ...] = (*(Offers(*_codes(code)) for code in services), *spoken)

    def all_hold(position: int) -> bool:
        site = directory.sites[position]
        verdicts = [c.judge(site, directory.gazetteer) for c in wanted]
        clauses = [{s for s in v.spans} for v in verdicts]
        beside = any(a.contains(b) or b.contains(a) for a in clauses[0] for told in clauses[1:] for b in told)
        return beside and all(v.truth is Truth.YES for v in verdicts)

    return spoken if any(all_hold(i) for i in range(len(directory.sites))) else ()


def _codes(codes: str) -> tuple[str, tuple[str, ...]]:
    first, *others = codes.split("|")
    return first, tuple(others)
