"""What was understood, part by part, in words, whatever was asked: what `ask --explain` shows.

demande : liste de coops · service : physiothérapie · lieu : Gatineau · rayon : 30 km
"""

from __future__ import annotations

from dataclasses import replace

from assistant.conditions import said
from assistant.draft import Draft
from assistant.knowledge import Knowledge
from assistant.question import Question


def explain(question: Question, knowledge: Knowledge) -> tuple[str, ...]:
    """The parts of a question that were understood, each as "nom : valeur", in French."""
    draft = Draft(replace(question, language="fr"))
    words = draft.words
    services = [knowledge.service(code, words) for code in question.services if code not in question.lacking]
    lacking = [knowledge.service(code, words) for code in question.lacking]
    fields = [
        draft.say(f"field.{f.partition(':')[0]}") for f in question.fields if words.has(f"field.{f.partition(':')[0]}")
    ]
    parts = (
        ("task", draft.say(f"task.{question.task.name.lower()}")),
        ("coops", ", ".join(knowledge.entry(p).name.value or "" for p in question.subjects)),
        ("fields", ", ".join(fields)),
        ("services", words.joined(services, "word.or" if question.either else "word.and")),
        ("lacking", ", ".join(lacking)),
        ("place", question.place.name if question.place else ""),
        ("radius", words.km(question.radius_km) if question.radius_km else ""),
        ("areas", ", ".join(area.name for area in question.areas)),
        ("regions", ", ".join(knowledge.regions.get(n, str(n)) for n in question.regions)),
        ("filters", "; ".join(said(draft, criterion) for criterion in question.filters)),
        ("measure", " / ".join(draft.say(f"sum.{m}") for m in (question.measure or "").split("/") if m)),
        ("period", "" if question.period in (None, "both") else str(question.period)),
        ("scope", f"{len(question.scope)} {draft.say('word.coops')}" if question.scope else ""),
        ("corrected", question.corrected),
        ("unsaid", ", ".join(question.unsaid_words)),
    )
    return tuple(f"{draft.say(f'understood.{name}')} : {value}" for name, value in parts if value)
