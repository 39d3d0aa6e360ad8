"""Takes out of Vega's SVG what is not picture: English labels, empty shapes, ids that change from run to run."""

import re
from xml.etree import ElementTree as Tree

from styrhus.paper.drawing import SVG

_NOT_PICTURE = ("role", "class", "pointer-events")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def cleaned(svg: str) -> str:
    """The same picture in fewer words, the same for the same chart whatever was drawn before it."""
    root = Tree.fromstring(svg)
    _drop_empty(root)
    names = {element.get("id"): f"c{n}" for n, element in enumerate(_with_id(root), 1)}
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name in _NOT_PICTURE or name.startswith("aria-"):
                del element.attrib[name]
            elif name == "id":
                element.set(name, names[value])
            elif "url(#" in value:
                element.set(name, _REFERENCE.sub(lambda found: f"url(#{names[found[1]]})", value))
    return Tree.tostring(root, encoding="unicode")


def _with_id(root: Tree.Element) -> list[Tree.Element]:
    return [element for element in root.iter() if element.get("id")]


def _drop_empty(parent: Tree.Element) -> None:
    for child in list(parent):
        _drop_empty(child)
        unseen = child.get("display") == "none" or child.get("class") in ("background", "foreground")
        if unseen or (child.tag == f"{{{SVG}}}g" and len(child) == 0):
            parent.remove(child)
