"""Emergencies, suicide and medical advice: heard in any wording, and not where care is looked for."""

from __future__ import annotations

import pytest

from assistant.frames import Frame, Frames
from assistant.question import Task
from tests.assistant.asking import understood
from tests.assistant.test_phrases import message


def frame(heard: str, near: int = 5, unless: str = "") -> Frame:
    return Frame("emergency", tuple(heard.split()), near, tuple(unless.split()))


def test_a_frame_fits_words_of_each_class_in_any_order() -> None:
    assert frame("a b").fits({"a": [(4, 5)], "b": [(1, 2)]})


def test_a_frame_does_not_fit_words_far_apart_or_one_word_twice() -> None:
    assert not frame("a b").fits({"a": [(0, 1)], "b": [(8, 9)]})
    assert not frame("a b").fits({"a": [(0, 1)], "b": [(0, 1)]})


def test_a_frame_gives_way_to_a_class_that_denies_it() -> None:
    assert not frame("a", unless="c").fits({"a": [(0, 1)], "c": [(9, 10)]})


def test_every_frame_of_the_lexicon_is_of_listed_classes() -> None:
    frames = Frames("health.toml")
    listed = set(frames._exact) | set(frames._begun) | set(frames._phrases)
    codes = {code for codes in (*frames._exact.values(), *frames._begun.values()) for code in codes}
    codes |= set(frames._phrases)
    assert listed
    for one in frames._frames:
        assert set(one.heard) | set(one.unless) <= codes, one


def test_words_of_several_letters_and_phrases_are_placed() -> None:
    places = Frames("health.toml").places(message("elle est sans connaissance et respirait mal"))
    assert places["lifeless"] == [(2, 4)] and places["breath"] == [(5, 6)]


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("elle respire pus pantoute", "emergency"),
        ("jai de la misere a respirer", "emergency"),
        ("le p'tit vient d'avaler du savon à vaisselle", "emergency"),
        ("sa bouche est toute croche d'un bord", "emergency"),
        ("y a une odeur de gaz dans la cuisine", "emergency"),
        ("mon neveu a bu du liquide à briquet", "emergency"),
        ("ma fillette a avalé je sais pas quoi", "emergency"),
        ("je me suis éclaboussé du décapant dans les yeux", "emergency"),
        ("g pri 30 comprimé de tylenol", "emergency"),
        ("je saigne, ça arrête pas", "emergency"),
        ("le bebe ses etoufer avec un morceau de pomme", "emergency"),
        ("mon fils s'est renversé de l'eau bouillante dessus", "emergency"),
        ("la vie vaut plus la peine d'être vécue", "suicide"),
        ("je songe à m'enlever la vie", "suicide"),
        ("jai le gout den finir a soir, ya tu un psy qui peut me parler", "suicide"),
        ("jveux pu vivre, une coop à Thurso ?", "suicide"),
        ("j'ai envie de me garrocher en bas du pont", "suicide"),
        ("ma fille parle de se faire du mal, quelle coop a un psy ?", "suicide"),
        ("à quoi bon continuer, je serais mieux morte", "suicide"),
        ("j'aimerais mieux plus être là", "suicide"),
        ("I feel like ending it all tonight, is there a psychologist in Gatineau?", "suicide"),
        ("jai le gout den finir a soir, ya tu un psy qui peut me parler", "suicide"),
        ("jveux pu vivre, une coop à Thurso ?", "suicide"),
        ("j'ai envie de me garrocher en bas du pont", "suicide"),
        ("ma fille parle de se faire du mal, quelle coop a un psy ?", "suicide"),
        ("à quoi bon continuer, je serais mieux morte", "suicide"),
        ("j'aimerais mieux plus être là", "suicide"),
        ("I feel like ending it all tonight, is there a psychologist in Gatineau?", "suicide"),
    ],
)
def test_an_alarm_is_heard_in_any_wording(said: str, topic: str) -> None:
    question = understood(said)
    assert (question.task, question.topic) == (Task.EMERGENCY, topic)


@pytest.mark.parametrize(
    "said",
    [
        "mon gars a une plaque rouge dans le cou, je mets de la crème ?",
        "c'est-tu dangereux de mélanger mes pilules avec du vin",
        "comment faire baisser sa fièvre",
        "Advil et allaitement, c'est permis ?",
        "Breastfeeding and Tylenol: allowed or not?",
        "mes règles ont deux semaines de retard, suis-je enceinte ?",
        "Faut-tu être à jeun pour une prise de sang ?",
        "ça peut-tu être l'apnée ?",
        "une glycémie de 12, est-ce normal ?",
        "L'ostéopathie est-elle efficace contre les migraines ?",
        "La pilule me fait prendre des livres, que faire ?",
    ],
)
def test_medical_advice_is_declined(said: str) -> None:
    assert understood(said).task is Task.ADVICE


