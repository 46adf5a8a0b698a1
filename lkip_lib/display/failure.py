"""Tell a failure in a notebook as one readable paragraph, its traceback folded away below."""

from __future__ import annotations

import linecache
import re
import sys
import traceback
from types import TracebackType
from typing import Any

from lkip_lib.display.templating import lingkungan
from lkip_lib.errors import MasukanSalah

_WARNA = re.compile(r"\x1b\[[0-9;]*m")


def pasang() -> None:
    """Let the notebook that this process serves, if it serves one, tell failures so. Doing it twice changes nothing."""
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython else None
    if hasattr(shell, "kernel"):  # a terminal cannot fold
        shell.set_custom_exc((Exception,), _tampilkan)


def paragraf(salah: BaseException, jejak: TracebackType | None, sel: str = "") -> str:
    """Say what happened, where in the cell, in one paragraph; a refused input says what its problems say.

    `sel` is the code of the cell, from which the line that failed is quoted.
    """
    if isinstance(salah, MasukanSalah):
        return " ".join(str(m) for m in salah.masalah)
    if isinstance(salah, SyntaxError):
        return f"Sel ini tidak dapat dijalankan; baris {salah.lineno} ({(salah.text or '').strip()}): {salah.msg}."
    sebab = f"{type(salah).__name__}: {salah}" if str(salah) else type(salah).__name__
    for langkah in traceback.extract_tb(jejak):
        baris = sel.splitlines()[langkah.lineno - 1 : langkah.lineno] if langkah.lineno else []
        if baris and baris[0].strip() == linecache.getline(langkah.filename, langkah.lineno or 0).strip():
            return f"Sel ini berhenti di baris {langkah.lineno} ({baris[0].strip()}). {sebab}"
    return f"Sel ini berhenti. {sebab}"


def uraikan(
    shell: Any, jenis: type[BaseException], salah: BaseException, jejak: TracebackType | None, tb_offset: int
) -> list[str]:
    """Return the traceback as IPython shows it, or as Python does: IPython stumbles over the frames of a template."""
    try:
        return list(shell.InteractiveTB.structured_traceback(jenis, salah, jejak, tb_offset=tb_offset))
    except Exception:
        return traceback.format_exception(jenis, salah, jejak)


def _tampilkan(
    shell: Any, jenis: type[BaseException], salah: BaseException, jejak: TracebackType, tb_offset: int | None = None
) -> list[str]:
    rinci = uraikan(shell, jenis, salah, jejak, tb_offset or 1)
    kalimat = paragraf(salah, jejak, str(shell.user_ns.get("In", [""])[-1]))
    html = lingkungan().get_template("gagal.html.j2").render(rinci=_WARNA.sub("", "\n".join(rinci)))
    shell._showtraceback(jenis, salah, [kalimat])
    shell.display_pub.publish({"text/plain": "(rincian terlipat)", "text/html": html})
    return [kalimat]
