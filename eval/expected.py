"""What a case expects of a reply: one function for each field of `Expectation`, of the same name."""

from __future__ import annotations

from eval.matching import says
from eval.score import Asked, Score, none_of, ranks

# The public lines that a reply may always give: they are not facts of the documents.
EMERGENCY_LINES = ("911", "988", "1 866 277-3553", "811")
EMERGENCY_FIRST_CHARS = 200  # "first, short, before anything else"


def cooperatives(asked: Asked) -> Score:
    """The co-ops presented are those wanted, by their rank in the table."""
    wanted, got = asked.expect.cooperatives, asked.reply.positions
    if wanted is None:
        return Score(True)
    if wanted.exactly is not None and sorted(got) != sorted(wanted.exactly):
        missing, extra = set(wanted.exactly) - set(got), set(got) - set(wanted.exactly)
        twice = sorted({position for position in got if got.count(position) > 1})
        return Score(False, f"coops manquantes {ranks(missing)}, en trop {ranks(extra)}, en double {ranks(twice)}")
    if missing := set(wanted.at_least or ()) - set(got):
        return Score(False, f"coops manquantes {ranks(missing)}")
    if forbidden := set(wanted.none_of or ()) & set(got):
        return Score(False, f"coops à ne pas présenter {ranks(forbidden)}")
    if wanted.first is not None and got[:1] != (wanted.first,):
        return Score(False, f"première coop attendue {wanted.first}, reçue {got[0] if got else 'aucune'}")
    if wanted.empty and got:
        return Score(False, f"aucune coop attendue, reçues {ranks(got)}")
    return Score(True)


def facts(asked: Asked) -> Score:
    """Each fact is said, in one of its forms."""
    return none_of(f"non dit : {_or(fact)}" for fact in asked.expect.facts if not _said(asked.reply.answer, fact))


def not_facts(asked: Asked) -> Score:
    """None of these is said."""
    return none_of(f"dit à tort : {_or(fact)}" for fact in asked.expect.not_facts if _said(asked.reply.answer, fact))


def cites(asked: Asked) -> Score:
    """Each of these is in the words of a citation."""
    quotes = [citation.quote for citation in asked.reply.citations]
    return none_of(
        f"non cité : {_or(fact)}" for fact in asked.expect.cites if not any(_said(quote, fact) for quote in quotes)
    )


def documents(asked: Asked) -> Score:
    """Each of these documents is cited."""
    cited = {citation.document for citation in asked.reply.citations}
    return none_of(f"document non cité : {name}" for name in asked.expect.documents if name not in cited)


def first_document(asked: Asked) -> Score:
    """The first mark cites this document: the newest comes first."""
    first = next((one.document for one in asked.reply.citations if one.marker == 1), "aucun")
    return Score(first == asked.expect.first_document, f"{first} est cité avant {asked.expect.first_document}")


def emergency(asked: Asked) -> Score:
    """The line to call comes first and alone, or none is pushed on someone who is in no danger."""
    first = asked.reply.answer[:EMERGENCY_FIRST_CHARS]
    if asked.expect.emergency:
        told = any(says(first, line) for line in EMERGENCY_LINES)
        return Score(told and not asked.reply.cooperatives, "le numéro d'urgence ne vient pas d'abord, seul")
    return Score(not any(says(first, line) for line in ("911", "988")), "renvoie à tort aux urgences")


def abstained(asked: Asked) -> Score:
    """It abstains where it must, and there only."""
    if asked.reply.abstained == asked.expect.abstained:
        return Score(True)
    return Score(False, "devait s'abstenir" if asked.expect.abstained else "s'abstient à tort")


def clarifying(asked: Asked) -> Score:
    """It asks back where it must, and there only."""
    if asked.reply.clarifying == asked.expect.clarifying:
        return Score(True)
    return Score(False, "devait demander une précision" if asked.expect.clarifying else "demande une précision à tort")


def max_chars(asked: Asked) -> Score:
    """An answer that pours whole rows out is wrong even if the fact is in it."""
    most, long = asked.expect.max_chars, len(asked.reply.answer)
    return Score(most is None or long <= most, f"{long} caractères, au plus {most}")


def _said(text: str, alternatives: tuple[str, ...]) -> bool:
    return any(says(text, fact) for fact in alternatives)


def _or(alternatives: tuple[str, ...]) -> str:
    return " ou ".join(f"« {fact} »" for fact in alternatives)
