"""走一遍: whatever form it is, a unit files it with sample words through the pages, as a browser without scripts would."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role, User
from blueprints.schema import Blueprint, FieldEntry
from crosschecks.finding import Severity
from entry.asks import asks_of, new_uid
from filings import gate
from filings.models import Filing, Notice, Waiver
from filings.snapshot import case_of
from projects.models import Department, Project
from tests.factories import DepartmentFactory, FinanceFactory, LocalityFactory, SupervisorFactory, member

NATION = "000000"
ELSEWHERE = "990100"  # a locality without forms of its own files the nation's


class Fields(HTMLParser):
    """What a browser would send back from a page as it stands, patterns of new rows left out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self._patterns = 0
        self._text = ""  # the textarea that is being read
        self._select = ""  # the select that is being read
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self._patterns += tag == "template"
        if self._patterns:
            return
        if tag == "option" and self._select and "selected" in told:
            self.sent[self._select] = told.get("value") or ""
        elif tag == "select":
            self._select = told["name"]
            self.sent.setdefault(self._select, "")
        elif tag == "textarea":
            self._text = told["name"]
            self.sent[self._text] = ""
        elif tag == "input" and "name" in told:
            self._input(told)

    def _input(self, told):
        if told.get("type") in {"checkbox", "radio"}:
            self.sent.setdefault(told["name"], "")
            if "checked" in told:
                self.sent[told["name"]] = told.get("value") or ""
        elif told.get("type") not in {"submit", "file"}:
            self.sent[told["name"]] = told.get("value") or ""

    def handle_endtag(self, tag):
        self._patterns -= tag == "template"
        if tag == "textarea":
            self._text = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data):
        if self._text:
            self.sent[self._text] += data


@dataclass
class Unit:
    """A unit that one form is asked of, and its people, signed in."""

    department: Department
    clients: dict[str, Client]
    users: dict[str, User]
    words: dict[int, dict[str, str]] = field(default_factory=dict)  # by subject: the sample word written at each path

    def told(self, filing: Filing) -> dict[str, str]:
        """What was typed about a filing's subject, in whichever of its forms."""
        return self.words.setdefault(filing.subject_id, {})

    def project(self, name: str, year: int) -> Project:
        """Another project of the unit."""
        return Project.objects.create(
            department=self.department,
            code=f"XM{year}{Project.objects.count():04}",
            name=name,
            attribute="经常性项目",
            starts=f"{year}-01-01",
            ends=f"{year}-12-31",
        )

    def ask(self, form: Blueprint, project: Project | None) -> None:
        """The bureau's notice for this form."""
        reach = Notice.Reach.ONLY if project else Notice.Reach.ALL
        notice = Notice.objects.create(
            locality=self.department.locality, form=form.id, year=form.year, due_on=timezone.localdate(), reach=reach
        )
        if project:
            notice.projects.add(project)


def unit(area: str) -> Unit:
    """A unit of the form's own locality, with everybody who has a hand in a filing."""
    locality = LocalityFactory(code=ELSEWHERE if area == NATION else area)
    bureau = FinanceFactory(locality=locality)
    own = DepartmentFactory(locality=locality, parent=SupervisorFactory(locality=locality))
    users = {
        "filler": member(own, Role.FILLER),
        "head": member(own, Role.HEAD),
        "reviewer": member(bureau, Role.REVIEWER),
        "admin": member(bureau, Role.ADMIN),
    }
    clients = {}
    for name, user in users.items():
        clients[name] = Client()
        clients[name].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return Unit(own, clients, users)


def start(whose: Unit, form: Blueprint, project: Project | None) -> Filing:
    """The start page's own offer, pressed."""
    offer = f"{whose.department.pk}:{project.pk if project else 0}:{form.id}"
    client = whose.clients["filler"]
    assert offer in client.get(reverse("filing-start")).content.decode()
    assert client.post(reverse("filing-start"), {"offer": offer}).status_code == 302
    return Filing.objects.get(form=form.id, subject__department=whose.department, subject__project=project)


