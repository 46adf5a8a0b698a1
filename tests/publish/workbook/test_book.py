"""The workbook shows the pipeline's figures, and its formulas compute the same ones."""

import csv
import math
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from lkip_lib.buku.laporan import Laporan, buka
from lkip_lib.buku.rangkaian import jalankan as jalankan_tahap
from lkip_lib.buku.rangkaian import sampai
from lkip_lib.policies import bawaan
from lkip_lib.publish.workbook.book import tulis
from lkip_lib.publish.workbook.sheet import Letak, huruf
from lkip_lib.publish.workbook.writer import _polos
from lkip_lib.rumus import excel
from lkip_lib.rumus.anggaran import jumlah_belanja
from lkip_lib.rumus.capaian import predikat
from tests.project import AKAR, as_edition, computed

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
YEARS = [("disnaker-kota-bekasi", 2024), ("dinas-contoh", 2025), ("disnaker-kota-bekasi", 2026)]
HEAD = 3  # rows above the column heads
SOFFICE = shutil.which("soffice")
libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak ada")

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""


def write(laporan: Laporan, path: Path, edisi: str = "terbit") -> Path:
    tulis(as_edition(laporan, edisi), path)
    return path


def parts(path: Path) -> dict[str, str]:
    """Map each sheet's name to its part in the package."""
    with zipfile.ZipFile(path) as z:
        book = ElementTree.fromstring(z.read("xl/workbook.xml"))
        rels = ElementTree.fromstring(z.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): r.get("Target") for r in rels}
    return {
        s.get("name"): "xl/" + targets[s.get(REL)].removeprefix("/xl/") for s in book.iterfind("m:sheets/m:sheet", NS)
    }


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """Return every formula by sheet and cell."""
    hasil = {}
    with zipfile.ZipFile(path) as z:
        for sheet, part in parts(path).items():
            for c in ElementTree.fromstring(z.read(part)).iterfind(".//m:c", NS):
                if (f := c.find("m:f", NS)) is not None:
                    hasil[sheet, c.get("r")] = f.text
    return hasil


def cells(path: Path) -> dict[tuple[str, str], object]:
    """Return every value by sheet and cell, empty ones left out."""
    book = CalamineWorkbook.from_path(str(path))
    hasil = {}
    for nama in book.sheet_names:
        for r, row in enumerate(book.get_sheet_by_name(nama).to_python(skip_empty_area=False)):
            hasil |= {(nama, f"{huruf(k)}{r + 1}"): v for k, v in enumerate(row) if v != ""}
    return hasil


