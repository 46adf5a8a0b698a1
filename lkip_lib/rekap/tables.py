"""The tables of the page: readiness, everyone or the groups under one policy, classes, and movements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.checks import DAFTAR
from lkip_lib.display.table import Baris, Kolom, Tabel
from lkip_lib.narrative.words import terisi
from lkip_lib.rekap.columns import KEADAAN, KUADRAN, TERHITUNG
from lkip_lib.rekap.query import Rekap
from lkip_lib.rekap.words import bulat, isi_kebijakan, selisih

_DISEBUT = 100  # agencies without figures that are named with their reason
_ARTI = {
    "belum_kirim": "Belum ada tabel tahun ini di foldernya",
    "masukan_ditolak": "Tabelnya tidak terbaca; sebabnya di bawah",
    "notebook_gagal": "Sel notebook yang diubah berhenti; sebabnya di bawah",
    "gagal_dihitung": "Penghitungannya berhenti; sebabnya di bawah",
    "kesalahan_terbuka": "Ada angka yang bertentangan, belum diperbaiki atau dijawab",
    "siap": "Tanpa kesalahan terbuka; laporan reviu atau terbit belum disusun dari data ini",
    "direviu": "Laporan edisi reviu sudah disusun dari data ini",
    "terbit": "Laporan edisi terbit sudah disusun dari data ini",
}
Isi = Mapping[str, Any]
_Kolom = Sequence[tuple[Kolom, Callable[[Isi], object]]]  # each with what it takes of a row


def kesiapan(s: Isi) -> Tabel:
    kolom = (Kolom("Keadaan", lebar=24), Kolom("Instansi", angka=True, lebar=12), Kolom("Artinya", lebar=64))
    baris = [Baris((judul, bulat(s[k]), _ARTI[k])) for k, judul in KEADAAN.items()]
    return Tabel(
        "Sejauh mana setiap instansi", kolom, [*baris, Baris(("Jumlah", bulat(s["n_instansi"]), ""), kelas="jumlah")]
    )


def belum_siap(rekap: Rekap) -> Tabel:
    semua = [b for b, _ in zip(rekap.belum_siap(), range(_DISEBUT + 1), strict=False)]
    lebih = f"Baru {_DISEBUT} yang pertama; semuanya di rekap.xlsx." if len(semua) > _DISEBUT else ""
    kolom = (Kolom("Instansi", lebar=30), Kolom("Keadaan", lebar=16), Kolom("Sebab, dan cara memperbaikinya", lebar=54))
    return Tabel(
        "Instansi yang belum dapat dihitung",
        kolom,
        [
            Baris((b["nama"], KEADAAN[b["keadaan"]], b["sebab"] or f"Isi folder data/{b['instansi']}/{rekap.tahun}."))
            for b in semua[:_DISEBUT]
        ],
        catatan=lebih,
    )


def instansi(rekap: Rekap) -> Tabel:
    terhitung = [b for b in rekap.instansi() if b["keadaan"] in TERHITUNG]
    kolom: _Kolom = [
        (Kolom("No.", True, 4, urut=True), lambda b: bulat(b["nomor"])),
        (Kolom("Instansi", lebar=16, urut=True), lambda b: _tautan(b, rekap.tahun)),
        (Kolom("Peringkat", True, 7), _peringkat),
        (Kolom("Keadaan", lebar=8, pilih=True), lambda b: KEADAAN[b["keadaan"]]),
        (Kolom("Capaian", True, 8, urut=True), _rata_rata),
        (Kolom("Capaian, kebijakan sendiri", True, 9), _sendiri),
        (Kolom("Pagu (juta Rp)", True, 7, urut=True), lambda b: _juta(b["pagu_rp"])),
        (Kolom("Realisasi (juta Rp)", True, 7, urut=True), lambda b: _juta(b["realisasi_rp"])),
        (Kolom("Serapan", True, 7, urut=True), _serapan),
        (Kolom("Cakupan", lebar=8), _cakupan),
        (Kolom("Kesalahan", True, 7, urut=True), lambda b: bulat(b["kesalahan"])),
        (Kolom("Peringatan", True, 8, urut=True), lambda b: bulat(b["peringatan"])),
        (Kolom("Informasi", True, 7, urut=True), lambda b: bulat(b["informasi"])),
        (Kolom("Kuadran", lebar=9, pilih=True), lambda b: b["kuadran"]),
    ]
    return _lebar(
        f"Instansi menurut kebijakan bersama, tahun {rekap.tahun}",
        kolom,
        terhitung,
        catatan=f"{_jumlah(rekap.seluruh)} Capaian: rata-rata capaian indikator yang sudah dibatasi. Peringkat hanya "
        "di antara instansi satu pemerintah yang mengisi tabel yang sama, semua indikatornya terhitung, dan tanpa "
        "kesalahan terbuka. Cakupan: tabel yang diisi dan pemeriksaan yang dapat berjalan dari tabel itu. Efisien: "
        "banyak sasaran yang efisien. Catatan pemeriksaan: hanya yang terbuka.",
        saring=True,
        kepala=1,
    )


def _lebar(judul: str, kolom: _Kolom, isi: Iterable[Isi], **lain: Any) -> Tabel:
    """Make a table across the sheet of what each column takes of a row."""
    baris = [Baris([ambil(b) for _, ambil in kolom]) for b in isi]
    return Tabel(judul, [k for k, _ in kolom], baris, lanskap=True, padat=True, **lain)


def _jumlah(s: Isi) -> str:
    """Sum the money of the agencies that do not contradict themselves, and apart from it that of those that do."""
    utuh = (
        f"Jumlah pagu {numerals.rupiah(s['pagu_rp'])}, realisasi {numerals.rupiah(s['realisasi_rp'])}, serapan "
        f"{numerals.persen(s['serapan_persen'])}."
        if s["n_beranggaran"]
        else ""
    )
    if not s["n_berkesalahan"]:
        return utuh
    return (
        f"{utuh} Di luar jumlah itu, {bulat(s['n_berkesalahan'])} instansi dengan kesalahan terbuka: pagu "
        f"{numerals.rupiah(s['pagu_berkesalahan_rp'])}, realisasi {numerals.rupiah(s['realisasi_berkesalahan_rp'])}."
    ).strip()


def _peringkat(b: Isi) -> object:
    return "–" if b["peringkat"] is None else f"{bulat(b['peringkat'])} dari {bulat(b['n_setara'])}"


def _cakupan(b: Isi) -> object:
    return _berdua(f"{bulat(b['n_tabel'])} tabel", f"{bulat(b['n_pemeriksaan'])} dari {len(DAFTAR)} pemeriksaan")


def _juta(rupiah: int | None) -> str:
    return numerals.write(None if rupiah is None else rupiah / 1_000_000, 0)


def _rata_rata(b: Isi) -> object:
    if b["rata_rata_persen"] is None:
        return _berdua("–", f"{b['n_terhitung']} dari {b['n_indikator']} indikator terhitung")
    return _berdua(numerals.persen(b["rata_rata_persen"]), b["predikat"] or "kelasnya ditahan")


def _sendiri(b: Isi) -> object:
    """Show the agency's own mean with what makes it different; where the policy is the common one, so is the mean."""
    if not b["kebijakan_sendiri"]:
        return "sama"
    ditahan = b["keadaan"] == "kesalahan_terbuka" and terisi(b["rata_rata_sendiri_persen"])
    kelas = b["predikat_sendiri"] or ("kelasnya ditahan" if ditahan else "belum lengkap")
    return _berdua(numerals.persen(b["rata_rata_sendiri_persen"]), f"{kelas}; {b['kebijakan_sendiri']}")


