"""资料包的执行与打包: complete, verified, resumed, with failures listed."""

import hashlib
import subprocess
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from django.utils import timezone

from filings import documents, storage, tasks
from filings.bundles import archive, run
from filings.bundles.archive import bundle_file
from filings.bundles.lease import Lease
from filings.bundles.plan import plan_bundle, retry_bundle
from filings.models import Bundle, StoredDocument
from filings.refused import Refused
from reviews.actions.decide import approve
from tests.factories import SubjectFactory
from tests.filings.samples import NOW

pytestmark = pytest.mark.both


@pytest.fixture
def bundle(town, plain_files):
    town.submitted()
    for number in range(2):
        filing = town.reviewing(subject=SubjectFactory(project__department=town.unit, project__name=f"=项目{number}"))
        approve(filing=filing, by=town.reviewer, now=NOW)
    return plan_bundle(locality=town.locality, year=2024, departments=(), forms=(), by=town.admin, now=NOW)


def go(bundle, clock=timezone.now):
    outcome = run.run_bundle(bundle.pk, clock=clock)
    bundle.refresh_from_db()
    return outcome


def test_complete_and_verified(bundle, town, tmp_path):
    assert go(bundle) == "done"
    assert (bundle.status, bundle.done, bundle.total, bundle.error, bundle.current) == ("done", 3, 3, "", "")
    path = bundle_file(bundle)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == bundle.digest
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        assert all(info.compress_type == zipfile.ZIP_STORED for info in packed.infolist())
        assert all(info.flag_bits & 0x800 for info in packed.infolist() if not info.filename.isascii())
        packed.extractall(tmp_path / "out")
    assert len(names) == len(set(names)) == 3 * 3 + 3
    folder = f"{town.unit.parent.name}/{town.unit.name}/"
    assert sum(name.startswith(folder) for name in names) == 9
    check = subprocess.run(
        ["sha256sum", "-c", "--quiet", "MANIFEST.txt"], cwd=tmp_path / "out", capture_output=True, check=False
    )
    assert (check.returncode, check.stdout, check.stderr) == (0, b"", b"")
    assert "无缺报" in (tmp_path / "out" / "缺报清单.txt").read_text(encoding="utf-8")


def test_the_index_has_typed_figures(bundle, tmp_path):
    go(bundle)
    with zipfile.ZipFile(bundle_file(bundle)) as packed:
        packed.extract("汇总表.xlsx", tmp_path)
        names = packed.namelist()
    rows = list(openpyxl.load_workbook(tmp_path / "汇总表.xlsx").active.iter_rows(values_only=True))
    assert len(rows) == 4
    assert rows[0][:6] == ("主管部门", "单位", "项目", "表样", "状态", "自评总分")
    told = dict(zip(rows[0], rows[1], strict=True))
    assert told["项目"].endswith("=项目0")
    assert (told["状态"], Decimal(str(told["自评总分"])), told["复核等次"], told["报送轮次"]) == (
        "已通过",
        Decimal("94.5"),
        "优",
        1,
    )
    assert (told["通过时间"].isoformat(), told["文件"] in names) == ("2025-03-05T09:30:00", True)
    assert dict(zip(rows[0], rows[3], strict=True))["复核总分"] is None


def test_the_same_bundle_is_the_same_archive(bundle):
    go(bundle)
    first = (bundle.digest, bundle.path)
    (storage.root() / "bundles" / f".{bundle.pk}-dead.zip.tmp").write_bytes(b"half")
    Bundle.objects.update(status="queued", worker="", heartbeat=None)
    go(bundle)
    assert bundle.digest == first[0]
    assert bundle.path != first[1]
    assert len(list((storage.root() / "bundles").iterdir())) == 1


def test_one_bad_form_does_not_stop_the_rest(bundle, monkeypatch):
    real = documents.render
    bad = bundle.items.all()[1].snapshot.digest

    def render(tree, kind):
        if bad in tree.keywords:
            raise ValueError("表格有缺口")
        return real(tree, kind)

    monkeypatch.setattr(documents, "render", render)
    assert go(bundle) == "done"
    assert bundle.error.startswith("1 份填报的文件未能放入")
    assert sorted(item.status for item in bundle.items.all()) == ["done", "done", "failed"]
    with zipfile.ZipFile(bundle_file(bundle)) as packed:
        assert "表格有缺口" in packed.read("缺报清单.txt").decode()
        assert len(packed.namelist()) == 2 * 3 + 3
    monkeypatch.setattr(documents, "render", real)
    retry_bundle(bundle=bundle, by=bundle.by, now=NOW)
    assert go(bundle) == "done"
    assert (bundle.error, [item.runs for item in bundle.items.order_by("status", "-runs")]) == ("", [2, 1, 1])


def test_a_changed_file_fails_its_item(bundle):
    go(bundle)
    (storage.root() / StoredDocument.objects.first().path).write_bytes(b"forged")
    Bundle.objects.update(status="queued", worker="", heartbeat=None)
    bundle.items.update(status="waiting")
    go(bundle)
    (failed,) = bundle.items.filter(status="failed")
    assert "与登记的摘要不符" in failed.message


