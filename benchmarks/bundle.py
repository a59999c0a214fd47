"""资料包的速度: packs a year's bundle of synthetic filings and prints time, peak memory and the ratio to plainly zipping.

    python benchmarks/bundle.py [--filings 1000] [--rendered 3]

The database and the files live in a temporary folder. The documents of a few snapshots are drawn by the real writers; the
others are copies of these bytes, each made distinct, so that packing meets as many different files as in a real year.
"""

# ruff: noqa: PLC0415 - Django must be set up before anything of ours is imported
from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
NOW = datetime(2025, 3, 31, 2, 0, tzinfo=UTC)
FORM = "510904/2024/project-table"
UNITS = 40


def main() -> None:
    """Prepare, pack in a fresh process, zip plainly, print."""
    options = parse()
    if options.pack:
        print(json.dumps(pack(options.pack)))
        return
    with tempfile.TemporaryDirectory() as folder:
        setup(Path(folder))
        drawing = prepare(options.filings, options.rendered)
        bundle = plan()
        packed = json.loads(subprocess.check_output([sys.executable, __file__, "--pack", str(bundle)], env=os.environ))
        plain = zip_plainly(Path(folder))
    size = packed["size"] / 1e6
    print(f"filings: {options.filings}, files: {packed['files']}, {size:.1f} MB")
    print(f"drawing three documents of one snapshot: {drawing:.2f} s (mean of {options.rendered})")
    print(
        f"bundle with index, manifest and verification: {packed['seconds']:.2f} s, peak memory {packed['peak']:.0f} MB"
    )
    print(f"  of it above the idle process: {packed['peak'] - packed['idle']:.0f} MB")
    print(f"plainly zipping the same files: {plain:.2f} s; ratio {packed['seconds'] / plain:.1f}")


def parse() -> argparse.Namespace:
    """Words of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--filings", type=int, default=1000)
    parser.add_argument("--rendered", type=int, default=3)
    parser.add_argument("--pack", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def setup(folder: Path | None = None) -> None:
    """Django on a database of our own; children find it in the environment."""
    if folder is not None:
        os.environ |= {
            "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
            "MEDIA_ROOT": str(folder / "media"),
            "SECRET_KEY": "benchmark-only-" + "k7Q2vX9mLp" * 5,
            "SECURE": "0",
            "LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": "selfeval.settings",
        }
    sys.path.insert(0, str(TOP))
    import django

    django.setup()


def prepare(count: int, rendered: int) -> float:
    """Make the town and its filings; return the seconds that drawing one snapshot takes."""
    from django.core.management import call_command

    from blueprints.catalogue import catalogue
    from filings.documents import FORMATS, render_all
    from filings.models import Snapshot, StoredDocument

    call_command("migrate", verbosity=0)
    blueprint = catalogue().get(FORM)
    snapshots = make_filings(count, blueprint)
    begun = time.perf_counter()
    for snapshot in snapshots[:rendered]:
        render_all(snapshot, now=NOW)
    drawing = (time.perf_counter() - begun) / rendered
    models = {f: StoredDocument.objects.filter(format=f).first() for f in FORMATS}
    rows = [copy_of(models[f], snapshot) for snapshot in snapshots[rendered:] for f in FORMATS]
    StoredDocument.objects.bulk_create(rows, batch_size=500)
    assert Snapshot.objects.count() == count
    return drawing


def make_filings(count: int, blueprint: Any) -> list[Any]:
    """Subjects, approved-looking filings and their snapshots, in bulk."""
    from django.db import connection

    from accounts.models import Membership, User
    from audit import ddl
    from filings import triggers
    from filings.digests import digest_of_snapshot
    from filings.frozen import encode
    from filings.models import BlueprintVersion, Filing, Snapshot
    from projects.models import Department, Locality, Project, Subject
    from scoring.engine import score

    locality = Locality.objects.create(code="510904", name="云山区")
    bureau = Department.objects.create(locality=locality, code="000", name="云山区财政局", kind="finance")
    above = Department.objects.create(locality=locality, code="100", name="云山区民生保障局", kind="supervisor")
    admin = User.objects.create(username="bench")
    Membership.objects.create(user=admin, department=bureau, role="admin")
    units = Department.objects.bulk_create(
        Department(locality=locality, code=f"1{n:03d}", name=f"云山区第{n}服务中心", parent=above) for n in range(UNITS)
    )
    projects = Project.objects.bulk_create(
        Project(department=units[n % UNITS], code=f"P{n:06d}", name=f"惠民服务项目第{n}期") for n in range(count)
    )
    subjects = Subject.objects.bulk_create(Subject(department=p.department, project=p, year=2024) for p in projects)
    version = BlueprintVersion.objects.create(
        form=FORM, digest=blueprint.digest, name=blueprint.name, text=blueprint.text, seen_at=NOW
    )
    who = {"opened_by": admin, "opened_at": NOW, "changed_by": admin, "changed_at": NOW}
    filings = Filing.objects.bulk_create(Filing(subject=s, form=FORM, blueprint=version, **who) for s in subjects)
    # A thousand filings by the book take minutes; what the database asks of each step is no matter of this measurement.
    ddl.remove(connection, triggers.TRIGGERS)
    Filing.objects.update(state="submitted", round=1)
    ddl.install(connection, triggers.TRIGGERS)
    rows = []
    for number, filing in enumerate(filings):
        book = book_of(filing, blueprint)
        payload = {"facts": book.to_json(), "scores": encode(score(blueprint, book)), "findings": [], "waivers": []}
        digest = digest_of_snapshot(payload, blueprint.text)
        rows.append(
            Snapshot(
                filing=filing,
                round=1,
                at=NOW,
                by=admin,
                payload=payload,
                blueprint_text=blueprint.text,
                blueprint_digest=blueprint.digest,
                facts_version=0,
                total_self=90 + number % 10,
                digest=digest,
            )
        )
    return Snapshot.objects.bulk_create(rows, batch_size=100)


def book_of(filing: Any, blueprint: Any) -> Any:
    """Facts of one filing, with as many indicators as the real ones have."""
    from factbook.book import FactBook, IndicatorFact
    from values.money import MoneyUnit, parse_money

    unit = MoneyUnit(blueprint.print.unit)
    subject = filing.subject
    indicators = tuple(
        IndicatorFact(
            f"r{n:07d}", "产出指标", "数量指标", f"办理业务件数{n}", "≥", "10000", "件", "10236", weight="9", score="9"
        )
        for n in range(10)
    )
    return FactBook(
        2024,
        unit,
        identity={"project.name": subject.project.name, "department.name": subject.department.name},
        funds={(stage, "all"): parse_money("2536.08", unit) for stage in ("initial", "adjusted", "spent")},
        statements={"text.goal": "全年办理业务不少于一万件，按时办结。" * 5},
        indicators=indicators,
    )


def copy_of(model: Any, snapshot: Any) -> Any:
    """A stored document with the model's bytes and a number behind them."""
    from filings import storage
    from filings.models import StoredDocument

    data = (storage.root() / model.path).read_bytes() + f"\n{snapshot.pk}".encode()
    digest, path = storage.store(data)
    return StoredDocument(snapshot=snapshot, format=model.format, digest=digest, path=path, size=len(data), at=NOW)


