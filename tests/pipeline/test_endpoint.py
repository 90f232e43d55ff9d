"""Asking an endpoint: what is sent, and that everything that goes wrong is told in a few words."""

import time

import pytest

from lcsynth.errors import DataError
from lcsynth.pipeline.endpoint import MOST_BYTES, NoAnswerError, ask, key_of
from lcsynth.workspace.endpoint import Endpoint
from tests.pipeline.conftest import completion

MESSAGES = [{"role": "system", "content": "Vat samen."}, {"role": "user", "content": '{"statements": []}'}]
FORM = {"type": "json_schema"}


@pytest.fixture
def plain(stub):
    """The stub says the same whatever is asked."""
    stub.says = lambda _: "Dag é"
    return stub


def test_the_model_gets_the_messages_at_temperature_0_with_the_seed(plain):
    said = ask(Endpoint(url=plain.url, model="m:1"), MESSAGES, FORM, seed=7)
    assert said == "Dag é"
    assert plain.paths == ["/v1/chat/completions"]
    assert plain.requests == [
        {
            "model": "m:1",
            "messages": MESSAGES,
            "temperature": 0,
            "seed": 7,
            "stream": False,
            "response_format": FORM,
        }
    ]


def test_a_key_goes_along_as_bearer_and_without_one_nothing_does(plain):
    endpoint = Endpoint(url=plain.url, model="m")
    ask(endpoint, MESSAGES, FORM, key="geheim-123")
    ask(endpoint, MESSAGES, FORM)
    assert [one.get("Authorization") for one in plain.headers] == ["Bearer geheim-123", None]


def test_a_refused_connection_is_told(refused_url):
    with pytest.raises(NoAnswerError, match="the connection was refused"):
        ask(Endpoint(url=refused_url, model="m"), MESSAGES, FORM)


def test_an_answer_that_takes_too_long_is_told(plain):
    plain.wait = 1.3
    with pytest.raises(NoAnswerError, match="it took too long"):
        ask(Endpoint(url=plain.url, model="m", seconds=1), MESSAGES, FORM)


def test_an_answer_that_comes_byte_by_byte_takes_no_longer_than_it_may(plain):
    plain.drip = 0.1
    begun = time.monotonic()
    with pytest.raises(NoAnswerError, match="it took too long"):
        ask(Endpoint(url=plain.url, model="m", seconds=1), MESSAGES, FORM)
    whole = plain.drip * len(completion("Dag é"))
    assert time.monotonic() - begun < whole


@pytest.mark.parametrize("status", [401, 404, 500, 503])
def test_an_error_of_the_endpoint_is_told_by_its_status(plain, status):
    plain.status = status
    with pytest.raises(NoAnswerError, match=f"HTTP status {status}"):
        ask(Endpoint(url=plain.url, model="m"), MESSAGES, FORM)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_because_the_key_would_go_along(plain, status):
    plain.status, plain.location = status, f"{plain.url}/elsewhere"
    with pytest.raises(NoAnswerError, match=f"HTTP status {status}"):
        ask(Endpoint(url=plain.url, model="m"), MESSAGES, FORM, key="geheim-123")
    assert plain.paths == ["/v1/chat/completions"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b"\xff{" * 9,
    ],
)
def test_an_answer_in_another_shape_is_no_answer(plain, body):
    plain.body = body
    with pytest.raises(NoAnswerError, match="no chat completion"):
        ask(Endpoint(url=plain.url, model="m"), MESSAGES, FORM)


def test_an_answer_without_end_is_not_read_to_its_end(plain):
    plain.body = b" " * (MOST_BYTES + 1)
    with pytest.raises(NoAnswerError, match="far too long"):
        ask(Endpoint(url=plain.url, model="m"), MESSAGES, FORM)


def test_no_proxy_comes_between_this_computer_and_itself(plain, refused_url, monkeypatch):
    monkeypatch.setenv("http_proxy", refused_url)
    assert ask(Endpoint(url=plain.url, model="m"), MESSAGES, FORM) == "Dag é"


def test_a_key_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("PROEF_SLEUTEL", " geheim-123\n")
    endpoint = Endpoint(url="http://host/v1", model="m", key_variable="PROEF_SLEUTEL")
    assert key_of(endpoint, "workspace.yaml") == "geheim-123"
    assert key_of(Endpoint(url="http://host/v1", model="m"), "workspace.yaml") == ""


@pytest.mark.parametrize("value", ["", "  ", "ge\nheim", "sleutel-é"])
def test_a_variable_without_a_key_is_a_plain_error_that_does_not_repeat_it(monkeypatch, value):
    monkeypatch.setenv("PROEF_SLEUTEL", value)
    endpoint = Endpoint(url="http://host/v1", model="m", key_variable="PROEF_SLEUTEL")
    with pytest.raises(DataError, match="PROEF_SLEUTEL") as refused:
        key_of(endpoint, "workspace.yaml")
    assert "workspace.yaml, endpoint, key_variable" in str(refused.value)
    assert "heim" not in str(refused.value)
    assert "sleutel-é" not in str(refused.value)