def table(path: Path, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet by the heads of its columns, units left off."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    heads = [re.sub(r" \(.*\)$", "", str(h)) for h in rows[HEAD]]
    return [dict(zip(heads, row, strict=True)) for row in rows[HEAD + 1 :]]


def place(path: Path, sheet: str, head: str, **where: object) -> str:
    """Return the address of a cell by its column's head and what its row holds."""
    rows = table(path, sheet)
    found = next(i for i, row in enumerate(rows) if all(row[k.replace("_", " ")] == v for k, v in where.items()))
    return f"{huruf(list(rows[0]).index(head))}{HEAD + 2 + found}"


Changes = dict[tuple[str, str], float | str]


def bare(path: Path, changes: Changes, to: Path) -> None:
    """Copy a book without what its formulas are said to give, some of its inputs changed."""
    sheets = parts(path)
    with zipfile.ZipFile(path) as z, zipfile.ZipFile(to, "w") as out:
        for nama in z.namelist():
            isi = z.read(nama).decode() if nama in sheets.values() else z.read(nama)
            if isinstance(isi, str):
                isi = re.sub(r"(</f>)<v>[^<]*</v>", r"\1<v>0</v>", isi).replace(' t="str"><f', "><f")
                for (sheet, cell), value in changes.items():
                    if sheets[sheet] == nama:
                        v = "" if value == "" else f"<v>{value}</v>"
                        kind = ' t="str"' if isinstance(value, str) else ""
                        old = rf'(<c r="{cell}"[^>]*?)(?: t="s")?(/>|><v>[^<]*</v></c>)'
                        isi, n = re.subn(old, rf"\1{kind}>{v}</c>", isi)
                        assert n == 1
            out.writestr(nama, isi)


def recalculated(folder: Path, *books: Path | tuple[Path, Changes]) -> list[Path]:
    """Let LibreOffice compute books anew, some of them with other inputs; starting it takes longer than a book."""
    profile = folder.parent / "profil"  # one a process: a new one takes its time
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    given = [folder / f"telanjang-{n}.xlsx" for n in range(len(books))]
    for to, book in zip(given, books, strict=True):
        bare(*(book if isinstance(book, tuple) else (book, {})), to)
    command = [
        SOFFICE,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        folder / "hasil",
        *given,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [folder / "hasil" / path.name for path in given]


def errors(path: Path) -> list[object]:
    """List the values that are errors of a formula."""
    return [(c, v) for c, v in cells(path).items() if isinstance(v, str) and re.match(r"#[A-Z]+[/0!?]|Err:", v)]


def differences(path: Path, computed: Path) -> list[tuple[object, ...]]:
    """List the formula cells of one workbook whose value is another in the recalculated one."""
    ours, theirs = cells(path), cells(computed)
    hasil = []
    for cell, formula in formulas(path).items():
        a, b = ours.get(cell, ""), theirs.get(cell, "")
        both = all(isinstance(v, int | float) for v in (a, b))
        if not (math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-9) if both else a == b):
            hasil.append((cell, formula, a, b))
    return hasil


def with_inputs(root: Path, instansi: str, tahun: int, *changes: tuple[str, dict[str, str], str, object]) -> Laporan:
    """Compute a year again with other inputs: in a file, where rows hold these words, a column says something else."""
    for folder in ("data", "params"):
        shutil.copytree(AKAR / folder / instansi, root / folder / instansi)
    for file, where, column, value in changes:
        path = root / "data" / instansi / str(tahun) / file
        with path.open(encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f))
        found = [row for row in rows if all(row[k] == v for k, v in where.items())]
        assert found
        for row in found:
            row[column] = str(value).replace(".", ",")
        with path.open("w", encoding="utf-8", newline="") as f:
            csv.DictWriter(f, rows[0], lineterminator="\n").writerows([dict(zip(rows[0], rows[0], strict=True)), *rows])
    return buka(instansi, tahun, di=root)


def with_params(laporan: Laporan, **pilihan: object) -> Laporan:
    """Compute a year again under other choices."""
    bahan = replace(laporan.bahan, params=laporan.bahan.params.model_copy(update=pilihan), frames={}, bagian=())
    for tahap in sampai("03_efisiensi", bahan.tempat.akar):
        bahan = bahan.dengan(jalankan_tahap(tahap, bahan))
    lama = laporan.bahan.frames
    bahan = replace(bahan, frames={**bahan.frames, **{n: lama[n] for n in ("pemeriksaan", "replikasi")}})
    return replace(laporan, bahan=bahan)


@pytest.fixture(scope="module", params=YEARS, ids=lambda y: f"{y[0]}-{y[1]}")
def year(request):
    return computed(*request.param)


@pytest.fixture(scope="module")
def book(year, tmp_path_factory):
    """Give the year's book as some readers get it, written once."""
    folder = tmp_path_factory.mktemp("buku")
    return cache(lambda edisi="terbit": write(year, folder / f"{edisi}.xlsx", edisi))


def test_same_report_gives_the_same_bytes(year, book, tmp_path):
    assert write(year, tmp_path / "lagi.xlsx", "reviu").read_bytes() == book("reviu").read_bytes()


