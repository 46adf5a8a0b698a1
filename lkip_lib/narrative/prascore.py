"""The reviewer's estimate: the Pelaporan component of the AKIP evaluation, as far as a report shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lkip_lib import numerals
from lkip_lib.checks.target import sesuai
from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.inputs.agreement import PK
from lkip_lib.ledger import ANGKA
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.tables import tabel
from lkip_lib.numerals import tanggal

# Pelaporan weighs 15: keberadaan 3, kualitas 4,5, pemanfaatan 7,5 (PermenPANRB 88/2021). In a part the criteria weigh
# alike, and each is met by the share of indicators or sasaran that it holds for.
_KEBERADAAN, _KUALITAS, _PEMANFAATAN = 3.0, 4.5, 7.5
_TAK_TERLIHAT = "tidak dapat dinilai dari laporan"


@dataclass(frozen=True, slots=True)
class Kriteria:
    """Hold one criterion: what it asks, how much of it is met (None: a report cannot show it), and the evidence."""

    bagian: str
    tanya: str
    bagian_nilai: float
    dipenuhi: float | None
    bukti: str


def kriteria(isi: Isi) -> list[Kriteria]:
    """Judge every criterion."""
    ada = [("keberadaan", *k) for k in _keberadaan(isi)]
    mutu = [("kualitas", *k) for k in _kualitas(isi)]
    hasil = [Kriteria(b, t, _KEBERADAAN / len(ada), d, bukti) for b, t, d, bukti in ada]
    hasil += [Kriteria(b, t, _KUALITAS / len(mutu), d, bukti) for b, t, d, bukti in mutu]
    tanya = "Laporan dipakai untuk memperbaiki perencanaan dan kinerja"
    return [*hasil, Kriteria("pemanfaatan", tanya, _PEMANFAATAN, None, _TAK_TERLIHAT)]


_Butir = tuple[str, float | None, str]


def _keberadaan(isi: Isi) -> list[_Butir]:
    batas = dt.date(isi.tahun + 1, 3, 31)
    hari = isi.params.tanggal_laporan
    kepala = isi.instansi.kepala.nama
    return [
        ("Laporan disusun", 1.0, f"laporan tahun {isi.tahun} tersedia"),
        ("Laporan diformalkan", 1.0 if kepala else None, f"atas nama {kepala}" if kepala else _TAK_TERLIHAT),
        ("Laporan direviu", None, _TAK_TERLIHAT),
        ("Laporan dipublikasikan", None, _TAK_TERLIHAT),
        (
            "Laporan tepat waktu",
            None if hari is None else float(hari <= batas),
            _TAK_TERLIHAT if hari is None else f"bertanggal {tanggal(hari)}; batasnya {tanggal(batas)}",
        ),
    ]


def _kualitas(isi: Isi) -> list[_Butir]:
    kode = list(isi.nama_indikator)
    banding = {(b["kode"], b["jenis"]) for b in isi.baris("perbandingan") if b["makna"] not in ("", "berselisih")}
    tahun = {
        k: {b["tahun"] for b in isi.baris("riwayat") if b["kode"] == k and b["lingkup"] == "instansi"} for k in kode
    }
    terukur = [b["kode"] for b in isi.baris("indikator") if b["status_nilai"] == ANGKA]
    meleset = [b["kode"] for b in isi.baris("indikator") if b["tercapai"] == "tidak"]
    analisis = isi.analisis.indikator
    bersebab = [k for k in meleset if k in analisis and analisis[k].bersebab]
    berupaya = [k for k in meleset if k in analisis and analisis[k].berupaya]
    luar = [k for k in kode if any((k, j) in banding for j in ("kabupaten", "kota", "provinsi", "nasional"))]
    efisien = [b for b in isi.baris("efisiensi") if b["tingkat_efisiensi"]]
    return [
        _bagian("Membandingkan realisasi dengan target", terukur, kode),
        _bagian("Membandingkan dengan tiga tahun atau lebih", [k for k in kode if len(tahun[k]) >= 3], kode),
        _bagian(
            "Membandingkan dengan target akhir Renstra", [k for k in kode if (k, "akhir_renstra") in banding], kode
        ),
        _bagian("Membandingkan dengan angka nasional atau daerah lain", luar, kode),
        _bagian("Menilai efisiensi sumber daya setiap sasaran", efisien, isi.baris("sasaran")),
        _bagian("Menerangkan sebab setiap target yang tidak tercapai", bersebab, meleset),
        _bagian("Memuat upaya perbaikan setiap target yang tidak tercapai", berupaya, meleset),
        _sesuai_pk(isi),
        _bagian("Menyajikan program pendukung setiap sasaran", _berprogram(isi), list(isi.nama_sasaran)),
    ]


def _berprogram(isi: Isi) -> list[str]:
    return [b["kode"] for b in isi.baris("sasaran") if b["serapan_persen"] == b["serapan_persen"]]


def _bagian(tanya: str, ada: list[str] | list[dict[str, object]], semua: list[str] | list[dict[str, object]]) -> _Butir:
    if not semua:
        return tanya, 1.0, "tidak ada yang perlu"
    return tanya, len(ada) / len(semua), f"{len(ada)} dari {len(semua)}"


def _sesuai_pk(isi: Isi) -> _Butir:
    """Hold the targets that measure the year against those agreed on."""
    tanya = "Target laporan sesuai dengan Perjanjian Kinerja"
    dipakai, janji = isi.target_tahun(isi.params.dokumen_target), isi.target_tahun(PK)
    kode = [k for k in isi.nama_indikator if k in janji]
    if not kode:
        return tanya, None, "Perjanjian Kinerja tidak ada dalam data"
    return _bagian(tanya, [k for k in kode if k in dipakai and sesuai(dipakai[k], janji[k])], kode)


@tabel
def prascore(isi: Isi) -> Tabel:
    """Table the estimate, criterion by criterion, with its evidence."""
    butir = kriteria(isi)
    dinilai = [k for k in butir if k.dipenuhi is not None]
    baris = [Baris([k.tanya, k.bagian, _tulis(k.bagian_nilai), _nilai(k), k.bukti]) for k in butir]
    nilai = sum(k.bagian_nilai * (k.dipenuhi or 0) for k in dinilai)
    atas = sum(k.bagian_nilai for k in dinilai)
    baris.append(Baris(["Jumlah yang dapat dinilai", "", _tulis(atas), _tulis(nilai), ""], kelas="jumlah"))
    return Tabel(
        "Perkiraan nilai komponen Pelaporan",
        [
            Kolom("Kriteria", lebar=42),
            Kolom("Bagian", lebar=13),
            Kolom("Bobot", angka=True, lebar=10),
            Kolom("Perkiraan", angka=True, lebar=11),
            Kolom("Bukti", lebar=24),
        ],
        baris,
        "Ini perkiraan dari isi laporan, bukan nilai evaluasi. Bobot komponen Pelaporan seluruhnya 15 "
        "(PermenPANRB 88/2021); yang tidak terlihat dari laporan tidak ikut dijumlah.",
    )


def _nilai(k: Kriteria) -> str:
    return "–" if k.dipenuhi is None else _tulis(k.bagian_nilai * k.dipenuhi)


def _tulis(nilai: float) -> str:
    return numerals.write(nilai, 2)
