"""How wide a text is and where its lines break, since an SVG text cannot wrap itself."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from styrhus.values.number import NO_BREAK_SPACE

# Advance widths of Source Sans 3 Regular in thousandths of the type size.
_WIDTHS = {
    241: "|", 246: "i", 247: "j", 249: "'.,:;·", 255: "l", 263: "I", 289: "!", 292: "f", 303: "()[]{}", 311: "-",
    338: "t", 347: "r", 350: "/\\", 418: "*", 419: "s", 425: "z?", 426: '"”', 446: "x", 456: "c", 467: "vy",
    476: "Y", 479: "J", 480: "–", 486: "L", 494: "F", 495: "k", 496: "eé", 497: "0123456789+−=<>~#$§^",
    504: "agåä", 513: "X", 515: "V", 527: "EÉ", 534: "S", 536: "T", 539: "Z", 542: "oö", 543: "A", 544: "hunüÅÄ",
    555: "bdpq", 566: "P", 569: "R", 571: "C", 579: "K", 588: "B", 609: "&", 615: "D", 617: "G", 645: "UN",
    652: "H", 664: "OQÖ", 719: "w", 727: "M", 786: "W", 808: "½", 824: "%", 829: "m", 847: "@", 948: "…",
    200: " " + NO_BREAK_SPACE,
}  # fmt: skip
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_WIDEST_USUAL = 650
_HEAVIER = {400: 1.0, 600: 1.03, 700: 1.06}
ELLIPSIS = "…"


def width(text: str, size: float, weight: int = 400) -> float:
    """The width of a line in the same measure as `size`; letters that are not known count as wide."""
    return _thousandths(text) * size * _HEAVIER[weight] / 1000


@lru_cache(maxsize=4096)
def _thousandths(text: str) -> int:
    return sum(_WIDTH_OF.get(letter, _WIDEST_USUAL) for letter in text)


def fitted(text: str, room: float, size: float, weight: int = 400) -> str:
    """The text on one line, cut with an ellipsis where it would be wider than `room`."""
    if width(text, size, weight) <= room:
        return text
    left, kept = room - width(ELLIPSIS, size, weight), 0
    while kept < len(text) and (left := left - width(text[kept], size, weight)) >= 0:
        kept += 1
    return text[:kept].rstrip(" ,.–") + ELLIPSIS


def wrapped(text: str, room: float, size: float, *, weight: int = 400, most: int = 99) -> list[str]:
    """The text in lines no wider than `room`; at most `most` of them, the last one cut when there is more."""
    return _filled(text, lambda _line: room, size=size, weight=weight, most=most)


def tapered(text: str, rooms: Sequence[float], size: float, weight: int = 400) -> list[str]:
    """The text in lines that each have a width of their own, as under a roof; as few lines as hold it."""
    for count in range(1, len(rooms) + 1):
        lines = _filled(text, _room_of(rooms[-count:]), size=size, weight=weight, most=99)
        if len(lines) <= count:
            return lines
    return _filled(text, _room_of(rooms), size=size, weight=weight, most=len(rooms))


def _room_of(rooms: Sequence[float]) -> Callable[[int], float]:
    return lambda line: rooms[min(line, len(rooms) - 1)]


def _filled(text: str, room: Callable[[int], float], *, size: float, weight: int, most: int) -> list[str]:
    lines, held = [""], 0.0
    space = width(" ", size, weight)
    for piece in (p for word in text.split(" ") for p in _pieces(word, room(len(lines) - 1), size, weight)):
        wide = width(piece, size, weight)
        if lines[-1] and held + space + wide > room(len(lines) - 1):
            lines.append(piece)
            held = wide
        else:
            held += wide + (space if lines[-1] else 0)
            lines[-1] = f"{lines[-1]} {piece}".strip()
    if lines == [""]:
        return []
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], fitted(rest, room(most - 1), size, weight)]
    return lines


def _pieces(word: str, room: float, size: float, weight: int) -> list[str]:
    """A word that is wider than a whole line, cut where it must be."""
    if width(word, size, weight) <= room:
        return [word]
    pieces, held = [], ""
    for letter in word:
        if width(held + letter + "-", size, weight) > room and held:
            pieces.append(held + "-")
            held = ""
        held += letter
    return [*pieces, held]