def test_cached_values_are_those_of_the_pipeline(year, book):
    path = book()
    frames = year.bahan.frames
    for sheet, frame, key, columns in (
        ("Indikator", "indikator", "Kode",
         {"Capaian mentah": "capaian_mentah_persen", "Capaian": "capaian_persen", "Predikat": "predikat"}),
        ("Sasaran", "sasaran", "Kode",
         {"Capaian": "capaian_persen", "Predikat": "predikat", "Serapan": "serapan_persen"}),
        ("Anggaran", "anggaran", "Kode",
         {"Pagu": "pagu_rp", "Serapan": "serapan_persen", "Sisa": "sisa_rp", "Selisih pagu": "residu_pagu_rp"}),
        ("Efisiensi", "efisiensi", "Kode", {"Tingkat efisiensi": "tingkat_efisiensi"}),
        ("Perbandingan", "perbandingan", "Kode",
         {"Selisih": "selisih", "Perubahan": "perubahan_persen", "Makna": "makna", "Sisa per tahun": "sisa_per_tahun"}),
        ("Riwayat", "riwayat", "Kode", {"Capaian": "capaian_persen", "Predikat nilai": "predikat_nilai"}),
    ):  # fmt: skip
        frame = frames[frame]
        rows = table(path, sheet)
        assert [r[key] for r in rows[: len(frame)]] == list(frame.iloc[:, 0])
        for head, column in columns.items():
            expected = [
                _polos(v, persen=column.endswith("_persen")) if v == v and v is not None else ""
                for v in frame[column].astype(object).where(frame[column].notna(), "")
            ]
            assert [r[head] for r in rows[: len(frame)]] == expected


def test_a_percentage_is_excels_own_so_that_it_computes_as_one(book):
    path = book("reviu")
    rows = table(path, "Anggaran")
    assert all(r["Serapan"] == pytest.approx(r["Realisasi"] / r["Pagu"]) for r in rows if r["Serapan"] != "")
    with zipfile.ZipFile(path) as z:
        styles = z.read("xl/styles.xml").decode()
    assert 'formatCode="#,##0.00%"' in styles
    assert "&quot;%&quot;" not in styles


def test_summary_tells_the_report(year, book):
    rows = {r["Hal"]: r["Nilai"] for r in table(book(), "Ringkasan")}
    r = year.isi.ringkas
    rata = r["rata_rata_persen"]
    assert rows["Instansi"] == year.isi.instansi.nama
    assert rows["Tahun laporan"] == year.bahan.tahun
    assert rows["Rata-rata capaian"] == (rata / 100 if rata == rata else "")
    assert rows["Predikat"] == r["predikat"]
    if year.isi.akar:
        assert rows["Serapan anggaran"] == year.isi.akar["serapan_persen"] / 100


def test_notes_are_only_for_the_reviewer(year, book):
    notes = {"Kertas kerja reviu", "Replikasi"}
    for edisi in ("kerja", "terbit"):
        assert not notes & set(parts(book(edisi)))
    path = book("reviu")
    assert notes <= set(parts(path))
    rows = table(path, "Kertas kerja reviu")
    assert [r["Id"] for r in rows] == list(year.bahan.frames["pemeriksaan"]["id"])
    assert all(r["Tanggapan"] == r["Oleh"] == r["Tanggal"] == "" for r in rows)


def test_every_sheet_prints_whole_and_keeps_its_heads_in_sight(book):
    path = book("reviu")
    with zipfile.ZipFile(path) as z:
        for nama, part in parts(path).items():
            xml = z.read(part).decode()
            assert len(nama) <= 31
            drawn = "<drawing " in xml  # rows and chart on one page
            how = (
                '<pageSetup paperSize="9" orientation="portrait"'
                if drawn
                else 'fitToHeight="0" orientation="landscape"'
            )
            assert how in xml
            assert 'state="frozen"' in xml
        assert z.read("xl/workbook.xml").decode().count("_xlnm.Print_Titles") == len(parts(path))


def test_short_names_stand_where_a_card_gives_one_and_name_the_bars(instansi_kecil, tmp_path):
    def book():
        path = write(buka("dinas-kecil", 2024, di=instansi_kecil.akar), tmp_path / "a.xlsx")
        with zipfile.ZipFile(path) as z:
            return table(path, "Indikator"), z.read("xl/charts/chart1.xml").decode()

    rows, chart = book()
    assert "Nama singkat" not in rows[0]
    assert "Indikator!$C$5" in chart
    kartu = "AKIP,S1,Nilai AKIP,Mutu SAKIP,Nilai,naik\nTPT,S2,Tingkat Pengangguran Terbuka,,Persen,turun\n"
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,nama_singkat,satuan,arah\n{kartu}")
    rows, chart = book()
    assert [r["Nama singkat"] for r in rows[:2]] == ["Mutu SAKIP", "TPT"]
    assert "Indikator!$D$5" in chart


