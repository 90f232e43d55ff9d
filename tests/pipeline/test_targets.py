"""What a run looks at: the sessions it is asked for, or everything."""

import pytest

from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.targets import targets
from lcsynth.workspace import LIVING_DOCUMENT


def names(*arguments):
    return [one.name for one in targets(*arguments)]


def test_the_living_document_is_asked_for_by_name_and_comes_last(samples):
    everything = names(samples)
    assert everything[-1] == LIVING_DOCUMENT
    assert names(samples, [LIVING_DOCUMENT]) == [LIVING_DOCUMENT]
    assert names(samples, [LIVING_DOCUMENT, everything[1]]) == [everything[1], LIVING_DOCUMENT]


@pytest.mark.parametrize(
    ("asked", "languages", "told", "error"),
    [
        ([LIVING_DOCUMENT], [], "No session has sources yet", DataError),
        (["2022-05-17-geen"], [], "There is no session", CallError),
        ([], ["fr"], "There is no language 'fr'", CallError),
    ],
)
def test_what_cannot_be_made_is_told(workspace, asked, languages, told, error):
    with pytest.raises(error, match=told):
        targets(workspace, asked, languages)
