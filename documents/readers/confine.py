"""受限的子进程: every file from outside is opened by a process without environment, with little memory, time and nothing to write to.

The process that asks only waits, and no longer than the wall limit; what the child answers is one JSON value.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from documents.readers import limits
from documents.readers.refused import Refused, Stopped

ROOT: Final = Path(__file__).resolve().parents[2]
BOOT: Final = (
    "import importlib, sys; sys.path.insert(0, sys.argv[1]); importlib.import_module(sys.argv[2]).main(*sys.argv[3:])"
)
TOO_LONG: Final = "文件读取超时（{seconds:g} 秒），已停止。请删去多余的格式、合并单元格、图片和空行后重试。"
ENDED: Final = "文件读取超时或超出内存，已停止。请删去多余的格式、合并单元格、图片和空行后重试。"
TOO_LARGE: Final = "读取文件所需的内存超过上限，没有读取。请删去多余的格式、图片和空行后重试。"
BROKEN: Final = "文件已损坏或不规范，读不出来。请用 Word、Excel 或 WPS 另存后再试。"
BUSY: Final = "正在读取的文件较多，请稍后再试。"
_turns: Final = threading.BoundedSemaphore(limits.AT_ONCE)


def ask(module: str, *words: str, seconds: float | None = None) -> dict[str, Any]:
    """Run `main` of a module in a child and return its answer. Raises Refused: what the child said; Stopped when a limit ended it."""
    seconds = limits.WALL_SECONDS if seconds is None else seconds
    command = [sys.executable, "-I", "-c", BOOT, str(ROOT), module, *words]
    if not _turns.acquire(timeout=limits.WAIT_SECONDS):
        raise Refused(BUSY)
    try:
        found: dict[str, Any] = json.loads(_told(command, seconds))
    except subprocess.TimeoutExpired as trouble:
        raise Stopped(TOO_LONG.format(seconds=seconds)) from trouble
    except ValueError as trouble:
        raise Stopped(ENDED) from trouble
    finally:
        _turns.release()
    if "refused" in found:
        raise (Stopped if "stopped" in found else Refused)(found["refused"])
    return found


def _told(command: list[str], seconds: float) -> bytes:
    """What a child prints. It has a process group of its own, which ends with it: nothing that it may have started stays behind."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        start_new_session=True,
    ) as child:
        try:
            return child.communicate(timeout=seconds)[0]
        finally:
            _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()


def serve(work: Callable[[], dict[str, Any]], *, memory: int = 0, cpu: int = 0) -> None:
    """In the child: take its means away, do the work, and print the answer or why there is none.

    `memory` (bytes) and `cpu` (seconds): where reading alone is not all it does.
    """
    limit(memory or limits.MEMORY, cpu or limits.CPU_SECONDS)
    sys.stdout.buffer.write(json.dumps(answer(work), ensure_ascii=False).encode())


def answer(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What to print."""
    try:
        return work()
    except Refused as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": TOO_LARGE, "stopped": True}
    except Exception:  # noqa: BLE001 - a hostile file may raise anything; whatever it is, the file cannot be read
        return {"refused": BROKEN}


def limit(memory: int, cpu: int) -> None:
    """Take memory, processor time and the right to write files or start processes away from this very process."""
    try:
        import resource  # noqa: PLC0415 - missing on Windows, where only the wall clock limits us
    except ImportError:
        return
    sys.modules["numpy"] = None  # type: ignore[assignment] # openpyxl does without it; it takes half the memory we give
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))  # root is exempt; what root's child starts ends with its group
