"""Tell of a second draft what is mended, what is still open, and what is new, by what was noted of the first one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from lkip_lib.draf.findings.jobs import Pekerjaan
from lkip_lib.texts import baca_teks

_BERKAS = "putaran.json"


def bandingkan_putaran(semua: Sequence[Pekerjaan], folder: Path) -> Iterator[str]:
    """Yield what changed since the last run into the same folder, and keep this one's notes for the next."""
    path = folder / _BERKAS
    lama = _baca(path)
    # By what it says, not by its place or id: rows and sentences move from one draft to the next.
    kini = {f"{p.utama.kode} {p.utama.pesan}": f"{p.tempat}: {p.utama.pesan}" for p in semua}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kini, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if lama is None:
        return
    selesai = {k: v for k, v in lama.items() if k not in kini}
    baru = [v for k, v in kini.items() if k not in lama]
    terbuka = len(lama) - len(selesai)
    yield f"Dibandingkan putaran lalu: {len(selesai)} selesai, {terbuka} masih terbuka, {len(baru)} baru."
    yield from (f"Selesai: {v}" for v in selesai.values())
    yield from (f"Baru: {v}" for v in baru)


def _baca(path: Path) -> dict[str, str] | None:
    """Return the notes of the last run; None for the first one, or where they cannot be read."""
    if not path.is_file():
        return None
    try:
        isi = json.loads(baca_teks(path, path.name, ""))
    except ValueError:
        return None
    return {str(k): str(v) for k, v in isi.items()} if isinstance(isi, dict) else None
