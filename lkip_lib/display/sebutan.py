"""What a figure is called by people: its quantity, whose it is, by which document and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

# Quantities whose name is not already plain words.
_NAMA = {
    "capaian_mentah_persen": "capaian sebelum dibatasi",
    "capaian_persen": "capaian",
    "rata_rata_persen": "rata-rata capaian",
    "rata_rata_mentah_persen": "rata-rata sebelum dibatasi",
    "rata_rata_capaian_persen": "rata-rata capaian",
    "serapan_persen": "serapan",
    "pagu_rp": "pagu",
    "realisasi_rp": "realisasi",
    "realisasi_fisik_persen": "realisasi fisik",
    "sisa_rp": "sisa pagu",
    "pagu_anak_rp": "jumlah pagu rincian",
    "realisasi_anak_rp": "jumlah realisasi rincian",
    "residu_pagu_rp": "selisih pagu dengan rincian",
    "residu_realisasi_rp": "selisih realisasi dengan rincian",
    "perubahan_persen": "perubahan",
    "predikat_nilai": "predikat nilai",
    "ukuran_efisiensi": "ukuran efisiensi",
    "n_indikator": "banyaknya indikator",
    "n_terhitung": "banyaknya indikator terhitung",
    "n_tercapai": "banyaknya target tercapai",
    "asn_orang": "ASN",
    "non_asn_orang": "non-ASN",
    "sisa_per_tahun": "perubahan setiap tahun yang masih diperlukan",
    "tahun_tersisa": "tahun yang tersisa",
    "makna": "arti perbandingan",
    "pembanding": "angka pembanding",
    "target_sampai": "target sampai triwulan ini",
    "realisasi_sampai": "realisasi sampai triwulan ini",
}
# What follows the code of a subject in the tables that look at one thing from several sides.
_SISI = {
    "terendah": "bacaan terendah",
    "tertinggi": "bacaan tertinggi",
    "tahun_lalu": "terhadap tahun sebelumnya",
    "akhir_renstra": "terhadap akhir Renstra",
}
# Whose names a table's codes are; the code of an indicator where nothing else is said.
_MILIK = {
    **dict.fromkeys(("anggaran", "belanja", "kas", "keluaran", "rkt", "pendukung"), "anggaran"),
    **dict.fromkeys(("sasaran", "efisiensi", "efisiensi_andaian", "andaian_sasaran"), "sasaran"),
}
_SEPANJANG = 90  # letters of a name in a title; what is longer is cut at a word
_TRIWULAN = {"tw1": "Triwulan I", "tw2": "Triwulan II", "tw3": "Triwulan III", "tw4": "Triwulan IV"}


def sebut(besaran: str) -> str:
    """Name a quantity in plain words.

    >>> sebut("capaian_persen"), sebut("realisasi")
    ('capaian', 'realisasi')
    """
    return _NAMA.get(besaran, besaran.removesuffix("_persen").removesuffix("_rp").replace("_", " "))


@dataclass(frozen=True, slots=True)
class Sebutan:
    """Hold the names by which figures are called: of subjects by kind and code, of documents, tables and columns."""

    instansi: str = ""
    nama: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dokumen: Mapping[str, str] = field(default_factory=dict)
    tabel: Mapping[str, str] = field(default_factory=dict)
    tempat: Mapping[str, str] = field(default_factory=dict)  # of stated figures, in the agency's own document

    def angka(self, b: Mapping[str, Any], tentang: Mapping[str, Any] = MappingProxyType({})) -> str:
        """Name a ledger row as a title does; what it shares with the row that is talked about is not said again.

        >>> s = Sebutan("Dinas Contoh", {"indikator": {"TPT": "Tingkat Pengangguran"}}, {"pk": "Perjanjian Kinerja"})
        >>> rupa = {"tahun": 2024, "lingkup": "", "periode": "", "dokumen": ""}
        >>> s.angka(rupa | {"id": "anggaran.0.serapan_persen.2024", "besaran": "serapan_persen", "subjek": "0"})
        'Serapan anggaran Dinas Contoh, 2024'
        >>> capaian = {"id": "indikator.TPT.capaian_persen.pk.2024", "besaran": "capaian_persen", "subjek": "TPT"}
        >>> s.angka(rupa | capaian | {"dokumen": "pk"})
        'Capaian Tingkat Pengangguran menurut Perjanjian Kinerja, 2024'
        >>> s.angka(rupa | capaian, rupa | capaian | {"besaran": "predikat", "dokumen": "pk"})
        'Capaian'
        """
        tabel = str(b["id"]).removeprefix("koreksi.").partition(".")[0]
        besaran = sebut(str(b["besaran"]))
        if tabel == "anggaran" and besaran in ("serapan", "realisasi"):
            besaran += " anggaran"
        bagian = [besaran]
        if b["subjek"] != tentang.get("subjek"):
            bagian.append(self.subjek(tabel, str(b["subjek"])))
        if b["lingkup"] not in ("", "instansi"):
            bagian.append(str(b["lingkup"]))
        if (dokumen := str(b["dokumen"])) and dokumen != tentang.get("dokumen"):
            bagian.append(f"menurut {self.dokumen.get(dokumen, dokumen)}")
        if b["periode"] not in ("", "tahunan"):
            bagian.append(_TRIWULAN.get(str(b["periode"]), str(b["periode"])))
        tahun = "" if _tiada(b["tahun"]) or b["tahun"] == tentang.get("tahun") else f", {b['tahun']}"
        teks = " ".join(filter(None, bagian)) + tahun
        return teks[:1].upper() + teks[1:]

    def subjek(self, tabel: str, kode: str) -> str:
        """Name whose figure it is: the agency, an indicator, a row of the budget; a code without a name stays one."""
        milik = self.nama.get(_MILIK.get(tabel, "indikator"), {})
        if kode in milik:
            awal = f"{kode} " if _MILIK.get(tabel) == "anggaran" and kode != "0" else ""
            return awal + _ringkas(milik[kode])
        if kode == "0":
            return self.instansi
        pokok, titik, sisi = kode.rpartition(".")
        if titik and (pokok == "0" or pokok in milik):
            lain = "bacaan lain" if sisi.isdigit() else sisi.replace("_", " ")
            return f"{self.subjek(tabel, pokok)} ({_SISI.get(sisi, lain)})"
        return kode.replace("_", " ").replace(".", ", ")

    def letak(self, berkas: str, baris: object, kolom: str) -> str:
        """Say in which cell of our data a figure stands.

        >>> Sebutan(tabel={"anggaran": "Anggaran"}).letak("anggaran.csv", 2, "pagu_awal")
        'Anggaran, baris 2, kolom pagu awal'
        >>> Sebutan().letak("lkip.xlsx", 17, "anggaran!F17")
        'Lembar anggaran, sel F17'
        """
        if "!" in kolom:
            lembar, _, sel = kolom.rpartition("!")
            return f"Lembar {lembar.strip(chr(39))}, {'sel' if re.match('[A-Z]', sel) else 'baris'} {sel}"
        tabel = self.tabel.get(berkas.removesuffix(".csv"), berkas)
        bagian = [tabel, "" if baris is None else f"baris {baris}", f"kolom {kolom.replace('_', ' ')}" if kolom else ""]
        return ", ".join(filter(None, bagian))


def _tiada(tahun: Any) -> bool:
    return tahun is None or str(tahun) in ("", "nan", "<NA>")


def _ringkas(nama: str) -> str:
    if len(nama) <= _SEPANJANG:
        return nama
    return f"{nama[:_SEPANJANG].rpartition(' ')[0] or nama[:_SEPANJANG]} …"
