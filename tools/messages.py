"""Collect the messages of source and templates into the Swedish catalogue: `python tools/messages.py`.

Translations are kept, new messages come in empty, messages that no longer exist are dropped and named. The
file is sorted and holds neither line numbers nor dates, so that two changes seldom meet on the same line.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "styrhus"
SWEDISH = SOURCE / "locale" / "sv" / "LC_MESSAGES" / "django.po"
HEADER = r"""msgid ""
msgstr ""
"Language: sv\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""

# Which arguments of a call are context, message and plural, by the name of the function called.
PLAIN = dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop", "_", "msg", "Text"), (None, 0, None))
PLURAL = dict.fromkeys(("ngettext", "ngettext_lazy"), (None, 0, 1))
CONTEXT = dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None))
BOTH = dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2))
CALLS: dict[str, tuple[int | None, int, int | None]] = {**PLAIN, **PLURAL, **CONTEXT, **BOTH}
TEMPLATE_KEYWORDS = {
    "gettext": None,
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


@dataclass(frozen=True, order=True)
class Message:
    """A message as the source has it, with the file that has it."""

    singular: str
    plural: str = ""
    context: str = ""
    file: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue looks a message up by."""
        return self.context, self.singular


def messages(source: Path = SOURCE) -> list[Message]:
    """Every message below `source`, each once, in the order of the catalogue."""
    found: dict[tuple[str, str], Message] = {}
    for path in sorted([*source.rglob("*.py"), *source.rglob("*.html"), *source.rglob("*.txt")]):
        read = python_messages if path.suffix == ".py" else template_messages
        for message in read(path.read_text(encoding="utf-8"), str(path.relative_to(source))):
            known = found.get(message.key)
            if known is None or (message.plural and not known.plural):
                found[message.key] = message
    return sorted(found.values())


def python_messages(text: str, file: str) -> Iterator[Message]:
    """The messages of a Python file: constant strings given to one of the marking functions."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and (places := CALLS.get(called(node.func))):
            context, singular, plural = (constant(node, place, file) for place in places)
            if singular:
                yield Message(singular, plural, context, file)


def called(function: ast.expr) -> str:
    """The bare name of the function of a call."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def constant(node: ast.Call, place: int | None, file: str) -> str:
    """The string at a place of a call; "" where there is none or it is only known when the program runs."""
    if place is None or place >= len(node.args):
        return ""
    argument = node.args[place]
    if isinstance(argument, ast.JoinedStr):
        raise SystemExit(f"{file}:{node.lineno}: an f-string cannot be translated; use a parameter instead")
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def template_messages(text: str, file: str) -> Iterator[Message]:
    """The messages of a Django template; the parentheses keep indentation from meaning anything."""
    code = f"(\n{templatize(text, origin=file)}\n)".encode()
    for _line, words, _comments, context in extract("python", BytesIO(code), TEMPLATE_KEYWORDS):
        singular, plural = (words, "") if isinstance(words, str) else words[:2]
        if singular:
            yield Message(singular, plural, context or "", file)


def catalogue(path: Path = SWEDISH) -> Catalog:
    """The catalogue as it is on disk; an empty one where there is none yet."""
    if not path.exists():
        return Catalog(locale="sv")
    with path.open("rb") as stream:
        return read_po(stream, locale="sv", abort_invalid=True)


def find(translations: Catalog, message: Message) -> Entry | None:
    """The catalogue's entry for a message."""
    return translations.get(message.singular, context=message.context or None)


def strings(entry: Entry | None) -> list[str]:
    """The translations of an entry: one, or one for each plural form."""
    if entry is None or entry.string is None:
        return []
    return [entry.string] if isinstance(entry.string, str) else list(entry.string)


PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|(?<!\{)\{(\w+)[^{}]*\}(?!\})")


def placeholders(text: str) -> set[str]:
    """The names that a message expects, in either notation."""
    return {first or second for first, second in PLACEHOLDER.findall(text)}


def complaint(message: Message, entry: Entry | None) -> str:
    """What is wrong with the translation of a message; "" when nothing is."""
    translated = strings(entry)
    if not translated or not all(translated) or (message.plural and len(translated) < 2):
        return "not translated"
    if entry is not None and entry.fuzzy:
        return "fuzzy"
    wanted = placeholders(message.singular) | placeholders(message.plural)
    if any(placeholders(text) - wanted for text in translated) or placeholders(translated[-1]) != wanted:
        return f"placeholders differ: {sorted(wanted)} in the message"
    return ""


def merge(found: list[Message], old: Catalog) -> Catalog:
    """A catalogue of exactly the messages found, with the translations that `old` has."""
    new = Catalog(locale="sv")
    for message in found:
        entry = find(old, message)
        kept = strings(entry) or [""]
        new.add(
            (message.singular, message.plural) if message.plural else message.singular,
            tuple((kept * 2)[:2]) if message.plural else kept[0],
            context=message.context or None,
            flags={"fuzzy"} if entry is not None and entry.fuzzy else (),
        )
    return new


def write(translations: Catalog, path: Path = SWEDISH) -> None:
    """Write the catalogue in one step."""
    body = BytesIO()
    write_po(body, translations, width=0, no_location=True, omit_header=True, sort_output=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".po.new")
    unfinished.write_text(HEADER + body.getvalue().decode().lstrip(), encoding="utf-8")
    unfinished.replace(path)


def main() -> None:
    """Bring the Swedish catalogue up to date and tell what was dropped and what lacks a translation."""
    found, old = messages(), catalogue()
    keys = {message.key for message in found}
    for entry in old:
        singular = entry.id if isinstance(entry.id, str) else entry.id[0]
        if singular and (entry.context or "", singular) not in keys:
            print(f"dropped: {singular!r} = {strings(entry)}")
    new = merge(found, old)
    write(new)
    for message in found:
        if wrong := complaint(message, find(new, message)):
            print(f"{message.file}: {message.singular!r}: {wrong}")


if __name__ == "__main__":
    main()
