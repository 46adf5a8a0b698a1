"""The result in a few plain lines, for the terminal."""

from __future__ import annotations

from lkip_lib import numerals
from lkip_lib.checks.terminal import hitung, hitung_pekerjaan
from lkip_lib.display.figure import KEADAAN
from lkip_lib.ledger import BELUM_DIISI
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.simpulan import jangkauan
from lkip_lib.narrative.tables.results import rata_lengkap


def kabar(isi: Isi) -> list[str]:
    """Tell indicators, mean, class, absorption and notes by level."""
    r = isi.ringkas
    lengkap = rata_lengkap(r)
    rata = _rata(isi, r) if lengkap else "belum lengkap"
    baris = [
        f"{isi.instansi.nama}, {isi.masa}",
        f"Indikator  {r['n_terhitung']} dari {r['n_indikator']} terhitung",
        f"Rata-rata  {rata} (target {isi.dokumen[r['dokumen']]})",
    ]
    baris += [
        f"           {_rata(isi, b)} (target {isi.dokumen[b['dokumen']]})"
        for b in isi.baris("ringkasan")
        if b["dipakai"] != "ya" and b["n_terhitung"] == b["n_indikator"]
    ]
    baris.append(f"Serapan    {_serapan(isi)}")
    baris.append(f"Catatan    {hitung_pekerjaan(isi.frames['pemeriksaan'])}")
    baris.append(f"           {hitung(isi.frames['pemeriksaan'])}")
    if isi.edisi == "terbit" and not (isi.instansi.kata_pengantar or isi.ditelaah or isi.triwulan):
        baris.append(
            "Pengantar  belum ditulis kepala (kata_pengantar di instansi.yml atau lembar instansi); "
            "laporan terbit tanpa halamannya"
        )
    if (dilewati := len(isi.frames["buku_kerja"])) and isi.edisi != "terbit":  # which has no such page
        baris.append(f"Buku kerja {dilewati} hal yang perlu diketahui; lihat halaman Data yang dibaca")
    return baris


def _rata(isi: Isi, b: Catatan) -> str:
    """Say a mean with its class, or between what it lies where it rests on what is not settled."""
    rata = numerals.persen(b["rata_rata_persen"])
    if antara := jangkauan(isi, b["dokumen"]):
        return f"{rata}, belum dipastikan: {antara.striptags()}"
    return f"{rata}, {b['predikat']}"


def _serapan(isi: Isi) -> str:
    akar = isi.akar
    if akar is None or akar["status_nilai"] == BELUM_DIISI:
        return "belum ada data"
    serapan = akar["serapan_persen"]
    return numerals.persen(serapan) if serapan == serapan else KEADAAN.get(akar["status_nilai"], "tak terhitung")
