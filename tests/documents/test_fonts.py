"""字体检查: a machine without Chinese faces is told so."""

import shutil
import subprocess

import pytest

from documents import fonts
from documents.style import Face

CJK = [face.value for face in Face if face is not Face.DIGITS]


def test_this_machine_prints_all_faces():
    assert fonts.missing_faces() == []


def test_latin_only_machine_misses_every_chinese_face(tmp_path, monkeypatch):
    """The negative control: fontconfig is shown one Latin folder only."""
    latin = subprocess.run(
        ["fc-match", "--format", "%{file}", "Liberation Serif"], capture_output=True, text=True, check=True
    )
    shutil.copy(latin.stdout, tmp_path)
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    assert fonts.missing_faces() == CJK


def test_machine_without_fontconfig_misses_all(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert fonts.missing_faces() == [face.value for face in Face]


@pytest.mark.parametrize(
    ("charset", "covered"), [("20-7e 7ee9", True), ("4e00-9fff", True), ("20-7e", False), ("", False)]
)
def test_charset_reading(charset, covered):
    assert fonts._contains(charset, 0x7EE9) is covered
