"""The table of sensitivity: which classes would change under other policies."""

from __future__ import annotations

from collections.abc import Iterator

from lkip_lib import numerals
from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.frames import catatan
from lkip_lib.ledger.daftar import anggota_dipilih, diganti
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.tables.results import tabel
from lkip_lib.narrative.words import daftar

PILIHAN = {
    "dokumen_target": "Dokumen target",
    "rumus_naik": "Rumus indikator naik",
    "rumus_turun": "Rumus indikator turun",
    "rentang": "Aturan rentang",
    "batas": "Batas capaian",
    "pembulatan": "Pembulatan",
    "skala_capaian": "Skala capaian",
    "efisiensi": "Aturan efisiensi",
    "pembacaan_celah": "Pembacaan celah skala",
    "rata_rata": "Cara merata-ratakan",
}


@tabel
def kepekaan(isi: Isi) -> Tabel:
    """Table the choices that would change a class, one at a time; the others are only named."""
    semua = catatan(isi.kepekaan())
    berubah = [b for b in semua if b["berubah"]]
    baris = [
        Baris([f"{PILIHAN[b['pilihan']]}: {b['judul']}", numerals.persen(b["rata_rata_persen"]), b["predikat"] or "–",
               b["berubah"]])
        for b in berubah
    ]  # fmt: skip
    tetap = [n for k, n in PILIHAN.items() if k in {b["pilihan"] for b in semua} - {b["pilihan"] for b in berubah}]
    return Tabel(
        f"Kelas tahun {isi.tahun} bila kebijakan lain dipakai",
        [Kolom("Pilihan lain", lebar=30), Kolom("Rata-rata", angka=True), Kolom("Predikat"),
         Kolom("Yang berubah", lebar=44)],
        baris,
        " ".join([_catatan(tetap, bool(baris)), *_diganti(isi)]),
    )  # fmt: skip


def _diganti(isi: Isi) -> Iterator[str]:
    """Say of each choice that a cell put its own rule in its place, so that it was not tried."""
    for kunci, nama in PILIHAN.items():
        if lepas := diganti(kunci, isi.ganti):
            rumus = "; ".join(r.sebutan_bersumber for r in lepas)
            yield f"{nama} tidak dicoba, karena diganti rumus di notebook: {rumus}."
    if anggota_dipilih(isi.ganti):
        yield f"{PILIHAN['rata_rata']} tidak dicoba, karena anggotanya dipilih di notebook."


def _catatan(tetap: list[str], ada: bool) -> str:
    if not ada:
        return "Tidak ada kelas capaian, rata-rata, atau efisiensi yang berubah bila satu pilihan diganti."
    awal = "Satu pilihan diganti setiap kali; yang lain tetap seperti dalam laporan ini."
    return f"{awal} Tidak mengubah kelas apa pun: {daftar([t.lower() for t in tetap])}." if tetap else awal
