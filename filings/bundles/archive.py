"""资料包的打包: a ZIP with manifest, list of the missing and index, written aside, verified, then put in place whole."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from django.utils.timezone import localtime

from filings import storage
from filings.bundles.batches import batches
from filings.bundles.index import IndexRow, index_row, write_index
from filings.bundles.lease import Lease
from filings.bundles.names import Names, folder_of, words_of
from filings.models import Bundle, BundleItem, Edition, StoredDocument
from filings.outcome import outcomes

MANIFEST, MISSING, INDEX = "MANIFEST.txt", "缺报清单.txt", "汇总表.xlsx"
UNIX_FILE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Packed:
    """打好的包: path below MEDIA_ROOT, size in bytes, SHA-256."""

    path: str
    size: int
    digest: str
    bundle_id: int

    def drop_older(self) -> None:
        """Remove what earlier calls left of this bundle: packs no row points to any more, and halves of killed workers."""
        folder = storage.root() / "bundles"
        for file in (*folder.glob(f"{self.bundle_id}-*.zip"), *folder.glob(f".{self.bundle_id}-*.tmp")):
            if file.name != Path(self.path).name:
                file.unlink(missing_ok=True)


class Hashing:
    """A reader or writer that hashes whatever passes, so that a file is read once."""

    def __init__(self, file: IO[bytes]) -> None:
        """Around an open file."""
        self._file = file
        self._hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        data = self._file.read(size)
        self._hash.update(data)
        return data

    def hexdigest(self) -> str:
        """SHA-256 of all that was read."""
        return self._hash.hexdigest()


class Archive:
    """An open ZIP and the digests of what was put into it. Members are stored as they are: office files are compressed."""

    def __init__(self, file: BinaryIO, moment: tuple[int, int, int, int, int, int]) -> None:
        """Over an empty file; every member carries `moment`, so that the same content gives the same archive."""
        self.zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True)
        self.moment = moment
        self.digests: dict[str, str] = {}

    def add(self, name: str, source: IO[bytes]) -> str:
        """Copy `source` in; returns its SHA-256."""
        info = zipfile.ZipInfo(name, self.moment)
        info.external_attr = UNIX_FILE
        hashing = Hashing(source)
        with self.zip.open(info, "w", force_zip64=True) as member:
            shutil.copyfileobj(hashing, member, storage.BLOCK)
        self.digests[name] = hashing.hexdigest()
        return self.digests[name]

    def add_text(self, name: str, text: str) -> None:
        """Put a text in."""
        self.digests[name] = hashlib.sha256(text.encode()).hexdigest()
        info = zipfile.ZipInfo(name, self.moment)
        info.external_attr = UNIX_FILE
        self.zip.writestr(info, text.encode())


def build(bundle: Bundle, lease: Lease) -> Packed:
    """Write the archive of all finished items. Raises LeaseLost, OSError, or Damaged when the result does not verify."""
    path = f"bundles/{bundle.pk}-{lease.token}.zip"
    target = storage.root() / path
    at = localtime(bundle.at)
    with storage.replacing(target) as file:
        archive = Archive(file, (at.year, at.month, at.day, at.hour, at.minute, at.second))
        with archive.zip, tempfile.TemporaryDirectory() as scratch:
            write_index(Path(scratch) / INDEX, _documents(bundle, archive, lease), created=bundle.at)
            with (Path(scratch) / INDEX).open("rb") as index:
                archive.add(INDEX, index)
            archive.add_text(MISSING, missing_text(bundle))
            archive.add_text(MANIFEST, manifest_text(archive.digests))
        verify(file, lease)
        file.seek(0)
        digest, size = read_through(file), file.tell()
        lease.beat(force=True)
    return Packed(path, size, digest, bundle.pk)


def _documents(bundle: Bundle, archive: Archive, lease: Lease) -> Iterator[IndexRow]:
    """Put every finished item's files in, telling the index of each."""
    names = Names()
    for batch in batches(bundle, BundleItem.Status.DONE):
        reviewed = outcomes([item.filing_id for item, _ in batch])
        for item, documents in batch:
            lease.beat(current=f"打包：{item.filing.subject}")
            chosen = [stored for (edition, _), stored in documents.items() if edition == item.edition]
            files = [_document(archive, names, item, stored) for stored in chosen]
            yield index_row(item, reviewed.get(item.filing_id), files)


def _document(archive: Archive, names: Names, item: BundleItem, stored: StoredDocument) -> str:
    name = names.take(folder_of(item.filing), words_of(item.filing, Edition(item.edition)), stored.format)
    with (storage.root() / stored.path).open("rb") as file:
        if archive.add(name, file) != stored.digest:
            raise storage.Damaged(f"{name} 的内容与登记的摘要不符，可能被改动；请从备份恢复文件 {stored.path} 后重试")
    return name


def manifest_text(digests: dict[str, str]) -> str:
    """清单 in the form that `sha256sum -c` reads."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))


def missing_text(bundle: Bundle) -> str:
    """缺报清单, with the filings whose files could not be made."""
    lines = [f"{bundle.locality} {bundle.year} 年度缺报清单（生成于 {localtime(bundle.at):%Y年%m月%d日 %H:%M}）", ""]
    lines += [f"{row['department']}\t{row['project']}\t{row['form']}\t{row['state']}" for row in bundle.missing]
    failed = bundle.items.filter(status=BundleItem.Status.FAILED).select_related(
        "filing__subject__project", "filing__subject__department"
    )
    lines += [
        f"{item.filing.subject.department}\t{item.filing.subject}\t{item.filing.form}\t{item.message}"
        for item in failed
    ]
    return "\r\n".join(lines if len(lines) > 2 else [*lines, "无缺报。"]) + "\r\n"


def verify(file: BinaryIO, lease: Lease | None = None) -> None:
    """Read the archive back and hold every member against its manifest. Raises Damaged."""
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        manifest = archive.read(MANIFEST).decode()
        wanted = {name: digest for digest, name in (line.split("  ", 1) for line in manifest.splitlines())}
        if sorted(archive.namelist()) != sorted([*wanted, MANIFEST]):
            raise storage.Damaged("资料包的文件与清单不一致")
        for name, digest in wanted.items():
            with archive.open(name) as member:
                if read_through(member) != digest:
                    raise storage.Damaged(f"资料包内 {name} 与清单的摘要不符")
            if lease:
                lease.beat()


def read_through(file: IO[bytes]) -> str:
    """SHA-256 of the rest of a file, a block at a time."""
    hashing = Hashing(file)
    while hashing.read(storage.BLOCK):
        pass
    return hashing.hexdigest()


def bundle_file(bundle: Bundle) -> Path:
    """Path of a finished bundle. Raises Damaged when the file is gone or has another size."""
    path = storage.root() / bundle.path
    if not bundle.path or not path.is_file() or path.stat().st_size != bundle.size:
        raise storage.Damaged("资料包文件不在或大小不符，请重新生成")
    return path
