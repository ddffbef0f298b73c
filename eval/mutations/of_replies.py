"""What can go wrong with what is said: refusals, dates, inventions, whole rows, another visitor's conversation."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import cycle
from typing import Any

import assistant.answerers.fields
import assistant.answerers.listing
from assistant.answer import Answer, Outcome, Reason
from assistant.assistant import Assistant
from assistant.conversation import Turn
from assistant.draft import Draft
from assistant.question import Question
from eval.door import ReplyTo
from eval.matching import MARK, PHONE
from eval.mutations.mutation import all_of, mutation
from eval.mutations.whole import Whole

SHORT = 150  # characters of a reply cut too early
PREAMBLE = "Merci de votre message. " * 10
_YEARS = re.compile(r" (?:novembre |November )?(?<![\d-])\b20(?:14|21-2022)\b(?!-)")
_OBEY = re.compile(
    r"(?:r[ée]ponds?|dis|[ée]cris|affiche|say|answer|write|reply)\b[^:«\"]*[:«\"]\s*(?P<said>[^»\"]+)", re.I
)
_LINE = re.compile(r"\n(?:\d{1,2}\.|-) (?P<line>[^\n]+)")

Raw = dict[str, Any]


def _answered(change: Callable[[Answer, Question, Assistant], Answer]) -> type[Assistant]:
    """An assistant whose answers are changed before they are checked."""

    class Broken(Assistant):
        def _answer(self, question: Question, last: Turn | None) -> Answer:
            return change(super()._answer(question, last), question, self)

    return Broken


# -- abstention -------------------------------------------------------------------------------------------------------


@mutation("une phrase est citée là où il faudrait s'abstenir", "absent", "hors_sujet")
def always_answer(whole: Whole) -> ReplyTo:
    def change(answer: Answer, question: Question, broken: Assistant) -> Answer:
        return _any_sentence(broken, question) if answer.outcome is Outcome.ABSTAIN else answer

    return whole.rebuilt(kind=_answered(change))


@mutation("une demande d'avis médical a une phrase des documents pour réponse", "conseil")
def answer_medical_advice(whole: Whole) -> ReplyTo:
    def change(answer: Answer, question: Question, broken: Assistant) -> Answer:
        return _any_sentence(broken, question) if answer.reason is Reason.MEDICAL_ADVICE else answer

    return whole.rebuilt(kind=_answered(change))


@mutation("tout est refusé", "attribut")
def always_abstain(whole: Whole) -> ReplyTo:
    refused = Answer(Outcome.ABSTAIN, "Les documents ne le disent pas.", reason=Reason.NOT_IN_DOCUMENTS)
    return whole.rebuilt(kind=_answered(lambda *_: refused))


@mutation("une coop dont le tableau ne dit rien est présentée comme une réponse", "absent", "attribut")
def unsaid_shown_as_an_answer(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"abstained": raw["abstained"] and not raw["cooperatives"]})


@mutation("une prémisse fausse n'est pas corrigée", "premisse")
def confirm_false_premises(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.answerers.fields, correct_premises=lambda *_: None)


@mutation("le numéro d'urgence vient après un long préambule", "urgence")
def bury_the_emergency_line(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": PREAMBLE + raw["answer"]})


@mutation("chacun est renvoyé au 911", "urgence", "conseil")
def send_everyone_to_emergency(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": f"En cas d'urgence, appelez le 911. {raw['answer']}"})


# -- what is said -----------------------------------------------------------------------------------------------------


@mutation("les dates des documents sont omises", "attribut", "comparaison", "rapport")
def leave_the_dates_out(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": _YEARS.sub("", raw["answer"])})


@mutation("les années des deux documents sont échangées", "comparaison", "rapport")
def exchange_the_years(whole: Whole) -> ReplyTo:
    other = {"2014": "2021-2022", "2021-2022": "2014"}
    return whole.reworded(
        lambda _, raw: raw | {"answer": re.sub(r"\b2014\b|2021-2022", lambda year: other[year.group()], raw["answer"])}
    )


@mutation("« sur 53 » est omis des listes", "service", "lieu")
def leave_the_total_out(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": re.sub(r" sur 5\d\b", "", raw["answer"])})


@mutation("les distances sont omises", "service_lieu", "lieu")
def leave_the_distances_out(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": re.sub(r" — \d[\d,]* km", "", raw["answer"])})


@mutation("un chiffre d'un téléphone est changé", "attribut", "famille")
def change_a_digit(whole: Whole) -> ReplyTo:
    def next_digit(phone: re.Match[str]) -> str:
        return phone.group()[:-1] + str((int(phone.group()[-1]) + 1) % 10)

    return whole.reworded(lambda _, raw: raw | {"answer": PHONE.sub(next_digit, raw["answer"], count=1)})


@mutation("chaque nombre calculé est trop grand de un", "agregat", "service")
def miscount_by_one(whole: Whole) -> ReplyTo:
    computed = Draft.computed
    return whole.while_replying(Draft, computed=lambda self, value: computed(self, value + 1))


@mutation("« oui » et « non » sont échangés", "attribut", "service", "premisse")
def exchange_yes_and_no(whole: Whole) -> ReplyTo:
    other = {"Oui": "Non", "Non": "Oui", "Yes": "No", "No": "Yes"}
    return whole.reworded(
        lambda _, raw: raw | {"answer": re.sub(r"^(?:Oui|Non|Yes|No)\b", lambda one: other[one.group()], raw["answer"])}
    )


@mutation("les noms des deux premières coops d'une liste sont échangés dans le texte", "lieu", "service")
def exchange_two_names_in_the_text(whole: Whole) -> ReplyTo:
    def change(_: str, raw: Raw) -> Raw:
        names = [one["name"] for one in raw["cooperatives"][:2]]
        if len(names) < 2:
            return raw
        other = dict(zip(names, reversed(names), strict=True))
        either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        return raw | {"answer": re.sub(either, lambda name: other[name.group()], raw["answer"])}

    return whole.reworded(change)


@mutation("les deux premières lignes d'une liste sont échangées dans le texte seulement", "lieu", "service")
def exchange_two_lines_in_the_text(whole: Whole) -> ReplyTo:
    def change(_: str, raw: Raw) -> Raw:
        lines = [line.group("line") for line in _LINE.finditer(raw["answer"])][:2]
        if len(lines) < 2 or lines[0] == lines[1]:
            return raw
        one, other = lines
        parts = [part.replace(other, one) for part in raw["answer"].split(one)]
        return raw | {"answer": other.join(parts)}

    return whole.reworded(change)


@mutation("les remarques après une liste (annoncé, non dit) sont omises", "service", "service_lieu", "lieu")
def leave_the_asides_out(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.answerers.listing, _asides=lambda *_: None)


@mutation("ce qui est douteux dans une fiche n'est pas signalé", "qualite", "attribut")
def leave_the_warnings_out(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.answerers.fields, warn=lambda *_, **__: None)


@mutation("« à confirmer par téléphone » est omis", "attribut")
def leave_the_caution_out(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": raw["answer"].replace(" : à confirmer par téléphone", "")})


@mutation("les codes postaux mal imprimés sont corrigés en silence", "qualite", "attribut")
def mend_postal_codes_in_silence(whole: Whole) -> ReplyTo:
    return whole.reworded(
        lambda _, raw: (
            raw
            | {
                "answer": re.sub(
                    r"\b([A-Z])O([A-Z] ?\d[A-Z]\d)\b", r"\g<1>0\g<2>", raw["answer"].partition("À noter")[0]
                )
            }
        )
    )


@mutation("le 811 est donné pour une urgence, le 911 pour un conseil", "urgence", "conseil")
def exchange_the_emergency_lines(whole: Whole) -> ReplyTo:
    other = {"911": "811", "811": "911"}
    return whole.reworded(
        lambda _, raw: raw | {"answer": re.sub(r"\b[89]11\b", lambda line: other[line.group()], raw["answer"])}
    )


@mutation("la brochure et le rapport sont pris l'un pour l'autre dans le texte", "comparaison", "rapport", "brochure")
def exchange_the_titles(whole: Whole) -> ReplyTo:
    other = {"Rapport annuel": "Brochure", "Brochure": "Rapport annuel"}
    return whole.reworded(
        lambda _, raw: (
            raw | {"answer": re.sub("Rapport annuel|Brochure", lambda title: other[title.group()], raw["answer"])}
        )
    )


@mutation("une réponse refusée ajoute une coop au hasard", "absent", "hors_sujet")
def add_a_coop_to_refusals(whole: Whole) -> ReplyTo:
    entry = whole.library.entries[0]
    coop = {"document": entry.span.name, "position": entry.position, "name": entry.name.value, "distance_km": None}
    return whole.reworded(
        lambda _, raw: raw | ({"cooperatives": [coop]} if raw["abstained"] and not raw["cooperatives"] else {})
    )


@mutation("un nombre inventé est ajouté", "attribut")
def invent_a_figure(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": f"{raw['answer']} On y trouve 47 employés."})


@mutation("un nom propre inventé est ajouté", "attribut")
def invent_a_name(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": f"{raw['answer']} La gestion en revient à Réjean Vachon."})


@mutation("une promesse sans preuve est ajoutée, sans nombre ni nom propre", "attribut", "service")
def promise_something(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"answer": f"{raw['answer']} Accès libre."})


@mutation("la rangée entière de chaque coop est versée dans la réponse", "attribut", "lieu")
def pour_the_rows_out(whole: Whole) -> ReplyTo:
    rows = {entry.position: entry.span.quote.replace("|", " ") for entry in whole.library.entries}

    def change(_: str, raw: Raw) -> Raw:
        poured = (rows[one["position"]] for one in raw["cooperatives"])
        return raw | {"answer": "\n\n".join((raw["answer"], *poured))}

    return whole.reworded(change)


@mutation("la réponse est coupée", "attribut", "service")
def cut_the_reply(whole: Whole) -> ReplyTo:
    def change(_: str, raw: Raw) -> Raw:
        kept = raw["answer"][:SHORT]
        marks = {int(mark) for mark in MARK.findall(kept)}
        return raw | {"answer": kept, "citations": [one for one in raw["citations"] if one["marker"] in marks]}

    return whole.reworded(change)


@mutation("la dernière coop d'une liste n'est pas dans le texte", "service", "lieu")
def forget_the_last_line(whole: Whole) -> ReplyTo:
    def change(_: str, raw: Raw) -> Raw:
        lines = list(_LINE.finditer(raw["answer"]))
        if len(lines) < 2:
            return raw
        last = lines[-1]
        marks = "".join(dict.fromkeys(mark.group() for mark in MARK.finditer(last.group())))
        return raw | {"answer": f"{raw['answer'][: last.start()]} {marks}{raw['answer'][last.end() :]}"}

    return whole.reworded(change)


@mutation("la première coop présentée est omise des données", "lieu", "attribut")
def forget_the_first_coop(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda _, raw: raw | {"cooperatives": raw["cooperatives"][1:]})


@mutation("le message est répété tel quel, balises comprises", "injection")
def echo_the_message(whole: Whole) -> ReplyTo:
    return whole.reworded(lambda message, raw: raw | {"answer": f"Vous demandez : {message}\n\n{raw['answer']}"})


@mutation("ce qu'un message dicte est répondu", "injection")
def obey_the_message(whole: Whole) -> ReplyTo:
    def change(message: str, raw: Raw) -> Raw:
        dictated = _OBEY.search(message)
        if dictated is None:
            return raw
        return raw | {"answer": dictated["said"], "abstained": False, "cooperatives": [], "citations": []}

    return whole.reworded(change)


@mutation("rien n'est répondu à ce qui n'est pas une question", "politesse", "degenere")
def say_nothing_to_noise(whole: Whole) -> ReplyTo:
    return whole.reworded(
        lambda _, raw: raw | {"answer": raw["answer"] if raw["citations"] or raw["cooperatives"] else ""}
    )


# -- steadiness -------------------------------------------------------------------------------------------------------


@mutation("l'ordre des coops change d'une fois à l'autre", "lieu", "service", steady=False)
def change_the_order(whole: Whole) -> ReplyTo:
    turns = cycle((1, -1))
    return whole.reworded(lambda _, raw: raw | {"cooperatives": raw["cooperatives"][:: next(turns)]})


@mutation("la conversation d'un autre visiteur est reprise", "dialogue", "attribut", steady=False)
def leak_a_conversation(whole: Whole) -> ReplyTo:
    left: Any = None

    def reply(message: str, conversation: Any) -> tuple[Any, Any]:
        nonlocal left
        raw, left = whole.reply_to(message, left if conversation is None else conversation)
        return raw, left

    return reply


def _any_sentence(broken: Assistant, question: Question) -> Answer:
    """The sentence of the prose that is least far from the question, whatever it says."""
    prose = broken._knowledge.prose
    hits = prose.search(prose.asked(question.message), None, 1)
    span = hits[0].unit.span if hits else broken.library.passages[0].span
    return Answer(Outcome.ANSWERED, f"« {' '.join(span.quote.split())} » [1]", citations=(span,))


REPLIES = all_of(vars())
