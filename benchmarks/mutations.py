"""变异文件的读取: our own DOCX and XLSX, cut off, with bytes turned round, with members swapped or torn, through the one door.

    .venv/bin/python benchmarks/mutations.py 500 [seed]

Prints how many were read, how many refused with which reason, and every error of a reader that is no refusal, with its place: those
reach people as “已损坏或不规范”, and this is where they are found.
"""

from __future__ import annotations

import io
import random  # noqa: TID251 - the same files in every run
import re
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from documents.readers import child
from documents.readers.gate import check_head
from documents.readers.kinds import KINDS
from documents.readers.refused import Refused
from documents.writers.docx import render_docx
from documents.writers.xlsx import render_xlsx
from tests.documents import samples
from tests.documents.corpus.benign import BENIGN

Dice = random.Random


def cut(data: bytes, dice: Dice) -> bytes:
    """Cut off somewhere."""
    return data[: dice.randrange(len(data))]


def turned(data: bytes, dice: Dice) -> bytes:
    """Some bytes of the package turned round."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 2, 8, 64))):
        made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)
    return bytes(made)


def dropped(data: bytes, dice: Dice) -> bytes:
    """A piece of the package missing or there twice."""
    start = dice.randrange(len(data))
    end = min(len(data), start + dice.choice((1, 16, 256, 4096)))
    return data[:start] + data[start:end] * dice.choice((0, 2)) + data[end:]


def inside(change: Callable[[bytes, Dice], bytes]) -> Callable[[bytes, Dice], bytes]:
    """The same done to one part, packed again with a right checksum."""

    def work(data: bytes, dice: Dice) -> bytes:
        parts = _parts(data)
        name = dice.choice([name for name in parts if parts[name]])
        return _packed({**parts, name: change(parts[name], dice)})

    return work


def swapped(data: bytes, dice: Dice) -> bytes:
    """Two parts under each other's name."""
    parts = _parts(data)
    one, other = dice.sample(sorted(parts), 2)
    return _packed({**parts, one: parts[other], other: parts[one]})


def missing(data: bytes, dice: Dice) -> bytes:
    """A part less."""
    parts = _parts(data)
    del parts[dice.choice(sorted(parts))]
    return _packed(parts)


def retold(data: bytes, dice: Dice) -> bytes:
    """A figure, a name or a place in the XML told otherwise."""
    parts = _parts(data)
    name = dice.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    text = parts[name].split(b'"')
    if len(text) > 2:
        place = dice.randrange(len(text) // 2) * 2 + 1
        text[place] = dice.choice(
            (
                b"",
                b"-1",
                b"0",
                b"99999999999999999999",
                b"9" * 5000,
                b"1.5e308",
                b"A0",
                b"XFE1:A",
                b"rId999",
                b"\xe7",
                b"/../x",
            )
        )
    return _packed({**parts, name: b'"'.join(text)})


def revalued(data: bytes, dice: Dice) -> bytes:
    """A text of the XML, such as the figure of a cell, told otherwise."""
    parts = _parts(data)
    name = dice.choice([name for name in parts if name.endswith(".xml")])
    texts = list(re.finditer(rb">([^<>]{1,40})<", parts[name]))
    if texts:
        start, end = dice.choice(texts).span(1)
        told = dice.choice(
            (
                b"",
                b"-1",
                b"nan",
                b"1e400",
                b"-1e-400",
                b"9" * 5000,
                b"1" * 300_000,
                b"_xD800_",
                b"&#xFFFE;",
                b"&#x202e;",
            )
        )
        parts[name] = parts[name][:start] + told + parts[name][end:]
    return _packed(parts)


def emptied(data: bytes, dice: Dice) -> bytes:
    """An element of the XML without its name's right end, or taken out."""
    parts = _parts(data)
    name = dice.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    pieces = parts[name].split(b"<")
    pieces.pop(dice.randrange(len(pieces)))
    return _packed({**parts, name: b"<".join(pieces)})


WAYS = (
    cut,
    turned,
    dropped,
    inside(cut),
    inside(turned),
    inside(dropped),
    swapped,
    missing,
    retold,
    retold,
    retold,
    revalued,
    revalued,
    emptied,
)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def sources() -> list[tuple[str, bytes]]:
    """Files of our own writers, and the honest ones of other programmes."""
    form = samples.jinzhong()
    ours = [(".docx", render_docx(form)), (".xlsx", render_xlsx(form))]
    others = [
        (Path(case.file).suffix.lower(), case.build()) for case in BENIGN if not case.file.lower().endswith(".txt")
    ]
    return ours * (len(others) // 2) + others


def told(path: Path) -> str:
    """What becomes of one file."""
    try:
        check_head(path, KINDS[path.suffix])
        child.read(str(path), path.suffix)
    except Refused as refusal:
        return str(refusal)[:40]
    except Exception as error:  # noqa: BLE001 - this is what we are looking for
        last = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in last if "/documents/" in frame.filename][-1]
        return f"!! {type(error).__name__} at {Path(ours.filename).name}:{ours.lineno}: {str(error)[:80]}"
    return "read"


def main(count: int, seed: int) -> None:
    """Make, read, count."""
    dice, found, files = Dice(seed), Counter[str](), sources()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            suffix, data = dice.choice(files)
            path = Path(folder) / f"a{suffix}"
            path.write_bytes(dice.choice(WAYS)(data, dice))
            found[told(path)] += 1
    for words, times in found.most_common():
        print(f"{times:5} {words}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
