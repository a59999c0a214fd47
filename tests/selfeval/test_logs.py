"""日志: JSON lines, and a number per request that the client cannot choose."""

from __future__ import annotations

import io
import json
import logging
import logging.config

import pytest
import structlog
from django.http import HttpResponse
from django.test import RequestFactory

from selfeval.logs import RequestLogMiddleware, logging_config


@pytest.fixture
def lines():
    """Return the JSON lines written so far, from the programme's own handler."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logging.config.dictConfig(logging_config("INFO"))
    written = io.StringIO()
    root.handlers[0].setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.handlers[:], root.level = handlers, level
    structlog.contextvars.clear_contextvars()


def test_one_line_per_request_with_its_number(lines):
    def view(request):
        logging.getLogger("filings").warning("快照 %s", "已存")
        return HttpResponse("ok", status=201)

    request = RequestFactory().post("/reports/7/?name=秘密", HTTP_X_REQUEST_ID="forged")
    response = RequestLogMiddleware(view)(request)
    warning, done = lines()
    assert (warning["event"], warning["logger"], warning["level"]) == ("快照 已存", "filings", "warning")
    assert (done["method"], done["path"], done["status"]) == ("POST", "/reports/7/", 201)
    assert response["X-Request-ID"] == done["request_id"] == warning["request_id"] == request.request_id
    assert "秘密" not in json.dumps(done, ensure_ascii=False)
    assert response["X-Request-ID"] != "forged"


def test_two_requests_have_two_numbers():
    serve = RequestLogMiddleware(lambda request: HttpResponse())
    numbers = {serve(RequestFactory().get("/"))["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3