def test_it_prints_on_the_paper_that_the_office_chose(instansi_kecil, tmp_path):
    instansi_kecil.params("naskah: {kertas: F4}\n")
    path = write(buka("dinas-kecil", 2024, di=instansi_kecil.akar), tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as z:
        assert all('<pageSetup paperSize="14"' in z.read(part).decode() for part in parts(path).values())


def test_dictionary_explains_every_column(book):
    path = book("reviu")
    read = CalamineWorkbook.from_path(str(path))
    heads = [
        (nama, re.sub(r" \(.*\)$", "", h) if nama != "Replikasi" else h)
        for nama in read.sheet_names
        for h in read.get_sheet_by_name(nama).to_python(skip_empty_area=False)[HEAD]
        if h
    ]
    rows = table(path, "Kamus")
    assert sorted((r["Lembar"], r["Kolom"]) for r in rows) == sorted(heads)
    assert all(r["Arti"] for r in rows)


def test_text_of_the_data_is_never_a_formula(instansi_kecil, tmp_path):
    agency = instansi_kecil
    agency.replace("indikator.csv", "Nilai AKIP", '"=HYPERLINK(""http://x"",""klik"")"')
    path = write(buka("dinas-kecil", 2024, di=agency.akar), tmp_path / "a.xlsx", "reviu")
    assert table(path, "Indikator")[0]["Indikator"] == '=HYPERLINK("http://x","klik")'
    assert not [f for f in formulas(path).values() if "HYPERLINK" in f]


def test_no_formula_stands_in_a_cell_of_the_text_format(book):
    path = book("reviu")
    with zipfile.ZipFile(path) as z:
        style = ElementTree.fromstring(z.read("xl/styles.xml"))
        text = [f.get("numFmtId") for f in style.iterfind("m:numFmts/m:numFmt", NS) if f.get("formatCode") == "@"]
        assert text
        styles = style.findall("m:cellXfs/m:xf", NS)
        for part in parts(path).values():
            for c in ElementTree.fromstring(z.read(part)).iterfind(".//m:c", NS):
                if c.find("m:f", NS) is not None:
                    assert styles[int(c.get("s"))].get("numFmtId") not in text


MIXED = {
    "indikator.csv": """\
kode,sasaran,nama,satuan,arah,jenis,jenjang,nol_tercapai
OPINI,S1,Opini BPK,Opini,naik,ordinal,opini-bpk,
RASIO,S1,Rasio guru,Persen,naik,rentang,,
BIAYA,S2,Biaya layanan,Nilai,turun,tingkat,,ya
AKIP,S2,Nilai AKIP,Nilai,naik,tingkat,,
""",
    "target.csv": """\
indikator,tahun,dokumen,jenis,target
OPINI,2024,pk,,WTP
OPINI,2026,renstra,,WTP
RASIO,2024,pk,,60-85
RASIO,2026,renstra,,70-80
BIAYA,2024,pk,perubahan,0
BIAYA,2023,pk,perubahan,0
AKIP,2024,pk,,65
""",
    "realisasi.csv": """\
indikator,tahun,realisasi
OPINI,2024,WDP
OPINI,2023,WTP
RASIO,2024,"58,5"
BIAYA,2024,7
BIAYA,2023,7
BIAYA,2022,7
AKIP,2024,
""",
}


@pytest.fixture
def mixed(instansi_kecil, tmp_path):
    """Write the book of rungs, a range, a change of nothing and an indicator not measured, judged by what is left."""
    for name, content in MIXED.items():
        instansi_kecil.write(name, content)
    instansi_kecil.params("efisiensi: sisa\n")
    return write(buka("dinas-kecil", 2024, di=instansi_kecil.akar), tmp_path / "campuran.xlsx")


@pytest.fixture
def quarter(instansi_kecil, tmp_path):
    """Write the book of a quarter whose range is another than the year's."""
    instansi_kecil.params("")
    instansi_kecil.write(
        "indikator.csv",
        "kode,sasaran,nama,satuan,arah,jenis,tipe_triwulan\nRASIO,S1,Rasio guru,Persen,naik,rentang,posisi_akhir\n",
    )
    instansi_kecil.write(
        "target.csv",
        "indikator,tahun,periode,dokumen,target\nRASIO,2024,tahunan,pk,60-85\nRASIO,2024,tw1,pk,50-70\n",
    )
    instansi_kecil.write("realisasi.csv", "indikator,tahun,periode,realisasi\nRASIO,2024,tw1,45\n")
    return write(buka("dinas-kecil", 2024, 1, di=instansi_kecil.akar), tmp_path / "triwulan.xlsx")


def test_what_the_report_leaves_blank_no_formula_fills(mixed):
    rumus = formulas(mixed)

    def formula(sheet, head, **where):
        return rumus.get((sheet, place(mixed, sheet, head, **where)), "")

    assert formula("Perbandingan", "Selisih", Kode="OPINI")
    assert not formula("Perbandingan", "Perubahan", Kode="OPINI")
    sisa = formula("Perbandingan", "Sisa per tahun", Kode="RASIO")
    assert sisa.startswith("IF(OR(COUNT(G7,F7,E7)<3,")  # a range has no number to come nearer to
    diukur, serapan = (place(mixed, "Efisiensi", k, Kode="S2") for k in ("Capaian", "Serapan"))
    assert f'{diukur}=""' in formula("Efisiensi", "100 − serapan", Kode="S2")
    assert serapan in formula("Efisiensi", "100 − serapan", Kode="S2")


def test_a_quarter_has_its_own_range_and_name(quarter):
    (baris, _) = table(quarter, "Indikator")
    assert [baris[k] for k in ("Batas bawah target", "Batas atas target", "Capaian")] == [50, 70, 0.9]
    assert cells(quarter)["Indikator", "A1"] == "Capaian indikator kinerja Triwulan I tahun 2024"


@libreoffice
def test_libreoffice_leaves_blank_what_the_report_does_and_computes_a_quarter(mixed, quarter, tmp_path):
    books = mixed, quarter
    for path, computed_ in zip(books, recalculated(tmp_path, *books), strict=True):
        assert differences(path, computed_) == []


def test_many_scattered_children_fit_one_sum():
    letak = Letak("Anggaran", [], 0)
    letak._huruf["pagu_rp"] = "E"
    rumus = excel.rumus(jumlah_belanja.pohon(), {"nilai": letak.rentang("pagu_rp", range(0, 1200, 2), luar=False)})
    assert all(len(a.split(",")) <= 255 for a in re.findall(r"\(([^()]*)\)", rumus))


@libreoffice
def test_excel_classes_as_the_pipeline_does(tmp_path):
    import xlsxwriter

    expected: dict[str, list[object]] = {}
    path = tmp_path / "kelas.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for pembacaan in ("ambang_bawah", "ambang_atas", "bulatkan", "kiri_terbuka"):
            skala = bawaan().skala["permenpanrb-88-2021" if pembacaan == "kiri_terbuka" else "permendagri-86-2017"]
            batas = [b for k in skala.kelas for b in (k.bawah, k.atas) if b is not None]
            beda = (-1, -0.5, -0.50000001, -2e-9, -4e-10, 0, 4e-10, 2e-9, 0.5, 1)
            nilai = sorted({b + d for b in batas for d in beda} | {0.27 / 0.3 * 100, 0, -5, 250, 50.5, 90.4999999999})
            pilihan = {"skala_capaian": skala, "pembacaan_celah": pembacaan}
            expected[pembacaan] = predikat(nilai, **pilihan).tolist()
            w = book.add_worksheet(pembacaan)
            for i, v in enumerate(nilai):
                w.write_number(i, 0, v)
                w.write_formula(i, 1, excel.rumus(predikat.pohon(pilihan), {"capaian_persen": f"A{i + 1}"}))
    (hasil,) = map(cells, recalculated(tmp_path, path))
    for pembacaan, kelas in expected.items():
        assert [hasil[pembacaan, f"B{i + 1}"] for i in range(len(kelas))] == kelas


CHOICES = [
    (YEARS[0], {"dokumen_target": "pk"}),
    (YEARS[1], {"rumus_turun": "rasio", "rata_rata": "sasaran", "pembulatan": "satu_desimal", "efisiensi": "sisa"}),
    (YEARS[0], {"pembacaan_celah": "ambang_atas", "batas": "tanpa", "efisiensi": "pmk_nilai"}),
    (YEARS[1], {"pembacaan_celah": "bulatkan", "efisiensi": "pmk"}),
    (YEARS[0], {"efisiensi": "selisih", "ambang_tercapai": 90.0, "rata_rata": "sasaran"}),
    (YEARS[1], {"efisiensi": "rasio", "skala_capaian": "permenpanrb-88-2021"}),
]


@libreoffice
def test_libreoffice_computes_what_the_pipeline_computed_under_every_choice(tmp_path):
    books = [write(computed(*run), tmp_path / f"{n}.xlsx", "reviu") for n, run in enumerate(YEARS)]
    for n, (run, pilihan) in enumerate(CHOICES, len(YEARS)):
        books.append(write(with_params(computed(*run), **pilihan), tmp_path / f"{n}.xlsx"))
    told = [*YEARS, *CHOICES]
    for said, path, hasil in zip(told, books, recalculated(tmp_path, *books), strict=True):
        assert differences(path, hasil) == [], said
        assert not errors(hasil), said


OWN = """\
rumus:
  naik-dinas:
    judul: Bertangga
    sumber: Keputusan Kepala Dinas
    untuk: naik
    ungkapan: jika(R >= T, 100, min(R / T * 100, 98.5 + abs(R - R)))
  turun-dinas:
    judul: Separuh
    sumber: Keputusan Kepala Dinas
    untuk: turun
    ungkapan: (3*T - R) / (2*T) * 100
batas:
  dinas: {judul: Batas dinas, sumber: Keputusan Kepala Dinas, atas: 104}
efisiensi:
  dinas:
    judul: Tingkat kehematan
    sumber: Keputusan Kepala Dinas
    ukuran: rasio
    belum_tercapai: 'Target "belum" {tercapai}'
    kelas:
      - {nama: Sangat hemat, lebih_dari: 1.5}
      - {nama: 'Hemat, "baik"', sekurangnya: 1.1}
      - {nama: Boros}
skala:
  dinas:
    judul: Kategori
    sumber: Keputusan Kepala Dinas
    untuk: capaian
    tepi: kiri_terbuka
    kelas:
      - {nama: Melampaui target, bawah: 100}
      - {nama: Sangat Baik, bawah: 98.5, atas: 100}
      - {nama: Kurang, atas: 98.5}
  terbalik:
    judul: Terbalik
    sumber: Keputusan Kepala Dinas
    untuk: nilai
    arah: turun
    tepi: bercelah
    kelas:
      - {nama: Rendah, atas: 61.6}
      - {nama: Sedang, bawah: 61.7, atas: 64.1}
      - {nama: Tinggi, bawah: 64.2}
"""


@libreoffice
def test_libreoffice_agrees_under_the_policies_of_an_agency(tmp_path):
    shutil.copytree(AKAR / "params", tmp_path / "params")
    (tmp_path / "data").symlink_to(AKAR / "data")
    folder = tmp_path / "params" / "disnaker-kota-bekasi"
    (folder / "kebijakan.yml").write_text(OWN, encoding="utf-8")
    path = folder / "2024.yml"
    keys = ("rumus_turun", "batas", "skala_capaian", "pembacaan_celah", "efisiensi", "  AKIP")
    rest = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(keys)]
    rest.insert(rest.index("skala_nilai:") + 1, "  AKIP: terbalik")
    rest += ["rumus_naik: naik-dinas", "rumus_turun: turun-dinas", "batas: dinas", "skala_capaian: dinas"]
    rest += ["efisiensi: dinas", "pembulatan: dua_desimal_potong", "pembacaan_celah: bulatkan"]
    path.write_text("\n".join(rest), encoding="utf-8")
    report = buka("disnaker-kota-bekasi", 2024, di=tmp_path)
    assert report.indikator["predikat"].tolist() == ["Kurang", "Sangat Baik", "Melampaui target", "Sangat Baik"]
    assert report.efisiensi["tingkat_efisiensi"].tolist() == [
        'Target "belum" {tercapai}', "Sangat hemat", 'Hemat, "baik"'
    ]  # fmt: skip
    path = write(report, tmp_path / "a.xlsx")
    sheet = str(table(path, "Kebijakan"))
    for text in ("(3 × target − realisasi) ÷ (2 × target) × 100", "capaian ÷ serapan: lebih dari 1,5", "dipotong 2"):
        assert text in sheet
    (hasil,) = recalculated(tmp_path, path)
    assert differences(path, hasil) == []


