"""Conditions said in words or numbers, as criteria of the typed query."""

from __future__ import annotations

from assistant.hearing import Heard
from index.criteria import Comparison, IsForm, Mentions, Number, OneOf, Recruits, Says
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
    if heard.cue("either") and len(said) > 1 and " ou " in f" {heard.message.folded} ":
        said = [OneOf(tuple(said))]
    limits = [c for condition in heard.conditions for c in condition.criteria()]
    return tuple(dict.fromkeys((*said, *limits)))
