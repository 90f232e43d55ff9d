import itertools
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.analysis.differences import differences
from lcsynth.analysis.incidence import Incidence
from lcsynth.analysis.intervals import wilson
from lcsynth.analysis.neighbours import neighbours
from lcsynth.analysis.saturation import curve, saturation
from lcsynth.report.canvas import caption, inert, rows, untitled, wrap
from lcsynth.report.colours import PALETTE, colour, tint
from lcsynth.report.figures import (
    audience_comparison,
    saturation_curve,
    theme_by_section,
    theme_hierarchy,
    theme_map,
    theme_overview,
    themes_over_sessions,
)

HOSTILE = "<b>x</b> <script>alert(1)</script> <a href='javascript:alert(1)'>k</a> $x^2$ &lt;i&gt; %{y}"
# What plotly may draw: the marks-up that we wrote ourselves.
OURS = re.compile(r"</?b>|<br>")


def _themes(frame, label="thema"):
    return frame.assign(
        label_nl=[f"{label} {theme}" for theme in frame["theme_id"]],
        label_en=[f"{label} {theme}" for theme in frame["theme_id"]],
    )


def _overview(*counts, label="thema", people=34):
    frame = pd.DataFrame(
        {"theme_id": [f"T{n + 1:03}" for n in range(len(counts))], "contributors": list(counts)}
    )
    intervals = wilson(frame["contributors"], pd.Series(people, index=frame.index))
    return _themes(frame, label).join(intervals)


def _groups(label="thema", **shares):
    rows_ = [
        (f"T{n + 1:03}", group, count, 10)
        for group, counts in shares.items()
        for n, count in enumerate(counts)
    ]
    frame = pd.DataFrame(rows_, columns=["theme_id", "group", "contributors", "size"])
    return _themes(frame, label).join(wilson(frame["contributors"], frame["size"]))


def _sections(*cells):
    return pd.DataFrame(list(cells), columns=["theme_id", "section", "statements", "contributors"])


def _sessions(label="thema", **counts):
    rows_ = [
        ("T001", f"s{n}", f"2022-0{n + 1}-17", count)
        for theme in counts
        for n, count in enumerate(counts[theme])
    ]
    frame = pd.DataFrame(rows_, columns=["theme_id", "session_id", "date", "contributors"])
    frame["theme_id"] = [theme for theme, values in counts.items() for _ in values]
    return _themes(frame, label)


def _words(part):
    """Every text in a figure that plotly would read as pseudo-HTML."""
    if isinstance(part, dict):
        return [word for key, value in part.items() if key != "meta" for word in _words(value)]
    if isinstance(part, list | tuple):
        return [word for value in part for word in _words(value)]
    return [part] if isinstance(part, str) else []


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nl", "thema T001: door 12 van 34 deelnemers genoemd"),
        ("en", "thema T001: mentioned by 12 of 34 participants"),
    ],
)
def test_the_title_of_the_overview_states_the_largest_theme(language, title):
    assert caption(theme_overview(_overview(12, 3), language)) == title


def test_the_overview_shows_the_shares_with_their_intervals_and_numbers():
    table = _overview(12, 3)
    bars, numbers = theme_overview(table, "nl").data
    assert list(bars.x) == table["share"].tolist()
    assert list(bars.error_x.array) == (table["high"] - table["share"]).tolist()
    assert list(bars.marker.line.color) == [colour("T001"), colour("T002")]
    assert [word.split() for word in numbers.text] == [["<b>12</b>", "35%"], ["<b>3</b>", "9%"]]


def _compared(table, language, wording):
    return audience_comparison(table, differences(table), language, wording)


def test_the_comparison_names_the_surest_difference_and_puts_it_first_with_intervals_and_the_outcome():
    table = _groups(a=[2, 9], b=[3, 1])
    figure = _compared(table, "nl", {"b": "beleid", "a": "aanpak"})
    assert caption(figure) == "Grootste verschil tussen groepen: thema T002 (aanpak 90%, beleid 10%)"
    marks = [trace for trace in figure.data if trace.mode == "markers" and trace.x != (None,)]
    assert [list(trace.x) for trace in marks] == [[0.1, 0.3], [0.9, 0.2]]
    assert {trace.marker.symbol for trace in marks} == {"circle", "circle-open"}
    own = table[(table["theme_id"] == "T002") & (table["group"] == "b")].iloc[0]
    assert marks[0].error_x.array[0] == pytest.approx(own["high"] - own["share"])
    said = [note.text for note in figure.layout.annotations]
    assert "thema T002 – groepen verschillen" in said
    assert "thema T001 – geen duidelijk verschil" in said


def test_a_difference_that_chance_could_give_is_not_claimed_in_the_title():
    figure = _compared(_groups(a=[2, 4], b=[3, 6]), "en", {"a": "some", "b": "others"})
    assert caption(figure).startswith("No difference between the groups is larger than chance could make it")