REALISASI = {"tahun": "2025", "periode": "tahunan", "lingkup": "instansi"}
CHANGED = {
    "AKIP": (YEARS[0], "realisasi.csv", REALISASI | {"indikator": "AKIP", "tahun": "2024"}, "realisasi", 45.5,
             ("Indikator", "Realisasi", {"Kode": "AKIP"})),
    "TPT": (YEARS[0], "realisasi.csv", REALISASI | {"indikator": "TPT", "tahun": "2024"}, "realisasi", 9.9,
            ("Indikator", "Realisasi", {"Kode": "TPT"})),
    "rentang": (YEARS[1], "realisasi.csv", REALISASI | {"indikator": "KAPASITAS"}, "realisasi", 97,
                ("Indikator", "Realisasi", {"Kode": "KAPASITAS"})),
    "nihil": (YEARS[1], "realisasi.csv", REALISASI | {"indikator": "KECELAKAAN"}, "realisasi", 2,
              ("Indikator", "Realisasi", {"Kode": "KECELAKAAN"})),
    "target": (YEARS[1], "target.csv", {"indikator": "CEMAR", "tahun": "2025", "dokumen": "pk", "periode": "tahunan"},
               "target", 30, ("Indikator", "Target", {"Kode": "CEMAR"})),
    "bobot": (YEARS[1], "indikator.csv", {"kode": "SAMPAH"}, "bobot", 3, ("Indikator", "Bobot", {"Kode": "SAMPAH"})),
    "program": (YEARS[1], "pendukung.csv", {"sasaran": "S1"}, "bobot", 0.5, ("Pendukung", "Bobot", {"Sasaran": "S1"})),
}  # fmt: skip


