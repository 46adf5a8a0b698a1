"""The workbook gives what CSV files give; what Excel does to cells is read right or refused at its cell."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pandas as pd
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lkip_lib.buku.laporan import buka
from lkip_lib.inputs import reading
from lkip_lib.inputs.answers import LEMBAR_BUKU
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.headings import kolom_untuk, salah_ketik
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import TABLES
from lkip_lib.numerals import read
from tests.inputs.twin import to_workbook
from tests.project import AKAR, computed

PLACES = ["berkas", "baris", "kolom", BARIS]
TWINS = (("dinas-contoh", 2025), ("disnaker-kota-bekasi", 2024))


def project(root, instansi, tahun):
    shutil.copytree(AKAR / "data" / instansi / str(tahun), root / "data" / instansi / str(tahun))
    shutil.copytree(AKAR / "params", root / "params")
    return root / "data" / instansi / str(tahun)


def without_places(frame):
    return frame.drop(columns=PLACES, errors="ignore")


@pytest.mark.parametrize(("instansi", "tahun"), TWINS)
def test_twins_give_equal_figures_sentences_and_notes(tmp_path, instansi, tahun):
    to_workbook(project(tmp_path, instansi, tahun))
    csv, book = computed(instansi, tahun), buka(instansi, tahun, di=tmp_path)
    for name, frame in csv.bahan.frames.items():
        if name != "asal_kolom":
            pd.testing.assert_frame_equal(without_places(frame), without_places(book.bahan.frames[name]), obj=name)
    pd.testing.assert_frame_equal(without_places(csv.bahan.ledger.frame), without_places(book.bahan.ledger.frame))
    figures = book.bahan.ledger.frame.query("berkas == 'lkip.xlsx'")
    assert len(figures) > 300
    assert figures["kolom"].str.fullmatch(r"[a-z_]+![A-Z]+\d+").all()
    first = str(figures["id"].iloc[0])
    assert "(lkip.xlsx, target!F2)" in repr(replace(book).jejak(first))


def test_numbers_kept_as_numbers_give_the_same_figures(tmp_path):
    folder = project(tmp_path, "dinas-contoh", 2025)
    (folder / "jawaban.yml").unlink()  # it may expect the printed text
    units = {"rupiah", "persen"}

    def as_number(table, column, text):
        c = next((c for c in TABLES[table].columns if c.name == column), None) if table in TABLES else None
        if c is None or c.kind != "angka" or table.startswith("tercetak/"):
            return text
        value = read(text, satuan=c.satuan if c.satuan in units else "").value
        return text if value is None or c.satuan.startswith("@") else value

    to_workbook(folder, as_number)
    csv, book = computed("dinas-contoh", 2025), buka("dinas-contoh", 2025, di=tmp_path)
    for name in ("anggaran", "belanja", "efisiensi", "indikator", "sasaran"):
        pd.testing.assert_frame_equal(csv.bahan.frames[name], book.bahan.frames[name])


def test_a_correction_finds_its_cell_on_a_sheet(instansi_kecil):
    folder = instansi_kecil.tempat.data
    instansi_kecil.write("koreksi.yml", _koreksi("60.000.000"))
    to_workbook(folder)
    assert instansi_kecil.run().frames["koreksi"][["berkas", "baris", "kolom"]].to_numpy().tolist() == [
        ["lkip.xlsx", 3, "anggaran!F3"]
    ]
    instansi_kecil.write("koreksi.yml", _koreksi("61.000.000"))
    assert 'mengharapkan "61.000.000" di lkip.xlsx, anggaran!F3' in instansi_kecil.refusal().temuan


def _koreksi(expect):
    return f"""koreksi:
  - berkas: anggaran.csv
    kunci: {{kode: A}}
    kolom: pagu
    expect: "{expect}"
    become: "60.000.001"
    reason: Salah ketik satu rupiah.
    evidence: Surat penyediaan dana.
