"""压缩包定型: clocks and systems leave no trace."""

import io
import zipfile

from documents.writers.archive import fixed


def archive(date, system):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        entry = zipfile.ZipInfo("a.xml", date)
        entry.create_system = system
        made.writestr(entry, "内容")
    return target.getvalue()


def test_same_content_gives_same_bytes():
    one, two = archive((2020, 1, 1, 0, 0, 0), 0), archive((2024, 5, 6, 7, 8, 10), 3)
    assert one != two
    assert fixed(one) == fixed(two)
    assert zipfile.ZipFile(io.BytesIO(fixed(one))).read("a.xml").decode() == "内容"
