"""Oddities of the table's entries, found by general rules: what is printed is kept, what we read is marked as ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from ingest.anomaly import Anomaly
from ingest.document import Document, Span
from ingest.entry import Cell, Entry
from ingest.french import fold, key, words
from ingest.regions import moved, region

_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
_DEADLINE = re.compile(
    r"(?:d'ici|débutant en|prévue?s? (?:pour|en)|à compter d[e']|à partir d[e'])\s*(?:la )?(?:fin|l'été|l'automne)?\s*"
    r"(?:(?P<month>[a-zéû]{3,9})\.?\s+)?(?P<year>20\d\d)|\d+\s*\^?e [\w ]{3,30}? (?P<bare>20\d\d)\b",
    re.IGNORECASE,
)
_LEAST_SHARED = 8  # letters of a mail provider's name that a site must end with to look like an e-mail
_LEAST_NAME = 5  # letters under which two words are close by chance


def oddities_of_entries(entries: tuple[Entry, ...]) -> Iterator[Anomaly]:
    """The oddities of a document's entries, rule by rule."""
    yield from number_twice(entries)
    for entry in entries:
        yield from letter_for_digit(entry)
        yield from phone_digits(entry)
        yield from cut_email(entry)
    yield from site_like_an_email(entries)
    for entry in entries:
        yield from missing_contact(entry)
    for entry in entries:
        yield from past_deadline(entry)
    for entry in entries:
        yield from name_spelt_otherwise(entry)
        yield from region_of_today(entry)


def number_twice(entries: tuple[Entry, ...]) -> Iterator[Anomaly]:
    """A printed number that two entries share."""
    by_number = sorted(entries, key=lambda entry: (entry.number.value or 0, entry.position))
    for number, group in groupby(by_number, key=lambda entry: entry.number.value):
        same = tuple(group)
        if len(same) > 1:
            names = ", puis ".join(f"{entry.name.value} (rang {entry.position})" for entry in same)
            spans = tuple(_span(entry.number) for entry in same)
            sentence = f"Le numéro {number} est imprimé {_times(len(same))} : {names}."
            yield Anomaly("number_twice", sentence, spans, same[-1].position, f"numéro {same[-1].position}")


def letter_for_digit(entry: Entry) -> Iterator[Anomaly]:
    """A postal code with the letter O where a digit must stand."""
    code = entry.postal_code
    if code.span and re.sub(r"[\s-]", "", code.span.quote) != (code.value or "").replace(" ", ""):
        sentence = f"Le code postal « {code.span.quote} » porte la lettre O à la place du chiffre 0."
        yield Anomaly("letter_for_digit", sentence, (code.span,), entry.position, code.value)


def phone_digits(entry: Entry) -> Iterator[Anomaly]:
    """A phone number with more or fewer than ten digits, its extension aside."""
    for phone in entry.phones:
        printed = _span(phone).quote
        digits = sum(c.isdigit() for c in re.split(r"#|poste|p\.", printed)[0])
        if digits != 10:
            problem = "un chiffre de trop" if digits == 11 else f"{digits} chiffres au lieu de 10"
            sentence = f"Le téléphone « {printed} » a {problem}."
            yield Anomaly("phone_digits", sentence, (_span(phone),), entry.position)


def cut_email(entry: Entry) -> Iterator[Anomaly]:
    """An e-mail with a space in it."""
    for email in entry.emails:
        printed = _span(email).quote
        if " " in printed:
            sentence = f"Le courriel « {printed} » est coupé par une espace."
            yield Anomaly("cut_email", sentence, (_span(email),), entry.position, printed.replace(" ", ""))


def site_like_an_email(entries: tuple[Entry, ...]) -> Iterator[Anomaly]:
    """A site whose name ends like the mail provider of another entry: an @ was likely lost."""
    providers = {re.sub(r".*@", "", _span(mail).quote).replace(" ", "") for entry in entries for mail in entry.emails}
    for entry in entries:
        for site in entry.websites:
            host = re.sub(r"^(?:https?://)?(?:www\.)?|/.*$", "", _span(site).quote)
            for provider in sorted(providers):
                shared = len(_common_end(host, provider))
                if _LEAST_SHARED <= shared < len(host) and len(provider) - shared <= 1:
                    reading = f"{host[:-shared]}@{provider}"
                    sentence = f"Le site « {_span(site).quote} » ressemble à un courriel dont l'arobas a disparu."
                    yield Anomaly("site_like_an_email", sentence, (_span(site),), entry.position, reading)


