"""Invented feedback on learning communities, Dutch with some English, and a stand-in for the embedder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from itertools import pairwise
from types import ModuleType

import numpy as np
import pytest

TIME = [
    "De werkdruk is te hoog om ook nog bij een community aan te sluiten.",
    "Er staan geen uren in het rooster voor de learning community.",
    "Zonder uren in het rooster houdt niemand dit vol naast de lessen.",
    "Mijn rooster laat niet toe dat ik op dinsdagmiddag vrij ben.",
    "Ik heb simpelweg geen tijd, de werkdruk is enorm.",
    "Docenten hebben te weinig tijd door volle roosters.",
    "Tijd en ruimte in de roosters is het grootste knelpunt.",
    "De roosters van onze docenten passen niet op elkaar.",
    "Werkdruk maakt dat collega's afhaken na een paar keer.",
    "Reken uren voor deelname, anders blijft het vrijwilligerswerk naast de werkdruk.",
    "There is no time in my schedule because of the workload.",
    "The workload of teachers is too high to join every meeting.",
    "Our schedules never match, so finding time is hard.",
    "Workload and schedules make it hard to take part.",
]
MONEY = [
    "Zonder structurele financiering stopt de community na de subsidie.",
    "De subsidie loopt af en er is geen budget meer.",
    "Structurele financiering door het ministerie ontbreekt.",
    "Wie betaalt de facilitator als de subsidie op is?",
    "Budget voor reiskosten en zaalhuur ontbreekt vaak.",
    "Projectsubsidie is te kort, er is structurele financiering nodig.",
    "Het geld van de subsidie gaat vooral naar overhead.",
    "Regel een vast budget per school, geen losse subsidies.",
    "De financiering hangt aan één projectleider en dat is kwetsbaar.",
    "Met een klein budget kun je al een begin maken.",
    "Structural funding is missing after the grant ends.",
    "Who pays for the facilitator when the funding stops?",
    "The grant was spent within a year, there is no budget left.",
    "Funding should come from the ministry.",
]
LEADING = [
    "Een goede facilitator maakt het verschil in de bijeenkomsten.",
    "De facilitator moet veiligheid in de groep bewaken.",
    "Onze begeleider stelt goede vragen en laat stiltes vallen.",
    "Begeleiders hebben zelf ook scholing nodig.",
    "Zonder begeleiding verzanden de gesprekken in klagen.",
    "De begeleiding van bijeenkomsten is een vak apart.",
    "Wissel de rol van facilitator af onder de deelnemers.",
    "Begeleiders van buiten brengen nieuwe werkvormen mee.",
    "De facilitator praat te veel, deelnemers komen niet aan bod.",
    "Train facilitators in het begeleiden van lastige gesprekken.",
    "A skilled facilitator keeps the conversation safe.",
    "Facilitators need training to guide difficult conversations.",
    "The facilitator should let participants speak.",
    "Good facilitation is what makes meetings work.",
]
RESEARCH = [
    "Wetenschappelijk onderzoek naar het effect van learning communities ontbreekt.",
    "Onderzoekers en docenten moeten samen data verzamelen.",
    "Er is te weinig bewijs dat studenten er beter van leren.",
    "Meet het effect op studenten met een goede evaluatie.",
    "De evaluatie na afloop was te oppervlakkig om er iets van te leren.",
    "Onderzoek zou moeten kijken naar leeropbrengsten op lange termijn.",
    "Welke onderzoeksmethode past bij een learning community?",
    "Deel de data van de evaluatie met alle onderzoekers.",
    "Het onderzoek is vooral beschrijvend, effect is niet aangetoond.",
    "Monitoring en evaluatie horen bij het onderzoeksplan.",
    "We need evidence that students learn more.",
    "Research on the effect of learning communities is scarce.",
    "The evaluation data should be shared with researchers.",
    "Measure the effect with a sound research method.",
]
SUBJECTS = [TIME, MONEY, LEADING, RESEARCH]


@dataclass(frozen=True)
class Feedback:
    """Texts with the language and the subject of each; per subject ten Dutch, then four English ones."""

    texts: list[str]
    languages: list[str]
    subjects: np.ndarray


class ByLetters:
    """An embedder that costs nothing: counts of letter pairs, thrown onto 64 fixed directions."""

    name = "letters"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in enumerate(texts):
            for one, two in pairwise(text):
                rows[row, (ord(one) * 31 + ord(two)) % 64] += 1
        return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)).astype(np.float32)


@pytest.fixture(scope="session")
def feedback() -> Feedback:
    subjects = [TIME, MONEY, LEADING, RESEARCH]
    return Feedback(
        texts=[text for subject in subjects for text in subject],
        languages=["nl" if row < 10 else "en" for subject in subjects for row in range(len(subject))],
        subjects=np.repeat(np.arange(4), 14),
    )


@pytest.fixture
def letters() -> ByLetters:
    return ByLetters()


@pytest.fixture(scope="session")
def blobs() -> tuple[np.ndarray, np.ndarray]:
    """Sixty vectors in three groups of different sizes, and the group of each."""
    random = np.random.default_rng(1)
    truth = np.repeat([0, 1, 2], [30, 20, 10])
    centres = random.normal(size=(3, 16))
    vectors = centres[truth] + 0.25 * random.normal(size=(60, 16))
    return vectors.astype(np.float32), truth


@pytest.fixture
def pretend(monkeypatch):
    """A function that makes `import name` give a module with these attributes, for one test."""

    def make(name, **attributes):
        module = ModuleType(name)
        module.__spec__ = ModuleSpec(name, None)
        vars(module).update(attributes)
        monkeypatch.setitem(sys.modules, name, module)

    return make
