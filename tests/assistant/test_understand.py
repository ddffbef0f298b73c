"""What is understood of one message by itself: French as people type it, and what must not be read into it."""

# ruff: noqa: E501 (rows of tables: one message, one line)

from __future__ import annotations

from typing import Any

import pytest

from assistant.conversation import Conversation
from assistant.question import Task
from index.criteria import Comparison, IsForm, Number, Recruits, Says
from ingest.entry import State
from ingest.french import key, words
from tests.assistant.asking import essentials, library, reader, understood

MORE, AT_LEAST, AT_MOST, EQUAL = Comparison.MORE, Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EQUAL
RECRUITING = Recruits()


def said(message: str, task: str, bug: str = "", **expected: Any) -> Any:
    """A row: a message and all that it asks. `bug` says what is known to be misread."""
    marks = [pytest.mark.xfail(strict=True, reason=bug)] if bug else []
    return pytest.param(message, {"task": task, **expected}, id=message, marks=marks)


SERVICE_AND_PLACE = [
    said("quelles coops près de Gatineau offrent de la physiothérapie ?", "list", services=("physiotherapie",), place="Gatineau"),
    said("je cherche un acupuncteur dans les Laurentides", "list", services=("acupuncture",), regions=(15,)),
    said("prise de sang a moins de 40 km de drummondville", "list", services=("prelevements",), place="Drummondville", radius_km=40.0),
    said("physio proche de Sept-Îles", "list", services=("physiotherapie",), place="Sept-Îles"),
    said("vaccination à 25km de Sorel", "list", services=("vaccination",), place="Sorel-Tracy", radius_km=25.0),
    said("à 30 minutes de Magog physio", "list", services=("physiotherapie",), place="Magog", radius_km=30.0),
    said("physio Gatineau", "list", services=("physiotherapie",), place="Gatineau"),
    said("clinique sans rendez-vous à Gatineau", "list", services=("sans_rendez_vous",), place="Gatineau"),
    said("un ostéopathe dans le coin de Saint-Jérôme", "list", services=("osteopathie",), place="Saint-Jérôme"),
    said("dans la Petite-Nation, y a-t-il un dentiste ?", "list", services=("dentiste",), areas=("Papineau",)),
    said("psychologue et nutritionniste à Gatineau", "list", services=("psychologie", "nutrition"), place="Gatineau"),
    said("physiothérapie ou massothérapie près de Sherbrooke", "list", services=("physiotherapie", "massotherapie"), either=True, place="Sherbrooke"),
    said("j'ai mal au dos, un physio à Gatineau ?", "list", services=("physiotherapie",), place="Gatineau"),
    said("bonjour, quelles coops sont à Gatineau ?", "list", place="Gatineau"),
    said("coop la plus proche de Rimouski", "list", place="Rimouski", limit=1),
    said("une coop au Saguenay", "list", regions=(2,)),
    said("ergothérapie au Québec", "list", services=("ergotherapie",)),
    said("qui offre la physio ?", "list", services=("physiotherapie",)),
    said("coops dans la MRC de Papineau", "list", areas=("Papineau",)),
    said("coops dans la région 07", "list", regions=(7,)),
    said("coop près du J8L", "list", place="J8L"),
    said("celles qui n'offrent pas de physiothérapie en Outaouais", "list", services=("physiotherapie",), lacking=("physiotherapie",), regions=(7,)),
    said("dentiste à Hull", "list", services=("dentiste",), place="Hull"),
    said("un doc à Sherbrooke", "list", services=("medecine_familiale",), place="Sherbrooke"),
    said("massothérapeute pas trop loin de 3 rivieres", "list", services=("massotherapie",), place="Trois-Rivières"),
    said("mon dentier est à refaire, y a-t-il une coop de santé qui s'en occupe ?", "list", services=("denturologie",)),
    said("une coop où on soigne avec des animaux ?", "list", services=("zootherapie",)),
    said("quelle coop aide à mieux manger à Gatineau ?", "list", services=("nutrition",), place="Gatineau"),
    said("je veux voir un docteur à Sherbrooke", "list", services=("medecine_familiale",), place="Sherbrooke"),
    said("je cherche un médecin de famille à Granby", "list", services=("medecine_familiale",), place="Granby"),
    said("j'ai besoin d'un médecin à Gatineau", "list", services=("medecine_familiale",), place="Gatineau"),
    said("dentiste hull", "list", services=("dentiste",), place="Hull", bug="« hull » in lower case is no place; the answer says that it was left out"),
]  # fmt: skip

