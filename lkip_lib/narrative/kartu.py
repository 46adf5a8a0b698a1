"""The cards of the first screen: what was reached and what was spent, each a figure and what must stand beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from lkip_lib.ledger import TIDAK_TERBACA
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat.layar import kelompok_dokumen
from lkip_lib.narrative.kalimat.simpulan import jangkauan, sebut_acuan, sebut_predikat
from lkip_lib.narrative.quarter import indikator_kini, kas_instansi, tertinggal
from lkip_lib.narrative.tables.results import rata_lengkap
from lkip_lib.narrative.words import terisi


@dataclass(frozen=True, slots=True)
class Kartu:
    """Hold a card: its colour, its heading, a figure or the words in its place (`kosong`), and what goes with it."""

    warna: str
    judul: str
    besar: Markup
    kosong: bool
    keterangan: tuple[Markup, ...]


def kartu(isi: Isi) -> list[Kartu]:
    """Return the cards of a year or a quarter: what was reached, then what was spent."""
    return [_kinerja_triwulan(isi), _uang_triwulan(isi)] if isi.triwulan else [_kinerja(isi), _uang(isi)]


def _kinerja(isi: Isi) -> Kartu:
    """Show the mean by the document that leads, with its class and range, and by every other that differs below."""
    utama, *lain = [k[0] for k in kelompok_dokumen(isi)]
    rata, lengkap = _rata(isi, utama)
    isinya = [escape(sebut_predikat(isi, utama)), jangkauan(isi, utama)] if lengkap else [rata]
    for d in lain:
        antara = jangkauan(isi, d)
        akhir = Markup("; {}").format(antara) if antara else ""
        isinya.append(Markup("Menurut {}: {}{}").format(sebut_acuan(isi, d), _rata(isi, d)[0], akhir))
    judul = f"Rata-rata capaian menurut {sebut_acuan(isi, utama)}"
    besar = rata if lengkap else Markup("belum lengkap")
    return Kartu("kinerja", judul, besar, not lengkap, tuple(i for i in isinya if i))


def _rata(isi: Isi, dokumen: str) -> tuple[Markup, bool]:
    """Show a mean, or how many of its members are known."""
    r = next(b for b in isi.baris("ringkasan") if b["dokumen"] == dokumen)
    if rata_lengkap(r):
        return escape(isi.ringkasan("rata_rata_persen", dokumen)), True
    return Markup(f"{r['n_terhitung']} dari {r['n_indikator']} indikator terhitung"), False


def _uang(isi: Isi) -> Kartu:
    akar = isi.akar
    if akar is not None and terisi(akar["serapan_persen"]):
        serapan, realisasi, pagu = (
            isi.anggaran(akar["kode"], k) for k in ("serapan_persen", "realisasi_rp", "pagu_rp")
        )
        return Kartu(
            "uang", "Anggaran terserap", escape(serapan), False, (Markup("{} dari {}").format(realisasi, pagu),)
        )
    rusak = akar is not None and akar["status_nilai"] == TIDAK_TERBACA
    saran = (
        "Perbaiki angka anggaran yang disebut catatan pemeriksaan."
        if rusak
        else "Isi pagu dan realisasi di tabel anggaran."
    )
    return _tiada(isi, "tidak terbaca" if rusak else "belum ada data", saran)


def _tiada(isi: Isi, kata: str, saran: str) -> Kartu:
    """Say in the place of the money that it is not known; who works on the report is told what to do."""
    return Kartu("uang", "Anggaran terserap", Markup(kata), True, () if isi.edisi == "terbit" else (Markup(saran),))


def _kinerja_triwulan(isi: Isi) -> Kartu:
    r, terukur = isi.ringkas, sum(bool(b["tercapai"]) for b in indikator_kini(isi))
    lengkap = rata_lengkap(r)
    besar = escape(isi.ringkasan("rata_rata_persen")) if lengkap else Markup("belum lengkap")
    anggota = "capaian sasaran" if isi.params.rata_rata == "sasaran" else f"{r['n_indikator']} indikator"
    pertama = (
        Markup("{}, rata-rata {}").format(isi.ringkasan("predikat"), anggota)
        if lengkap
        else Markup(f"{r['n_terhitung']} dari {r['n_indikator']} indikator terukur")
    )
    kedua = Markup(f"{len(tertinggal(isi))} dari {terukur} indikator yang terukur tertinggal")
    return Kartu("kinerja", "Capaian terhadap target triwulan", besar, not lengkap, (pertama, kedua))


def _uang_triwulan(isi: Isi) -> Kartu:
    kas = kas_instansi(isi)
    if kas is None or not terisi(kas["serapan_persen"]):
        return _tiada(isi, "belum ada data", "Isi rencana dan realisasi di tabel kas.")
    serapan, realisasi, rencana, proyeksi = (
        isi.kuartal("kas", kas["kode"], k)
        for k in ("serapan_persen", "realisasi_sampai_rp", "rencana_persen", "proyeksi_persen")
    )
    isinya = [
        Markup("{}; rencana {}").format(realisasi, rencana) if terisi(kas["rencana_persen"]) else escape(realisasi)
    ]
    if terisi(kas["proyeksi_persen"]):
        isinya.append(Markup("perkiraan akhir tahun {} (garis lurus, bukan realisasi)").format(proyeksi))
    return Kartu("uang", "Anggaran terserap", escape(serapan), False, tuple(isinya))
