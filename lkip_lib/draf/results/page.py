"""Show what was found as a page: the draft's own tables on the left, the notes of their cells on the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lkip_lib.display.templating import lingkungan
from lkip_lib.draf.findings.jobs import Pekerjaan
from lkip_lib.draf.reading import Bacaan
from lkip_lib.publish.shell import pasang

_TEMPLAT = Path(__file__).parent / "templates"
_SEKITAR = 2  # rows shown above and below one with a note


def tulis_halaman(bacaan: Bacaan, semua: Sequence[Pekerjaan], kabar: Sequence[str], path: Path) -> None:
    """Write the page. The same draft gives the same bytes."""
    isi = (
        lingkungan(_TEMPLAT)
        .get_template("draf.html.j2")
        .render(
            nama=bacaan.naskah.berkas,
            liputan=bacaan.liputan(),
            kabar=[*bacaan.naskah.kabar, *kabar],
            pekerjaan=semua,
            tabel=[_tabel(bacaan, n, semua) for n in sorted({p.utama.angka.tabel for p in semua} - {0})],
            kalimat=[(p, _paragraf(bacaan, p)) for p in semua if not p.utama.angka.tabel],
        )
    )
    halaman = pasang(
        isi, judul=f"Pemeriksaan draf {bacaan.naskah.berkas}", milik=str(bacaan.tahun), berkas="draf.html",
        kaki="Angka dibaca dari draf sebagaimana adanya; yang ragu dan yang tidak ditempatkan tidak ikut diperiksa.",
    )  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(halaman, encoding="utf-8")


def _paragraf(bacaan: Bacaan, p: Pekerjaan) -> str:
    return next((b.teks for b in bacaan.naskah.paragraf if b.nomor == p.utama.angka.paragraf), "")


def _tabel(bacaan: Bacaan, nomor: int, semua: Sequence[Pekerjaan]) -> dict[str, Any]:
    """Return the rows of a table around those with notes, and which of its cells have one."""
    milik = [p for p in semua if p.utama.angka.tabel == nomor]
    kenal = next(t for t in bacaan.tabel if t.tabel.nomor == nomor)
    asli = next(t for t in bacaan.naskah.tabel if t.nomor == nomor)
    tanda: dict[tuple[int, int], list[int]] = {}
    for p in milik:
        tanda.setdefault((p.utama.angka.baris, p.utama.angka.kolom), []).append(p.nomor)
    kepala = kenal.kepala.mulai if kenal.kepala and not kenal.geser else 0
    tampak = {b + d for b, _ in tanda for d in range(-_SEKITAR, _SEKITAR + 1)} | set(range(1, kepala + 1))
    baris = []
    for b, isi in enumerate(asli.kisi.baris, start=1):
        if b in tampak:
            baris.append((b, b <= kepala, [(t, tanda.get((b, k), [])) for k, t in enumerate(isi, start=1)]))
    judul = kenal.ket.judul or f"Tabel ke-{nomor}"
    return {"nomor": nomor, "judul": judul, "baris": baris, "pekerjaan": milik}