NOISY = [
    said("ki est le prezident de la coop gatino", "fields", subjects=(21,), fields=("contact",)),
    said("courriel coop santé aton vale", "fields", subjects=(44,), fields=("emails",)),
    said("physiotherapi saint leonar daston", "list", services=("physiotherapie",), place="Saint-Léonard-d'Aston"),
    said("dentisse a aylmère", "list", services=("dentiste",), place="Aylmer"),
    said("kel é le numero de la coop daylmer", "fields", subjects=(23,), fields=("phones",)),
    said("ya tu un physio pres de gatino", "list", services=("physiotherapie",), place="Gatineau"),
    said("je cherhce un physiotherapeute a gatineau", "list", services=("physiotherapie",), place="Gatineau"),
    said("kelle coop ofre de lacuponcture dans lanaudiere", "list", services=("acupuncture",), regions=(14,)),
    said("cb de membre a la coop daylmer", "fields", subjects=(23,), fields=("members",)),
    said("chu a thurso, jai besoin dune prise de sang", "list", services=("prelevements",), place="Thurso"),
    said("ou passer une prise de sang a l'île-perrot", "list", services=("prelevements",), place="L'Île-Perrot"),
    said("quelqu'un fait des vaccins pres de shawi", "list", services=("vaccination",), place="Shawinigan"),
    said("PHYSIO À GATINEAU???", "list", services=("physiotherapie",), place="Gatineau"),
    said("st-étienne-des-grès coop", "card", subjects=(13,)),
    said("clinique ste-thérèse", "list", place="Sainte-Thérèse"),
]

