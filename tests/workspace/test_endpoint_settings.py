"""An endpoint in workspace.yaml: off when absent, and its key is refused there."""

from pathlib import Path

import pytest

from lcsynth.errors import DataError
from lcsynth.workspace import Settings, yamlfile

FILE = Path("data/workspace.yaml")
SETTINGS = "name: x\nembedder: y\n"


def endpoint(**keys):
    lines = "".join(f"  {name}: {value!r}\n" for name, value in keys.items())
    return yamlfile.parse(f"{SETTINGS}endpoint:\n{lines}", Settings, FILE).endpoint


def refusal(**keys):
    with pytest.raises(DataError) as refused:
        endpoint(**keys)
    return str(refused.value)


@pytest.mark.parametrize("text", [SETTINGS, f"{SETTINGS}endpoint:\n"])
def test_there_is_none_unless_it_is_named(text):
    assert yamlfile.parse(text, Settings, FILE).endpoint is None


def test_an_address_and_a_model_are_enough():
    found = endpoint(url="http://127.0.0.1:11434/v1", model="gemma3:12b")
    assert (found.host, found.here, found.key_variable, found.seconds) == ("127.0.0.1", True, "", 120)
    assert not endpoint(url="https://models.example/v1", model="m").here


@pytest.mark.parametrize("after", ["", "/", "/chat/completions"])
def test_an_address_may_be_given_as_the_endpoint_documents_it(after):
    assert endpoint(url=f"https://models.example/v1{after}", model="m").url == "https://models.example/v1"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://host/v1",
        "file:///etc/passwd",
        "host/v1",
        "http://",
        "http://host:99999/v1",
        "http://[",
        "http://a b",
    ],
)
def test_what_is_no_address_over_http_is_refused(url):
    assert "endpoint › url" in refusal(url=url, model="m")
    assert "Expected http:// or https://" in refusal(url=url, model="m")


@pytest.mark.parametrize(
    "keys",
    [
        {"api_key": "geheim-123"},
        {"key": "geheim-123"},
        {"API-Key": "geheim-123"},
        {"token": "geheim-123"},
        {"key_variable": "geheim-123"},
        {"url": "https://wie:geheim-123@host/v1"},
        {"url": "https://host/v1?key=geheim-123"},
        {"url": "ftp://wie:geheim-123@host/v1"},
    ],
)
def test_a_key_in_the_file_is_refused_and_the_message_does_not_repeat_it(keys):
    told = refusal(**({"url": "https://host/v1", "model": "m"} | keys))
    assert "geheim" not in told
    assert f"endpoint › {next(iter(keys))}" in told


def test_a_key_in_the_file_is_told_where_it_belongs():
    told = refusal(url="https://host/v1", model="m", api_key="geheim-123")
    assert "A key may not stand in this file" in told
    assert "Expected key_variable: the name of an environment variable that holds the key" in told


def test_a_misspelt_setting_gets_the_nearest_one():
    assert "Did you mean 'seconds'?" in refusal(url="https://host/v1", model="m", second=3)
