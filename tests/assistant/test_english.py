"""What is understood of questions in English, over the real table; the answer's language follows the question's."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer, Outcome
from assistant.conversation import Conversation, Turn
from assistant.language import language
from assistant.question import Question, Task
from assistant.understand import Understanding
from index.criteria import Comparison, Number, Recruits, Says
from index.criterion import Criterion
from index.directory import Directory
from index.places import Gazetteer
from ingest.entry import State
from ingest.french import words
from ingest.library import read_library
from ingest.services import load_lexicon
from tests.assistant.asking import ask

CORPUS = Path(__file__).parents[2] / "corpus"
STATED, UNSAID = (State.STATED,), (State.UNSAID, State.NONE)
BETWEEN = (Number("doctors", Comparison.AT_LEAST, 2), Number("doctors", Comparison.AT_MOST, 4))


@pytest.fixture(scope="module")
def reader() -> Understanding:
    library = read_library(CORPUS)
    prose = frozenset(w.folded for p in library.passages for w in words(p.text))
    return Understanding(Directory(library.entries, Gazetteer.load()), load_lexicon(), prose)


def asked(reader: Understanding, text: str) -> Question:
    question = reader.understand(text, Conversation())
    assert question.language == "en"
    return question


@pytest.mark.parametrize(
    ("text", "position", "fields"),
    [
        ("What is the phone number of the Aylmer co-op?", 23, ("phones",)),
        ("Aylmer co-op phone number", 23, ("phones",)),
        ("phone number for the Thurso clinic", 22, ("phones",)),
        ("Where is the Falardeau co-op located?", 40, ("address",)),
        ("Who runs the co-op in Chénéville?", 24, ("contact",)),
        ("Who should I contact at the Thurso clinic?", 22, ("contact",)),
        ("What services does the Petite-Nation co-op offer?", 24, ("services_text",)),
        ("What does the Aylmer co-op offer?", 23, ("services_text",)),
        ("How many members does the Aylmer co-op have?", 23, ("members",)),
        ("How many family doctors work at the Aylmer co-op?", 23, ("family_doctors",)),
        ("Is the Aylmer co-op recruiting doctors?", 23, ("recruiting",)),
        ("Is the Aylmer co-op hiring?", 23, ("recruiting",)),
        ("email of the Shawinigan co-op", 8, ("emails",)),
        ("What's the website for the Shawinigan co-op?", 8, ("websites",)),
        ("What town is the Robert-Verrier co-op in?", 53, ("municipality",)),
        ("What is the legal form of the Villeray co-op?", 18, ("legal_form",)),
        ("contact details for the Falardeau co-op", 40, ("coordinates",)),
    ],
)  # fmt: skip
def test_a_field_of_one_coop_is_understood(
    reader: Understanding, text: str, position: int, fields: tuple[str, ...]
) -> None:
    question = asked(reader, text)
    assert (question.task, question.subjects, question.fields) == (Task.FIELDS, (position,), fields)


@pytest.mark.parametrize(
    ("text", "place", "services"),
    [
        ("Which co-ops near Gatineau offer physiotherapy?", "Gatineau", ("physiotherapie",)),
        ("physiotherapy clinic in Gatineau", "Gatineau", ("physiotherapie",)),
        ("Is there a walk-in clinic near Trois-Rivières?", "Trois-Rivières", ("sans_rendez_vous",)),
        ("walk-in clinic in Gatineau", "Gatineau", ("sans_rendez_vous",)),
        ("I need a psychologist near Sherbrooke", "Sherbrooke", ("psychologie",)),
        ("Where can I get a flu shot in Saguenay?", "Saguenay", ("vaccination",)),
        ("nurse practitioner Sherbrooke", "Sherbrooke", ("infirmiere_praticienne",)),
        ("foot care near Thurso", "Thurso", ("soins_pieds",)),
        ("Is there a co-op in Thurso with a psychologist?", "Thurso", ("psychologie",)),
        ("Is there a clinic in Gatineau?", "Gatineau", ()),
    ],
)
def test_a_service_near_a_place_is_understood(
    reader: Understanding, text: str, place: str, services: tuple[str, ...]
) -> None:
    question = asked(reader, text)
    assert question.place is not None
    assert (question.task, question.place.name, question.services) == (Task.LIST, place, services)


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("blood tests within 40 km of Drummondville", 40),
        ("clinics in a 25 km radius of Thurso", 25),
        ("physio less than 30 kilometers from Gatineau", 30),
        ("nurses within 10 miles of Thurso", 16.09),
    ],
)
def test_a_radius_is_understood(reader: Understanding, text: str, km: float) -> None:
    assert asked(reader, text).radius_km == pytest.approx(km)


@pytest.mark.parametrize(
    ("text", "task", "regions"),
    [
        ("List all the co-ops in Mauricie", Task.LIST, (4,)),
        ("Which co-ops in the Outaouais region have more than 5 family doctors?", Task.LIST, (7,)),
        ("How many co-ops are there in Montérégie?", Task.COUNT, (16,)),
        ("Is there an acupuncturist in the Laurentides region?", Task.LIST, (15,)),
        ("Does any co-op in Estrie offer acupuncture?", Task.LIST, (5,)),
        ("walk-in clinic in Montreal", Task.LIST, (6,)),
    ],
)
def test_a_region_is_understood(reader: Understanding, text: str, task: Task, regions: tuple[int, ...]) -> None:
    question = asked(reader, text)
    assert (question.task, question.regions) == (task, regions)


@pytest.mark.parametrize(
    ("text", "task", "measure"),
    [
        ("Which co-op has the most members?", Task.RANK, "members"),
        ("Top 5 co-ops by number of members", Task.RANK, "members"),
        ("Which co-op has the fewest patient files?", Task.RANK, "files"),
        ("What is the total number of members of all the co-ops?", Task.SUM, "members"),
        ("average number of family doctors per co-op", Task.MEAN, "family_doctors"),
    ],
)
def test_numbers_over_the_table_are_understood(reader: Understanding, text: str, task: Task, measure: str) -> None:
    question = asked(reader, text)
    assert (question.task, question.measure) == (task, measure)


@pytest.mark.parametrize(
    ("text", "criteria"),
    [
        ("Which co-ops are recruiting doctors?", (Recruits(),)),
        ("Which co-ops have no email?", (Says("emails", UNSAID),)),
        ("Which co-ops don't have a phone number?", (Says("phones", UNSAID),)),
        ("Which co-ops have a website?", (Says("websites", STATED),)),
        ("Which co-ops are part of a GMF?", (Says("gmf", STATED),)),
        ("co-ops with fewer than 2 doctors", (Number("doctors", Comparison.LESS, 2),)),
        ("co-ops with at least 5,000 members", (Number("members", Comparison.AT_LEAST, 5000),)),
        ("Which co-ops have between 2 and 4 doctors?", BETWEEN),
        ("Which co-ops need more than 2 family doctors?", (Number("recruiting", Comparison.MORE, 2),)),
    ],
)  # fmt: skip
def test_a_condition_is_understood(reader: Understanding, text: str, criteria: tuple[Criterion, ...]) -> None:
    question = asked(reader, text)
    assert (question.task, question.filters) == (Task.LIST, criteria)


@pytest.mark.parametrize(
    ("text", "planned", "lacking", "either"),
    [
        ("Which co-ops plan to offer physiotherapy?", True, (), False),
        ("Which co-ops don't offer nursing?", False, ("soins_infirmiers",), False),
        ("Is there a psychologist or a psychiatrist near Québec City?", False, (), True),
        ("Which co-ops offer both physiotherapy and psychology?", False, (), False),
    ],
)
def test_how_a_service_is_wished_is_understood(
    reader: Understanding, text: str, planned: bool, lacking: tuple[str, ...], either: bool
) -> None:
    question = asked(reader, text)
    assert (question.planned, question.lacking, question.either) == (planned, lacking, either)


@pytest.mark.parametrize(
    ("text", "task", "topic"),
    [
        ("I have chest pain, what should I do?", Task.EMERGENCY, "emergency"),
        ("my chest hurts and I can't breathe", Task.EMERGENCY, "emergency"),
        ("I want to kill myself", Task.EMERGENCY, "suicide"),
        ("Should I take ibuprofen for a fever?", Task.ADVICE, ""),
        ("Hello!", Task.SOCIAL, "greeting"),
        ("Thank you so much", Task.SOCIAL, "thanks"),
        ("What can you do?", Task.SOCIAL, "help"),
        ("What documents do you use?", Task.SOURCES, "documents"),
        ("How recent is the information?", Task.SOURCES, "dates"),
        ("Are there any errors in the documents?", Task.SOURCES, "anomalies"),
        ("What are the opening hours of the Thurso co-op?", Task.TOPIC, "hours"),
        ("Is the Gatineau clinic wheelchair accessible?", Task.TOPIC, "access"),
        ("Does the Gatineau co-op accept new patients?", Task.TOPIC, "new_patients"),
    ],
)
def test_what_the_table_does_not_hold_is_understood(reader: Understanding, text: str, task: Task, topic: str) -> None:
    question = asked(reader, text)
    assert (question.task, question.topic) == (task, topic)


@pytest.mark.parametrize(
    "text",
    [
        "What is the mission of the Federation?",
        "Who is the director of the Federation according to the latest annual report?",
        "What were the operating expenses in 2020-2021?",
        "How many board meetings were held?",
    ],
)
def test_facts_of_the_report_are_looked_for_in_the_prose(reader: Understanding, text: str) -> None:
    assert asked(reader, text).task is Task.PROSE


@pytest.mark.parametrize(
    ("first", "then", "task", "fields"),
    [
        ("What is the phone number of the Aylmer co-op?", "and the address?", Task.FIELDS, ("address",)),
        ("What is the phone number of the Aylmer co-op?", "how many members do they have?", Task.FIELDS, ("members",)),
        ("What is the phone number of the Aylmer co-op?", "does it offer physiotherapy?", Task.OFFER, ()),
    ],
)
def test_a_follow_up_is_about_the_coop_just_spoken_of(
    reader: Understanding, first: str, then: str, task: Task, fields: tuple[str, ...]
) -> None:
    question = asked(reader, first)
    turn = Turn(first, question, Answer(Outcome.ANSWERED, "…"))
    edited = reader.understand(then, Conversation().then(turn))
    assert (edited.task, edited.subjects, edited.fields, edited.language) == (task, (23,), fields, "en")


def test_a_message_without_language_keeps_that_of_the_conversation(reader: Understanding) -> None:
    first = "Which co-ops near Gatineau offer physiotherapy?"
    turn = Turn(first, asked(reader, first), Answer(Outcome.ANSWERED, "…"))
    assert reader.understand("Thurso?", Conversation().then(turn)).language == "en"
    assert reader.understand("Thurso?", Conversation()).language == "fr"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("quelles coops près de Gatineau offrent de la physio ?", "fr"),
        ("prise de sang a moins de 40 km de drummondville", "fr"),
        ("hello, je cherche une clinique walk-in", "fr"),
        ("c koi le phone", "fr"),
        ("which clinics are open", "en"),
        ("Gatineau", ""),
        ("", ""),
    ],
)
def test_a_message_speaks_the_language_whose_words_outnumber_the_other_s(text: str, said: str) -> None:
    assert language(words(text)) == said


def test_a_french_name_does_not_make_a_question_french(reader: Understanding) -> None:
    asked(reader, "address of Coopérative de solidarité de santé de la MRC Charlevoix")


def test_forms_of_known_english_words_are_no_typing_mistakes() -> None:
    answer = ask("Did the federation make or lose money in 2021-2022, and how much?")[-1].answer
    assert "8 158" in answer.text


@pytest.mark.parametrize(
    "word", ["message", "neither", "late", "against", "personal", "writing", "small", "difficult", "count", "nearly"]
)
def test_an_english_word_like_another_is_no_mistake(reader: Understanding, word: str) -> None:
    assert reader.ear.read(f"what is the {word} of the co-op?") == f"what is the {word} of the co-op?"


@pytest.mark.parametrize(("typed", "meant"), [("fisiotherapy", "physiotherapy"), ("recuiting", "recruiting")])
def test_an_english_mistake_still_is_one(reader: Understanding, typed: str, meant: str) -> None:
    assert meant in reader.ear.read(f"is there a {typed} near Gatineau?")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("When did the St-Liboire co-op open?", "founded"),
        ("When does the St-Liboire co-op open?", "hours"),
        ("What does the Villeray co-op want to develop?", "future"),
        ("What does the Saint-Bernard co-op hope to offer?", "future"),
        ("Is the Sainte-Félicité co-op reserved for members?", "members_only"),
        ("Can just anyone use the Sainte-Félicité co-op?", "members_only"),
        ("Do I have to be a member at the Sainte-Félicité co-op?", "members_only"),
    ],
)
def test_what_is_asked_of_a_clinic_in_english(reader: Understanding, text: str, topic: str) -> None:
    assert topic in asked(reader, text).topic.split()


def test_columns_wanted_are_no_condition(reader: Understanding) -> None:
    assert asked(reader, "List the co-ops in Mauricie with their phone numbers").filters == ()
    assert asked(reader, "List the co-ops in Mauricie with a phone number").filters == (Says("phones", STATED),)


@pytest.mark.parametrize(
    "text",
    [
        "Did the federation end the year with a surplus?",
        "Did the Federation finish the year with a profit?",
        "What exactly was the surplus?",
    ],
)
def test_the_year_of_the_accounts_is_the_newest_unless_said(text: str) -> None:
    answer = ask(text)[-1].answer.text
    assert "8 158" in answer
    assert "Excédent (déficit), 2021-2022" in answer


@pytest.mark.parametrize(
    "text", ["What does the director say about the health co-op model?", "What is the health co-op movement about?"]
)
def test_a_common_noun_behind_co_op_names_none(reader: Understanding, text: str) -> None:
    assert asked(reader, text).task is not Task.UNKNOWN_ENTRY
    assert asked(reader, "The phone number of the zorglub co-op?").task is Task.UNKNOWN_ENTRY