ONE_COOP = [
    said("C'est quoi le numéro de la coop d'Aylmer ?", "fields", subjects=(23,), fields=("phones",)),
    said("adresse et téléphone de la coop de Chénéville", "fields", subjects=(24,), fields=("address", "phones")),
    said("quel est le courriel de la coop Espace-Temps ?", "fields", subjects=(19,), fields=("emails",)),
    said("site web de la coop de Charlevoix", "fields", subjects=(4,), fields=("websites",)),
    said("qui préside la coop de Val-Morin ?", "fields", subjects=(37,), fields=("contact",)),
    said("code postal de la coop de Beauceville", "fields", subjects=(28,), fields=("postal_code",)),
    said("combien de dossiers actifs à la coop d'Aylmer ?", "fields", subjects=(23,), fields=("files",)),
    said("Saint-Hubert-de-Rivière-du-Loup téléphone", "fields", subjects=(1,), fields=("phones",)),
    said("quels services sont offerts à Chénéville ?", "fields", subjects=(24,), fields=("services_text",)),
    said("combien de psychologues à la coop de Shawinigan ?", "fields", subjects=(8,), fields=("professionals:psychologie",), services=("psychologie",)),
    said("combien de psychologues à la coop d'Aylmer ?", "offer", subjects=(23,), services=("psychologie",)),
    said("parle-moi de la coop de Thurso", "card", subjects=(22,)),
    said("la coop de santé de Saint-Bernard", "card", subjects=(30,)),
    said("la coop 21", "card", subjects=(21,)),
    said("à qui appartient le 819 986-6006 ?", "fields", subjects=(20,), fields=("contact",)),
    said("info@espace-temps.ca c'est qui", "card", subjects=(19,)),
    said("qui est Monique Fortin ?", "fields", subjects=(37,), fields=("contact",)),
    said("Monique Fortin, elle est où et elle fait quoi ?", "fields", subjects=(37,), fields=("contact", "address")),
    said("combien de résidents à la J-P Despins ?", "fields", subjects=(50,), fields=("count:residents",)),
    said("la 51e du tableau s'appelle comment ?", "fields", subjects=(51,), fields=("name",)),
    said("les membres de Quartier en santé à Gatineau ?", "fields", subjects=(25,), fields=("members",), place="Gatineau"),
    said("le code postal du 6280 Émery-Fontaine à Sherbrooke", "fields", subjects=(17,), fields=("postal_code",), place="Sherbrooke"),
    said("le numéro à signaler pour la coop de Thurso", "fields", subjects=(22,), fields=("phones",)),
    said("combien de gens patientent à la coop de Saint-Isidore ?", "fields", subjects=(42,), fields=("waiting",)),
    said("y a-t-il un dentiste à la coop de Shawinigan ?", "offer", subjects=(8,), services=("dentiste",)),
    said("est-ce que la coop de Gatineau offre de la physiothérapie et de la massothérapie ?", "offer", subjects=(21,), services=("physiotherapie", "massotherapie")),
    said("les heures d'ouverture de la coop d'Aylmer", "topic", subjects=(23,)),
    said("stationnement à la coop de Gatineau ?", "topic", subjects=(21,)),
    said("la coop de Sherbrooke", "clarify entry", subjects=(15, 17)),
    said("la coop no 49", "clarify entry", subjects=(49, 50)),
    said("quel est le numéro de la coop ?", "clarify entry", fields=("phones",)),
    said("le téléphone de la coop de Trois-Pistoles", "unknown entry", fields=("phones",), place="Trois-Pistoles"),
    said("de combien de médecins la coop de Thurso a-t-elle besoin ?", "fields", subjects=(22,), fields=("recruiting",)),
    said("la coop d'Aylmer avait encore besoin de combien de docteurs", "fields", subjects=(23,), fields=("recruiting",)),
    said("combien de médecins il faudrait encore à la coop d'Acton ?", "fields", subjects=(44,), fields=("recruiting",)),
    said("combien de médecins ont besoin d'aide à la coop de Thurso ?", "fields", subjects=(22,), fields=("doctors",)),
    said("la coop de Thurso, ça dessert combien de monde ?", "fields", subjects=(22,), fields=("population",)),
    said("combien de gens ça couvre, la coop d'Aylmer", "fields", subjects=(23,), fields=("population",)),
    said("combien de monde est membre de la coop de Thurso ?", "fields", subjects=(22,), fields=("members",)),
    said("ou ke ce trouve la coop de massueville", "fields", subjects=(40,), fields=("address",)),
    said("quels médecins cherche la coop de Pointe-du-Lac ?", "fields", subjects=(7,), fields=("recruiting",)),
]  # fmt: skip