def _parts(*rows_, label="deel"):
    frame = pd.DataFrame(list(rows_), columns=["theme_id", "statements"])
    frame["subtheme_id"] = [f"{theme}.{n}" for n, theme in enumerate(frame["theme_id"])]
    return frame.assign(label_nl=f"{label} nl", label_en=f"{label} en")


def test_parts_stand_below_their_theme_the_largest_first():
    overview = _overview(12, 9).assign(statements=[20, 9])
    figure = theme_hierarchy(_parts(("T001", 4), ("T001", 11)), overview, "nl")
    assert caption(figure) == "Binnen “thema T001” gaat het meeste over “deel nl”: 11 van de 20 uitspraken"
    assert list(figure.data[0].x) == [20, 11, 4]
    assert [note.text for note in figure.layout.annotations] == ["thema T001", "· deel nl", "· deel nl"]
    assert [note.xshift > 0 for note in figure.layout.annotations] == [False, True, True]


def _points(*rows_, text="tekst", label="thema"):
    frame = pd.DataFrame(list(rows_), columns=["theme_id", "x", "y"])
    frame["statement_id"] = [f"s{n}" for n in range(len(frame))]
    names = [f"{label} {theme}" if theme else "" for theme in frame["theme_id"]]
    return frame.assign(text=text, theme=names)


def test_the_map_names_the_themes_that_run_into_each_other_and_numbers_every_theme():
    points = _points(("T001", 0, 0), ("T001", 0, 1), ("T002", 0, 1.5), ("T002", 5, 5), ("", 1, 1))
    figure = theme_map(points, "en", neighbours(points))
    assert caption(figure) == (
        "thema T001 and thema T002 run into each other most: 1 of 2 statements lies next to the other theme"
    )
    said = [note.text for note in figure.layout.annotations]
    assert {"<b>T001</b>", "<b>T002</b>", "T001 thema T001", "Single voices"} <= set(said)
    assert sum(len(trace.x) for trace in figure.data) == 5
    assert {trace.marker.color for trace in figure.data} >= {colour("T001"), colour("T002")}
    assert caption(theme_map(points, "en")) == ""


def test_numbers_of_themes_in_the_same_place_stand_apart():
    points = _points(("T001", 0, 0), ("T002", 0, 0), ("T003", 0, 0))
    figure = theme_map(points, "en", neighbours(points))
    heights = [note.y for note in figure.layout.annotations if note.text.startswith("<b>")]
    assert min(abs(one - other) for one, other in itertools.combinations(heights, 2)) >= 20


def _heard(people, themes, singles):
    found = Incidence(people, np.array(themes), np.array(singles))
    return curve(found), saturation(found)


def test_two_themes_that_share_a_colour_have_marks_of_two_shapes():
    figure = theme_map(_points(("T001", 0, 0), ("T009", 1, 1)), "nl")
    assert [trace.marker.color for trace in figure.data] == [colour("T001")] * 2
    assert [trace.marker.symbol for trace in figure.data] == ["circle", "square"]
    assert [shape.type for shape in figure.layout.shapes[:2]] == ["circle", "rect"]


def test_the_curve_of_what_is_heard_goes_on_dotted_and_says_how_much_it_is():
    figure = saturation_curve(*_heard(20, [3, 9, 12], [1, 1, 1, 2]), "en")
    assert re.fullmatch(r"Heard so far: \d+% of what such people would say, by estimate", caption(figure))
    assert [trace.line.dash for trace in figure.data] == [None, "solid", "dot", None, "solid"]
    assert max(figure.data[2].x) == 40
    assert min(min(trace.y) for trace in figure.data) >= 0


def test_the_section_map_keeps_the_order_of_the_paper_and_writes_the_number_in_the_cell():
    cells = _sections(("T001", "10.1", 4, 3), ("T001", "2.1", 7, 5), ("T002", "2.1", 1, 1))
    figure = theme_by_section(
        cells, {"T001": "tijd", "T002": "geld"}, {"2.1": "Twee", "3": "Drie", "10.1": "Tien"}, "nl"
    )
    assert list(figure.layout.xaxis.ticktext) == ["2.1", "10.1"]
    assert caption(figure) == "tijd kwam het meest voor bij paragraaf 2.1: 7 uitspraken"
    assert list(figure.data[0].text) == ["4", "7", "1"]
    assert list(figure.data[0].x) == [1, 0, 0]


def test_sessions_are_drawn_in_the_order_of_time_with_every_number():
    figure = themes_over_sessions(_sessions(T001=[2, 5, 0], T002=[1, 1, 1]), "nl")
    assert caption(figure) == "1 van de 2 thema's kwam in elke sessie terug"
    assert figure.layout.xaxis.ticktext[0] == "17 januari<br>2022"
    assert [list(trace.text) for trace in figure.data] == [["2", "5", "0"], ["1", "1", "1"]]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_anything_to_draw_a_figure_says_why(language):
    figures = [
        theme_overview(_overview(), language),
        _compared(_groups(a=[1]), language, {"a": "a"}),
        _compared(_groups(), language, {}),
        theme_hierarchy(_parts(), _overview(3), language),
        theme_map(_points(), language),
        saturation_curve(*_heard(3, [2], []), language),
        theme_by_section(_sections(), {}, {}, language),
        themes_over_sessions(_sessions(T001=[3]), language),
        themes_over_sessions(_sessions(), language),
    ]
    assert all(not figure.data and caption(figure) == "" for figure in figures)
    assert all(len(figure.layout.annotations[0].text) > 30 for figure in figures)