"""


def test_every_problem_is_named_at_its_cell_gravest_first(instansi_kecil):
    instansi_kecil.replace("target.csv", "AKIP,2024,pk", "AKIPP,24,pkk")
    instansi_kecil.replace("realisasi.csv", '"7,82"', '"tujuh"')
    instansi_kecil.replace("anggaran.csv", "B,0,program", "B,Z,program")
    instansi_kecil.replace("indikator.csv", "AKIP,S1", ",S1")
    to_workbook(instansi_kecil.tempat.data)
    said = [str(m).partition(": ")[0] for m in instansi_kecil.refusals()]
    assert said == [
        f"lkip.xlsx, {cell}"
        for cell in (
            *("indikator!A2", "target!A2", "target!B2", "target!C2", "realisasi!A2"),  # AKIP lost its card
            *("anggaran!B4", "realisasi!C3"),
        )
    ]


def test_a_table_stands_in_one_place_only(instansi_kecil):
    rows = (instansi_kecil.tempat.data / "target.csv").read_bytes()
    to_workbook(instansi_kecil.tempat.data)
    instansi_kecil.write("target.csv", rows)
    masalah = instansi_kecil.refusal()
    assert masalah.temuan == "Tabel target ada di lkip.xlsx (lembar target) dan di target.csv."
    instansi_kecil.write("analisis.yml", "indikator:\n  AKIP: {sebab: [Ada.]}\n")
    (instansi_kecil.tempat.data / "target.csv").unlink()
    assert len(instansi_kecil.run().frames["indikator"]) == 2  # an empty sheet of words is no second place


def test_an_empty_sheet_leaves_its_table_to_the_csv_file(instansi_kecil):
    rows = (instansi_kecil.tempat.data / "anggaran.csv").read_bytes()
    instansi_kecil.write("anggaran.csv", rows.partition(b"\n")[0])
    to_workbook(instansi_kecil.tempat.data)
    instansi_kecil.write("anggaran.csv", rows)
    bahan = instansi_kecil.run()
    assert len(bahan.frames["anggaran"]) == 3
    assert set(bahan.ledger.frame.query("besaran == 'pagu_rp' and berkas != ''")["berkas"]) == {"anggaran.csv"}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("targt", 'Lembar "targt" tidak dikenal. Maksud Anda "target"?'),
        ("Target 2025", 'Lembar "Target 2025" tidak dikenal. Maksud Anda "target"?'),
        ("Kosong", "Lembar target tidak ada."),
    ],
)
def test_a_sheet_that_is_missing_or_mistyped_is_said(instansi_kecil, name, found):
    folder = instansi_kecil.tempat.data
    rows = baca_mentah(folder, TABLES).tabel
    to_workbook(folder)
    with xlsxwriter.Workbook(folder / "lkip.xlsx") as book:
        for table in ("indikator", "target", "realisasi", "anggaran", "analisis"):
            frame = rows.get(table, pd.DataFrame(columns=["indikator", "jenis", "teks"])).drop(
                columns=BARIS, errors="ignore"
            )
            sheet = book.add_worksheet(name if table == "target" else table)
            for r, row in enumerate([list(frame.columns), *frame.to_numpy().tolist()]):
                sheet.write_row(r, 0, row)
    assert found in "\n".join(map(str, instansi_kecil.refusals()))


def test_a_file_that_is_no_workbook_is_refused_once(instansi_kecil):
    to_workbook(instansi_kecil.tempat.data)
    instansi_kecil.write("lkip.xlsx", b"bukan Excel")
    assert instansi_kecil.refusal().berkas == "lkip.xlsx"


def test_a_workbook_under_another_name_is_said(instansi_kecil):
    instansi_kecil.write("lkip 2024.xlsx", b"")
    assert instansi_kecil.refusal().temuan == 'Buku kerja "lkip 2024.xlsx" tidak dibaca.'
    (instansi_kecil.tempat.data / "lkip 2024.xlsx").unlink()
    to_workbook(instansi_kecil.tempat.data).rename(instansi_kecil.tempat.data / "LKIP.xlsx")
    instansi_kecil.write("~$LKIP.xlsx", b"")  # what Excel keeps while it is open
    assert len(instansi_kecil.run().frames["indikator"]) == 2


SHEET = {**TABLES, **LEMBAR_BUKU}


@pytest.mark.parametrize("table", SHEET.values(), ids=SHEET)
def test_every_heading_means_one_column(table):
    for c in table.columns:
        assert kolom_untuk(table, c.name.upper().replace("_", " ")) is c
        for word in c.sinonim:
            assert kolom_untuk(table, word) is not None


def test_a_heading_with_another_unit_is_no_synonym():
    anggaran = TABLES["anggaran"]
    assert kolom_untuk(anggaran, "Pagu (Rp)") is kolom_untuk(anggaran, "Alokasi Anggaran (Rupiah)") is anggaran["pagu"]
    assert kolom_untuk(anggaran, "Realisasi (%)") is None
    assert salah_ketik("Realisasi (%)", [anggaran["realisasi"]]) is anggaran["realisasi"]


ROWS = [
    ["0", "", "instansi", "Dinas", "", "dpa", 100_000_000, "80.000.000"],
    ["1.02.01", "0", "program", "Program A", "S1", "dpa", 60_000_000, "50.000.000"],
    ["1.10", "0", "program", "Program Jumlah Penduduk", "S2", "dpa", 40_000_000, 30_000_000],
]
HEAD = ["kode", "induk", "tingkat", "nama", "sasaran", "dokumen", "pagu", "realisasi"]
OTHER = {
    "kode": ["Kode", " KODE  *", "Kode Rekening"],
    "tingkat": ["Tingkat", "JENJANG"],
    "nama": ["Nama", "Uraian", "Program/Kegiatan/Sub Kegiatan"],
    "pagu": ["Pagu (Rp)", "Pagu Anggaran", "PAGU"],
    "realisasi": ["Realisasi (Rp.)", "Realisasi Anggaran"],
}
TOTALS = (["", "", "", "JUMLAH", "", "", 100_000_000, 80_000_000], ["Total", "", "", "", "", "", 1, 2])


@st.composite
def sheets(draw):
    """Draw a sheet of the same three rows, with anything around and in them that changes no meaning."""
    order = draw(st.permutations(range(len(HEAD))))
    head = [draw(st.sampled_from([HEAD[k], *OTHER.get(HEAD[k], [])])) for k in order]
    blank = st.sampled_from(["", "\u00a0", "  "])
    rows = []
    for row in ROWS:
        row = [draw(st.sampled_from([v, f" {v}\u00a0"])) if isinstance(v, str) and v else v for v in row]
        row[2] = draw(st.sampled_from([row[2], row[2].title()]))
        rows.append([row[k] for k in order])
        if draw(st.booleans()):
            rows.append([draw(blank)] * len(HEAD))
    for what in draw(st.lists(st.sampled_from(["total", "judul", "contoh", "nomor"]), max_size=3)):
        total = draw(st.sampled_from(TOTALS))
        at = 0 if what == "nomor" else draw(st.integers(0, len(rows)))
        extra = {
            "total": [total[k] for k in order],
            "judul": head,
            "contoh": [("contoh-1" if HEAD[k] == "kode" else "x") for k in order],
            "nomor": [f"({n})" for n in range(1, len(HEAD) + 1)],
        }[what]
        if what != "nomor" or rows[0] != extra:
            rows.insert(at, extra)
    above = draw(st.sampled_from([[], [["Anggaran 2024"]], [["DINAS X"], [], ["Dalam rupiah", "", "kode"]]]))
    added = draw(st.sampled_from([None, "Serapan (%)", "Catatan", ""]))
    hidden = draw(st.booleans())
    return above, head, rows, added, hidden


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(sheets())
def test_what_changes_no_meaning_changes_no_reading(tmp_path, drawn):
    above, head, rows, added, hidden = drawn
    path = tmp_path / "lkip.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Anggaran")
        for r, row in enumerate([*above, head, *rows]):
            for c, value in enumerate(row):
                (sheet.write_string if isinstance(value, str) else sheet.write_number)(r, c, value)
            if added is not None and r >= len(above):
                sheet.write(r, len(head) + 1, added if r == len(above) else "=1/0")
        if hidden:
            sheet.set_row(len(above) + 1, None, None, {"hidden": True})
            sheet.set_column(0, 0, None, None, {"hidden": True})
    hasil = baca_mentah(tmp_path, {"anggaran": TABLES["anggaran"]})
    assert not hasil.masalah
    frame = hasil.tabel["anggaran"]
    wanted = [[str(v) for v in row] for row in ROWS]
    assert frame[HEAD].to_numpy().tolist() == wanted
    asal = hasil.asal["anggaran"]
    for row, line in zip(frame.to_dict("records"), frame[BARIS], strict=True):
        cell = asal.letak(line, "nama")[2]
        assert cell == f"Anggaran!{asal.huruf['nama']}{line}"
        assert (
            rows[line - len(above) - 2][[kolom_untuk(TABLES["anggaran"], h).name for h in head].index("nama")].strip(
                " \u00a0"
            )
            == row["nama"]
        )


@pytest.mark.parametrize(
    ("cell", "address", "found"),
    [
        ((1, 0, 1.10), "A2", "tersimpan sebagai angka"),
        ((1, 6, "#DIV/0!"), "G2", "gagal"),
        ((1, 3, "Dinas\x0bKerja"), "D2", "memuat karakter kendali. Ketik ulang isinya."),
        ((0, 6, "Pagu Rp 2024"), "G1", "tidak dikenal"),
        ((0, 6, "nama"), "G1", "sama artinya"),
        ((0, 0, "Kod"), "A1", 'Judul "Kod" tidak dikenal'),
        ((2, 2, ""), "C3", "kosong"),
        ((2, 2, "programm"), "C3", "bukan pilihan"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_cell(instansi_kecil, cell, address, found):
    row, column, value = cell
    folder = instansi_kecil.tempat.data
    (folder / "anggaran.csv").write_text("kode\n", encoding="utf-8")
    (folder / "anggaran.csv").unlink()
    with xlsxwriter.Workbook(folder / "lkip.xlsx") as book:
        sheet = book.add_worksheet("anggaran")
        for r, line in enumerate([HEAD, *ROWS]):
            for c, v in enumerate(line):
                v = value if (r, c) == (row, column) else v
                if isinstance(v, str) and v.startswith("#"):
                    sheet.write_formula(r, c, "=1/0", None, v)
                else:
                    sheet.write(r, c, v)
    said = [str(m) for m in instansi_kecil.refusals()]
    there = [s for s in said if s.startswith(f"lkip.xlsx, anggaran!{address}: ")]
    assert any(found in s for s in there), said
    assert found == "kosong" or not any("kosong" in s for s in there)


def test_a_code_that_could_not_be_read_is_told_once(instansi_kecil):
    """Neither the tree nor what refers to it is held against codes of which some are unread."""
    instansi_kecil.write("kas.csv", "kode,periode,rencana\n2.15,tw1,10.000.000\n")
    instansi_kecil.replace("anggaran.csv", "A,0,program", "2.15,0,program")
    instansi_kecil.append("anggaran.csv", "2.15.1,,kegiatan,,dpa,1.000.000,1.000.000\n")

    def as_number(table, column, text):
        return 2.15 if (table, column, text) == ("anggaran", "kode", "2.15") else text

    to_workbook(instansi_kecil.tempat.data, as_number)
    assert str(instansi_kecil.refusal()).startswith(
        "lkip.xlsx, anggaran!A3: Kode ini tersimpan sebagai angka 2.15; tidak dapat dibedakan dari 2.150."
    )


def test_merged_cells_say_their_value_for_each_row_or_are_refused(tmp_path):
    path = tmp_path / "lkip.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("target")
        sheet.write_row(0, 0, ["indikator", "tahun", "dokumen", "target"])
        sheet.merge_range(1, 0, 2, 0, "AKIP")
        sheet.write_row(1, 1, [2024, "renstra", "65"])
        sheet.write_row(2, 1, [2024, "pk", "66"])
    hasil = baca_mentah(tmp_path, {"target": TABLES["target"]})
    assert not hasil.masalah
    assert hasil.tabel["target"]["indikator"].tolist() == ["AKIP", "AKIP"]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("target")
        sheet.write_row(0, 0, ["indikator", "tahun", "dokumen", "target"])
        sheet.write_row(1, 0, ["AKIP", 2024, "pk"])
        sheet.write_row(2, 0, ["TPT", 2024, "pk"])
        sheet.merge_range(1, 3, 2, 3, 65)
        sheet.merge_range(3, 0, 3, 2, "IKM")
    salah = baca_mentah(tmp_path, {"target": TABLES["target"]}).masalah
    assert {m.kolom: m.temuan for m in salah} == {
        "target!D3": "Satu angka digabung untuk beberapa baris.",
        "target!A4": "Sel ini digabung melintasi beberapa kolom.",
    }


def test_what_was_left_out_is_told(tmp_path):
    path = tmp_path / "lkip.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("belanja")
        for r, row in enumerate(
            [
                ["kode", "uraian", "pagu", "realisasi", "Sisa"],
                ["contoh-x", "Contoh", 1, 1],
                ["pegawai", "Belanja Pegawai", 10, 9, 1],
                ["", "Jumlah", 10, 9],
            ]
        ):
            sheet.write_row(r, 0, row)
        book.add_worksheet("Hitungan saya").write(0, 0, "x")
    hasil = baca_mentah(tmp_path, {"belanja": TABLES["belanja"]})
    assert hasil.tabel["belanja"]["kode"].tolist() == ["pegawai"]
    assert hasil.kabar == [
        ("lembar Hitungan saya", "Bukan tabel yang dikenal; tidak dibaca."),
        ("lembar belanja", "Kolom E (Sisa) bukan kolom tabel ini; tidak dibaca."),
        ("lembar belanja, baris 2", "Baris contoh; tidak dibaca."),
        ("lembar belanja, baris 4", "Baris jumlah; tidak dibaca, sebab jumlah dihitung dari rinciannya."),
    ]


def test_words_on_sheets_are_held_as_in_their_files(instansi_kecil):
    instansi_kecil.write("analisis.yml", "indikator:\n  AKIP:\n    sebab: [Bukti dukung lengkap.]\n")
    instansi_kecil.write(
        "instansi.yml", "nama: Dinas Kecil\norganisasi: {nama: Kepala, anak: [{nama: Seksi}, {nama: Bidang}]}\n"
    )
    before = reading.baca(instansi_kecil.tempat)
    to_workbook(instansi_kecil.tempat.data)
    after = reading.baca(instansi_kecil.tempat)
    assert (after.instansi, after.analisis) == (before.instansi, before.analisis)
    instansi_kecil.write("instansi.yml", "nama: Dinas Lain\n")
    assert instansi_kecil.refusal().temuan == "nama ditulis di lembar instansi dan di instansi.yml."


@pytest.mark.parametrize(
    ("row", "address", "found"),
    [
        (("AKIP", "sebap", "Bukti lengkap."), "analisis!B3", '"sebap" bukan pilihan.'),
        (("", "sebab", "Bukti lengkap."), "analisis!A3", "sebab ini tidak menyebut indikatornya."),
        (("", "kutipan", "Bukti lengkap."), "analisis!D3", "Kutipan ini tidak menyebut tempatnya."),
    ],
)
def test_words_without_a_kind_or_an_indicator_are_refused_at_their_cell(instansi_kecil, row, address, found):
    (instansi_kecil.tempat.data / "analisis.yml").unlink()
    with xlsxwriter.Workbook(instansi_kecil.tempat.data / "lkip.xlsx") as book:
        sheet = book.add_worksheet("analisis")
        for r, cells in enumerate([("indikator", "jenis", "teks", "tempat"), ("AKIP", "hambatan", "Ada."), row]):
            sheet.write_row(r, 0, cells)
    problem = instansi_kecil.refusal()
    assert (problem.temuan, problem.kolom) == (found, address)


def test_a_sheet_of_more_rows_than_any_table_is_refused_in_one_sentence(instansi_kecil, monkeypatch):
    to_workbook(instansi_kecil.tempat.data)
    monkeypatch.setattr("lkip_lib.inputs.files.TERBANYAK", 2)
    assert {str(m).partition(":")[2] for m in instansi_kecil.refusals() if "lebih dari" in m.temuan} == {
        " Tabel ini berisi lebih dari 2 baris. Sisakan isi satu instansi dan satu tahun."
    }