def plan() -> int:
    """The bundle, without queueing it."""
    from accounts.models import User
    from filings import jobs
    from filings.bundles.plan import plan_bundle
    from projects.models import Locality

    jobs.enqueue = lambda name, *args: None
    fields = {"locality": Locality.objects.get(), "year": 2024, "departments": (), "forms": ()}
    return plan_bundle(**fields, by=User.objects.get(), now=NOW).pk


def pack(bundle: int) -> dict[str, float]:
    """Run the job in this process and measure it."""
    setup()
    from django.utils import timezone

    from filings.bundles.archive import bundle_file
    from filings.bundles.run import run_bundle
    from filings.models import Bundle

    idle = peak_memory()
    begun = time.perf_counter()
    outcome = run_bundle(bundle, clock=timezone.now)
    seconds = time.perf_counter() - begun
    row = Bundle.objects.get(pk=bundle)
    assert (outcome, row.error) == ("done", ""), (outcome, row.error)
    with zipfile.ZipFile(bundle_file(row)) as packed:
        files = len(packed.namelist())
    return {"seconds": seconds, "peak": peak_memory(), "idle": idle, "files": files, "size": row.size}


def peak_memory() -> float:
    """Peak resident memory of this process in MB. Not getrusage: its figure survives exec and would be the parent's."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def zip_plainly(folder: Path) -> float:
    """Seconds for the same files into a ZIP, with nothing around it."""
    begun = time.perf_counter()
    with zipfile.ZipFile(folder / "plain.zip", "w", zipfile.ZIP_STORED) as packed:
        for file in sorted((folder / "media" / "documents").rglob("*")):
            if file.is_file():
                with file.open("rb") as source, packed.open(file.name, "w") as member:
                    shutil.copyfileobj(source, member, 1 << 20)
    with (folder / "plain.zip").open("rb+") as written:
        os.fsync(written.fileno())
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
