"""公文字体配置: prints the fontconfig file for one folder, from fonts.conf.in and aliases.txt.

Usage: ``python fonts/make_conf.py VAR_FOLDER > VAR_FOLDER/fonts.conf``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
ALIAS = '  <alias binding="same"><family>{name}</family><accept>{faces}</accept></alias>\n'
BOLD = (
    '  <match target="pattern"><test name="family"><string>{name}</string></test>'
    '<edit name="weight" mode="assign"><const>bold</const></edit></match>\n'
)


def read_aliases(path: Path) -> list[tuple[str, list[str], bool]]:
    """Return per line of ``aliases.txt``: the official face, its substitutes, whether bold is needed."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, substitutes = line.partition("=")
            faces = substitutes.split(",")
            rows.append((name, [face.removesuffix(":bold") for face in faces], faces[0].endswith(":bold")))
    return rows


def fonts_conf(var: Path) -> str:
    """Return the whole fontconfig file for the faces under ``var/fonts``."""
    aliases = bold = ""
    for name, faces, is_bold in read_aliases(HERE / "aliases.txt"):
        families = "".join(f"<family>{escape(face)}</family>" for face in faces)
        aliases += ALIAS.format(name=escape(name), faces=families)
        bold += BOLD.format(name=escape(name)) if is_bold else ""
    template = (HERE / "fonts.conf.in").read_text(encoding="utf-8")
    return template.replace("@VAR@", escape(str(var))).replace("@ALIASES@\n", aliases).replace("@BOLD@\n", bold)


if __name__ == "__main__":
    sys.stdout.write(fonts_conf(Path(sys.argv[1]).resolve()))
