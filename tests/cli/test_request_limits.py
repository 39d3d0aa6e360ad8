"""How large a request each address takes."""

import pytest
from waitress.adjustments import Adjustments

from styrhus.cli.request_limits import LARGEST_LEDGER_FILE, LimitedParser


@pytest.mark.parametrize(
    ("path", "cookie", "size", "refused"),
    [
        ("/login/", "", 70 * 1024**2, True),
        ("/lund/2023/economy/ledger/import/", "", 70 * 1024**2, True),
        ("/lund/2023/economy/ledger/import/", "sessionid=x", 70 * 1024**2, False),
        ("/lund/2023/economy/ledger/import/", "sessionid=x", 3 * 1024**3, True),
        ("/lund/2023/data/import/", "sessionid=x", 70 * 1024**2, True),
        ("/login/", "", 1024, False),
    ],
)
def test_what_is_too_large_for_its_address_is_refused_before_it_is_received(path, cookie, size, refused):
    parser = LimitedParser(Adjustments(max_request_body_size=LARGEST_LEDGER_FILE))
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nContent-Length: {size}\r\n\r\n"
    parser.received(head.encode())
    assert bool(parser.error) is refused