def _serapan(b: Isi) -> object:
    efisien = "efisiensi tidak disebut" if b["n_efisien"] is None else f"efisien {b['n_efisien']} dari {b['n_sasaran']}"
    return _berdua(numerals.persen(b["serapan_persen"]), efisien)


def _tautan(b: Isi, tahun: int) -> object:
    """Name the agency, linked to its report, and say what its name does not: its kind, and a report of old data."""
    nama = b["nama"]
    if b["edisi"]:
        nama = Markup('<a href="../../{}/{}/index.html">{}</a>').format(b["instansi"], tahun, nama)
    kelompok = b["kelompok"] if b["kelompok"] not in b["nama"] else ""
    lain = [k for k in (kelompok, "laporan memuat data lama" if b["usang"] == "ya" else "") if k]
    return _berdua(nama, "; ".join(lain)) if lain else nama


def _berdua(utama: object, kecil: str) -> Markup:
    return Markup('{} <span class="kecil">{}</span>').format(utama, kecil)


def kelompok(rekap: Rekap) -> list[Tabel]:
    semua = [(m, rekap.kelompok(m)) for m in ("kelompok", "pemerintah")]
    return [_tabel_kelompok(m, baris, rekap) for m, baris in semua if len(baris) > 1]


def _tabel_kelompok(menurut: str, isi: Iterable[Isi], rekap: Rekap) -> Tabel:
    kolom: _Kolom = [
        (Kolom(menurut.capitalize(), urut=True), lambda b: b["nama"] or f"tanpa {menurut}"),
        (Kolom("Instansi", True, urut=True), lambda b: bulat(b["n_instansi"])),
        *(
            (Kolom(judul, True, urut=True), lambda b, k=k: bulat(b[k]))
            for k, judul in KEADAAN.items()
            if rekap.seluruh[k]
        ),
        (Kolom("Indikator tercapai", True, urut=True), lambda b: numerals.persen(b["tercapai_persen"])),
        (Kolom("Pagu (juta Rp)", True, urut=True), lambda b: _juta(b["pagu_rp"])),
        (Kolom("Realisasi (juta Rp)", True, urut=True), lambda b: _juta(b["realisasi_rp"])),
        (Kolom("Serapan", True, urut=True), lambda b: numerals.persen(b["serapan_persen"])),
        (Kolom("Catatan kesalahan", True, urut=True), lambda b: bulat(b["catatan_kesalahan"])),
    ]
    return _lebar(
        f"Instansi menurut {menurut}, tahun {rekap.tahun}",
        kolom,
        isi,
        catatan="Indikator tercapai: jumlah indikator yang tercapai terhadap yang terhitung. Serapan: jumlah realisasi "
        "terhadap jumlah pagu. Setiap instansi ada di rekap.xlsx.",
        saring=True,
    )