@libreoffice
def test_changed_inputs_move_what_rests_on_them(tmp_path):
    books, expected = [], []
    for n, tahun in enumerate(YEARS[:2]):
        own = [c for c in CHANGED.values() if c[0] == tahun]
        path = write(computed(*tahun), tmp_path / f"{n}.xlsx")
        books.append((path, {(sheet, place(path, sheet, head, **row)): v for *_, v, (sheet, head, row) in own}))
        kini = with_inputs(tmp_path / f"proyek-{n}", *tahun, *((f, w, c, v) for _, f, w, c, v, _ in own))
        expected.append(write(kini, tmp_path / f"kini-{n}.xlsx"))
    for (path, _), seharusnya, hasil in zip(books, expected, recalculated(tmp_path, *books), strict=True):
        assert differences(seharusnya, hasil) == []
        assert {"Ringkasan", "Sasaran"} <= {cell[0] for cell, *_ in differences(path, hasil)}


@libreoffice
def test_a_leaf_of_the_budget_moves_the_nodes_above_it(tmp_path):
    semua = {"dokumen": "lkip"}
    kosong = [("anggaran.csv", semua | {"kode": k}, "realisasi", "") for k in ("A.1", "A", "0")]
    daun = ("anggaran.csv", semua | {"kode": "A.1.1"}, "realisasi", 2_000_000_000)
    path = write(with_inputs(tmp_path / "dulu", *YEARS[1], *kosong), tmp_path / "a.xlsx")
    cell = "Anggaran", place(path, "Anggaran", "Realisasi dinyatakan", Kode="A.1.1")
    (hasil,) = recalculated(tmp_path, (path, {cell: 2_000_000_000}))
    seharusnya = write(with_inputs(tmp_path / "kini", *YEARS[1], *kosong, daun), tmp_path / "b.xlsx")
    assert differences(seharusnya, hasil) == []
    assert ("Ringkasan", "B18") in {cell for cell, *_ in differences(path, hasil)}


