"""等待就绪: ends with status 0 once the health address reports web, database and job runner alive.

Usage: ``python bin/wait_healthy.py URL SECONDS``; only the standard library.
"""

from __future__ import annotations

import json
import sys
import time
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

# A proxy named in the environment must not be asked for this machine's own address.
opener = build_opener(ProxyHandler({}))


def is_healthy(url: str) -> bool:
    """Ask once; anything but a full "ok" is a no."""
    try:
        with opener.open(url, timeout=5) as answer:
            return json.load(answer).get("ok") is True
    except (URLError, OSError, ValueError):
        return False


def main(url: str, seconds: float) -> int:
    """Ask until it is healthy or the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if is_healthy(url):
            return 0
        time.sleep(0.2)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
