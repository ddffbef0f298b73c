"""What can go wrong when a message is understood: what it asks, what it inherits, when to ask back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from string import ascii_uppercase
from typing import Any

import assistant.assistant
import assistant.follow_up
import assistant.follow_up.shown
from assistant.conversation import Conversation
from assistant.follow_up.narrowed import narrower
from assistant.follow_up.shown import about_the_one
from assistant.follow_up.words import pick
from assistant.question import Question, Task
from assistant.understand import Understanding
from eval.door import ReplyTo
from eval.mutations.mutation import all_of, mutation
from eval.mutations.whole import Whole
from index.criteria import Number
from index.places import Place
from ingest.services import Lexicon, Mention, load_lexicon

ASKING_BACK = (Task.CLARIFY_ENTRY, Task.CLARIFY_PLACE, Task.CLARIFY_SERVICE)
ACCENTS = "àâäéèêëîïôöùûüçÀÂÉÈÊÎÔÇ"
FOREIGN = "\N{LATIN LETTER BIDENTAL PERCUSSIVE}"  # a letter that no word of ours has
OF_A_MESSAGE = (Task.EMERGENCY, Task.ADVICE, Task.SOCIAL, Task.EMPTY)


def _understood(change: Callable[[Question, Conversation, Understanding], Question]) -> type[Understanding]:
    """Reads messages, then changes the question."""

    class Broken(Understanding):
        def understand(self, text: str, conversation: Conversation) -> Question:
            return change(super().understand(text, conversation), conversation, self)

    return Broken


def _always(**values: Any) -> type[Understanding]:
    """Reads messages, then sets these fields of every question."""
    return _understood(lambda question, *_: replace(question, **values))


# -- the conversation -------------------------------------------------------------------------------------------------


@mutation("la conversation est oubliée", "dialogue")
def forget_the_conversation(whole: Whole) -> ReplyTo:
    class Broken(Understanding):
        def understand(self, text: str, conversation: Conversation) -> Question:
            return super().understand(text, Conversation())

    return whole.rebuilt(Understanding=Broken)


@mutation("une question nouvelle hérite du lieu et des services de la précédente", "dialogue")
def inherit_everything(whole: Whole) -> ReplyTo:
    def change(question: Question, conversation: Conversation, _: Understanding) -> Question:
        if conversation.last is None or question.follows:
            return question
        before = conversation.last.question
        located = question.place or question.areas or question.regions
        return replace(
            question,
            services=question.services or before.services,
            place=question.place if located else before.place,
            areas=question.areas if located else before.areas,
            regions=question.regions if located else before.regions,
        )

    return whole.rebuilt(Understanding=_understood(change))


@mutation("une suite n'hérite plus du lieu", "dialogue")
def forget_the_place(whole: Whole) -> ReplyTo:
    def change(question: Question, conversation: Conversation, _: Understanding) -> Question:
        before = conversation.last.question if conversation.last else None
        inherited = before is not None and question.follows and question.place == before.place
        return replace(question, place=None) if inherited else question

    return whole.rebuilt(Understanding=_understood(change))


@mutation("une suite n'hérite plus des services", "dialogue")
def forget_the_services(whole: Whole) -> ReplyTo:
    def change(question: Question, conversation: Conversation, _: Understanding) -> Question:
        before = conversation.last.question if conversation.last else None
        inherited = before is not None and question.follows and question.services == before.services
        return replace(question, services=()) if inherited and question.task is not Task.OFFER else question

    return whole.rebuilt(Understanding=_understood(change))


@mutation("« parmi celles-là » cherche dans tout le tableau", "dialogue")
def forget_the_list_shown(whole: Whole) -> ReplyTo:
    rules = tuple(rule for rule in assistant.follow_up.RULES if rule is not narrower)
    return whole.while_replying(assistant.follow_up, RULES=rules)


@mutation("« son », « elle » ne renvoient plus à la coop dont on parle", "dialogue")
def forget_the_pronouns(whole: Whole) -> ReplyTo:
    rules = tuple(rule for rule in assistant.follow_up.RULES if rule is not about_the_one)
    return whole.while_replying(assistant.follow_up, RULES=rules)


@mutation("« la deuxième » donne la troisième", "dialogue")
def count_from_zero(whole: Whole) -> ReplyTo:
    def next_one(heard: Any, shown: tuple[int, ...]) -> int | None:
        chosen = pick(heard, shown)
        return None if chosen is None else shown[(shown.index(chosen) + 1) % len(shown)]

    return whole.while_replying(assistant.follow_up.shown, pick=next_one)


@mutation("deux questions dans un message sont lues comme une seule", "rapport", "agregat", "dialogue")
def read_two_questions_as_one(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.assistant, _SECOND=re.compile(r"(?!)"))


# -- asking back ------------------------------------------------------------------------------------------------------


@mutation("au lieu de demander une précision, le premier choix est pris", "ambigu")
def never_ask_back(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        if question.task not in ASKING_BACK or not question.options:
            return question
        first = question.options[0]
        if isinstance(first, Place):
            return replace(question, task=Task.LIST, place=first, options=())
        if isinstance(first, int):
            task = Task.FIELDS if question.fields else Task.CARD
            return replace(question, task=task, subjects=(first,), options=())
        return replace(question, task=Task.LIST, services=(str(first),), options=())

    return whole.rebuilt(Understanding=_understood(change))


@mutation("une précision est demandée à chaque question sur une coop", "attribut")
def always_ask_back(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        if not question.subjects or question.task in OF_A_MESSAGE:
            return question
        return replace(question, task=Task.CLARIFY_ENTRY, options=question.subjects)

    return whole.rebuilt(Understanding=_understood(change))


@mutation("un lieu inconnu est remplacé en silence par le plus ressemblant", "ambigu", "absent", "lieu")
def replace_unknown_places(whole: Whole) -> ReplyTo:
    def change(question: Question, _: object, reader: Understanding) -> Question:
        if question.task is not Task.UNKNOWN_PLACE:
            return question
        (place, _likeness), *_others = reader.directory.gazetteer.closest_names(question.topic, 1)
        return replace(question, task=Task.LIST, place=place, topic="", unsaid_words=())

    return whole.rebuilt(Understanding=_understood(change))


# -- what is asked ----------------------------------------------------------------------------------------------------


@mutation("les urgences sont prises pour des questions", "urgence")
def ignore_emergencies(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_instead_of(Task.EMERGENCY))


@mutation("les demandes d'avis médical sont prises pour des questions", "conseil")
def take_advice_for_a_question(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_instead_of(Task.ADVICE))


@mutation("les salutations sont prises pour des questions", "politesse")
def take_greetings_for_questions(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_instead_of(Task.SOCIAL))


@mutation("les mots qu'aucun lexique ne connaît sont ignorés", "absent", "premisse")
def ignore_unknown_words(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(unsaid_words=()))


@mutation("l'année demandée est ignorée", "comparaison", "rapport", "brochure")
def ignore_the_period(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(period=None))


@mutation("le nombre de coops demandé (« les trois plus… ») est ignoré", "agregat", "lieu")
def ignore_the_limit(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(limit=None))


@mutation("les conditions (« plus de 5 médecins ») sont ignorées", "agregat", "service")
def ignore_the_conditions(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(filters=()))


@mutation("« à Gatineau » est compris comme « près de Gatineau »", "lieu", "service_lieu")
def near_for_inside(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(strict=False))


@mutation("« près de Gatineau » est compris comme « à Gatineau »", "lieu", "service_lieu")
def inside_for_near(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(strict=True))


@mutation("la fiche entière est donnée pour le champ demandé", "attribut", "famille")
def give_the_whole_card(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        return replace(question, task=Task.CARD) if question.task is Task.FIELDS else question

    return whole.rebuilt(Understanding=_understood(change))


@mutation("le courriel est donné pour le téléphone", "attribut", "famille")
def email_for_phone(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        fields = tuple("emails" if field == "phones" else field for field in question.fields)
        return replace(question, fields=fields)

    return whole.rebuilt(Understanding=_understood(change))


@mutation("les membres et les dossiers sont confondus", "agregat", "attribut")
def files_for_members(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        other = {"members": "files", "files": "members"}
        fields = tuple(other.get(field, field) for field in question.fields)
        return replace(question, measure=other.get(question.measure or "", question.measure), fields=fields)

    return whole.rebuilt(Understanding=_understood(change))


@mutation("tous les médecins comptent comme médecins de famille", "agregat", "attribut")
def all_doctors_for_family_doctors(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        filters = tuple(
            replace(one, name="doctors") if isinstance(one, Number) and one.name == "family_doctors" else one
            for one in question.filters
        )
        measure = "doctors" if question.measure == "family_doctors" else question.measure
        return replace(question, measure=measure, filters=filters)

    return whole.rebuilt(Understanding=_understood(change))


@mutation("la médiane est donnée pour la moyenne, et l'inverse", "agregat")
def median_for_mean(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        averaged = question.task is Task.MEAN
        return replace(question, topic="" if question.topic == "median" else "median") if averaged else question

    return whole.rebuilt(Understanding=_understood(change))


@mutation("un compte est donné pour un total (des coops pour leurs membres)", "agregat")
def count_for_total(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        return replace(question, task=Task.COUNT, measure=None) if question.task is Task.SUM else question

    return whole.rebuilt(Understanding=_understood(change))


@mutation("plusieurs services joints par « ou » sont tous exigés", "service", "service_lieu")
def all_services_for_any(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(either=False))


@mutation("seul le premier service demandé est retenu", "service", "service_lieu")
def first_service_only(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        return replace(question, services=question.services[:1], lacking=())

    return whole.rebuilt(Understanding=_understood(change))


@mutation("seule la première coop nommée est retenue", "comparaison", "attribut", "agregat")
def first_coop_only(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        return replace(question, subjects=question.subjects[:1], scope=question.scope[:1])

    return whole.rebuilt(Understanding=_understood(change))


@mutation("seul le premier renseignement demandé est donné", "attribut", "dialogue")
def first_field_only(whole: Whole) -> ReplyTo:
    def change(question: Question, *_: object) -> Question:
        return replace(question, fields=question.fields[:1])

    return whole.rebuilt(Understanding=_understood(change))


@mutation("les services prévus sont demandés, les services offerts sont donnés", "service")
def offered_for_planned(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(planned=False))


@mutation("le rayon dit par la personne est oublié pour celui d'usage", "service_lieu", "lieu", "dialogue")
def forget_the_radius(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(radius_km=None))


@mutation("les mots des gens pour un service ne sont plus connus", "service", "famille", "bruit")
def forget_how_people_say(whole: Whole) -> ReplyTo:
    lexicon = load_lexicon()

    class Formal(Lexicon):
        def mentions(self, text: str, people: bool = False) -> tuple[Mention, ...]:
            return super().mentions(text)

    formal = Formal(lexicon.terms, lexicon._documents, lexicon._people, lexicon.professions)
    return whole.rebuilt(load_lexicon=lambda: formal)


@mutation("les majuscules de la question ne sont pas repliées", "lieu", "attribut")
def forget_the_capitals(whole: Whole) -> ReplyTo:
    lost = str.maketrans(dict.fromkeys(ascii_uppercase, FOREIGN))

    class Broken(Understanding):
        def understand(self, text: str, conversation: Conversation) -> Question:
            return super().understand(text.translate(lost), conversation)

    return whole.rebuilt(Understanding=Broken)


@mutation("les accents de la question ne sont pas repliés", "attribut", "lieu")
def forget_the_accents(whole: Whole) -> ReplyTo:
    lost = str.maketrans(dict.fromkeys(ACCENTS, FOREIGN))

    class Broken(Understanding):
        def understand(self, text: str, conversation: Conversation) -> Question:
            return super().understand(text.translate(lost), conversation)

    return whole.rebuilt(Understanding=Broken)


@mutation("une question en anglais a sa réponse en français", "anglais")
def answer_english_in_french(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(language="fr"))


@mutation("une question en français a sa réponse en anglais", "attribut", "lieu")
def answer_french_in_english(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Understanding=_always(language="en"))


def _instead_of(task: Task) -> type[Understanding]:
    """A message of this kind is looked up in the documents, as any question."""

    def change(question: Question, *_: object) -> Question:
        return replace(question, task=Task.PROSE, topic="") if question.task is task else question

    return _understood(change)


UNDERSTANDING = all_of(vars())