def fill(whose: Unit, filing: Filing, form: Blueprint) -> None:
    """Every field of every section, and every row that the form expects; what was sent is what is stored."""
    client, told = whose.clients["filler"], whose.told(filing)
    begun, posted = sum(map(len, whose.words.values())), {}
    for section in form.sections:
        url = reverse("section", args=[filing.pk, section.key])
        sent = Fields(client.get(url).content.decode()).sent
        for name in [name for name in sent if name.startswith("rows.")]:
            page = client.post(url, {**sent, "op": f"add:{name.removeprefix('rows.')}:"})
            sent = Fields(page.content.decode()).sent
        rows = {name.removeprefix("rows."): text.split() for name, text in sent.items() if name.startswith("rows.")}
        offered = dict(samples(form, section, rows, begun))
        assert offered.keys() <= sent.keys(), (section.key, sorted(offered.keys() - sent.keys())[:5])
        if missing := len(places(form)) - len(rows.get("indicators", [])) if "indicators" in rows else 0:
            rows["indicators"] += [new_uid() for _ in range(missing)]  # as the page's script makes them
            sent["rows.indicators"] = " ".join(rows["indicators"])
        words = dict(samples(form, section, rows, begun + len(posted)))
        posted |= words
        answer = client.post(url, {**sent, **words, "op": "stay"})
        assert answer.status_code == 302, (section.key, answer.status_code)
    book = case_of(filing).book
    assert {path: book.raw(path) for path in posted} == posted
    told |= posted


def places(form: Blueprint) -> list[tuple[str, str]]:
    """First and second levels that the form's frame names."""
    return [(level.label, child) for level in form.frame.levels for child in level.children] or [
        ("产出指标", "数量指标")
    ]


def samples(form, section, rows, begun):
    """A word for each ask: a number of its own in every text, so that it is found again on paper."""
    leaves = {node.key: node for node in form.leaves()}
    uids = rows.get("indicators", [])
    share = (of_table(form) / max(len(uids), 1)).quantize(Decimal("0.01"))
    for number, ask in enumerate(asks_of(form, section, rows), begun):
        head, *rest = ask.path.split(".")
        if head == "indicators" and rest[1] in {"level1", "level2"}:
            at = uids.index(rest[0])
            yield ask.path, places(form)[at % len(places(form))][rest[1] == "level2"]
        elif head == "indicators" and rest[1] in {"weight", "score"}:
            yield ask.path, str(share if uids[-1] != rest[0] else of_table(form) - share * (len(uids) - 1))
        elif head == "score" and rest[1] == "self":
            yield ask.path, str(leaves[rest[0]].of if rest[0] in leaves else 100)
        elif ask.choices:
            yield ask.path, ask.choices[0]
        else:
            plain = {"number": "1", "percent": "90%", "money": "10.00", "measure": "100", "date": f"{form.year}-03-05"}
            yield ask.path, plain.get(ask.kind, f"样{number:04}例")


def of_table(form: Blueprint) -> Decimal:
    """Points that the rows of indicators share."""
    return sum((node.of for node in form.leaves() if node.from_table), Decimal(0)) or Decimal(100)


def settle(whose: Unit, filing: Filing) -> None:
    """Samples add up to nothing in particular: an error and a warning are let pass on their pages, the others beside them."""
    steps = {
        Severity.ERROR: ("finding-waive", "admin", "waive"),
        Severity.WARNING: ("finding-explain", "filler", "explain"),
    }
    seen: set[Severity] = set()
    for held in gate.stand(filing, case_of(filing).findings):
        if not held.blocks:
            continue
        finding = held.finding
        name, role, kind = steps[finding.severity]
        told = {"fingerprint": finding.fingerprint, "reason": "样例数据，已核对。"}
        if finding.severity in seen:
            Waiver.objects.create(
                filing=filing, rule=finding.rule, kind=kind, by=whose.users[role], at=timezone.now(), **told
            )
        else:
            assert whose.clients[role].post(reverse(name, args=[filing.pk]), told).status_code == 302
        seen.add(finding.severity)


def take(whose: Unit, filing: Filing, role: str, name: str, *args: str, **told: str) -> str:
    """Open the page of a step, look at it, press its button; the state the filing is then in."""
    client, url = whose.clients[role], reverse(name, args=[filing.pk, *args])
    filing.refresh_from_db()
    assert client.get(url).status_code in {200, 405}, url
    answer = client.post(url, {"version": filing.version, **told})
    assert answer.status_code == 302, (url, said(answer))
    filing.refresh_from_db()
    return filing.state


def said(answer) -> list[str]:
    """The messages on a page that was shown again."""
    return [str(message) for message in answer.context["messages"]] if answer.context else []


def required(form: Blueprint) -> list[str]:
    """Paths of texts that every filing has and that the form prints."""
    entries = [entry for section in form.sections for entry in section.entries if isinstance(entry, FieldEntry)]
    return [entry.path for entry in entries if entry.required and not entry.unprinted]