@pytest.mark.parametrize(
    "said",
    [
        "J'ai mal au dos, un physio à Gatineau ?",
        "où faire enlever une verrue ?",
        "Où peut-on faire enlever une verrue ou poser un stérilet ?",
        "Où est-ce que je pourrais faire poser un stérilet ?",
        "Une coop livre-t-elle les pilules à domicile ?",
        "À la coop d'Arundel, peut-on se faire apporter ses pilules à la maison ?",
        "Après l'AVC de mon père, on cherche un kinésiologue en Estrie",
        "La coop répond pas au téléphone, elle est où ?",
        "Quelle coop suit les diabétiques ?",
        "Y a-t-il des soins de plaies quelque part ?",
        "il y a un défibrillateur à Shawinigan ?",
        "La Fédération saigne-t-elle de l'argent ?",
        "Une coop est-elle là pour guérir ou pour prévenir ?",
        "Mon mari prend du Coumadin, qui fait les prises de sang ?",
        "ma blonde est enceinte, y a-tu un gynécologue en Outaouais ?",
        "je veux vivre à Gatineau, quelle coop s'y trouve ?",
        "on veut plus vivre en ville, y a-t-il une coop à Eastman ?",
        "mon médecin va partir pour de bon, où trouver une coop à Shawinigan ?",
        "ma mère ne veut plus être ici à Montréal, une coop en Outaouais ?",
        "elle s'est fait mal au dos, un physio près de Thurso ?",
        "je veux vivre à Gatineau, quelle coop s'y trouve ?",
        "on veut plus vivre en ville, y a-t-il une coop à Eastman ?",
        "mon médecin va partir pour de bon, où trouver une coop à Shawinigan ?",
        "ma mère ne veut plus être ici à Montréal, une coop en Outaouais ?",
        "elle s'est fait mal au dos, un physio près de Thurso ?",
    ],
)
def test_care_that_is_looked_for_is_no_advice_and_no_alarm(said: str) -> None:
    assert understood(said).task not in (Task.ADVICE, Task.EMERGENCY)


def test_what_is_over_is_no_emergency() -> None:
    told = "Les ambulanciers sont passés, c'était une fausse alerte pour sa douleur dans la poitrine."
    assert understood(f"{told} Quelles coops en Montérégie ont une clinique d'urgence ?").task is Task.LIST
    assert understood("douleur dans la poitrine, j'attends les ambulanciers").task is Task.EMERGENCY


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("j'arrête de respirer la nuit, quelle coop teste l'apnée ?", Task.LIST),
        ("mon bébé fait une apnée et a arrêté de respirer", Task.EMERGENCY),
    ],
)
def test_a_test_for_apnea_is_no_emergency(said: str, task: Task) -> None:
    assert understood(said).task is task


@pytest.mark.parametrize(
    ("said", "emergency"),
    [
        ("Les ambulanciers s'en occupent. Le téléphone de la coop de Contrecoeur ?", False),
        ("L'ambulance est arrivée, on est correct. Quelle est l'adresse de la coop de Thurso ?", False),
        ("Les secours sont sur place. Combien de médecins à la coop d'Aylmer ?", False),
        ("Les ambulanciers s'en viennent. Il respire plus. Le téléphone de la coop de Thurso ?", True),
        ("L'ambulance s'en vient, mon père saigne beaucoup", True),
        ("Les ambulanciers sont là", True),
        ("Appelez une ambulance à la coop de Thurso !", True),
    ],
)
def test_help_that_has_come_is_no_emergency_where_nothing_else_tells_one(said: str, emergency: bool) -> None:
    assert (understood(said).task is Task.EMERGENCY) == emergency


@pytest.mark.parametrize(
    "text",
    [
        "Mon père a fait un infarctus y a deux ans. Une coop avec un médecin de famille à Shawinigan ?",
        "Ma mère a eu un AVC ya 3 mois. Une coop avec de la physio près de Gatineau ?",
        "Mon mari a fait un infarctus ça fait deux ans, quelle coop a un nutritionniste ?",
    ],
)
def test_what_happened_years_ago_is_no_emergency(text: str) -> None:
    assert understood(text).task is Task.LIST


@pytest.mark.parametrize(
    "text",
    [
        "Mon mari a fait un infarctus ça fait deux ans pis là il a mal à la poitrine",
        "Il y a deux ans mon père a fait un AVC et il vient encore d'en faire un",
    ],
)
def test_what_happens_again_is_an_emergency(text: str) -> None:
    assert understood(text).task is Task.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "La participation à l'assemblée s'est-elle effondrée ?",
        "Les dons se sont-ils effondrés ?",
        "Le réseau s'est-il écroulé depuis dix ans ?",
        "La coop de Frampton s'est-elle effondrée financièrement ?",
        "Did the grants collapse?",
        "Are health co-ops dying out?",
        "Is the Federation bleeding money?",
        "I can't find the address of the Thurso coop",
        "I don't want to live in Montreal anymore, which coops are in Estrie?",
        "Which coops help with a stroke rehab?",
        "Is the coop in Thurso dying?",
        "Who do I call about accident insurance?",
        "We want this to end well",
    ],
)
def test_what_falls_in_figures_is_no_emergency(text: str) -> None:
    assert understood(text).topic not in ("emergency", "suicide")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Un monsieur s'est écroulé dans la salle d'attente", "emergency"),
        ("Elle s'est effondrée à la coop de Thurso", "emergency"),
        ("my dad collapsed at the coop", "emergency"),
        ("i cant breath", "emergency"),
        ("cant get any air", "emergency"),
        ("hes barely breathing", "emergency"),
        ("theres pressure in my chest going down my arm", "emergency"),
        ("she wont wake up", "emergency"),
        ("he cant speak and his face is drooping", "emergency"),
        ("her lips are blue", "emergency"),
        ("my water broke", "emergency"),
        ("someone got hit by a truck", "emergency"),
        ("ive taken too many pills", "emergency"),
        ("i dont want to be here anymore", "suicide"),
        ("i wanna die", "suicide"),
        ("I have no reason to go on", "suicide"),
        ("id rather be dead", "suicide"),
        ("my mom fell down and cant get up", "emergency"),
        ("our kitchen is on fire", "emergency"),
        ("nobody would miss me if i was gone", "suicide"),
    ],
)
def test_an_alarm_in_english_is_heard_without_its_apostrophes(text: str, topic: str) -> None:
    assert understood(text).topic == topic
