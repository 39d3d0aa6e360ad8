"""Charts: specifications built from data, drawn as SVG and PNG by vl-convert, the same in every medium."""

from styrhus.paper.charts.render import png, svg

__all__ = ["png", "svg"]
