"""即时勾稽的速度: one save on every form of the house, filled to the brim; how long until the page has its findings again.

    .venv/bin/python benchmarks/live_findings.py [--rows 30] [--saves 9] [--form 510904/2024/department-table]

Every field of every section is filled, every prose field with a paragraph full of figures, every table of indicators with `--rows` rows.
Then one text is changed and its section saved over HTTP, as a page does after a pause in typing. The median of `--saves` is
printed: the whole answer and what of it is findings (facts, scores, paper, rules), each by the clock and by the processor. Where
other programs run, the clock tells of them too; the processor's time is the program's own.
"""

# ruff: noqa: PLC0415 - Django must be set up before anything of ours is imported
from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
NOW = datetime(2025, 3, 31, 2, 0, tzinfo=UTC)
LIST_ROWS = 6
SENTENCES = (
    "全年计划办理{n}人次，实际办理{m}人次，完成率{p}%。",
    "其中城镇{n}人、乡村{k}人，人均标准{k}元，共支出{m}万元。",
    "资金于{y}年{q}月底前下达，第四季度支付偏慢，已制定用款计划。",
    "经抽查{k}户，群众满意度{p}%，较上年提高{q}个百分点。",
)


def main() -> None:
    """Prepare a database of our own, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=30)
    parser.add_argument("--saves", type=int, default=9)
    parser.add_argument("--form", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        setup(Path(folder))
        from blueprints.catalogue import catalogue

        forms = [form for form in catalogue().all() if not options.form or form.id == options.form]
        lines = [line for form in forms if (line := measure(form, options.rows, options.saves))]
    print("| 表样 | 栏目 | 字数 | 问题 | 回答（毫秒） | 处理器 | 其中勾稽（毫秒） | 处理器 |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for cells in sorted(lines, key=lambda cells: -float(cells[1])):
        print("| " + " | ".join(cells) + " |")


def setup(folder: Path) -> None:
    """Django on an empty database."""
    os.environ |= {
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "SECRET_KEY": "benchmark-only-" + "k7Q2vX9mLp" * 5,
        "SECURE": "0",
        "LOG_LEVEL": "ERROR",
        "ALLOWED_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "selfeval.settings",
    }
    sys.path.insert(0, str(TOP))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def measure(form: Any, rows: int, saves: int) -> tuple[str, ...]:
    """One line of the table."""
    from django.test import Client
    from django.urls import reverse

    from filings.snapshot import live_case

    filing, user = opened(form)
    posted = {section.key: filled(form, section, rows) for section in form.sections}
    section = max(form.sections, key=lambda each: sum(map(len, posted[each.key].values())))
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    def save(key: str, fields: dict[str, str]) -> None:
        filing.subject.refresh_from_db()
        sent = {**fields, "base_version": filing.subject.version}
        answer = client.post(reverse("section", args=[filing.pk, key]), sent, headers={"accept": "application/json"})
        if answer.status_code != 200:
            raise SystemExit(f"{form.id} {key}: {answer.status_code} {answer.content.decode()[:300]}")

    for key, fields in posted.items():
        save(key, fields)
    changed = max(posted[section.key], key=lambda path: len(posted[section.key][path]))
    clocks: dict[str, list[float]] = {"whole": [], "ticks": [], "findings": [], "finding_ticks": []}
    for number in range(saves):
        fields = posted[section.key] | {changed: f"{posted[section.key][changed]}第{number}次修改。"}
        begun, ticks = time.perf_counter(), time.process_time()
        save(section.key, fields)
        clocks["whole"].append(time.perf_counter() - begun)
        clocks["ticks"].append(time.process_time() - ticks)
        begun, ticks = time.perf_counter(), time.process_time()
        found = live_case(filing).findings
        clocks["findings"].append(time.perf_counter() - begun)
        clocks["finding_ticks"].append(time.process_time() - ticks)
    texts = [text for fields in posted.values() for text in fields.values()]
    told = [f"{1000 * statistics.median(each):.0f}" for each in clocks.values()]
    return (form.id, str(len(texts)), str(sum(map(len, texts))), str(len(found)), *told)


def opened(form: Any) -> tuple[Any, Any]:
    """A draft of the form for a unit, or for a project of it."""
    from accounts.models import Membership, User
    from filings.actions.open import open_filing
    from filings.models import Notice
    from projects.models import Department, Locality, Project, Subject

    code = "990002" if form.is_national else form.id.partition("/")[0]
    locality, _ = Locality.objects.get_or_create(code=code, defaults={"name": "云山区"})
    above, _ = Department.objects.get_or_create(
        locality=locality, code="100", defaults={"name": "云山区民生保障局", "kind": "supervisor"}
    )
    unit = Department.objects.create(locality=locality, code=form.digest[:12], name="云山区服务中心", parent=above)
    project = None
    if form.subject == "project":
        project = Project.objects.create(department=unit, code=f"P{form.digest[:10]}", name="困难群体代缴养老保险")
    user = User.objects.create(username=form.digest[:20], full_name="高启明")
    Membership.objects.create(user=user, department=unit, role="filler")
    Notice.objects.get_or_create(locality=locality, form=form.id, year=form.year, defaults={"due_on": NOW.date()})
    subject = Subject.objects.create(department=unit, project=project, year=form.year)
    return open_filing(subject=subject, form=form.id, by=user, now=NOW), user


def filled(form: Any, section: Any, rows: int) -> dict[str, str]:
    """Every field of a section as a browser would send it."""
    from entry.asks import asks_of, records_tables

    counts = {table.key: rows if table.key == "indicators" else LIST_ROWS for table in records_tables(form, section)}
    uids = {key: tuple(f"a{number:07d}" for number in range(count)) for key, count in counts.items()}
    sent = {f"rows.{key}": " ".join(names) for key, names in uids.items()}
    asks = enumerate(asks_of(form, section, uids))
    return sent | {ask.path: text for number, ask in asks for text in typed(ask, number)}


def typed(ask: Any, number: int) -> Iterator[str]:
    """What stands in a field; nothing where a browser would send boxes."""
    match ask.kind:
        case "prose" if not ask.cell:
            numbers = {"n": 100 + number, "m": 90 + number, "p": 95, "k": 7 + number, "q": number % 9 + 1, "y": 2024}
            text = "".join(each.format(**numbers) for each in SENTENCES * 2)
            yield text[: ask.limit] if ask.limit else text
        case "money":
            yield f"{1200 + number}.50"
        case "number" | "measure":
            yield str(number % 10 + 1)
        case "percent":
            yield "98%"
        case "date":
            yield "2024-12-31"
        case "choice":
            yield ask.choices[0] if ask.choices else ""
        case "boxes":
            return
        case _:
            yield f"第{number}项内容"[: ask.limit or None]


if __name__ == "__main__":
    main()
