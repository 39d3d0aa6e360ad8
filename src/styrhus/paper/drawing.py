"""SVG drawings made fit for a page, for print and for readers who cannot see them."""

import re
from xml.etree import ElementTree as Tree

from styrhus.paper.palette import LIGHT

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
Tree.register_namespace("", SVG)
Tree.register_namespace("xlink", XLINK)


def size(svg: str) -> tuple[float, float]:
    """Width and height in pixels, from the attributes or the view box; ValueError when neither is given."""
    root = Tree.fromstring(svg)
    measures = [re.fullmatch(r"([\d.]+)(px)?", root.get(name, "")) for name in ("width", "height")]
    if all(measures):
        return tuple(float(measure[1]) for measure in measures if measure)  # type: ignore[return-value]
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) != 4:
        raise ValueError("an SVG drawing needs width and height or a viewBox")
    return float(box[2]), float(box[3])


def for_print(svg: str, *, ground: str = "") -> str:
    """The drawing in the light colours: `currentColor` is ink, links are plain groups, `ground` lies behind."""
    root = Tree.fromstring(svg)
    _unlink(root)
    root.set("color", LIGHT.ink)
    if ground:
        root.insert(0, Tree.Element(f"{{{SVG}}}rect", {"width": "100%", "height": "100%", "fill": ground}))
    return Tree.tostring(root, encoding="unicode")


def for_page(svg: str, *, alt: str, identity: str, css: str = "") -> str:
    """The drawing inline in HTML: one image with `alt`, ids apart from those of other drawings.

    Links inside become plain groups, since what is one image to a screen reader may hold nothing to focus.
    """
    root = Tree.fromstring(svg)
    _unlink(root)
    _rename_ids(root, identity)
    width, height = size(svg)
    if css:
        root.set("class", css)
    root.attrib.update(
        {
            "role": "img",
            "aria-label": alt,
            "focusable": "false",
            "viewBox": root.get("viewBox", f"0 0 {width:g} {height:g}"),
        }
    )
    return Tree.tostring(root, encoding="unicode")


def _unlink(root: Tree.Element) -> None:
    for element in root.iter():
        if element.tag == f"{{{SVG}}}a":
            element.tag = f"{{{SVG}}}g"
            for name in [name for name in element.attrib if name.endswith("href") or name == "target"]:
                del element.attrib[name]
        elif element.tag in (f"{{{SVG}}}script", f"{{{SVG}}}foreignObject"):
            raise ValueError("a drawing holds no script and no foreign content")


def _rename_ids(root: Tree.Element, identity: str) -> None:
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, f"{identity}-{value}")
            elif name.endswith("href") and value.startswith("#"):
                element.set(name, f"#{identity}-{value[1:]}")
            elif "url(#" in value:
                element.set(name, _REFERENCE.sub(rf"url(#{identity}-\1)", value))
