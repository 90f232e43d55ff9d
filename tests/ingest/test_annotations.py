import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from lcsynth.errors import DataError
from lcsynth.ingest.reasons import DAMAGED_PART, PRIVATE, REASONS, UNREADABLE, WITHHELD
from tests.ingest.boards_files import prepared

PUBLIC = {"read": ["group:__world__"]}
FATIMA, SEM = "acct:fatima_e@voorbeeld.nl", "acct:sembakker@voorbeeld.nl"


def annotation(name, text, **fields):
    quote = fields.pop("quote", "")
    selectors = [
        {"type": "RangeSelector", "startOffset": 0},
        {"type": "TextPositionSelector", "start": 3, "end": 9},
        {"type": "TextQuoteSelector", "exact": quote, "prefix": "de ", "suffix": " van"},
    ]
    return {
        "id": name,
        "created": "2022-05-17T15:02:11.123456+00:00",
        "user": FATIMA,
        "user_info": {"display_name": "Fatima Elamrani"},
        "uri": "https://voorbeeld.nl/paper",
        "text": text,
        "tags": [],
        "permissions": PUBLIC,
        "target": [{"source": "https://voorbeeld.nl/paper", "selector": selectors if quote else []}],
        **fields,
    }


ITEMS = [
    annotation("iw5K8mFzEeyXQGOPkF5hJA", "**Te** vaag: wat < 5?", quote="een lerende houding",
               tags=["vorm", "taal"]),
    annotation("jx6L9nG0EeyYRHPQlG6iKB", "Dat vind ik ook.", user=SEM, references=["iw5K8mFzEeyXQGOPkF5hJA"],
               user_info={"display_name": None}),
    annotation("ky7M0oH1EeyZSIQRmH7jLC", "", quote="alleen gemarkeerd"),
    annotation("lz8N1pI2Eey0TJRSnI8kMD", "Een algemene opmerking bij de pagina"),
    annotation("m09O2qJ3Eey1UKSToJ9lNE", "Weg ermee", hidden=True),
    annotation("n10P3rK4Eey2VLTUpK0mOF", "Onaardig", flagged=True),
    annotation("o21Q4sL5Eey3WMUVqL1nPG", "Mijn geheim", permissions={"read": [FATIMA]}),
]  # fmt: skip
EXPORT = {"export_date": "2022-05-18", "export_userid": FATIMA, "client_version": "1.0", "annotations": ITEMS}
HEADER = ["Created at", "Author", "Page", "URL", "Group", "Type", "Quote", "Comment", "Tags"]
PAGE = "https://voorbeeld.nl/paper"
ROWS = [
    [
        "2022-05-17T15:02:11Z", "Fatima Elamrani", "3", PAGE, "Public", "Annotation", "een lerende houding",
        "Te vaag, ja", "vorm,taal",
    ],
    ["2022-05-17T15:03:00Z", "sembakker", "", PAGE, "Public", "Highlight", "alleen gemarkeerd", "", ""],
    ["2022-05-17T15:04:00Z", "sembakker", "", PAGE, "Public", "Page note", "", "Een algemene opmerking", ""],
]  # fmt: skip


def as_csv(rows=ROWS, header=HEADER):
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    return out.getvalue()


