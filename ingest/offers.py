"""What an entry says of each service: offered, planned or absent, with the words that show it.

Three columns are read. In the services every service named is offered, unless a cue says otherwise. A doctor in place
shows that his or her specialty is offered. In the particularities a service counts only in a sentence that offers or
plans one. Cues and what they reach stand in `lexicon/cues.toml`. Where an entry speaks of a service several times, the
first *offered* wins over *planned*; "Aucun service médical" makes family medicine absent.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.clauses import pieces, segments, sentences
from ingest.document import Span
from ingest.entry import Cell, Offer, Service, State
from ingest.french import fold
from ingest.services import Lexicon

_NO_MEDICAL_SERVICE = "medecine_familiale"  # what "Aucun service médical" denies
_GENERAL_DOCTORS = frozenset({"soins_infirmiers"})  # in the doctors' column, words that don't make a service
_RANK = {Offer.OFFERED: 0, Offer.ABSENT: 1, Offer.PLANNED: 2}


@dataclass(frozen=True, slots=True)
class _Cues:
    planned_cell: re.Pattern[str]
    planned_sentence: re.Pattern[str]
    planned_segment: re.Pattern[str]
    absent: re.Pattern[str]
    others: re.Pattern[str]
    dated: re.Pattern[str]
    offered: re.Pattern[str]
    status: dict[str, re.Pattern[str]]


@cache
def _cues() -> _Cues:
    data = tomllib.loads((files("ingest") / "lexicon" / "cues.toml").read_text(encoding="utf-8"))
    status = {value: _any(patterns) for value, patterns in data.pop("status").items()}
    return _Cues(**{name: _any(patterns) for name, patterns in data.items()}, status=status)


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def status(*cells: Span | None) -> Cell[str]:
    """The co-op's own status as printed, with the words; not said where no cell tells it."""
    for cell in cells:
        if cell is None:
            continue
        for sentence in sentences(cell):
            for value, pattern in _cues().status.items():
                if found := pattern.search(fold(sentence.quote)):
                    return Cell(State.STATED, value, _words_of(sentence, found))
    return Cell(State.UNSAID)


def read_services(
    services: Span | None, doctors: Span | None, particularities: Span | None, own_status: Cell[str], lexicon: Lexicon
) -> tuple[Service, ...]:
    """One `Service` for each code the entry speaks of, in the order of the document."""
    found = [*_in_services(services, lexicon), *_in_doctors(doctors, lexicon)]
    found += _in_particularities(particularities, lexicon)
    if own_status.value in {"starting", "planned"}:  # nothing is offered yet by a co-op that hasn't opened
        found = [service if service.offer is Offer.ABSENT else _as(Offer.PLANNED, service) for service in found]
    best: dict[str, Service] = {}
    for service in found:
        if service.code not in best or _RANK[service.offer] < _RANK[best[service.code].offer]:
            best[service.code] = service
    return tuple(sorted(best.values(), key=lambda service: (service.span, service.code)))


def _in_services(cell: Span | None, lexicon: Lexicon) -> list[Service]:
    if cell is None:
        return []
    cues, found = _cues(), []
    whole = Offer.PLANNED if cues.planned_cell.search(fold(cell.quote)) else Offer.OFFERED
    for sentence in sentences(cell):
        for segment in segments(sentence):
            folded = fold(segment.quote)
            if absent := cues.absent.search(folded):
                words = _words_of(segment, absent)
                found.append(Service(_NO_MEDICAL_SERVICE, Offer.ABSENT, words, segment, "services"))
                continue
            if cues.others.search(folded):
                found += _mentions(segment, Offer.OFFERED, "services", lexicon, only={"livraison_medicaments"})
                continue
            planned = cues.planned_segment.search(folded) or cues.planned_sentence.search(fold(sentence.quote))
            found += _mentions(segment, Offer.PLANNED if planned else whole, "services", lexicon)
    return found


def _in_doctors(cell: Span | None, lexicon: Lexicon) -> list[Service]:
    """Each number of doctors in place shows that their specialty is offered: "12 médecins de famille", "1 ORL"."""
    if cell is None or not re.match(r"\d", cell.quote):
        return []
    found = _mentions(cell, Offer.OFFERED, "doctors", lexicon)
    return [service for service in found if service.code not in _GENERAL_DOCTORS]


def _in_particularities(cell: Span | None, lexicon: Lexicon) -> list[Service]:
    if cell is None:
        return []
    cues, found = _cues(), []
    for sentence in sentences(cell):
        planned = cues.planned_sentence.search(fold(sentence.quote))
        for segment in segments(sentence):
            folded = fold(segment.quote)
            if planned or cues.planned_segment.search(folded):
                found += _mentions(segment, Offer.PLANNED, "particularities", lexicon)
            elif cues.offered.search(folded):
                found += _mentions(segment, Offer.OFFERED, "particularities", lexicon)
    return found


def _mentions(
    segment: Span, offer: Offer, column: str, lexicon: Lexicon, only: set[str] | None = None
) -> list[Service]:
    found = []
    for mention in lexicon.mentions(segment.quote):
        if only is not None and mention.code not in only:
            continue
        words = segment.slice(mention.start, mention.end)
        found.append(Service(mention.code, offer, words, _clause(segment, words, offer, column), column))
    return found


def _clause(segment: Span, words: Span, offer: Offer, column: str) -> Span:
    """The few words that show the offer: the piece between commas, or the segment where the cue may lie elsewhere."""
    if offer is Offer.OFFERED and column != "particularities" and not _cues().dated.search(fold(segment.quote)):
        for piece in pieces(segment):
            if piece.contains(words):
                return piece
    return segment


def _as(offer: Offer, service: Service) -> Service:
    return Service(service.code, offer, service.span, service.clause, service.field)


def _words_of(span: Span, found: re.Match[str]) -> Span:
    """The raw words of a match made on folded text: its words are counted, never its offsets."""
    before = len(found.string[: found.start()].split())
    count = len(found.group().split())
    raw = list(re.finditer(r"\S+", span.quote))[before : before + count]
    return span.slice(raw[0].start(), raw[-1].end())