@libreoffice
def test_a_changed_sub_kegiatan_moves_its_program_once_sums_are_to_be_used(tmp_path):
    path = write(computed(*YEARS[0]), tmp_path / "a.xlsx")
    rows = {r["Kode"]: r for r in table(path, "Anggaran")}
    assert rows["A.1"]["Pagu"] == 25_000_000 != rows["A.1"]["Jumlah pagu rincian"]
    cell = "Anggaran", place(path, "Anggaran", "Realisasi dinyatakan", Kode="A.1.1")
    changes = {cell: 1_000_000}, {cell: 1_000_000, ("Anggaran", "D3"): "ya"}
    hasil = recalculated(tmp_path, *((path, c) for c in changes))
    same, moved = ({r["Kode"]: r for r in table(h, "Anggaran")} for h in hasil)
    assert same["A.1"]["Realisasi"] == rows["A.1"]["Realisasi"]
    for row in moved.values():
        for figure, parts_ in (("Pagu", "Jumlah pagu rincian"), ("Realisasi", "Jumlah realisasi rincian")):
            assert row[parts_] in ("", row[figure])
    assert moved["A.1"]["Realisasi"] == rows["A.1"]["Jumlah realisasi rincian"] - 2_000_000


def test_what_fell_short_is_marked_by_a_rule_and_the_summary_draws_the_indicators(book):
    path = book()
    with zipfile.ZipFile(path) as z:
        sheets = {n: z.read(part).decode() for n, part in parts(path).items()}
        charts = [z.read(n).decode() for n in z.namelist() if n.startswith("xl/charts/chart")]
    assert 'type="expression"' in sheets["Indikator"]
    assert ("pakai_jumlah_rincian" in sheets["Anggaran"]) == any(
        r["Jumlah pagu rincian"] for r in table(path, "Anggaran")
    )
    measured = [r for r in table(path, "Indikator") if r["Kode"] and r["Capaian"] != ""]
    assert len(charts) == bool(measured)
    if measured:
        banyak = len([r for r in table(path, "Indikator") if r["Kode"]])
        assert re.search(rf"Indikator!\$[A-Z]+\$5:\$[A-Z]+\${banyak + 4}<", charts[0])