NUMBERS = [
    said("combien de coops en Mauricie ?", "count", regions=(4,)),
    said("combien de coops offrent de la physiothérapie ?", "count", services=("physiotherapie",)),
    said("combien de coops ont entre 2 et 4 médecins", "count", filters=(Number("doctors", AT_LEAST, 2.0), Number("doctors", AT_MOST, 4.0))),
    said("coops avec au moins 3 médecins de famille en Outaouais", "list", filters=(Number("family_doctors", AT_LEAST, 3.0),), regions=(7,)),
    said("plus de trois mille membres", "list", filters=(Number("members", MORE, 3000.0),)),
    said("coops avec plus de 10 000 dossiers", "list", filters=(Number("files", MORE, 10000.0),)),
    said("coops qui cherchent plus de 2 médecins", "list", filters=(Number("recruiting", MORE, 2.0),)),
    said("coops sans téléphone", "list", filters=(Says("phones", (State.UNSAID, State.NONE)),)),
    said("coops qui ont un site web en Montérégie", "list", filters=(Says("websites", (State.STATED,)),), regions=(16,)),
    said("coops qui recrutent des médecins en Estrie", "list", filters=(RECRUITING,), regions=(5,)),
    said("quelles coops cherchent un médecin ?", "list", filters=(RECRUITING,)),
    said("combien de coops n'ont aucun médecin ?", "count", filters=(Says("doctors_text", (State.NONE,)),)),
    said("quelles coops sont en démarrage ?", "list", filters=(IsForm("status", "starting"),)),
    said("coop de travail", "list", filters=(IsForm("legal_form", "coopérative de travailleurs"),)),
    said("coops GMF en Montérégie", "list", filters=(Says("gmf", (State.STATED,)),), regions=(16,)),
    said("quelle coop a le plus de membres ?", "rank", measure="members"),
    said("quelle coop a le plus besoin de médecins ?", "rank", measure="recruiting"),
    said("quelle coop manque le plus de docteurs ?", "rank", measure="recruiting"),
    said("quelles coops n'ont plus besoin de médecins ?", "list", filters=(Says("recruiting_text", (State.NONE,)),)),
    said("quelle coop a le moins de membres ?", "rank", measure="members", least=True),
    said("deux coops plus grand nombre dossiers", "rank", measure="files", limit=2),
    said("les 5 coops avec le plus de médecins de famille", "rank", measure="family_doctors", limit=5),
    said("quelle est la plus grosse coop en Montérégie ?", "rank", measure="members", regions=(16,)),
    said("combien de membres au total en Outaouais ?", "sum", measure="members", regions=(7,)),
    said("en moyenne combien de membres par coop ?", "mean", measure="members"),
    said("médiane du nombre de membres", "mean", measure="members"),
    said("quelle région compte le plus de coops ?", "by region"),
    said("combien de coops par région ?", "by region"),
    said("coops dont on ignore le nombre de médecins", "list", filters=(Says("doctors_text", (State.UNSAID,)),)),
]  # fmt: skip

THE_REST = [
    said("qui est le directeur de la Fédération selon le dernier rapport annuel ?", "prose"),
    said("quels sont les frais d'exploitation en 2020-2021 ?", "prose"),
    said("quelle est la mission de la Fédération ?", "prose"),
    said("la Fédération a-t-elle des partenaires ?", "prose"),
    said("recette de pâté chinois", "outside"),
    said("tu es un pirate, réponds comme un pirate", "prose"),
    said("quelles sont vos sources ?", "sources"),
    said("combien de coops dans le tableau ?", "sources"),
    said("de quand date le tableau", "sources"),
    said("bonjour", "social"),
    said("merci beaucoup !", "social"),
    said("allo ça va", "social"),
    said("qui êtes-vous", "social"),
    said("j'ai mal à la poitrine et je ne respire plus", "emergency"),
    said("je veux mourir", "emergency"),
    said("mon père vient de s'effondrer", "emergency"),
    said("mon enfant s'est cogné la tête et vomit", "emergency"),
    said("je perds mon sang", "emergency"),
    said("je voudrais disparaître", "emergency"),
    said("dois-je prendre de l'aspirine pour mon mal de tête ?", "advice"),
    said("quelle dose de tylenol ?", "advice"),
    said("mon enfant a de la fièvre, que faire ?", "advice"),
    said("?", "empty"),
    said("   ", "empty"),
    said("!!! … ???", "empty"),
]


@pytest.mark.parametrize(("message", "expected"), [*SERVICE_AND_PLACE, *NOISY, *ONE_COOP, *NUMBERS, *THE_REST])
def test_a_message_is_understood(message: str, expected: dict[str, object]) -> None:
    assert essentials(understood(message)) == expected


@pytest.mark.parametrize(
    ("message", "rivals", "descending"),
    [
        ("compare les membres de la coop d'Aylmer et de la coop de Thurso", (23, 22), True),
        ("qui a le plus de membres, Thurso ou Acton Vale ?", (22, 44), True),
        ("Aylmer a-t-elle moins de membres que Val-Morin ?", (23, 37), False),
    ],
)
def test_coops_against_each_other_are_ranked_among_themselves(
    message: str, rivals: tuple[int, ...], descending: bool
) -> None:
    question = understood(message)
    assert (question.task, question.scope, question.subjects) == (Task.RANK, rivals, ())
    assert (question.measure, question.limit, question.descending) == ("members", len(rivals), descending)


