"""What a reader sees of a page: its text, its links, its tables."""

import html
import re

from django.http import HttpResponse


def text(response: HttpResponse) -> str:
    """The words of a page without tags, each white space one space; no-break spaces too."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    plain = html.unescape(re.sub(r"<[^>]*>", " ", body)).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", plain).strip()


def links(response: HttpResponse) -> list[str]:
    """Every address that the page links to, in order."""
    return [html.unescape(found) for found in re.findall(r'<a\b[^>]*?href="([^"]*)"', response.content.decode())]


def messages(response: HttpResponse) -> list[str]:
    """What the page tells about what was just done."""
    return [str(message) for message in response.context["messages"]]