@libreoffice
def test_a_plan_computes_once_its_realisasi_is_filled_in(tmp_path):
    path = write(computed(*YEARS[2]), tmp_path / "a.xlsx")
    target = {r["Kode"]: r["Target"] for r in table(path, "Indikator") if r["Kode"]}
    isi = {("Indikator", place(path, "Indikator", "Realisasi", Kode=k)): t for k, t in target.items()}
    (hasil,) = recalculated(tmp_path, (path, isi))
    rows = {r["Hal"]: r["Nilai"] for r in table(hasil, "Ringkasan")}
    assert rows["Rata-rata capaian"] == 1
    assert rows["Terhitung"] == rows["Tercapai"] == len(target)


@libreoffice
def test_an_emptied_input_leaves_what_rests_on_it_empty(tmp_path):
    path = write(computed(*YEARS[1]), tmp_path / "a.xlsx")
    semua = [
        ("Indikator", place(path, "Indikator", "Realisasi", Kode=k)) for k in computed(*YEARS[1]).indikator["kode"]
    ]
    semua += [("Anggaran", place(path, "Anggaran", "Pagu dinyatakan", Kode="A")), ("Belanja", "C5")]
    (hasil,) = recalculated(tmp_path, (path, dict.fromkeys(semua, "")))
    assert not errors(hasil)
    rows = {r["Hal"]: r["Nilai"] for r in table(hasil, "Ringkasan")}
    assert rows["Rata-rata capaian"] == rows["Predikat"] == ""
    assert {r["Angkanya"] for r in table(hasil, "Indikator") if r["Kode"]} == {"tidak dapat dihitung"}


def test_the_budget_is_printed_as_far_as_what_was_left(tmp_path):
    book = zipfile.ZipFile(write(computed(*YEARS[1]), tmp_path / "a.xlsx")).read("xl/workbook.xml").decode()
    area = re.search(r"_xlnm.Print_Area[^>]*>Anggaran!\$A\$1:\$([A-Z]+)\$", book)[1]
    assert place(tmp_path / "a.xlsx", "Anggaran", "Sisa", Kode="A").startswith(area)


def test_a_figure_that_is_there_is_said_to_be_there(tmp_path):
    path = write(computed(*YEARS[1]), tmp_path / "a.xlsx")
    assert {r["Angkanya"] for r in table(path, "Indikator") if r["Kode"]} == {"ada"}


def test_a_cell_holds_the_value_that_its_format_rounds_as_the_page_does():
    assert (_polos(2.9 / 3.2 * 100), _polos(80.0), _polos("B")) == (90.625, 80, "B")