@pytest.mark.parametrize("tree", [EXPORT, {"total": 7, "rows": ITEMS}, ITEMS], ids=["client", "api", "list"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_annotations_are_read_from_every_shape_of_json(read, tree, encoding):
    reading = read(json.dumps(tree, ensure_ascii=False).encode(encoding), name="x.json")
    assert (reading.format, reading.rows, reading.read, reading.empty) == ("hypothesis", 7, 7, 1)
    first, reply, note = reading.contributions
    assert (first.text, first.anchor, first.kind) == (
        "**Te** vaag: wat < 5?",
        "een lerende houding",
        "annotation",
    )
    assert (first.identity, first.names) == (FATIMA, ("Fatima Elamrani",))
    assert (first.locator, first.said_at) == ("id iw5K8mFzEeyXQGOPkF5hJA", "2022-05-17T15:02:11.123456+00:00")
    assert (reply.parent, reply.identity, reply.names) == (first.locator, SEM, ())
    assert (note.anchor, note.parent) == ("", "")


def test_what_was_hidden_flagged_or_private_is_refused_and_private_text_is_not_shown(read):
    reading = read(json.dumps(EXPORT))
    assert [(one.reason, one.excerpt) for one in reading.refusals] == [
        (WITHHELD, "Weg ermee"),
        (WITHHELD, "Onaardig"),
        (PRIVATE, ""),
    ]


def test_a_private_highlight_says_nothing_and_a_group_is_not_private(read):
    one = annotation("a1", "", quote="x", permissions={"read": [FATIMA]})
    other = annotation("a2", "Voor de groep", permissions={"read": ["group:abc"]})
    reading = read(json.dumps([one, other]))
    assert (reading.empty, [one.text for one in reading.contributions]) == (1, ["Voor de groep"])


def test_tags_are_closed_answers_of_whoever_gave_them(read):
    (row,) = read(json.dumps(EXPORT)).closed
    assert (row.locator, row.identity, dict(row.answers)) == (
        "id iw5K8mFzEeyXQGOPkF5hJA",
        FATIMA,
        {"Tags": "vorm; taal"},
    )


def test_anchors_and_replies_reach_the_table_and_private_text_reaches_none(read):
    done = prepared(read(json.dumps(EXPORT)))
    table = done.contributions.set_index("text")
    first, reply = table.loc["**Te** vaag: wat < 5?"], table.loc["Dat vind ik ook."]
    assert (first["anchor"], first["locator"]) == ("een lerende houding", "id iw5K8mFzEeyXQGOPkF5hJA")
    assert reply["parent"] == first["contribution_id"]
    assert set(done.attributes["answer"]) == {"vorm; taal"}
    assert "geheim" not in done.contributions.to_json() + done.quarantine.to_json()


def test_the_csv_of_the_client_gives_the_quote_as_the_anchor(read):
    reading = read(as_csv())
    assert (reading.format, reading.read, reading.empty, len(reading.refusals)) == ("hypothesis", 3, 1, 0)
    first, note = reading.contributions
    assert (first.text, first.anchor, first.identity) == (
        "Te vaag, ja",
        "een lerende houding",
        "Fatima Elamrani",
    )
    assert (note.text, note.anchor, note.said_at) == (
        "Een algemene opmerking",
        "",
        "2022-05-17T15:04:00+00:00",
    )
    assert [dict(row.answers) for row in reading.closed] == [{"Tags": "vorm,taal"}]
    assert (reading.columns["Quote"], reading.columns["Comment"]) == ("anchor", "text")


def test_named_columns_go_before_what_is_known_of_the_csv(read):
    reading = read(as_csv(), text_columns=("Comment",), contributor_column="Author")
    assert [one.text for one in reading.contributions] == ["Te vaag, ja", "Een algemene opmerking"]


def test_an_id_that_comes_twice_gets_a_number_and_a_reply_is_to_the_first(read):
    items = [
        annotation("a1", "Eerst"),
        annotation("a1", "Dan"),
        annotation("a2", "Ja", references=["a0", "a1"]),
    ]
    reading = read(json.dumps(items))
    assert [one.locator for one in reading.contributions] == ["id a1", "id a1 (2)", "id a2"]
    assert reading.contributions[2].parent == "id a1"


def test_an_annotation_that_replies_to_itself_has_no_parent(read):
    assert read(json.dumps([annotation("a1", "Ja", references=["a1"])])).contributions[0].parent == ""


def test_ids_of_annotations_do_not_depend_on_their_order(read):
    given = [prepared(read(json.dumps(items))).contributions for items in (ITEMS, ITEMS[::-1])]
    assert set(given[0]["contribution_id"]) == set(given[1]["contribution_id"])


@pytest.mark.parametrize(
    ("fields", "reason"),
    [({"text": 5}, DAMAGED_PART), ({"text": ["a"]}, DAMAGED_PART), ({"text": "a \ud800 b"}, UNREADABLE)],
)
def test_what_has_another_shape_is_refused(read, fields, reason):
    reading = read(json.dumps([annotation("a1", "Ja"), {**annotation("a2", ""), **fields}, "geen annotatie"]))
    assert [one.reason for one in reading.refusals] == [reason, DAMAGED_PART]
    assert {one.locator for one in reading.refusals} == {"id a2", "annotation 3"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[" * 100_000 + '"acct:"', "damaged"),
        ('{"rows": [], "n": ' + "9" * 5000 + "}", "damaged"),
        (json.dumps(EXPORT)[:-20], "damaged"),
        ('{"rows": {"target": 1}}', "no list"),
        ("5", "no list|columns are others|nothing under it|No column"),
    ],
)
def test_json_that_cannot_be_read_gives_one_paragraph(read, content, message):
    with pytest.raises(DataError, match=message):
        read(content, name="x.json", format="hypothesis")


def test_an_export_without_annotations_is_empty(read):
    reading = read('{"total": 0, "rows": []}', format="hypothesis")
    assert (reading.rows, reading.read) == (0, 0)


@pytest.mark.parametrize("content", ['{"a": 1}', '[{"naam": "Sem"}]', '{"rows": [{"text": "a"}]}'])
def test_other_json_is_no_annotations(read, content):
    with pytest.raises(DataError, match="no format known"):
        read(content, name="x.json")


def test_a_table_with_an_author_and_a_comment_is_no_annotations(read):
    assert read("Author,Comment\nSem,Een hele zin hier\n").format == "csv"


KEYS = ["read", "selector", "type", "exact", "display_name", "id"]
VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just(FATIMA),
        st.just("TextQuoteSelector"), st.just("\ud800"),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    ),
    max_leaves=8,
)  # fmt: skip
FIELDS = [
    "id",
    "created",
    "user",
    "user_info",
    "text",
    "tags",
    "permissions",
    "target",
    "references",
    "hidden",
]


@fuzz(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(VALUES, st.dictionaries(st.sampled_from(FIELDS), VALUES)), max_size=4))
def test_values_of_any_type_are_accounted_for(tmp_path_factory, changes):
    from lcsynth.ingest import read_source
    from lcsynth.workspace import Settings, Source
    from tests.ingest.boards_files import SESSION

    items = [
        {**annotation(f"a{n}", "Ja"), **one} if isinstance(one, dict) else one
        for n, one in enumerate(changes)
    ]
    path = tmp_path_factory.getbasetemp() / "values.json"
    path.write_text(json.dumps({"annotations": items}), encoding="utf-8")
    source = Source(file=path.name, format="hypothesis")
    reading = read_source(path, source, SESSION, Settings(name="x", embedder="x"))
    assert reading.read == len(items)
    assert {one.reason for one in reading.refusals} <= set(REASONS)
    prepared(reading)


def test_more_annotations_than_fit_in_memory_say_so(read, monkeypatch):
    from lcsynth.ingest import hypothesis_json

    monkeypatch.setattr(hypothesis_json, "LARGEST", 1000)
    with pytest.raises(DataError, match="annotations take"):
        read(json.dumps(EXPORT), name="x.json")