def missing_contact(entry: Entry) -> Iterator[Anomaly]:
    """An entry with no phone, or no postal code."""
    address = entry.address.span or entry.span
    if not entry.phones:
        yield Anomaly("no_phone", f"Aucun téléphone n'est imprimé pour {entry.name.value}.", (address,), entry.position)
    if not entry.postal_code.stated:
        sentence = f"Aucun code postal n'est imprimé pour {entry.name.value}."
        yield Anomaly("no_postal_code", sentence, (address,), entry.position)


def past_deadline(entry: Entry) -> Iterator[Anomaly]:
    """Something announced for a date that was already past when the document was printed."""
    printed = _month_of(entry.span.document)
    for cell in (entry.services_text, entry.doctors_text, entry.recruiting_text, entry.particularities):
        if cell.span is None or printed is None:
            continue
        for match in _DEADLINE.finditer(cell.span.quote):
            month = _month_number(match["month"] or "")
            if (int(match["year"] or match["bare"]), month or 12) < printed:
                words_found = cell.span.slice(*match.span())
                sentence = f"« {words_found.quote} » : la date était déjà passée en {entry.span.document.date}."
                yield Anomaly("past_deadline", sentence, (words_found,), entry.position)


def name_spelt_otherwise(entry: Entry) -> Iterator[Anomaly]:
    """A name that the entry also prints with one letter or accent different, in its municipality or its e-mail."""
    name, place = entry.name.span, entry.municipality.span
    if name and place:
        wanted = words(place.quote)
        given = words(name.quote)
        for index in range(len(given) - len(wanted) + 1):
            window = given[index : index + len(wanted)]
            here = name.slice(window[0].start, window[-1].end)
            if _close(here.quote, place.quote):
                sentence = f"Le même lieu est écrit « {here.quote} » dans le nom et « {place.quote} » dans l'adresse."
                yield Anomaly("spelt_two_ways", sentence, (here, place), entry.position)
    for email in entry.emails:
        for match in re.finditer(r"[^\W\d_]+", _span(email).quote.partition("@")[0]):
            for word in words(name.quote) if name else ():
                if len(word.folded) > _LEAST_NAME and Levenshtein.distance(word.folded, fold(match.group())) == 1:
                    here, there = _span(entry.name).slice(word.start, word.end), _span(email).slice(*match.span())
                    sentence = f"Le nom porte « {here.quote} », le courriel « {there.quote} »."
                    yield Anomaly("spelt_two_ways", sentence, (here, there), entry.position)


def region_of_today(entry: Entry) -> Iterator[Anomaly]:
    """A region that is no longer the territory's."""
    if entry.population_text.span is None:
        return
    for change in moved():
        found = re.search(re.escape(key(change.territory)), key(entry.population_text.span.quote))
        if found and entry.region.value == change.before:
            sentence = (
                f"Le tableau imprime la région {change.before:02} ; depuis {change.year}, {change.territory} est "
                f"{region(change.now).locative}."
            )
            reading = f"région {change.now:02} ({region(change.now).name})"
            spans = (_span(entry.region), entry.population_text.span)
            yield Anomaly("region_of_today", sentence, spans, entry.position, reading)


def _close(one: str, other: str) -> bool:
    """One letter or one accent apart: not capitals, hyphens nor "St" for "Saint"."""
    if key(one) == key(other):
        bare = [re.sub(r"[\W_]+", " ", text).lower().split() for text in (one, other)]
        return bare[0] != bare[1] and not any(re.fullmatch(r"stes?|sts?", word) for row in bare for word in row)
    return (
        len(key(one)) > _LEAST_NAME and Levenshtein.distance(key(one), key(other)) <= 2 and key(one)[0] == key(other)[0]
    )


def _common_end(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return one[len(one) - size :]


def _month_of(document: Document) -> tuple[int, int] | None:
    """The year and month of a document dated "novembre 2014"; None where its date has no month."""
    match = re.fullmatch(r"(?:\d+ )?(?P<month>\w+) (?P<year>\d{4})", document.date)
    month = _month_number(match["month"]) if match else None
    return (int(match["year"]), month) if match and month else None


def _month_number(printed: str) -> int | None:
    start = fold(printed)
    return next((n for n, month in enumerate(_MONTHS, start=1) if len(start) >= 3 and month.startswith(start)), None)


def _span(cell: Cell[str] | Cell[int]) -> Span:
    if cell.span is None:
        raise ValueError("a stated cell has a span")
    return cell.span


def _times(count: int) -> str:
    return {2: "deux fois", 3: "trois fois"}.get(count, f"{count} fois")
