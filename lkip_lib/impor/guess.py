"""Recognise what a heading of an export stands for: a field of a table, and which document, period or level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lkip_lib.impor.headings import Judul, baku, judul_di
from lkip_lib.impor.period import nomor_bulan, triwulan_disebut
from lkip_lib.inputs.grid import Kisi

_BUKAN_JUMLAH = (
    r"persen|persentase|capaian|sisa|selisih|bertambah|berkurang|prognosis|volume|vol|harga|blokir|lebih|kurang|lalu"
)
_BUKAN_UANG = rf"k|{_BUKAN_JUMLAH}"  # K beside Rp is what is performed
# Groups of belanja that some exports give a column each.
GABUNGAN = "total"
_KELOMPOK = (
    ("operasi", r"operasi"),
    ("modal", r"modal"),
    ("tidak_terduga", r"(?:tidak|tak) terduga|btt"),
    ("transfer", r"transfer"),
    (GABUNGAN, r"total|jumlah"),
    ("ls", r"ls|langsung"),  # how it was paid
    ("up", r"up|gu|gup|tu|tup|ganti uang|tambah(?:an)? uang"),
)
# Tried in order, on the last row of a heading, then on the whole of it; the excluded words are of the last row.
_ANGGARAN = (
    ("realisasi_fisik", r"fisik", ""),
    ("sumber_dana", r"sumber dana|sumber pendanaan", ""),
    ("tahun", r"^(?:tahun|thn|tahun anggaran|ta)$", ""),
    ("kode", r"kode|kd|nomor rekening|no rek(?:ening)?|norek", ""),
    ("nomor", r"^(?:no|nomor)(?: urut)?$", ""),
    ("realisasi", r"realisasi|serapan|penyerapan|sp2d|spj", _BUKAN_UANG),
    ("nama", r"uraian|nama|nomenklatur|program|kegiatan|subkegiatan", r"indikator|target|kinerja|rak"),
    ("unit", r"sub unit|unit kerja|skpd|opd|satker|perangkat daerah", ""),
    ("pagu", r"pagu|anggaran|alokasi|plafon|dpa|dppa|apbd|nilai|jumlah biaya|total rak|rencana", _BUKAN_UANG),
)
_KINERJA = (
    ("tahun", r"^(?:tahun|thn)$", ""),
    ("kode", r"kode", ""),
    ("formulasi", r"formula|formulasi|rumus|definisi operasional|cara (?:meng|per)?hitung(?:an)?|metode", ""),
    ("alasan", r"alasan", ""),
    ("sumber_data", r"sumber data|sumber", ""),
    ("arah", r"polarisasi|arah|polaritas|sifat indikator", ""),
    ("hambatan", r"kendala|hambatan|permasalahan|faktor penghambat|masalah", ""),
    ("batas_waktu", r"batas waktu|tenggat|target waktu|waktu penyelesaian|waktu pelaksanaan|jadwal", ""),
    ("tindak_lanjut", r"tindak lanjut|rtl|rencana aksi|rencana perbaikan", ""),
    ("upaya", r"solusi|upaya|alternatif|strategi", ""),
    ("sebab", r"penyebab|sebab|faktor pendukung|faktor pendorong|pendorong|analisis", ""),
    ("bukti", r"bukti|data dukung|link|tautan|eviden(?:ce)?", ""),
    ("penanggung_jawab", r"penanggung ?jawab|pj|pic|pengampu|unit kerja|bidang", r"urusan|program|kegiatan"),
    ("rekomendasi", r"rekomendasi", ""),
    ("status", r"status", ""),
    ("capaian", r"capaian|persentase capaian", r"target|realisasi|indikator"),
    ("realisasi", r"realisasi|^real$", rf"{_BUKAN_JUMLAH}|anggaran|rp|keuangan"),
    ("target", r"target|tgt", rf"{_BUKAN_JUMLAH}|anggaran|rp"),
    ("indikator", r"indikator|iku|ikk|iks|ukuran keberhasilan|ukuran kinerja", ""),
    ("sasaran", r"sasaran|^kinerja utama$|^ss$", ""),
    ("tujuan", r"tujuan", ""),
    ("satuan", r"satuan|^sat$", ""),
)
BIDANG = {"anggaran": _ANGGARAN, "kinerja": _KINERJA}
_UTAMA = {"anggaran": ("kode", "nama"), "kinerja": ("indikator", "kode", "rekomendasi")}
_RAGAM = (
    (re.compile(r"murni|sebelum|semula|awal"), "dpa"),  # first: "sebelum perubahan" is none of the changed budget
    (re.compile(r"dppa|perubahan|sesudah|setelah|menjadi"), "dppa"),
    (re.compile(r"\bdpa"), "dpa"),
    (re.compile(r"tahunan|setahun"), "tahunan"),
)
_TINGKAT = (
    (r"sub unit|sub skpd|skpd|opd|unit|satker|perangkat daerah", "unit"),
    (r"akun|rekening|belanja", "rekening"),
    (r"\bsub\b|subkegiatan", "sub_kegiatan"),
    (r"(?<!sub )\bkegiatan\b", "kegiatan"),
    (r"\bprogram\b", "program"),
    (r"bidang(?: urusan)?", "bidang"),
    (r"(?<!bidang )urusan", "urusan"),
)
_SAMPAI = re.compile(r"\b(?:s d|sd|sampai dengan|kumulatif|sampai)\b")
TW_TANPA_NOMOR = "tw"
_TINGGI = 4  # rows that a heading may take


@dataclass(frozen=True, slots=True)
class Tafsir:
    """Hold what one column of a sheet seems to be.

    `ragam` is the document, quarter (tw2), month (b5) or level that its heading names ("" for none or many), `tahun`
    a year (0 for none), `kelompok` a group of belanja; `sampai` says that a figure counts from the year's beginning.
    """

    kolom: int
    medan: str
    ragam: str
    tahun: int = 0
    kelompok: str = ""
    sampai: bool = False


@dataclass(frozen=True, slots=True)
class Temuan:
    """Hold the headings of a sheet and what its columns seem to be."""

    judul: Judul
    tafsir: tuple[Tafsir, ...]

    def kolom(self, medan: str) -> list[Tafsir]:
        """Return the columns of one field, from the left."""
        return [t for t in self.tafsir if t.medan == medan]

    def sebutan(self, medan: str) -> str:
        """Name the first column of a field, or "" when there is none."""
        return next((self.judul.sebutan(t.kolom) for t in self.kolom(medan)), "")


def tafsirkan(judul: Judul, bidang: str) -> Temuan:
    """Say of every column what its heading seems to mean, in budgets (anggaran) or performance (kinerja)."""
    return Temuan(judul, tuple(t for k, teks in enumerate(judul.teks) if teks and (t := _tafsir(k, teks, bidang))))


def _tafsir(kolom: int, teks: Sequence[str], bidang: str) -> Tafsir | None:
    ujung, utuh = baku(teks[-1]), baku(" ".join(teks))
    medan = _medan(teks[-1], ujung, utuh, bidang)
    if medan in ("target", "realisasi") and bidang == "kinerja" and _berupa_uang(utuh):
        return None
    waktu = _waktu(utuh)
    kelompok = ""
    if bidang == "anggaran":
        if medan in ("", "pagu", "realisasi") and not _dikecualikan(teks[-1], ujung, _BUKAN_UANG):
            kelompok = next((k for k, pola in _KELOMPOK if re.search(rf"\b(?:{pola})\b", utuh)), "")
        # A column headed by a month, a quarter or a group of belanja alone holds amounts of what is planned.
        medan = "pagu" if waktu.startswith("tw") and re.search(r"\btarget\b", utuh) else medan
        medan = medan or ("pagu" if (waktu or kelompok) and not _dikecualikan(teks[-1], ujung, _BUKAN_UANG) else "")
    if not medan:
        return None
    tahun = next((int(t) for t in re.findall(r"\b(20\d\d)\b", utuh)), 0)
    ragam = _tingkat(utuh) if medan in ("kode", "nama", "unit") else waktu or _dokumen(utuh)
    return Tafsir(kolom, medan, ragam, tahun, kelompok, bool(_SAMPAI.search(utuh)))


def _berupa_uang(utuh: str) -> bool:
    """Tell whether a heading under one of budgets means rupiah: Anggaran > Target."""
    kata = set(utuh.replace("tahun anggaran", "").split())
    return bool(kata & {"anggaran", "keuangan", "pagu"}) and not kata & {"kinerja", "fisik"}


def _dikecualikan(asli: str, ujung: str, bukan: str) -> bool:
    return bool(bukan) and bool(re.search(rf"\b(?:{bukan})\b", ujung) or ("%" in asli and "persen" in bukan))


def _medan(asli: str, ujung: str, utuh: str, bidang: str) -> str:
    for teks in (ujung, utuh):
        for medan, ya, bukan in BIDANG[bidang]:
            if re.search(rf"\b(?:{ya})\b", teks) and not _dikecualikan(asli, ujung, bukan):
                return medan
    return ""


def _waktu(utuh: str) -> str:
    """Return the quarter (tw2, or tw without its number) or month (b5) that a heading names."""
    kata = utuh.split()
    if tw := triwulan_disebut(re.sub(r"\btw(\d)\b", r"tw \1", utuh)):
        return f"tw{tw[-1]}"
    if any(k in ("tw", "twl", "triwulan", "tribulan") for k in kata):
        return TW_TANPA_NOMOR
    pasangan = [*kata, *(f"{a} {b}" for a, b in pairwise(kata))]
    bulan = [b for k in pasangan if (b := nomor_bulan(k))]
    return f"b{bulan[-1]}" if bulan else ""


def _tingkat(utuh: str) -> str:
    disebut = [t for pola, t in _TINGKAT if re.search(rf"\b(?:{pola})\b", utuh)]
    return disebut[0] if len(disebut) == 1 or disebut[:1] == ["unit"] else ""


def _dokumen(utuh: str) -> str:
    return next((ragam for pola, ragam in _RAGAM if pola.search(utuh)), "")


def temukan(kisi: Kisi, bidang: str) -> Temuan | None:
    """Find the heading rows of a sheet: those whose columns mean the most different things; None when none do."""
    terbaik, nilai = None, (1, False, 0, 0, 0)
    for b in range(min(len(kisi.baris), 40)):
        for tinggi in range(_TINGGI):
            if b + tinggi >= len(kisi.baris) or not all(
                _mungkin_judul(kisi, r, sendiri=r == b) for r in range(b, b + tinggi + 1)
            ):
                break
            if any(b <= b1 <= b + tinggi < b2 for (b1, _), (b2, _) in kisi.gabungan):
                continue  # a merged heading goes on below
            if not _mungkin_judul(kisi, b + tinggi, sendiri=True):
                continue  # a lone text is a group's name above others, or the first row of the table
            temuan = tafsirkan(judul_di(kisi, b, b + tinggi), bidang)
            ragam = {(t.medan, t.ragam, t.tahun, t.kelompok) for t in temuan.tafsir}
            utama = sum(bool(temuan.kolom(m)) for m in _UTAMA[bidang])
            ini = (len(ragam) if utama else 0, _utuh(kisi, b + tinggi, bidang), len(temuan.tafsir), -tinggi, -b)
            if ini > nilai:
                terbaik, nilai = temuan, ini
    return terbaik


def _utuh(kisi: Kisi, akhir: int, bidang: str) -> bool:
    """Tell whether headings end with a row: the next one has no more words of them, and none under a group's name."""
    if akhir + 1 >= len(kisi.baris) or not _mungkin_judul(kisi, akhir + 1, sendiri=True):
        return True
    atas, bawah = kisi.baris[akhir], kisi.baris[akhir + 1]
    terisi = [k for k, t in enumerate(bawah) if t]
    dikenal = sum(bool(_tafsir(k, (bawah[k],), bidang)) for k in terisi)
    # Under a group's name: it stands alone over the first of its columns, or over each of them.
    bergrup = all(not atas[k] or any(n in terisi and atas[n] in ("", atas[k]) for n in (k - 1, k + 1)) for k in terisi)
    return not (dikenal * 2 >= len(terisi) or bergrup)


def _mungkin_judul(kisi: Kisi, b: int, *, sendiri: bool) -> bool:
    """Tell whether a row may be one of headings: several short texts, no number but years, and no code.

    Below the first row one text is enough: a group's name over its columns.
    """
    isi = [(t, j) for t, j in zip(kisi.baris[b], kisi.jenis[b], strict=True) if t]
    tahun = [t for t, _ in isi if re.fullmatch(r"20\d\d", t)]
    lain = [(t, j) for t, j in isi if t not in tahun]
    teks = {t for t, _ in lain}
    cukup = len(teks) + len(tahun) > 1 if sendiri else bool(teks or tahun)
    return cukup and all(j == "teks" and len(t) <= 80 and not re.match(r"(?:Rp\.? ?)?\(?\d", t) for t, j in lain)


def awal_bagian(temuan: Temuan, kisi: Kisi, tabel: str) -> dict[str, Any]:
    """Return the keys that every part of a mapping starts with."""
    awal = {"tabel": tabel, "lembar": kisi.nama, "judul": [temuan.judul.awal + 1, temuan.judul.akhir + 1]}
    return {**awal, "tahun": tahun} if (tahun := temuan.sebutan("tahun")) else awal
