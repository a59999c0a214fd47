"""样张页: on this machine only; follows the file; faults with their lines."""

from __future__ import annotations

import http.client
import threading
from pathlib import Path

import pytest

from filings import livepage
from filings.livepage import LiveServer
from tests.blueprints.samples import SMALL

SHEET = Path(__file__).resolve().parents[2] / "static" / "paper" / "paper.css"


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def server(form):
    with LiveServer(form, 0, [SHEET]) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def ask(server):
    def get(path, host=None, method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.headers)

    return get


def test_the_page_and_the_paper(ask):
    status, page, headers = ask("/")
    assert status == 200
    assert "没有错误" in page
    assert '<iframe src="/paper"' in page
    assert "'unsafe" not in headers["Content-Security-Policy"]
    assert "样例" in ask("/paper")[1]
    assert ask("/paper/paper.css")[0] == ask("/live.js")[0] == ask("/live.css")[0] == 200


def test_it_follows_the_file(ask, form):
    before = ask("/stamp")[1]
    assert before == ask("/stamp")[1]
    form.write_text(SMALL.replace("of: 10,", "of: 十,"), encoding="utf-8")
    assert ask("/stamp")[1] != before
    page = ask("/")[1]
    assert "第39行" in page
    assert "应是一个数" in page
    assert "<iframe" not in page
    form.unlink()
    assert ask("/stamp")[1] == "0"
    assert "读不了" in ask("/")[1]


def test_only_this_machine(server, ask):
    assert server.server_address[0] == "127.0.0.1"
    assert ask("/", host=f"evil.example:{server.server_port}")[0] == 403
    assert ask("/", host=f"localhost:{server.server_port}")[0] == 200
    assert ask("/paper/../../etc/passwd")[0] == ask("/nowhere")[0] == 404
    assert ask("/", method="POST")[0] == 501


def test_without_the_look_at_the_host_another_name_would_be_answered(server, ask):
    """Negative control."""
    server.names.add("evil.example")
    assert ask("/", host="evil.example")[0] == 200


def test_what_stands_in_the_file_is_no_markup(form):
    form.write_text(SMALL.replace("subject: project", "subject: <script>x</script>"), encoding="utf-8")
    page = livepage.shell(form, livepage.look(form), "1")
    assert "<script>x" not in page


def test_a_form_that_extends_one_of_the_house_is_shown_too(tmp_path):
    child = tmp_path / "child.yaml"
    child.write_text(
        "id: 990401/2025/child\nextends: 000000/2025/project-table\ntitle: 云汀县自评表\n", encoding="utf-8"
    )
    seen = livepage.look(child)
    assert seen.problems == []
    assert "云汀县自评表" in seen.paper