def kelas(rekap: Rekap) -> Tabel:
    """Count the classes, highest first, and the quadrants."""
    per_kelas, per_kuadran = rekap.kelas(), rekap.kuadran()
    urut = [k.nama for k in rekap.skala.kelas]
    baris = [Baris((f"Kelas {k}", bulat(per_kelas[k]))) for k in urut if k in per_kelas]
    baris += [Baris((f"Kuadran {k}", bulat(per_kuadran[k]))) for k in KUADRAN if k in per_kuadran]
    return Tabel(
        "Banyak instansi menurut kelas capaian dan kuadran",
        (Kolom("Kelas atau kuadran"), Kolom("Instansi", True)),
        baris,
    )


def perubahan(rekap: Rekap) -> Tabel | None:
    semua = [*rekap.berubah()]
    if not semua:
        return None
    kolom: _Kolom = [
        (Kolom("Instansi", urut=True), lambda b: b["nama"]),
        (Kolom("Capaian lalu", True), lambda b: numerals.persen(b["rata_rata_lalu_persen"])),
        (Kolom("Capaian", True), lambda b: numerals.persen(b["rata_rata_persen"])),
        (Kolom("Perubahan (poin)", True, urut=True), lambda b: selisih(b["rata_rata_selisih_persen"])),
        (Kolom("Kelas lalu"), lambda b: b["predikat_lalu"] or "–"),
        (Kolom("Kelas"), lambda b: b["predikat"] or "–"),
        (Kolom("Serapan lalu", True), lambda b: numerals.persen(b["serapan_lalu_persen"])),
        (Kolom("Serapan", True), lambda b: numerals.persen(b["serapan_persen"])),
        (Kolom("Perubahan (poin)", True, urut=True), lambda b: selisih(b["serapan_selisih_persen"])),
        (Kolom("Kesalahan lalu", True), lambda b: bulat(b["kesalahan_lalu"])),
        (Kolom("Kesalahan", True), lambda b: bulat(b["kesalahan"])),
    ]
    return _lebar(
        f"Perubahan {rekap.tahun - 1} ke {rekap.tahun}, menurut kebijakan bersama",
        kolom,
        semua,
        catatan="Kedua tahun dihitung menurut kebijakan bersama yang sama, masing-masing dari tabelnya sendiri.",
    )


def kebijakan(rekap: Rekap) -> Tabel:
    """Show the choices of the common policy."""
    kolom = (Kolom("Arti", lebar=50), Kolom("Pilihan", lebar=28), Kolom("Kunci params", lebar=22))
    baris = [Baris((arti, pilihan, kunci)) for kunci, pilihan, arti in isi_kebijakan(rekap.bersama, rekap.diganti())]
    return Tabel(
        "Kebijakan yang dipakai untuk semua instansi",
        kolom,
        baris,
        catatan="Dari params/_pemda.yml; yang tidak disebut di sana memakai bawaannya.",
    )
