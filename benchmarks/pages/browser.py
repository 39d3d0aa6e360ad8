"""A visitor over HTTP: keeps the connection and the cookies."""

import re
from http.client import HTTPConnection
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

_TIMEOUT_SECONDS = 60
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Answer:
    """Status, headers and body of one response."""

    def __init__(self, status: int, kind: str, body: bytes) -> None:
        self.status = status
        self.kind = kind
        self.body = body

    @property
    def is_page(self) -> bool:
        return self.status == 200 and self.kind.startswith("text/html")


class Browser:
    """One connection to a server on this machine, with what cookies it has been given."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.cookies = dict(cookies or {})
        self._connection = HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._connection.close()

    def get(self, address: str) -> Answer:
        return self._ask("GET", address)

    def log_in(self, user: str, password: str) -> None:
        """PermissionError when the form does not let the user in."""
        token = _TOKEN.search(self.get("/login/").body.decode())
        form = {"csrfmiddlewaretoken": token[1] if token else "", "username": user, "password": password}
        if self._ask("POST", "/login/", urlencode(form)).status != 302:
            raise PermissionError(user)

    def _ask(self, method: str, address: str, body: str = "") -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, address, body or None, headers)
        response = self._connection.getresponse()
        for header in response.headers.get_all("Set-Cookie", []):
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers.get("Content-Type", ""), response.read())
