"""Conditions said in words or numbers, as criteria of the typed query."""

from __future__ import annotations

import re

from assistant.hearing import Heard
from assistant.numbers import exceeding
from index.criteria import Comparison, Exceeds, IsForm, Mentions, Number, OneOf, Recruits, Says
from index.criterion import Criterion
from ingest.entry import State

_FILTERS: dict[str, tuple[Criterion, ...]] = {
    "no_phone": (Says("phones", (State.UNSAID, State.NONE)),),
    "no_postal_code": (Says("postal_code", (State.UNSAID, State.NONE)),),
    "no_email": (Says("emails", (State.UNSAID, State.NONE)),),
    "no_website": (Says("websites", (State.UNSAID, State.NONE)),),
    "no_contact": (Says("contact", (State.UNSAID, State.NONE)),),
    "phone": (Says("phones", (State.STATED,)),),
    "email": (Says("emails", (State.STATED,)),),
    "website": (Says("websites", (State.STATED,)),),
    "no_doctor": (Says("doctors_text", (State.NONE,)),),
    "unknown_doctors": (Says("doctors_text", (State.UNSAID,)),),
    "unknown_members": (Says("membership_text", (State.UNSAID,)),),
    "unknown_services": (Says("services_text", (State.UNSAID,)),),
    "recruiting": (Recruits(),),
    "not_recruiting": (Says("recruiting_text", (State.NONE,)),),
    "starting": (IsForm("status", "starting"),),
    "coming": (IsForm("status", "planned"),),
    "active": (IsForm("status", "active"),),
    "gmf": (Says("gmf", (State.STATED,)),),
    "work_coop": (IsForm("legal_form", "coopérative de travailleurs"),),
    "consumer_coop": (IsForm("legal_form", "coopérative de consommateurs"),),
    "waiting": (Number("waiting", Comparison.MORE, 0),),
    "no_service": (Mentions("aucun service medical", ("services_text",)),),
}


def criteria(heard: Heard) -> tuple[Criterion, ...]:
    """The conditions said in words or numbers."""
    said = [c for code in heard.filter_codes for c in _FILTERS.get(code, ())]
    forms = [c for c in said if isinstance(c, IsForm) and c.name == "legal_form"]
    if len(forms) > 1:  # "une coop de consommateurs et une coop de travailleurs": no co-op is both
        said = [*(c for c in said if c not in forms), OneOf(tuple(forms))]
    said += [stated.criterion() for stated in heard.states]
    if heard.cue("either") and len(said) > 1 and " ou " in f" {heard.message.folded} ":
        said = [OneOf(tuple(said))]
    said += _posts(heard)
    larger = exceeding(heard.message)
    if larger is not None:
        said.append(Exceeds(*larger[:2]))
    limits = [c for condition in heard.conditions for c in condition.criteria()]
    return tuple(dict.fromkeys((*said, *limits)))


_POST = re.compile(
    r"(?<!\S)(?:une?|comme|par une?|combien de|nombre de|des|ou une?|et une?) (?P<post>(?:co )?"
    r"(?:president|directeur|directrice|coordonnat|coordinat|gerant|administrat)\w*?)s?(?: generale?s?)?(?!\S)"
)


def _posts(heard: Heard) -> list[Criterion]:
    """ "un gérant comme contact", "combien de présidentes": the post of the person to contact, as printed."""
    if not heard.cue("plural", "count", "singular") or not any(f.code == "contact" for f in heard.fields):
        return []
    asked = [Mentions(m["post"], ("contact_role",)) for m in _POST.finditer(heard.message.folded)]
    return [OneOf(tuple(asked))] if asked else []
