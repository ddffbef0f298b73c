"""A question written beside a passage is answered by it, whatever its words are otherwise; near ones are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.answer import Answer, Outcome
from assistant.assistant import Assistant
from assistant.conversation import Conversation
from index.anticipated import AnticipatedSearch, questions_of
from index.units import units_of
from ingest.anticipated import AnsweredBy, Anticipated
from ingest.document import Span
from tests.assistant.asking import NOWHERE, WordIndex, library
from tests.fakes import FakeEmbedder


def passage(printed: str) -> Span:
    """Where words stand in the prose."""
    span = next(p.span for p in library().passages if printed in p.span.quote)
    start = span.quote.index(printed)
    return span.slice(start, start + len(printed))


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant of eight anticipated questions, compared by the words that they share."""
    blocks = (
        Anticipated(AnsweredBy.PASSAGE, (passage("à la fois curative"),), ("Dois-je soigner ou prévenir, en coop ?",)),
        Anticipated(AnsweredBy.PASSAGE, (passage("Bernard Gélinas, Md."),), ("Quel médecin de Cantley témoigne ?",)),
        Anticipated(
            AnsweredBy.PASSAGE,
            (passage("Coop-Santé Des Collines, Cantley"),),
            ("Qui donne son témoignage dans la brochure, et il vient de quelle coop ?",),
        ),
        Anticipated(AnsweredBy.PASSAGE, (passage("50 infirmières"),), ("Où sont les infirmières, brochure 2014",)),
        Anticipated(
            AnsweredBy.PASSAGE,
            (passage("un programme de crédit d'impôt"),),
            ("Que demande le mémoire prébudgétaire ?",),
        ),
        Anticipated(
            AnsweredBy.PASSAGE,
            (passage("M. Philippe Lachance"),),
            ("Qui est le directeur, au ministère, pour la Fédération ?",),
        ),
        Anticipated(AnsweredBy.NOTHING, (), ("Combien paie-t-on de loyer pour le bureau de Lévis ?",)),
        Anticipated(AnsweredBy.NOTHING, (), ("Combien de médecins résidents rencontrés signent un contrat ?",)),
    )
    path: Path = tmp_path_factory.mktemp("asked") / "q.npy"
    np.save(path, FakeEmbedder().queries(questions_of(blocks)).astype(np.float16))
    asked = AnticipatedSearch(blocks, path, FakeEmbedder())
    return Assistant(WordIndex(library(), units_of(library()), FakeEmbedder(), NOWHERE, asked))


def ask(assistant: Assistant, message: str) -> Answer:
    return assistant.reply(message, Conversation()).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("dois-je soigner ou prévenir en coop", "curative"),  # no medical advice
        ("Quel médecin de Cantley témoigne ?", "Gélinas"),  # no list of family doctors
        ("Où sont les infirmières, brochure 2014", "50 infirmières"),  # no list of who has a nurse
    ],
)
def test_what_was_anticipated_is_said(assistant: Assistant, question: str, said: str) -> None:
    assert any(said in span.quote for span in ask(assistant, question).citations)


def test_somebody_elses_director_is_not_ours(assistant: Assistant) -> None:
    said = ask(assistant, "Qui est le directeur, au ministère, pour la Fédération ?").text
    assert "Lachance" in said and "Allaire" not in said
    assert "Allaire" in ask(assistant, "Qui est le directeur de la Fédération ?").text


def test_the_rent_of_an_office_is_no_address(assistant: Assistant) -> None:
    assert ask(assistant, "Combien paie-t-on de loyer pour le bureau de Lévis ?").outcome is Outcome.ABSTAIN
    assert "Saint-Laurent" in ask(assistant, "Quelle est l'adresse du bureau de la Fédération ?").text


@pytest.mark.parametrize(
    "question",
    [
        "Où sont les infirmières, brochure 2019",  # of another year
        "Quel médecin de Gatineau témoigne ?",  # of another town
    ],
)
def test_one_that_says_more_is_not_the_same(assistant: Assistant, question: str) -> None:
    cited = [span.quote for span in ask(assistant, question).citations]
    assert not any("50 infirmières" in quote or "Gélinas" in quote for quote in cited)


def test_no_figure_of_another_thing_is_given(assistant: Assistant) -> None:
    answer = ask(assistant, "Combien de médecins résidents rencontrés signent un contrat ?")
    assert answer.outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("question", "said", "answers"),
    [
        ("Quel médecin de Cantley témoigne donc ?", "Gélinas", True),  # signed there
        ("Quel médecin de Thurso témoigne donc ?", "Gélinas", False),
        ("Une coop avec un médecin à Cantley ?", "Gélinas", False),
        ("Que demande le mémoire prébudgétaire 2022-2023 ?", "crédit d'impôt", True),  # so printed
        ("Que demande le mémoire prébudgétaire 2018-2019 ?", "crédit d'impôt", False),
    ],
)
def test_the_place_and_the_year_said_are_those_of_the_passage(
    assistant: Assistant, question: str, said: str, answers: bool
) -> None:
    assert any(said in span.quote for span in ask(assistant, question).citations) is answers


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (
            "Ma patronne et moi préparons un dossier et notre CA se demande ce que demande le mémoire prébudgétaire",
            True,
        ),
        ("Nous avons besoin de savoir quel médecin de Thurso témoigne, pouvez-vous me le dire ?", False),
    ],
)
def test_a_wordy_question_is_compared_without_its_wording(assistant: Assistant, question: str, answers: bool) -> None:
    cited = [span.quote for span in ask(assistant, question).citations]
    assert any("crédit d'impôt" in quote or "Gélinas" in quote for quote in cited) is answers


def test_what_answers_both_things_asked_is_said_alone(assistant: Assistant) -> None:
    answer = ask(assistant, "Qui donne son témoignage dans la brochure et il vient de quelle coop ?")
    assert ["Coop-Santé Des Collines" in span.quote for span in answer.citations] == [True]
