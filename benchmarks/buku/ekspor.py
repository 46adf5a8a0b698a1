"""Write exports of budgets as other systems write them, in random layouts, and measure what an import makes of them."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

from lkip_lib import numerals
from lkip_lib.errors import MasukanSalah
from lkip_lib.impor.proposal import usulkan
from lkip_lib.impor.questions import Diminta
from lkip_lib.impor.reading import impor
from lkip_lib.impor.sources import baca_berkas
from lkip_lib.numerals import write

_JUDUL = {
    "kode": ("Kode", "Kode Rekening", "KODE\nREKENING", "Kode Program/Kegiatan/Sub Kegiatan", "Kd. Rek"),
    "nama": ("Uraian", "Nama", "Program/Kegiatan/Sub Kegiatan", "NOMENKLATUR", "Urusan/Bidang/Program/Kegiatan/Sub"),
    "pagu": ("Pagu", "Anggaran (Rp)", "PAGU ANGGARAN", "Alokasi", "Jumlah Anggaran"),
    "realisasi": ("Realisasi", "Realisasi (Rp)", "REALISASI ANGGARAN", "Serapan"),
}
_LAIN = ("No", "%", "Sisa Anggaran", "Keterangan", "PPTK", "Persentase Realisasi", "Lokasi", "Indikator Kinerja")


@dataclass(slots=True)
class Baris:
    """Hold one line of an export: code, level, name and amounts, None where the export leaves them out."""

    kode: str
    tingkat: str
    nama: str
    angka: list[int | None]


@dataclass
class Hasil:
    """Gather what came of the exports."""

    hitungan: Counter[str] = field(default_factory=Counter)
    contoh: list[str] = field(default_factory=list)


def pohon(acak: random.Random, awalan: str) -> list[Baris]:
    """Make a tree from its details up, with account lines below each sub kegiatan."""
    hasil: list[Baris] = []
    for p in range(acak.randint(1, 4)):
        program = Baris(f"{awalan}{p + 1:02}" if awalan else chr(65 + p), "program", f"Program ke-{p + 1}", [0, 0])
        hasil.append(program)
        for k in range(acak.randint(1, 3)):
            kegiatan = Baris(
                program.kode + (f".2.{k + 1:02}" if awalan else f".{k + 1}"), "kegiatan", f"Kegiatan {k}", [0, 0]
            )
            hasil.append(kegiatan)
            for s in range(acak.randint(1, 4)):
                sub = Baris(
                    kegiatan.kode + (f".{s + 1:04}" if awalan else f".{s + 1}"), "sub_kegiatan", f"Sub {s}", [0, 0]
                )
                hasil.append(sub)
                for r in range(acak.randint(1, 4)):
                    pagu = acak.choice([1_260_000, acak.randint(1, 10**9), acak.randint(1, 10**6) * 1000])
                    isi = [pagu, acak.randint(0, pagu)]
                    hasil.append(Baris(f"5.1.02.{r + 1:02}.01.{acak.randint(1, 99):04}", "rekening", "Belanja", isi))
                    for atas in (program, kegiatan, sub):
                        atas.angka = [(a or 0) + i for a, i in zip(atas.angka, isi, strict=True)]
    return hasil


def tulis_ekspor(path: Path, acak: random.Random) -> dict[str, tuple[str, str, int, int]]:
    """Write one export; return what each code must become: parent, level, pagu, realisasi (rupiah)."""
    sipd = acak.random() < 0.75
    awalan = f"{acak.randint(1, 7)}.{acak.randint(1, 20):02}." if sipd else ""
    semua = pohon(acak, awalan)
    benar = {}
    induk: dict[str, str] = {}
    for b in semua:
        induk[b.tingkat] = b.kode
        atas = {"program": "0", "kegiatan": induk.get("program", ""), "sub_kegiatan": induk.get("kegiatan", "")}
        if b.tingkat in atas:
            benar[b.kode] = (atas[b.tingkat], b.tingkat, b.angka[0], b.angka[1])
    baris = _hias(semua, acak, awalan)
    with xlsxwriter.Workbook(path) as buku:
        if acak.random() < 0.3:
            buku.add_worksheet("Petunjuk").write(0, 0, "Lihat lembar berikutnya")
        _lembar(buku, baris, acak)
    return benar


def _hias(semua: list[Baris], acak: random.Random, awalan: str) -> list[Baris]:
    """Leave account lines out or keep them, with those above them or not; add levels above, subtotals and a total."""
    berjenjang = acak.random() < 0.3
    rekening, tanpa_sub, jumlah = acak.random() < 0.5, acak.random() < 0.3, acak.random() < 0.4
    total = [sum(b.angka[i] or 0 for b in semua if b.tingkat == "program") for i in (0, 1)]
    hasil = []
    if awalan and acak.random() < 0.5:
        hasil.append(Baris(awalan.split(".")[0], "", "URUSAN WAJIB", [*total]))
        hasil.append(Baris(awalan.strip("."), "", "BIDANG", [*total]))
    program: Baris | None = None
    for b in semua:
        if b.tingkat == "program":
            hasil += _jumlah(program, acak) if jumlah and program else []
            program = b
        if b.tingkat == "rekening" and not rekening:
            continue
        kosong = b.tingkat == "sub_kegiatan" and rekening and tanpa_sub
        hasil.append(Baris(b.kode, b.tingkat, b.nama, [None, None] if kosong else [*b.angka]))
        if b.tingkat == "sub_kegiatan" and rekening and berjenjang:
            hasil += [Baris(kode, "rekening", "BELANJA", [*b.angka]) for kode in ("5", "5.1", "5.1.02")]
    hasil += _jumlah(program, acak) if jumlah and program else []
    if acak.random() < 0.6:
        hasil.append(Baris("", "", acak.choice(["JUMLAH", "Total", "Grand Total", "Jumlah Keseluruhan"]), [*total]))
    return hasil


def _jumlah(program: Baris, acak: random.Random) -> list[Baris]:
    return [Baris("", "", acak.choice([f"Jumlah {program.nama}", "Sub Total"]), [*program.angka])]


def _lembar(buku: Any, baris: list[Baris], acak: random.Random) -> None:
    lembar = buku.add_worksheet(acak.choice(["Rekap", "Sheet1", "Laporan Realisasi"]))
    kali = 1000 if acak.random() < 0.15 and all((a or 0) % 1000 == 0 for b in baris for a in b.angka) else 1
    terbagi = acak.choice(["", "", "", "penuh", "menjorok"]) if all(b.tingkat != "rekening" for b in baris) else ""
    bagian = max(len(b.kode.split(".")) for b in baris) if terbagi else 1
    kolom: list[str] = ["kode"] * bagian + ["nama", "pagu", "realisasi"]
    lain = acak.sample(_LAIN, acak.randint(0, 3))
    for nama in lain:
        kolom.insert(0 if nama == "No" else acak.choice([0, len(kolom)]), nama)
    awal = acak.randint(0, 6)
    for b in range(acak.randint(0, awal)):
        lembar.merge_range(
            b, 0, b, len(kolom) - 1, acak.choice(["PEMERINTAH KOTA CONTOH", "Tahun Anggaran 2025", "REKAP"])
        )
    judul = {k: acak.choice(v) for k, v in _JUDUL.items()} | {k: k for k in lain}
    if kali > 1:
        judul |= {"pagu": "Pagu (ribu rupiah)", "realisasi": "Realisasi (dalam ribuan)"}
    tulis_judul(lembar, awal, kolom, judul, bagian)
    b = awal + 1
    if acak.random() < 0.4:
        lembar.write_row(b, 0, range(1, len(kolom) + 1))
        b += 1
    gaya = acak.choice(["angka", "Rp", "teks", "campur"])
    for nomor, isi in enumerate(baris, start=1):
        if acak.random() < 0.05:
            b += 1
        if acak.random() < 0.04:
            tulis_judul(lembar, b, kolom, judul, bagian)
            b += 1
        _tulis_baris(buku, lembar, b, isi, kolom, nomor, (gaya, kali, terbagi), acak)
        if acak.random() < 0.05:
            lembar.set_row(b, None, None, {"hidden": True})
        b += 1
    if acak.random() < 0.5:
        lembar.write(b + 1, kolom.index("nama"), "Kota Contoh, 31 Desember 2025")
        lembar.write(b + 4, kolom.index("nama"), "NIP 19700101 200003 1 001")


def tulis_judul(lembar: Any, b: int, kolom: list[str], judul: dict[str, str], bagian: int) -> None:
    """Write one row of headings; that of a split code is merged over its columns."""
    awal = kolom.index("kode")
    for k, nama in enumerate(kolom):
        if nama != "kode":
            lembar.write(b, k, judul[nama])
    if bagian > 1:
        lembar.merge_range(b, awal, b, awal + bagian - 1, judul["kode"])
    else:
        lembar.write(b, awal, judul["kode"])


def _tulis_baris(
    buku: Any,
    lembar: Any,
    b: int,
    isi: Baris,
    kolom: list[str],
    nomor: int,
    cara: tuple[str, int, str],
    acak: random.Random,
) -> None:
    gaya, kali, terbagi = cara
    potong = isi.kode.split(".") if terbagi else [isi.kode]
    for i, satu in enumerate(potong):
        if terbagi != "menjorok" or i == len(potong) - 1 or (isi.tingkat == "kegiatan" and i == len(potong) - 2 > 1):
            lembar.write_string(b, kolom.index("kode") + i, satu + acak.choice(["", "\u00a0"]))
    if terbagi == "menjorok" and isi.tingkat == "program":
        for i, satu in enumerate(potong):
            lembar.write_string(b, kolom.index("kode") + i, satu)
    lembar.write_string(b, kolom.index("nama"), f"{acak.choice(['', '  '])}{isi.nama}")
    for nama, angka in zip(("pagu", "realisasi"), isi.angka, strict=True):
        if angka is not None:
            _tulis_angka(lembar, b, kolom.index(nama), angka / kali if angka % kali else angka // kali, gaya, acak)
    if "No" in kolom:
        lembar.write(b, kolom.index("No"), nomor)
    if "%" in kolom:
        lembar.write(b, kolom.index("%"), acak.random(), buku.add_format({"num_format": "0.00%"}))
    if "PPTK" in kolom:
        lembar.write(b, kolom.index("PPTK"), "Budi Santoso")


def _tulis_angka(lembar: Any, b: int, k: int, angka: float, gaya: str, acak: random.Random) -> None:
    match acak.choice(["angka", "Rp", "teks"]) if gaya == "campur" else gaya:
        case "angka":
            lembar.write_number(b, k, angka)
        case "Rp":
            lembar.write_string(b, k, f"Rp {write(angka, 0)},00")
        case _:
            lembar.write_string(b, k, write(angka, 0))


def ukur_ekspor(banyak: int, benih: int) -> Hasil:
    """Propose a mapping for so many exports, import them by it, and compare with what they were written from."""
    hasil = Hasil()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ekspor.xlsx"
        for n in range(banyak):
            benar = tulis_ekspor(path, random.Random(f"{benih}/{n}"))
            try:
                usul = usulkan(baca_berkas(path), path.name, Diminta(2025, lambda _t, _c, bawaan, _b: bawaan))
                didapat = _didapat(impor(path, usul.peta, 2025)[0].frame)
            except MasukanSalah as salah:
                hasil.hitungan["ditolak"] += 1
                hasil.contoh.append(f"ditolak: ekspor {n}: {salah.masalah[0]} ({len(salah.masalah)})")
                continue
            putusan = "tepat" if didapat == benar else "keliru"
            hasil.hitungan[putusan] += 1
            if putusan == "keliru":
                beda = [(k, benar.get(k), didapat.get(k)) for k in {*benar, *didapat} if benar.get(k) != didapat.get(k)]
                hasil.contoh.append(f"keliru: ekspor {n}: {beda[:2]}")
    return hasil


def _didapat(frame: Any) -> dict[str, tuple[str, str, float | None, float | None]]:
    def rp(teks: str) -> float | None:
        return numerals.read(teks, satuan="rupiah").value

    return {
        b.kode: (b.induk, b.tingkat, rp(b.pagu), rp(b.realisasi)) for b in frame.itertuples() if b.tingkat != "instansi"
    }
