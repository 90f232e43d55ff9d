"""Tables to figures. Each title states what the figure shows; the numbers stand beside the marks."""

from __future__ import annotations

from lcsynth.report.figures.comparison import audience_comparison
from lcsynth.report.figures.hierarchy import theme_hierarchy
from lcsynth.report.figures.map import theme_map
from lcsynth.report.figures.overview import theme_overview
from lcsynth.report.figures.saturation import saturation_curve
from lcsynth.report.figures.sections import theme_by_section
from lcsynth.report.figures.sessions import themes_over_sessions

__all__ = [
    "audience_comparison",
    "saturation_curve",
    "theme_by_section",
    "theme_hierarchy",
    "theme_map",
    "theme_overview",
    "themes_over_sessions",
]
