"""静态文件与模板: vendored files are what they say, nothing inline, nothing from outside, nothing too new for Chromium 86."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "static" / "app").glob("*.js"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# Syntax and functions that Chromium 86 does not know.
TOO_NEW = r"\?\?=|\|\|=|&&=|\.at\(|replaceAll|structuredClone|Object\.hasOwn|static \{|#[a-z]\w* ?[=(;]|randomUUID|crypto\.subtle"
INLINE = r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\bsrc=)|https?://(?!www\.w3\.org)"


def test_vendored_files_are_unchanged():
    folder = ROOT / "static" / "vendor"
    listed = dict(reversed(line.split(maxsplit=1)) for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in listed} == listed
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert files - set(listed) == {"README.md", "SHA256SUMS"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_templates_have_nothing_inline(path):
    assert re.findall(INLINE, path.read_text()) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_scripts_run_on_old_browsers_and_never_evaluate_text(path):
    text = re.sub(r"//.*", "", path.read_text())
    assert re.findall(TOO_NEW, text) == []
    assert re.findall(r"\beval\(|new Function|document\.write|outerHTML|insertAdjacentHTML", text) == []
    # The one place that sets HTML copies the page's own <template>.
    assert re.findall(r"innerHTML = (.*)", text) in ([], ["this.template.innerHTML.split(pattern).join(uid);"])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_scripts_parse(path, tmp_path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    module = tmp_path / f"{path.stem}.mjs"
    module.write_text(path.read_text())
    subprocess.run([node, "--check", str(module)], check=True)


def test_the_patterns_would_notice():
    assert re.search(INLINE, '<p style="color:red">')
    assert re.search(INLINE, "<script>alert(1)</script>")
    assert re.search(TOO_NEW, "a ??= b")


def test_scripts_and_styles_are_light():
    """U5: at most 150 kB of scripts and 60 kB of styles."""
    import gzip

    styles = [ROOT / "static/app/app.css", ROOT / "static/vendor/bootstrap/bootstrap.min.css"]
    assert sum(len(gzip.compress(path.read_bytes())) for path in SCRIPTS) < 150_000
    assert sum(len(gzip.compress(path.read_bytes())) for path in styles) < 60_000
