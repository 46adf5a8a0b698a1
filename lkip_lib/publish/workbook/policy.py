"""The sheets that explain: the summary, the policies with their scales and formulas, and the dictionary."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from lkip_lib.buku.laporan import Laporan
from lkip_lib.langkah.anggaran import dokumen_anggaran
from lkip_lib.ledger import buat_id
from lkip_lib.ledger.daftar import TABEL, pengganti
from lkip_lib.narrative.isi import DOKUMEN
from lkip_lib.narrative.kalimat.simpulan import kalimat_simpulan, simpulan
from lkip_lib.narrative.words import daftar
from lkip_lib.numerals import tanggal
from lkip_lib.params import Params
from lkip_lib.policies import Skala
from lkip_lib.publish.workbook.figures import Papan
from lkip_lib.publish.workbook.sheet import (
    HAMPA,
    HITUNG,
    JUDUL,
    Bagan,
    Kolom,
    Lembar,
    Sel,
    hitung,
    kata,
    masukan,
    tetap,
)
from lkip_lib.publish.workbook.tables import NAMA_SINGKAT, bernama_singkat
from lkip_lib.rumus import excel
from lkip_lib.rumus.bahasa import Kolom as kolom_
from lkip_lib.rumus.bahasa import jumlah

KOLOM_RINGKASAN = (
    Kolom("hal", "Hal", lebar=38, arti="Apa yang disebut"),
    Kolom("nilai", "Nilai", lebar=30, arti="Nilainya"),
    Kolom("satuan", "Satuan", lebar=12, arti="Satuan nilai itu"),
    Kolom("keterangan", "Keterangan", lebar=70, arti="Dari mana nilai itu"),
)
_TERCAPAI = jumlah(np.where(np.isnan(kolom_("tercapai")), 0, np.where(kolom_("tercapai") == "ya", 1, 0)))


def ringkasan(laporan: Laporan, papan: Papan) -> Lembar:
    """Tell the year on one sheet, every figure taken from the sheet that computes it."""
    bahan, isi, params = laporan.bahan, laporan.isi, laporan.bahan.params
    skala, hari = bahan.kebijakan.skala_capaian, params.tanggal_laporan

    def angka(tabel: str, kode: str, kunci: str, bentuk: str = "", dokumen: str = "") -> Sel:
        return papan.ulang(buat_id(tabel, kode, kunci, dokumen=dokumen, tahun=bahan.tahun), "Ringkasan", bentuk)

    baris: list[tuple[str, Sel, str, str]] = [
        ("Instansi", Sel(isi.instansi.nama), "", isi.instansi.pemerintah),
        ("Tahun laporan", tetap(bahan.tahun, "0"), "", ""),
        ("Edisi", Sel(laporan.edisi), "", isi.pernyataan),
        ("Tanggal laporan", Sel(tanggal(hari) if hari else ""), "", ""),
        ("Dokumen target", Sel(isi.acuan), "", "Dokumen yang targetnya dipakai mengukur"),
    ]
    if n := len(isi.baris("indikator")):
        for hal, kunci, bentuk, satuan, keterangan in (
            ("Rata-rata capaian", "rata_rata_persen", "persen", "persen",
             " ".join([f"Rata-rata menurut {params.rata_rata}, sesudah dibatasi.", *isi.bukan_anggota.values()])),
            ("Predikat", "predikat", "", "",
             isi.rumus_sel("ringkasan", "predikat") or f"{skala.judul}, {skala.sumber}"),
            ("Rata-rata capaian mentah", "rata_rata_mentah_persen", "persen", "persen", "Sebelum dibatasi"),
            ("Banyak indikator", "n_indikator", "bulat", "indikator", ""),
            ("Terhitung", "n_terhitung", "bulat", "indikator", ""),
        ):  # fmt: skip
            baris.append((hal, angka("ringkasan", "0", kunci, bentuk, params.dokumen_target), satuan, keterangan))
        tercapai = sum(b["tercapai"] == "ya" for b in isi.baris("indikator"))
        rumus = excel.rumus(_TERCAPAI, {"tercapai": papan.letak["Indikator"].rentang("tercapai", range(n), luar=True)})
        baris.append(("Tercapai", hitung(rumus, tercapai, "bulat", excel.berlarik(_TERCAPAI)), "indikator",
                      "Capaian mentah sekurangnya sebesar ambang tercapai"))  # fmt: skip
        if not isi.triwulan and isi.ringkas["n_terhitung"]:  # the range of an unsettled result stands in it too
            baris += [("Simpulan", Sel(), "", kalimat_simpulan(isi, s).striptags()) for s in simpulan(isi)]
    if isi.akar:
        dokumen = dokumen_anggaran(bahan.ketik("anggaran"), params.dokumen_anggaran)
        for hal, kunci, bentuk in (("Pagu", "pagu_rp", "rupiah"), ("Realisasi anggaran", "realisasi_rp", "rupiah"),
                                   ("Serapan anggaran", "serapan_persen", "persen")):  # fmt: skip
            sel = angka("anggaran", str(isi.akar["kode"]), kunci, bentuk)
            baris.append((hal, sel, bentuk, f"Menurut {DOKUMEN.get(dokumen, dokumen)}"))
    semua = [[Sel(h), nilai, Sel(u), Sel(k)] for h, nilai, u, k in baris]
    semua += [
        [Sel(peran=HAMPA)] * 4,
        [masukan("Sel kuning"), Sel("masukan"), Sel(), Sel("Boleh diubah; semua yang bersandar padanya ikut berubah.")],
        [Sel("Sel abu-abu", HITUNG), Sel("rumus"), Sel(), Sel("Sama dengan laporan selama masukannya belum diubah.")],
    ]
    judul = f"Laporan kinerja {isi.instansi.nama} {isi.masa}"
    nama = NAMA_SINGKAT if bernama_singkat(laporan) else "nama"
    bagan = Bagan("Capaian setiap indikator", "Indikator", nama, ("capaian_persen",), "persen, sesudah dibatasi")
    terukur = n and isi.ringkas["n_terhitung"]
    return Lembar("Ringkasan", judul, KOLOM_RINGKASAN, semua, saring=False, bagan=bagan if terukur else None)


KOLOM_KEBIJAKAN = (
    Kolom("hal", "Hal", lebar=34, arti="Pilihan, kelas skala, atau nama rumus"),
    Kolom("nilai", "Nilai", bentuk="#,##0.00", lebar=16, arti="Nilai pilihan"),
    Kolom("bawah", "Batas bawah", bentuk="#,##0.00", lebar=14, arti="Batas bawah kelas seperti tercetak"),
    Kolom("atas", "Batas atas", bentuk="#,##0.00", lebar=14, arti="Batas atas kelas seperti tercetak"),
    Kolom("arti", "Arti", lebar=70, arti="Arti pilihan, kelas, atau rumus"),
    Kolom("sumber", "Sumber", lebar=40, arti="Dari mana ketentuan itu"),
)


def kebijakan(laporan: Laporan) -> Lembar:
    """List the choices of the year, the scales with their classes, and the formulas in use."""
    bahan = laporan.bahan
    baris = [
        [Sel(hal), sel, Sel(), Sel(), Sel(arti), Sel(sumber)]
        for hal, sel, arti, sumber in (_dipakai(laporan, *p) for p in _pilihan(laporan))
    ]
    skala = {id(s): s for s in (bahan.kebijakan.skala_capaian, *bahan.kebijakan.skala_nilai.values())}
    for s in skala.values():
        baris += _baris_skala(s, bahan.params.pembacaan_celah)
    baris += _jeda("Rumus yang dipakai", "", "")
    dipakai = bahan.rumus[bahan.rumus["kode"].isin(set(bahan.ledger.frame["ungkapan"]))]
    nama = dipakai["kode"].str.partition("[")[0].map(kata)
    for n, kalimat, sumber in dict.fromkeys(zip(nama, dipakai["kalimat"], dipakai["sumber"], strict=True)):
        baris.append([Sel(n), Sel(), Sel(), Sel(), Sel(kalimat), Sel(sumber)])
    catatan = "Pilihan diubah di params; angkanya sudah tertulis dalam rumus setiap lembar."
    return Lembar("Kebijakan", "Kebijakan pengukuran", KOLOM_KEBIJAKAN, baris, (), catatan, saring=False)


def _dipakai(laporan: Laporan, kunci: str, hal: str, sel: Sel, arti: str, sumber: str) -> tuple[str, Sel, str, str]:
    """Say of a choice what a cell put in its place, and which tables then still read it."""
    bahan = laporan.bahan
    lepas, tetap_ = pengganti(kunci, bahan.ganti, [n for n in TABEL if len(bahan.frames.get(f"antara/{n}", ()))])
    rumus = "; ".join(r.sebutan_bersumber for r in lepas)
    if lepas and not tetap_:
        return hal, Sel("diganti", bentuk="teks"), f"Tidak dipakai; diganti rumus di notebook: {rumus}", "notebook"
    if lepas:
        arti = f"{arti}; hanya dipakai tabel {daftar(tetap_)}, yang lain memakai rumus di notebook: {rumus}"
    return hal, sel, arti, sumber


def _pilihan(laporan: Laporan) -> Iterable[tuple[str, str, Sel, str, str]]:
    """Yield each choice: its key, what it is about, its value, what it means, and where it comes from."""
    k, p, tempat = laporan.bahan.kebijakan, laporan.bahan.params, laporan.bahan.tempat
    asal = tempat.params.relative_to(tempat.akar).as_posix()

    def tertulis(kunci: str) -> str:
        return f"dipilih dalam {asal}" if kunci in p.model_fields_set else "bawaan"

    for ujung, batas in (("bawah", k.batas.bawah), ("atas", k.batas.atas)):
        yield "batas", f"Batas {ujung}", tetap(batas), f"Capaian {k.batas.sebutan} (persen)", tertulis("batas")
    for kunci, entri in (
        ("rumus_naik", k.rumus_naik),
        ("rumus_turun", k.rumus_turun),
        ("rentang", k.rentang),
        ("pembulatan", k.pembulatan),
        ("efisiensi", k.efisiensi),
    ):
        sumber = f"{entri.sumber}; {tertulis(kunci)}"
        yield kunci, kata(kunci).capitalize(), Sel(entri.nama, bentuk="teks"), entri.sebutan, sumber
    for kunci, judul in (
        ("ambang_tercapai", "Ambang tercapai"),
        ("dokumen_target", "Dokumen target"),
        ("rata_rata", "Cara merata-ratakan"),
        ("pembacaan_celah", "Pembacaan celah skala"),
    ):
        nilai = getattr(p, kunci)
        sel = Sel(nilai, bentuk="teks") if isinstance(nilai, str) else tetap(nilai)
        yield kunci, judul, sel, Params.model_fields[kunci].description or "", tertulis(kunci)


def _baris_skala(skala: Skala, celah: str) -> list[list[Sel]]:
    perlakuan, urut = "; ".join(skala.perlakuan(celah)), skala.menurun[::-1]
    return [
        *_jeda(f"Skala: {skala.judul}", "Batas bawah", "Batas atas"),
        [Sel("Pembacaan"), Sel(), Sel(), Sel(), Sel(perlakuan), Sel(skala.nama)],
        *([Sel(k.nama), Sel(), tetap(k.bawah), tetap(k.atas), Sel(k.arti), Sel(skala.sumber)] for k in urut),
    ]


def _jeda(*judul: str) -> list[list[Sel]]:
    """Leave a row free and begin a part of the sheet."""
    teks = [judul[0], "", *judul[1:], "Arti", "Sumber"]
    return [[Sel(peran=HAMPA)] * 6, [Sel(t, JUDUL, bentuk="teks") for t in teks]]


KOLOM_KAMUS = (
    Kolom("lembar", "Lembar", lebar=22, arti="Nama lembar"),
    Kolom("kolom", "Kolom", lebar=30, arti="Judul kolom"),
    Kolom("satuan", "Satuan", lebar=18, arti="Satuan angkanya"),
    Kolom("arti", "Arti", lebar=90, arti="Arti kolom itu"),
)


def kamus(semua: Iterable[Lembar]) -> Lembar:
    """Explain every column of every sheet."""
    lembar = [*semua, Lembar("Kamus", "", KOLOM_KAMUS)]
    baris = [[Sel(m.nama), Sel(k.judul), Sel(k.satuan), Sel(k.arti)] for m in lembar for k in m.kolom]
    return Lembar("Kamus", "Kamus kolom", KOLOM_KAMUS, baris, beku=2)