def test_hostile_labels_are_drawn_as_the_letters_they_are():
    figures = [
        theme_overview(_overview(12, 3, label=HOSTILE), "nl"),
        _compared(_groups(label=HOSTILE, a=[1, 2], b=[9, 2]), "nl", {"a": HOSTILE, "b": "b"}),
        theme_hierarchy(_parts(("T001", 4), label=HOSTILE), _overview(3).assign(statements=5), "nl"),
        theme_map(_points(("T001", 0, 1), text=HOSTILE, label=HOSTILE), "nl"),
        theme_by_section(_sections(("T001", HOSTILE, 4, 3)), {"T001": HOSTILE}, {HOSTILE: HOSTILE}, "nl"),
        themes_over_sessions(_sessions(label=HOSTILE, T001=[3, 4]), "nl"),
    ]
    for figure in figures:
        assert "&lt;" in figure.to_json()
        for word in _words(figure.to_plotly_json()):
            assert not re.search(r"[<>$]", OURS.sub("", word)), word


@given(st.text())
def test_an_inert_text_holds_no_markup_and_loses_no_visible_letter(text):
    import html

    written = inert(text)
    assert not re.search(r"[<>$]", written)
    assert html.unescape(written).split() == "".join(c if c.isprintable() else " " for c in text).split()


@given(st.text())
def test_a_label_takes_at_most_two_lines_of_a_phone(text):
    import html

    lines = wrap(text).split("<br>")
    assert len(lines) <= 2
    assert all(len(html.unescape(line)) <= 44 for line in lines)


def test_many_themes_are_cut_to_the_largest_and_the_figure_says_so():
    figure = theme_overview(_overview(*range(30, 10, -1)), "nl")
    assert len(figure.data[0].x) == 15
    assert figure.layout.annotations[-1].text.replace("<br>", " ").startswith("15 van de 20 thema's")


def test_rows_never_touch_however_long_their_labels_are():
    laid = rows(["kort", "lang " * 40, "x" * 500, ""], height=16)
    assert all(one.bottom < other.label_top for one, other in itertools.pairwise(laid))
    assert all(row.label_top < row.top for row in laid)


def test_a_figure_on_a_page_gives_up_its_title_and_the_room_for_it():
    figure = theme_overview(_overview(12, 3), "nl")
    before, bare = figure.to_plotly_json()["layout"], untitled(figure)["layout"]
    assert "title" not in bare
    assert figure.layout.title.text is not None
    drawn = [one["height"] - one["margin"]["t"] - one["margin"]["b"] for one in (before, bare)]
    assert drawn[0] == drawn[1]
    assert before["height"] > bare["height"]


def test_a_figure_is_transparent_and_follows_the_letters_of_the_page():
    layout = theme_overview(_overview(12, 3), "nl").layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.font.family == "inherit"
    assert not layout.template.layout.to_plotly_json()


def test_a_theme_has_the_same_colour_everywhere_by_its_number():
    assert colour("T001") == PALETTE[0]
    assert colour("T009") == PALETTE[0]
    assert len({colour(f"T{n:03}") for n in range(1, 9)}) == 8
    assert colour("thema") in PALETTE
    assert tint("#0173B5", 0.5) == "rgba(1,115,181,0.500)"


def _linear(hexadecimal):
    channels = [int(hexadecimal[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


@pytest.mark.parametrize("shade", PALETTE)
def test_every_colour_stands_out_on_a_light_and_on_a_dark_page(shade):
    def luminance(hexadecimal):
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), _linear(hexadecimal), strict=True)) + 0.05

    assert luminance("#FFFFFF") / luminance(shade) >= 3
    assert luminance(shade) / luminance("#14161A") >= 3


def test_colours_differ_for_eyes_that_see_fewer_of_them():
    import numpy as np

    # Machado, Oliveira & Fernandes (2009), severity 1.
    eyes = {
        "all": np.eye(3),
        "protanopia": [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        "deuteranopia": [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.01182, 0.04294, 0.968881],
        ],
        "tritanopia": [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.3039],
        ],
    }
    # Ottosson (2020), OKLab.
    cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    lab = np.array(
        [
            [0.2104542553, 0.793617785, -0.0040720468],
            [1.9779984951, -2.428592205, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.808675766],
        ]
    )
    linear = np.array([_linear(shade) for shade in PALETTE])
    for seen in eyes.values():
        colours = np.cbrt(np.clip(linear @ np.array(seen).T, 0, None) @ cones.T) @ lab.T
        assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(colours, 2)) >= 0.079
