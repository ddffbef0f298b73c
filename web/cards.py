"""The co-ops of an answer as cards: how to reach each, what it offers, and of when we know it.

What the document doesn't say is said not to be said; what was only planned stands apart from what was offered.
"""

from __future__ import annotations

import re

from assistant.answer import Found
from assistant.wording import Wording
from ingest.entry import Cell, Entry, Offer
from web.markup import plain

# About two screens of a phone; a list of fifty would bury its own sources. The others are one tap away.
SHOWN_AT_ONCE = 6

_GAP = r"[\s().,-]*"
_PHONE = re.compile(
    rf"\+?1?{_GAP}(\d{{3}}){_GAP}(\d{{3}}){_GAP}(\d{{4}})(?:{_GAP}(?:poste|ext|#|x){_GAP}(\d{{1,6}}))?{_GAP}",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_STATUS = {"starting": "En démarrage", "planned": "En projet"}


def cards_html(found: tuple[Found, ...]) -> str:
    """The cards in the order of the answer, "" where there are none."""
    if not found:
        return ""
    cards = [_card(one) for one in found]
    first, others = "".join(cards[:SHOWN_AT_ONCE]), cards[SHOWN_AT_ONCE:]
    html = f'<div class="cards">{first}</div>'
    if others:
        more = "la coopérative suivante" if len(others) == 1 else f"les {len(others)} coopératives suivantes"
        html += (
            f'<details class="more"><summary>Voir {more}</summary><div class="cards">{"".join(others)}</div></details>'
        )
    return html


def distance(kilometres: float) -> str:
    """A distance as answers give it, the unit on the same line as the figure.

    >>> [distance(km) for km in (0.25, 3.14, 127.8)]
    ['0,2\xa0km', '3,1\xa0km', '128\xa0km']
    """
    return Wording("fr").km(kilometres).replace(" ", "\xa0")


def phone_html(phone: str) -> str:
    """A telephone number as a link that dials it; one that can't be dialled (a digit too many) is only text.

    >>> phone_html("418 497-3903, poste 12")
    '<a href="tel:+14184973903;ext=12">418 497-3903, poste 12</a>'
    """
    match = _PHONE.fullmatch(phone)
    if not match:
        return f"{plain(phone)} (à vérifier)"
    extension = f";ext={match[4]}" if match[4] else ""
    return f'<a href="tel:+1{match[1]}{match[2]}{match[3]}{extension}">{plain(phone)}</a>'


def _card(found: Found) -> str:
    entry = found.entry
    year = plain(entry.span.document.year)
    away = (
        "" if found.distance_km is None else f'<p class="distance">à {distance(found.distance_km)} à vol d’oiseau</p>'
    )
    status = _STATUS.get(entry.status.value or "")
    badge = f'<p class="status">{status} en {year}</p>' if status else ""
    rows = "".join(
        f"<div><dt>{name}</dt><dd>{value}</dd></div>"
        for name, value in (
            ("Téléphone", "<br>".join(phone_html(cell.value) for cell in entry.phones if cell.value) or _unsaid()),
            ("Adresse", plain(entry.address.value or "") or _unsaid()),
            ("Courriel", "<br>".join(_email(cell.value) for cell in entry.emails if cell.value)),
            # Text, not a link: an address printed years ago may belong to someone else today.
            ("Site web", "<br>".join(_broken_anywhere(cell) for cell in entry.websites if cell.value)),
            ("Services offerts", _services(entry, Offer.OFFERED) or _unsaid()),
            ("Services prévus", _services(entry, Offer.PLANNED)),
        )
        if value
    )
    return (
        f'<article class="card"><h3>{plain(entry.name.value or "")}</h3>{away}{badge}<dl>{rows}</dl>'
        f'<p class="dated">Données de {year}, à confirmer par téléphone.</p></article>'
    )


def _unsaid() -> str:
    return '<span class="unsaid">non indiqué</span>'


def _email(email: str) -> str:
    return f'<a href="mailto:{plain(email)}">{plain(email)}</a>' if _EMAIL.fullmatch(email) else plain(email)


def _broken_anywhere(cell: Cell[str]) -> str:
    return f'<span class="website">{plain(cell.value or "")}</span>'


def _services(entry: Entry, offer: Offer) -> str:
    """The printed words of the services in that state, in the order of the document, no service and no words twice."""
    words: dict[str, str] = {}
    for service in sorted((one for one in entry.services if one.offer is offer), key=lambda one: one.span.start):
        words.setdefault(service.code, plain(service.span.quote.replace("*", " ")))
    if not words:
        return ""
    items = "".join(f"<li>{word[:1].upper()}{word[1:]}</li>" for word in dict.fromkeys(words.values()))
    return f'<ul class="services {offer.value}">{items}</ul>'