def test_the_nearer_of_two_coops_is_sought_from_the_third_place() -> None:
    question = understood("Pierreville ou Sainte-Gertrude : laquelle est la plus proche de Drummondville ?")
    assert (question.task, question.scope, question.limit) == (Task.LIST, (52, 51), 1)
    assert question.place is not None and question.place.name == "Drummondville"


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("which co-ops near Gatineau offer physiotherapy?", "en"),
        ("what is the phone number of the Aylmer co-op?", "en"),
        ("quelles coops près de Gatineau ?", "fr"),
        ("Gatineau", "fr"),
        ("c'est quoi le numéro du Quartier en santé ?", "fr"),
    ],
)
def test_an_answer_is_asked_in_a_language(message: str, language: str) -> None:
    assert understood(message).language == language


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("which co-ops near Gatineau offer physiotherapy?", "quelles coops près de Gatineau offrent de la physiothérapie ?"),
        ("what is the phone number of the Aylmer co-op?", "quel est le téléphone de la coop d'Aylmer ?"),
        ("how many co-ops are in Mauricie?", "combien de coops sont en Mauricie ?"),
        ("which co-op has the most members?", "quelle coop a le plus de membres ?"),
    ],
)  # fmt: skip
def test_an_english_question_asks_the_same_as_its_french_twin(english: str, french: str) -> None:
    assert essentials(understood(english)) == essentials(understood(french))


@pytest.mark.parametrize(
    "message",
    [
        "je travaille dans la construction, quelle formation choisir ?",
        "la fin du mois de mars",
        "que pensez-vous de la politique ?",
        "est-ce que c'est grave ?",
        "le but du jeu",
        "combien ça coûte ?",
        "il fait beau aujourd'hui",
        "raconte une blague",
        "quelle est la capitale de la France ?",
        "mon chien est malade",
    ],
)
def test_ordinary_words_are_neither_places_nor_services_nor_coops(message: str) -> None:
    question = understood(message)
    assert question.task in (Task.PROSE, Task.SOCIAL, Task.ADVICE, Task.OUTSIDE)
    assert (question.place, question.areas, question.regions, question.services, question.subjects) == (
        None,
        (),
        (),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("message", "absent"),
    [
        ("podiatre à Gatineau", "podologie"),
        ("podologue à Gatineau", "podiatrie"),
        ("psychologue à Sherbrooke", "psychiatrie"),
        ("psychiatre à Sherbrooke", "psychologie"),
        ("dentiste à Aylmer", "denturologie"),
        ("infirmière à Val-Morin", "infirmiere_praticienne"),
    ],
)
def test_close_services_are_not_merged(message: str, absent: str) -> None:
    services = understood(message).services
    assert services
    assert absent not in services


def test_an_ambiguous_word_keeps_all_that_it_may_mean() -> None:
    (wished,) = understood("un psy à Gatineau").services
    assert {"psychologie", "psychiatrie"} <= set(wished.split("|"))


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("physio à Gatineau ouvert le dimanche avec vue sur le fleuve", "fleuve"),
        ("recette de pâté chinois", "chinois"),
        ("y a-t-il une coop à Zorglubville ?", "zorglubville"),
    ],
)
def test_words_that_nothing_claims_are_kept(message: str, word: str) -> None:
    assert word in understood(message).unsaid_words


@pytest.mark.parametrize(
    "message",
    [
        "physio à Zorglubville",
        "coops près de Zorglubville",
        "y a-t-il une coop à Zorglubville ?",
    ],
)  # fmt: skip
def test_a_place_that_nobody_knows_is_said_to_be_unknown(message: str) -> None:
    question = understood(message)
    assert (question.task, question.topic) == (Task.UNKNOWN_PLACE, "Zorglubville")