def test_what_is_done_is_skipped(bundle, monkeypatch):
    class Killed(BaseException):
        """What SIGKILL would leave behind, without the process."""

    calls, real = [], documents.render

    def render(tree, kind):
        calls.append((tree.keywords, kind))
        if len(calls) == 5:
            raise Killed
        return real(tree, kind)

    monkeypatch.setattr(documents, "render", render)
    with pytest.raises(Killed):
        go(bundle)
    bundle.refresh_from_db()
    assert (bundle.status, bundle.done, bundle.items.filter(status="done").count()) == ("running", 1, 1)
    assert go(bundle) == "left"  # the dead worker's lease still runs
    Bundle.objects.update(heartbeat=NOW)
    assert go(bundle) == "done"
    assert [item.runs for item in bundle.items.all()] == [1, 1, 1]
    # Nine documents and the one that was being drawn when the worker died.
    assert (len(calls), len(set(calls)), StoredDocument.objects.count()) == (10, 9, 9)


def test_a_spent_call_passes_the_rest_on(bundle, monkeypatch):
    queued = []
    monkeypatch.setattr("filings.jobs.enqueue", lambda name, *args: queued.append((name, *args)))
    monkeypatch.setattr(Lease, "spent", lambda self: bundle.items.filter(status="done").count() == 1)
    assert go(bundle) == "continued"
    assert (queued, bundle.worker, bundle.done) == ([("run_bundle", bundle.pk)], "", 1)
    monkeypatch.setattr(Lease, "spent", lambda self: False)
    assert go(bundle) == "done"
    assert bundle.done == 3
    assert go(bundle) == "left"


def test_trouble_while_packing_is_told(bundle, monkeypatch):
    def build(bundle, lease):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(run, "build", build)
    assert go(bundle) == "failed"
    assert (bundle.status, bundle.error) == (
        "failed",
        "文件读写失败：No space left on device。请检查磁盘空间和目录权限后重试。",
    )


def test_a_loser_of_the_lease_stops(bundle, monkeypatch):
    monkeypatch.setattr(Lease, "spent", lambda self: Bundle.objects.update(worker="somebody else") and False)
    assert go(bundle) == "left"
    assert bundle.worker == "somebody else"


def test_verification_sees_a_flipped_byte(bundle):
    go(bundle)
    path = bundle_file(bundle)
    data = bytearray(path.read_bytes())
    data[data.index(b"docx:") + 6] ^= 1
    path.write_bytes(data)
    with path.open("rb") as file, pytest.raises((storage.Damaged, zipfile.BadZipFile)):
        archive.verify(file)
    path.write_bytes(data[:-1])
    with pytest.raises(storage.Damaged, match="请重新生成"):
        bundle_file(bundle)


def test_a_file_that_changes_while_packing_fails_the_bundle(bundle, monkeypatch):
    monkeypatch.setattr(storage, "check", lambda path, digest: None)  # it was right when it was looked at
    go(bundle)
    (storage.root() / StoredDocument.objects.first().path).write_bytes(b"forged")
    Bundle.objects.update(status="queued", worker="", heartbeat=None)
    assert go(bundle) == "failed"
    assert "请从备份恢复文件" in bundle.error


def test_an_archive_with_another_file_does_not_verify(bundle):
    go(bundle)
    path = bundle_file(bundle)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("外来.txt", "x")
    with path.open("rb") as file, pytest.raises(storage.Damaged, match="与清单不一致"):
        archive.verify(file)


def test_an_archive_with_a_wrong_manifest_does_not_verify(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("甲.txt", "x")
        packed.writestr("MANIFEST.txt", f"{'0' * 64}  甲.txt\n")
    with (tmp_path / "a.zip").open("rb") as file, pytest.raises(storage.Damaged, match=r"甲.txt 与清单的摘要不符"):
        archive.verify(file)


def test_losing_the_lease_while_drawing_settles_nothing(bundle, monkeypatch):
    real = documents.render

    def render(tree, kind):
        Bundle.objects.update(worker="somebody else")
        monkeypatch.setattr("filings.bundles.lease.EVERY", NOW - NOW)
        return real(tree, kind)

    monkeypatch.setattr(documents, "render", render)
    assert go(bundle) == "left"
    assert not bundle.items.exclude(status="waiting").exists()


def test_the_queue_calls_it_by_name(bundle):
    assert tasks.run_bundle(bundle.pk) == "done"
    Bundle.objects.update(status="queued", worker="", heartbeat=None)
    bundle.items.update(status="waiting")
    (storage.root() / StoredDocument.objects.first().path).unlink()
    assert tasks.run_bundle(bundle.pk) == "done"
    assert "读不到" in bundle.items.get(status="failed").message


def test_a_refusal_is_told_in_its_own_words(bundle, monkeypatch):
    def refuse(*args, **how):
        raise Refused("这份填报须先更正。")

    monkeypatch.setattr(run, "ensure", refuse)
    go(bundle)
    assert {item.message for item in bundle.items.all()} == {"这份填报须先更正。"}
