"""无穷部件: packages of hundreds of megabytes made in a moment: a piece is packed once and its packed bytes are repeated."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

Piece = tuple[bytes, int]  # bytes, and how often they follow one another


def endless(parts: Mapping[str, bytes], long: Mapping[str, tuple[Piece, ...]]) -> bytes:
    """A ZIP of honest parts and of long ones, which replace those of the same name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name not in long:
                archive.writestr(name, data)
        for name, pieces in long.items():
            entry, packed = _entry(name, pieces)
            entry.header_offset = archive.start_dir
            out.seek(archive.start_dir)
            out.write(entry.FileHeader() + packed)
            archive.start_dir = out.tell()
            archive.filelist.append(entry)
            archive.NameToInfo[name] = entry
    return out.getvalue()


def _entry(name: str, pieces: tuple[Piece, ...]) -> tuple[zipfile.ZipInfo, bytes]:
    packed, checksum, size = b"", 0, 0
    for data, times in pieces:
        press = zlib.compressobj(6, zlib.DEFLATED, -15)
        # After a full flush nothing refers back, so the packed piece may stand behind itself.
        packed += (press.compress(data) + press.flush(zlib.Z_FULL_FLUSH)) * times
        size += len(data) * times
        for _ in range(times):
            checksum = zlib.crc32(data, checksum)
    packed += b"\x03\x00"  # an empty last block
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.CRC, entry.file_size, entry.compress_size = checksum, size, len(packed)
    return entry, packed


def crowded(data: bytes, count: int) -> bytes:
    """A package with so many empty parts more; written by hand, as zipfile takes ten seconds for 100,000."""
    at = data.rfind(b"PK\x05\x06")
    held, size, start = struct.unpack_from("<HLL", data, at + 10)
    heads, listed = [], []
    for number in range(count):
        name = b"p%06d" % number
        heads.append(b"PK\x03\x04\x14\0" + b"\0" * 20 + struct.pack("<HH", len(name), 0) + name)
        place = start + number * len(heads[0])
        listed.append(
            b"PK\x01\x02\x14\0\x14\0"
            + b"\0" * 20
            + struct.pack("<H", len(name))
            + b"\0" * 12
            + struct.pack("<L", place)
            + name
        )
    body, directory = b"".join(heads), data[start : start + size] + b"".join(listed)
    total = min(held + count, 0xFFFF)
    end = b"PK\x05\x06\0\0\0\0" + struct.pack("<HHLLH", total, total, len(directory), start + len(body), 0)
    return data[:start] + body + directory + end