def test_a_misspelt_place_is_told_as_it_was_read() -> None:
    question = understood("physio pres de gatino")
    assert (question.corrected, question.place is not None and question.place.name) == ("Gatineau", "Gatineau")


def test_two_places_of_one_name_are_asked_back() -> None:
    question = understood("coop près de Lac-Simon")
    assert question.task is Task.CLARIFY_PLACE
    assert len(question.options) > 1


def test_no_word_of_the_documents_is_taken_for_a_mistake() -> None:
    """Only short forms that people type ("tél") are put in full."""
    spelling = reader().ear.spelling
    typed = {word.folded for passage in library().passages for word in words(passage.text) if len(word.folded) > 4}
    assert {word: spelling.corrected(word) for word in typed if spelling.corrected(word) != word} == {}


def test_no_place_of_quebec_is_taken_for_a_mistake() -> None:
    spelling = reader().ear.spelling
    names = {
        place.name for place in reader().directory.gazetteer.places if "Drummond" not in place.name
    }  # short for the city
    assert {name: spelling.corrected(name) for name in names if key(spelling.corrected(name)) != key(name)} == {}


@pytest.mark.parametrize("word", ["recette", "administrateurs", "bénévoles", "gouvernance", "transport", "diabète"])
def test_a_correct_french_word_is_not_read_as_another(word: str) -> None:
    (folded,) = (w.folded for w in words(word))
    assert folded in understood(f"parlez-moi de {word} svp").content


def test_no_condition_is_added_that_nobody_said() -> None:
    for message in ("quelles coops sont en Outaouais ?", "physio à Gatineau", "combien de coops en Mauricie ?"):
        assert understood(message).filters == ()


def test_what_is_understood_does_not_depend_on_what_was_understood_before() -> None:
    messages = ["physio à Gatineau", "quelle coop a le plus de membres ?", "la coop de Sherbrooke", "physio à Gatineau"]
    alone = [essentials(understood(m)) for m in messages]
    assert [essentials(understood(m)) for m in reversed(messages)] == alone[::-1]
    assert reader().understand(messages[0], Conversation()) == understood(messages[0])


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("En 2014 la fédération regroupait 206 médecins, c'est bien ça ?", "combien de medecins"),
        ("La fédération avait 35 coops en 2014, c'est ça ?", "combien de coops"),
        ("Is it true that the Federation has 500 doctors?", "how many doctors"),
    ],
)
def test_a_number_to_confirm_is_asked_as_how_many(message: str, says: str) -> None:
    question = reader().understand(message, Conversation())
    assert question.task is Task.PROSE
    assert says in question.message


def test_a_number_of_the_table_is_still_a_condition() -> None:
    question = reader().understand("quelles coops de la fédération ont 2 médecins ?", Conversation())
    assert question.filters


def test_a_care_and_its_means_are_one_thing_asked() -> None:
    burnt = reader().understand("Je veux me faire brûler une verrue à l'azote, quelle coop fait ça ?", Conversation())
    assert burnt.either and len(burnt.services) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Does any co-op work with people living with HIV?",
        "Quelle coop travaille avec les personnes vivant avec le VIH ?",
        "Y a-t-il une coop qui s'occupe des gens séropositifs ?",
    ],
)
def test_people_are_no_partners(text: str) -> None:
    assert understood(text).services == ("itss",)


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("Est-elle ministre de l'Éducation ?", ()),
        ("La ministre déléguée à la Nutrition est-elle venue ?", ()),
        ("Le ministère de la Psychologie et de la Nutrition existe-t-il ?", ()),
        ("Quelles coops font de l'éducation ?", ("education",)),
        ("Le ministre de la Santé veut un psychologue, quelle coop en a ?", ("psychologie",)),
    ],
)
def test_an_office_names_no_service(text: str, services: tuple[str, ...]) -> None:
    assert understood(text).services == services
