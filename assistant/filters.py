"""Conditions said in words or numbers, as criteria of the typed query."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import of_every
from assistant.hearing import Heard, Placed
from assistant.numbers import exceeding
from assistant.phrases import Hit
from index.criteria import Comparison, Exceeds, IsForm, Mentions, Not, Number, OneOf, Recruits, Says, Unless
from index.criterion import Criterion, Truth
from index.directory import Directory
from ingest.entry import State

_FILTERS: dict[str, tuple[Criterion, ...]] = {
    "no_doctor": (Says("doctors_text", (State.NONE,)),),
    "recruiting": (Recruits(),),
    "not_recruiting": (Says("recruiting_text", (State.NONE,)),),
    "starting": (IsForm("status", "starting"),),
    "coming": (IsForm("status", "planned"),),
    "active": (IsForm("status", "active"),),
    "gmf": (Says("gmf", (State.STATED,)),),
    "work_coop": (IsForm("legal_form", "coopérative de travailleurs"),),
    "consumer_coop": (IsForm("legal_form", "coopérative de consommateurs"),),
    "solidarity_coop": (IsForm("legal_form", "coopérative de solidarité"),),
    "waiting": (Number("waiting", Comparison.MORE, 0),),
    "no_service": (Mentions("aucun service medical", ("services_text",)),),
}


_AT_LEAST_ONE = (Comparison.EQUAL, Comparison.AT_LEAST, Comparison.MORE)
# What is denied by saying "pas" before it; the others have words of their own ("sans médecin", "ne recrutent pas").
_DENIED = frozenset("gmf work_coop consumer_coop solidarity_coop starting coming waiting".split())


def criteria(heard: Heard) -> tuple[Criterion, ...]:
    """The conditions said in words or numbers."""
    said = list(dict.fromkeys(_as_said(heard, hit, c) for hit in heard.filters for c in _FILTERS.get(hit.code, ())))
    for name in ("legal_form", "status"):  # "une coop de consommateurs et une coop de travailleurs": no co-op is both
        forms = tuple(c for c in said if isinstance(c, IsForm) and c.name == name)
        if forms:  # "de travailleurs plutôt que de solidarité": the other is told by the first already
            said = [c for c in said if not (isinstance(c, Not | Unless) and _of_the(c.criterion, name))]
        if len(forms) > 1:
            said = [*(c for c in said if c not in forms), OneOf(forms)]
    person = any(n.how == "person" for n in heard.named)  # "un contact du nom de Dubuc"
    said += [stated.criterion() for stated in heard.states if not (person and stated.cell == "contact")]
    if heard.cue("either") and len(said) > 1 and _or_between(heard):
        said = [OneOf(tuple(said))]
    elif len(said) > 1 and said == [s.criterion() for s in heard.states] and of_every(heard.message.folded):
        said = [OneOf(tuple(said))]  # "ont-elles toutes un courriel et un site ?": not where one is missing
    said += _posts(heard)
    larger = exceeding(heard.message)
    if larger is not None:
        said.append(Exceeds(*larger[:2]))
    limits = [c for condition in heard.conditions for c in condition.criteria()]
    if any(isinstance(c, Number) and c.name == "recruiting" and c.comparison in _AT_LEAST_ONE for c in limits):
        said = [c for c in said if not isinstance(c, Recruits)]  # "3 postes à combler ou plus" are some
    return tuple(dict.fromkeys((*said, *limits)))


def _of_the(criterion: Criterion, name: str) -> bool:
    """Whether it is a condition on the form of that column."""
    return isinstance(criterion, IsForm) and criterion.name == name


def _or_between(heard: Heard) -> bool:
    """Whether "ou" stands between two conditions: "en cherchent un ou plusieurs" only says how many."""
    placed: tuple[Placed, ...] = (*heard.filters, *heard.states)
    if len(placed) < 2:
        return "ou" in heard.message.folded.split()
    ends, starts = [p.last for p in placed], [p.first for p in placed]
    had = all(s.state in ("having", "stated", "had") for s in heard.states)
    shared = had and max(starts) < min(ends)  # "ont un site web ou un courriel": of one verb
    between = heard.message.words[min(ends) : max(ends) if shared else max(starts)]
    return any(word.folded in ("ou", "or") for word in between)


_NOT = re.compile(
    r"(?<!\S)(?:pas|ni|aucune?|autres?(?: chose)? que|plutot que?|au lieu|et non|mais non|sans|not|don t|doesn t"
    r"|aren t|isn t|other than|rather than|instead of|without|no)"
    r"(?: (?:de|d|des|du|une?|la|les|l|etre|part|partie|membres?|a|any|an?|part of))*$"
)

# "en planification plutôt qu'actives": what is not wanted, whatever it is.
_INSTEAD = re.compile(r"(?<!\S)(?:plutot que?|au lieu(?: de?)?|rather than|instead of)(?: (?:des|une?|les|la|an?))?$")


def _as_said(heard: Heard, hit: Hit, criterion: Criterion) -> Criterion:
    """The criterion, or its contrary where the message says not: "ne sont pas des coops de solidarité"."""
    before = " ".join(w.folded for w in heard.message.words[: hit.first])
    denied = hit.code in _DENIED and _NOT.search(before)
    return contrary(criterion) if denied or _INSTEAD.search(before) else criterion


_POST = re.compile(
    r"(?<!\S)(?P<post>(?:co )?president|presidente|directeur|directrice|coord(?:onn|in)at(?:eur|rice)|gerante?"
    r"|administrat(?:eur|rice))s?(?P<general> generale?s?)?(?!\S)"
)
_OFFICES = {  # an office is held by a man or a woman: the words that the table may print
    "presidence": ("president", "presidente"),
    "direction": ("directeur", "directrice"),
    "coordination": ("coordonnateur", "coordonnatrice", "coordinateur", "coordinatrice"),
    "gerance": ("gerant", "gerante"),
    "administration": ("administrateur", "administratrice"),
}
_ANY = re.compile(r"(?<!\S)(?:une?|comme) " + _POST.pattern.removeprefix(r"(?<!\S)"))
_TO_CONTACT = re.compile(r"(?<!\S)(?:contacts?|personnes?|joindre|responsables?|ressources?|parler)(?!\S)")


def _posts(heard: Heard) -> list[Criterion]:
    """ "un gérant comme contact", "contact à la présidence": the post of the person to contact, as printed."""
    said = heard.message.folded
    if any(n.how == "person" for n in heard.named):
        return []
    if not heard.cue("plural", "count") and not (heard.cue("singular") and _ANY.search(said)):
        return []  # "qui est le président de la coop ?"
    if not any(f.code == "contact" for f in heard.fields) and not (heard.cue("plural") and _TO_CONTACT.search(said)):
        return []
    posts = [
        m["post"] + (" generale" if m["general"] and m["post"].endswith("e") else "") for m in _POST.finditer(said)
    ]
    posts += [post for office, held in _OFFICES.items() if office in said.split() for post in held]
    asked = tuple(Mentions(post, ("contact_role",)) for post in dict.fromkeys(posts))
    return [OneOf(asked)] if asked else []


def contrary(criterion: Criterion) -> Criterion:
    """The condition that those meet which are said not to meet this one: "celles qui n'en ont pas"."""
    if isinstance(criterion, Recruits):
        return _FILTERS["not_recruiting"][0]
    if isinstance(criterion, Not | Unless):
        return criterion.criterion
    if isinstance(criterion, IsForm) and criterion.name == "status":
        return Unless(criterion)  # those whose status isn't said are none of those that start
    if isinstance(criterion, Says) and criterion.states == (State.STATED,) and criterion.name != "gmf":
        return replace(criterion, states=(State.UNSAID, State.NONE))
    return Not(criterion)


def together(before: tuple[Criterion, ...], new: tuple[Criterion, ...], directory: Directory) -> tuple[Criterion, ...]:
    """The conditions before and the new ones; of two on one column that can't both hold, the one said last.

    "celles qui ne recrutent pas" after those that recruit, "moins de 3 médecins" after more than 5.
    """
    kept = (c for c in before if not any(_in_its_stead(n, c, directory) for n in new))
    return tuple(dict.fromkeys((*kept, *new)))


def _in_its_stead(new: Criterion, old: Criterion, directory: Directory) -> bool:
    """Whether a condition takes the place of another: a bound the same way on the same number, or its contrary."""
    column = _column(new)
    if column is None or column != _column(old):
        return False
    if isinstance(new, Number) and isinstance(old, Number) and new.comparison[0] == old.comparison[0]:
        return True
    truths = ({c.judge(site, directory.gazetteer).truth for c in (new, old)} for site in directory.sites)
    return {Truth.YES} not in truths


def _column(criterion: Criterion) -> str | None:
    """The column that a condition bears on, None where it bears on several or on none."""
    if isinstance(criterion, Not | Unless):
        return _column(criterion.criterion)
    if isinstance(criterion, Recruits):
        return "recruiting"
    return criterion.name.removesuffix("_text") if isinstance(criterion, Number | Says | IsForm) else None
