"""文件存放: whole or not at all, and never silently another file."""

import pytest

from filings import storage


def test_the_same_bytes_are_kept_once(media_root):
    digest, path = storage.store(b"abc")
    assert storage.store(b"abc") == (digest, path)
    assert path == f"documents/{digest[:2]}/{digest}"
    assert storage.read(path, digest) == b"abc"
    storage.check(path, digest)
    assert [p.name for p in (media_root / "documents" / digest[:2]).iterdir()] == [digest]


@pytest.mark.parametrize("read", [storage.read, storage.check])
def test_changed_or_gone(media_root, read):
    digest, path = storage.store(b"abc")
    (media_root / path).write_bytes(b"abd")
    with pytest.raises(storage.Damaged, match="与登记的摘要不符"):
        read(path, digest)
    (media_root / path).unlink()
    with pytest.raises(storage.Damaged, match="读不到"):
        read(path, digest)


def test_a_broken_off_write_leaves_nothing(media_root):
    target = media_root / "a" / "b.zip"
    target.parent.mkdir()
    target.write_bytes(b"old")

    def break_off():
        with storage.replacing(target) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert target.read_bytes() == b"old"
    assert [p.name for p in target.parent.iterdir()] == ["b.zip"]
