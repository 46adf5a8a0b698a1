"""The Bekasi report stays as transcribed: row counts and column totals, verified by hand against its text."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data" / "disnaker-kota-bekasi" / "2024"

ROWS = {
    "anggaran": 175,
    "belanja": 3,
    "data_dukung/bursa_kerja": 2,
    "data_dukung/kasus_hubungan_industrial": 2,
    "indikator": 4,
    "keluaran": 24,
    "komponen": 3,
    "pendukung": 5,
    "realisasi": 35,
    "rkt": 100,
    "sasaran": 3,
    "sdm": 20,
    "target": 52,
    "tercetak/hitungan": 106,
    "tercetak/nama": 31,
    "tercetak/pernyataan": 142,
    "tercetak/skala": 12,
    "tujuan": 2,
}

# (dokumen, tingkat, column): how many cells hold a well-formed amount, and what they add up to.
TOTALS = {
    ("lkip", "sub_kegiatan", "pagu"): (26, 37_959_598_440),
    ("lkip", "sub_kegiatan", "realisasi"): (23, 14_192_227_000),
    ("lkip", "kegiatan", "pagu"): (14, 6_770_854_440),
    ("lkip", "program", "pagu"): (5, 3_289_395_777),
    ("lkip", "program", "realisasi"): (5, 17_411_068_985),
    ("lkip_pendukung", "sub_kegiatan", "pagu"): (8, 2_344_774_160),
    ("lkip_pendukung", "sub_kegiatan", "realisasi"): (8, 1_217_028_524),
    ("pk", "sub_kegiatan", "pagu"): (24, 18_724_617_449),
    ("rkt", "sub_kegiatan", "pagu"): (19, 16_695_273_280),
}


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def amount(text: str) -> int | None:
    """Read a rupiah amount by a rule of its own, so that a fault in `numerals` cannot hide here."""
    match = re.fullmatch(r"(?:Rp\.? )?(0|[1-9]\d{0,2}(?:([.,])\d{3})?(?:\2\d{3})*)(?:[.,]-|\.)?", text)
    return int(re.sub(r"[.,]", "", match[1])) if match else None


def total(cells: list[str]) -> tuple[int, int]:
    amounts = [found for cell in cells if (found := amount(cell)) is not None]
    return len(amounts), sum(amounts)


def test_no_table_is_left_out() -> None:
    assert {p.relative_to(DATA).with_suffix("").as_posix() for p in DATA.rglob("*.csv")} == ROWS.keys()


@pytest.mark.parametrize(("table", "count"), ROWS.items())
def test_row_count(table: str, count: int) -> None:
    assert len(rows(table)) == count


@pytest.mark.parametrize("table", ROWS)
def test_every_row_says_where_it_stands(table: str) -> None:
    assert [n for n, row in enumerate(rows(table), start=2) if not row["sumber"].strip()] == []


def test_rows_of_each_document() -> None:
    anggaran = Counter(row["dokumen"] for row in rows("anggaran"))
    target = Counter(row["dokumen"] for row in rows("target"))
    assert anggaran == {"lkip": 47, "lkip_pendukung": 44, "pk": 42, "rkt": 42}
    assert target == {"renstra": 12, "rkt": 3, "iku": 4, "pk": 20, "lkip": 13}


def test_rows_of_each_kind() -> None:
    hitungan = Counter(row["besaran"] for row in rows("tercetak/hitungan"))
    rkt = Counter(row["jenis"] for row in rows("rkt"))
    keluaran = Counter((row["sasaran"], row["jenis"]) for row in rows("keluaran"))
    assert hitungan == {
        "capaian_persen": 30,
        "jumlah_asn": 3,
        "jumlah_non_asn": 1,
        "perubahan_persen": 1,
        "predikat": 3,
        "rata_rata_capaian_persen": 1,
        "realisasi": 5,
        "serapan_persen": 59,
        "terhadap_nasional_persen": 1,
        "tingkat_efisiensi": 2,
    }
    assert rkt == {"masukan": 46, "keluaran": 23, "hasil": 23, "indikator_program": 8}
    assert keluaran == {("S2", "keluaran"): 8, ("S2", "hasil"): 8, ("S3", "keluaran"): 4, ("S3", "hasil"): 4}


@pytest.mark.parametrize(("place", "expected"), TOTALS.items())
def test_total_of_the_readable_amounts(place: tuple[str, str, str], expected: tuple[int, int]) -> None:
    dokumen, tingkat, column = place
    cells = [row[column] for row in rows("anggaran") if row["dokumen"] == dokumen and row["tingkat"] == tingkat]
    assert total(cells) == expected


def test_grand_totals_as_printed() -> None:
    roots = {row["dokumen"]: row for row in rows("anggaran") if row["kode"] == "0"}
    assert roots["lkip"]["pagu"] == "Rp 18.508.617.440,-"
    assert roots["lkip"]["realisasi"] == "Rp. 15.450.065.461"
    assert roots["pk"]["pagu"] == "Rp. 18.508.617.440,-"


def test_kinds_of_spending_add_up_to_the_total() -> None:
    assert total([row["realisasi"] for row in rows("belanja")]) == (3, 15_450_065_461)


def test_staff_tables() -> None:
    asn = Counter[str]()
    for row in rows("sdm"):
        asn[row["kelompok"]] += int(row["asn"])
    assert asn == {"jabatan": 41, "golongan": 41, "pendidikan": 45}
    assert sum(int(row["non_asn"]) for row in rows("sdm") if row["non_asn"].isdigit()) == 34


def test_damaged_figures_are_kept_as_printed() -> None:
    damaged = [
        (row["dokumen"], row["kode"], cell)
        for row in rows("anggaran")
        for cell in (row["pagu"], row["realisasi"])
        if cell and amount(cell) is None
    ]
    assert damaged == [
        ("lkip", "A.2", "11 002 660 000 | 11.093.009.000"),
        ("lkip", "A.6.2", "170804.700"),
        ("lkip", "A.6.4", "1450420.000"),
        ("lkip", "C.1", "649.20.624"),
        ("lkip", "C.1.1", "649.649320.624"),
        ("rkt", "A.4.4", "35.000.0000"),
    ]
