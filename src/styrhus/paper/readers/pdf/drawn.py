"""The straight lines, shaded areas and pictures of a page."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from styrhus.paper.readers.pdf.upright import Upright
from styrhus.paper.readers.pdf.word import Box, Page, Ruling

MOST_OBJECTS = 40_000
_THIN = 3.0
_SHORTEST = 4.0
_DEEPEST = 4
_MOST_SEGMENTS = 4_000
Place = Callable[[float, float], tuple[float, float]]


def draw(raw: Any, page: Page, upright: Upright) -> None:
    """Fill in the page's rulings, shaded areas and share of pictures."""
    area = 0.0
    for held, place in _objects(raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, upright.point):
        kind = pdfium.FPDFPageObj_GetType(held)
        if kind not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            continue
        box = _bounds(held, place)
        if box is not None and kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            area += box.width * box.height
        elif box is not None:
            _path(held, box, page, place)
    page.images = min(1.0, area / max(page.width * page.height, 1.0))


def _objects(owner: Any, count: Any, at: Any, place: Place, *, depth: int = 0) -> Iterator[tuple[Any, Place]]:
    for index in range(min(count(owner), MOST_OBJECTS)):
        held = at(owner, index)
        if pdfium.FPDFPageObj_GetType(held) == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects(
                held,
                pdfium.FPDFFormObj_CountObjects,
                pdfium.FPDFFormObj_GetObject,
                _through(held, place),
                depth=depth + 1,
            )
        else:
            yield held, place


def _through(held: Any, place: Place) -> Place:
    """Where a point within a form or a path comes to stand on the page."""
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(held, m)
    a, b, c, d, e, f = m.a, m.b, m.c, m.d, m.e, m.f
    return lambda x, y: place(a * x + c * y + e, b * x + d * y + f)


def _bounds(held: Any, place: Place) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(held, *sides):
        return None
    (a, b), (c, d) = place(sides[0].value, sides[1].value), place(sides[2].value, sides[3].value)
    return Box(min(a, c), min(b, d), max(a, c), max(b, d))


def _path(held: Any, box: Box, page: Page, place: Place) -> None:
    count = pdfium.FPDFPath_CountSegments(held)
    if min(box.width, box.height) <= _THIN:
        _thin(box, page)
    elif count <= 6 or count > _MOST_SEGMENTS:
        _area(held, box, page, count)
    else:
        _segments(held, count, page, _through(held, place))


def _thin(box: Box, page: Page) -> None:
    if box.width >= box.height and box.width >= _SHORTEST:
        page.across.append(Ruling((box.top + box.bottom) / 2, box.x0, box.x1))
    elif box.height > box.width and box.height >= _SHORTEST:
        page.down.append(Ruling((box.x0 + box.x1) / 2, box.top, box.bottom))


def _area(held: Any, box: Box, page: Page, count: int) -> None:
    """A rectangle: framed, it is four lines; shaded, an area."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(held, fill, stroke)
    whole = box.width > 0.97 * page.width and box.height > 0.9 * page.height
    if whole or count < 4:
        return
    if stroke.value:
        _frame(box, page)
    elif fill.value:
        page.fills.append(box)


def _frame(box: Box, page: Page) -> None:
    page.across += [Ruling(box.top, box.x0, box.x1), Ruling(box.bottom, box.x0, box.x1)]
    page.down += [Ruling(box.x0, box.top, box.bottom), Ruling(box.x1, box.top, box.bottom)]


def _segments(held: Any, count: int, page: Page, place: Place) -> None:
    """Each straight piece of a path with many; long thin rectangles show as two lines at one place."""
    x, y = ctypes.c_float(), ctypes.c_float()
    last = start = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(held, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = place(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            _line(last, point, page)
        if pdfium.FPDFPathSegment_GetClose(segment):
            _line(point, start, page)
        last = point


def _line(first: tuple[float, float], second: tuple[float, float], page: Page) -> None:
    (a, b), (c, d) = first, second
    if abs(b - d) < 0.7 and abs(a - c) >= _SHORTEST:
        page.across.append(Ruling((b + d) / 2, min(a, c), max(a, c)))
    elif abs(a - c) < 0.7 and abs(b - d) >= _SHORTEST:
        page.down.append(Ruling((a + c) / 2, min(b, d), max(b, d)))
