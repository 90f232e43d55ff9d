import itertools
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.analysis.intervals import wilson
from lcsynth.report.canvas import caption, inert, rows, untitled, wrap
from lcsynth.report.colours import PALETTE, colour, tint
from lcsynth.report.figures import audience_comparison, theme_by_section, theme_overview, themes_over_sessions

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


def test_the_comparison_names_the_largest_difference_and_puts_it_first():
    table = _groups(a=[2, 9], b=[3, 1])
    figure = audience_comparison(table, "nl", {"b": "beleid", "a": "aanpak"})
    assert caption(figure) == "Grootste verschil tussen groepen: thema T002 (aanpak 90%, beleid 10%)"
    marks = [trace for trace in figure.data if trace.x != (None,)]
    assert [list(trace.x) for trace in marks] == [[0.1, 0.3], [0.9, 0.2]]
    assert {trace.marker.symbol for trace in marks} == {"circle", "circle-open"}


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
        audience_comparison(_groups(a=[1]), language, {"a": "a"}),
        audience_comparison(_groups(), language, {}),
        theme_by_section(_sections(), {}, {}, language),
        themes_over_sessions(_sessions(T001=[3]), language),
        themes_over_sessions(_sessions(), language),
    ]
    assert all(not figure.data and caption(figure) == "" for figure in figures)
    assert all(len(figure.layout.annotations[0].text) > 30 for figure in figures)


def test_hostile_labels_are_drawn_as_the_letters_they_are():
    figures = [
        theme_overview(_overview(12, 3, label=HOSTILE), "nl"),
        audience_comparison(_groups(label=HOSTILE, a=[1, 2], b=[9, 2]), "nl", {"a": HOSTILE, "b": "b"}),
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
    bare = untitled(figure)
    assert bare.layout.title.text is None
    assert caption(bare) == caption(figure) != ""
    drawn = [one.layout.height - one.layout.margin.t - one.layout.margin.b for one in (figure, bare)]
    assert drawn[0] == drawn[1]
    assert untitled(bare).layout.height == bare.layout.height


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
