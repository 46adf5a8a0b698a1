"""Drafts made for a reader: the same again, telling their own truth, and judged rightly in both directions."""

import copy
import csv
import json
import re
import sys
import zipfile
from fractions import Fraction
from functools import cache

import docx
import pytest

from benchmarks.draf import ukur
from benchmarks.draf.__main__ import main
from benchmarks.draf.juri import Juri
from benchmarks.draf.kebenaran import kebenaran
from benchmarks.draf.pembangkit import bangkitkan
from benchmarks.draf.samakan import peran_cocok
from benchmarks.draf.susun import susun
from benchmarks.draf.tanam import JENIS, Penanam, tanam
from benchmarks.draf.tata import TATA

SEED = 2


def drafts(tata=None, planted=False):
    for number, name in enumerate(TATA):
        if tata in (None, name):
            yield _draft(number, planted)


@cache
def _draft(number, planted):
    draft, facts = susun(SEED, number)
    if planted:
        tanam(draft, facts, True)
    return draft, facts


@cache
def truth(tata="gabung", planted=False, form="docx"):
    draft, facts = next(drafts(tata, planted))
    return kebenaran(draft, facts, form, [])


def ideal(benar):
    """What a reader that errs nowhere writes down."""
    rows, places = [], {}
    for a in benar["angka"]:
        row = {k: str(a[k]) for k in ("tercetak", "nilai", "jenis", "peran", "subjek", "kode", "tahun")}
        row["ember"] = "tidak_ditempatkan" if a["bebas"] else "ragu" if a["rusak"] else "dibaca"
        place = {k: str(a.get(k, "")) for k in ("tabel", "baris", "kolom")}
        place["paragraf"] = str(a.get("urutan", ""))
        places[a["id"]] = place
        rows.append({"berkas": "draf.docx", **place, **row})
    notes = [
        {"berkas": "draf.docx", **places[t["tepat"][0]], "tingkat": "kesalahan", "kode": "X", "pesan": "berbeda"}
        for t in benar["tanaman"]
    ]
    return rows, notes


def judged(benar, rows, notes=()):
    return Juri(benar, rows, list(notes), "draf.docx").putuskan()


def value(text):
    """Read a printed figure by the last separator alone."""
    number = re.sub(r"^Rp\.?\s*|,-$|[%\s]", "", text)
    if re.fullmatch(r"-?\d+(?:[.,]\d{1,2})", number) or re.fullmatch(r"-?[\d.]+,\d{1,2}", number):
        whole, _, part = number.replace(",", ".").rpartition(".")
        return Fraction(f"{whole.replace('.', '')}.{part}")
    return Fraction(re.sub("[.,]", "", number))


def test_every_printed_figure_has_the_value_that_the_truth_says():
    for draft, facts in drafts(planted=True):
        for a in kebenaran(draft, facts, "docx", [])["angka"]:
            if a["nilai"]:
                assert abs(value(a["tercetak"]) - Fraction(a["nilai"])) < Fraction(1, 10**5), a


def test_the_same_seed_gives_the_same_document(tmp_path):
    texts = []
    for folder in "ab":
        path = bangkitkan(SEED, 3, "docx", tmp_path / folder)
        with zipfile.ZipFile(path.with_name("draf.docx")) as parts:
            texts.append((path.read_bytes(), parts.read("word/document.xml")))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("number", range(len(TATA)))
def test_a_word_file_holds_its_figures_where_the_truth_says(tmp_path, number):
    path = bangkitkan(SEED, number, "docx", tmp_path)
    benar = json.loads(path.read_text(encoding="utf-8"))
    body = docx.Document(str(path.with_name("draf.docx"))).element.body
    space = {"mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
    for twice in body.xpath("//*[local-name()='Fallback']"):
        twice.getparent().remove(twice)
    assert not body.findall(".//mc:Fallback", space)
    tables = body.xpath("//w:tbl")
    for a in benar["angka"]:
        if "tabel" not in a:
            continue
        row = tables[a["tabel"] - 1].xpath("./w:tr")[a["baris"] - 1]
        column = 1
        for cell in row.xpath("./w:tc"):
            if column == a["kolom"]:
                text = "".join(cell.xpath("./w:p//w:t/text()"))
                assert a["tercetak"] in text
                break
            span = cell.xpath("./w:tcPr/w:gridSpan/@w:val")
            column += int(span[0]) if span else 1
        else:
            raise AssertionError(a)


def test_tables_fill_their_grid():
    for draft, _ in drafts():
        for table in draft.tabel():
            filled = [(b + i, k + j) for b, k, s in table.letak() for i in range(s.tinggi) for j in range(s.lebar)]
            assert len(filled) == len(set(filled)) == len(table.baris) * table.lebar, (draft.nama, table.judul)


def test_what_is_not_planted_agrees_everywhere():
    for draft, _ in drafts():
        said = {}
        for a in draft.angka():
            if not a.bebas:
                group = a.jenis in ("keluaran", "rkt") and a.peran in ("target", "realisasi", "capaian")
                assert said.setdefault((a.fakta, group), a.nilai) == a.nilai, (draft.nama, a)


def test_what_is_not_planted_adds_up_and_follows_from_what_it_is_made_of():
    for draft, facts in drafts():
        for table in draft.tabel():
            printed = {}
            for _, _, cell in table.letak():
                if cell.angka:
                    printed.setdefault(cell.angka.kode, {})[cell.angka.peran] = cell.angka
            for code, row in printed.items():
                if {"pagu", "realisasi_rp", "serapan"} <= set(row):
                    exact = row["realisasi_rp"].nilai * 100 / row["pagu"].nilai
                    assert abs(row["serapan"].nilai - exact) * 10 ** row["serapan"].desimal <= Fraction(1, 2), code
                if {"asn", "non_asn", "jumlah"} <= set(row):
                    assert row["asn"].nilai + row["non_asn"].nilai == row["jumlah"].nilai
            if table.jenis == "anggaran" and set(printed) == {n.kode for n in facts.akar.semua()}:
                for node in (n for n in facts.akar.semua() if n.anak):
                    for role in set(printed["0"]) & {"pagu", "realisasi_rp"}:
                        assert sum(printed[c.kode][role].nilai for c in node.anak) == printed[node.kode][role].nilai


def test_each_kind_of_contradiction_can_be_planted_and_changes_what_is_printed():
    missing = set(JENIS)
    for number in range(len(TATA)):
        for kind in sorted(missing):
            draft, facts = susun(SEED, number)
            before = [x.cetak for x in draft.paragraf()] + [a.tercetak for a in draft.angka()]
            done = JENIS[kind](Penanam(draft, facts, facts.acak))
            if done is None:
                continue
            after = [x.cetak for x in draft.paragraf()] + [a.tercetak for a in draft.angka()]
            assert (before != after) is not bool(done.pendamping)
            assert done.semula != done.menjadi
            assert set(map(id, done.tepat)) <= set(map(id, done.inti))
            missing.discard(kind)
    assert not missing


def test_a_reader_that_errs_nowhere_holds():
    for name in TATA:
        benar = truth(name, planted=True)
        result = judged(benar, *ideal(benar))
        h = result.hitung
        assert h["sel_benar"] == h["sel_semua"] > 100
        assert h["ditemukan"] == h["bertempat"] == h["ditanam"] == len(benar["tanaman"])
        assert not result.contoh
        assert ukur.lulus([result], "docx")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"peran": "sisa"}, "sel_salah_tanpa_tanda"),
        ({"subjek": "Lain", "kode": ""}, "sel_salah_tanpa_tanda"),
        ({"nilai": "7,82"}, "sel_salah_tanpa_tanda"),
        ({"tahun": "2019"}, "sel_salah_tanpa_tanda"),
        ({"ember": "ditebak", "peran": "sisa"}, "sel_salah_ditebak"),
        ({"ember": "ragu"}, "sel_ragu"),
        ({"ember": "entah"}, "ember_asing"),
        ({"kolom": "999"}, "karangan"),
        ({"tercetak": "123456789123"}, "karangan"),
        ({"berkas": "pk.xlsx"}, "hilang"),
    ],
)
def test_a_row_that_is_wrong_is_seen(change, kind):
    benar = truth()
    rows, notes = ideal(benar)
    rows[next(n for n, a in enumerate(benar["angka"]) if a["peran"] == "target" and a["nilai"])] |= change
    result = judged(benar, rows, notes)
    assert result.hitung[kind] == 1, result.contoh
    assert not ukur.lulus([result], "docx") or kind in ("sel_salah_ditebak", "sel_ragu")


def test_a_row_given_twice_is_invented_and_one_left_out_is_lost():
    benar = truth()
    rows, notes = ideal(benar)
    money = next(r for r in rows if r["peran"] == "pagu")
    assert judged(benar, [*rows, dict(money)], notes).hitung["karangan"] == 1
    assert judged(benar, [r for r in rows if r is not money], notes).hitung["hilang"] == 1


def test_numbers_that_are_no_figures_may_be_listed_but_not_read_as_figures():
    benar = truth("nomor")
    rows, notes = ideal(benar)
    taken = {(r["tabel"], r["baris"], r["kolom"]) for r in rows}
    places = [(str(t["tabel"]), str(t["baris"]), str(t["kolom"]), t["teks"]) for t in benar["teks_tabel"]]
    table, row, column, text = next(p for p in places if p[:3] not in taken and p[3].strip("()").isdigit())
    other = {"berkas": "draf.docx", "tabel": table, "baris": row, "kolom": column, "paragraf": "", "tercetak": text,
             "nilai": "", "jenis": "", "peran": "", "subjek": "", "kode": "", "tahun": ""}  # fmt: skip
    assert not judged(benar, [*rows, other | {"ember": "tidak_ditempatkan"}], notes).contoh
    assert judged(benar, [*rows, other | {"ember": "dibaca", "peran": "target"}], notes).hitung["sel_salah_tanpa_tanda"]


def test_notes_are_counted_where_they_stand():
    benar = next(t for n in TATA if (t := truth(n, planted=True))["tanaman"] and t["tanaman"][0]["jenis"] != "rusak")
    rows, notes = ideal(benar)
    silent = judged(benar, rows).hitung
    assert silent["ditemukan"] == sum(t["jenis"] == "rusak" for t in benar["tanaman"])
    away = copy.deepcopy(notes)
    away[0] |= {"tabel": "999"} if away[0]["tabel"] else {"paragraf": "999"}
    h = judged(benar, rows, away).hitung
    assert (h["luput"], h["kesalahan_di_luar"]) == (1, 1)
    assert ukur.tersulit([judged(benar, rows, notes), judged(benar, rows)]) == [benar["nama"]]
    clean = benar | {"tanaman": [], "bersih": True}
    assert judged(clean, rows, notes).hitung["bersih_bersalah"] == 1


def test_without_places_rows_are_matched_by_what_they_say():
    benar = truth("gabung", planted=True, form="pdf")
    rows, notes = ideal(benar)
    for page, row in enumerate(rows):
        if row["tabel"]:
            row |= {"tabel": str(900 + page), "baris": "1", "kolom": "1"}
    assert judged(benar, rows, notes).hitung["sel_benar"] == judged(benar, rows, notes).hitung["sel_semua"]


def test_a_pdf_without_rules_may_lose_its_tables_but_not_misread_them():
    benar = truth("gabung", form="pdf") | {"tanpa_garis": True}
    rows, _ = ideal(benar)
    lost = [r | {"tabel": "", "peran": "", "ember": "tidak_ditempatkan"} for r in rows]
    assert ukur.lulus([judged(benar, lost)], "pdf")
    wrong = [r | {"peran": "sisa"} if r["peran"] == "target" else r for r in rows]
    assert not ukur.lulus([judged(benar, wrong)], "pdf")


def test_a_role_may_have_other_words_but_never_another_meaning():
    assert peran_cocok("realisasi", "realisasi_2023")
    assert peran_cocok("serapan", "serapan_persen")
    assert peran_cocok("target_tw2", "target_triwulan_ii")
    assert not peran_cocok("target_tw2", "target_tw1")
    assert not peran_cocok("target", "realisasi")


def test_a_reader_that_does_not_run_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ukur, "perintah", lambda *_: [sys.executable, "-c", "raise SystemExit(2)"])
    assert main(["--jumlah", "1", "--simpan", str(tmp_path)]) == 1
    assert "| polos | 1 |" in capsys.readouterr().out


def test_a_reader_that_errs_nowhere_passes_from_the_file_to_the_table(tmp_path, monkeypatch, capsys):
    def read(draft, others, year, into):
        rows, notes = ideal(json.loads((draft.parent / "kebenaran.json").read_text(encoding="utf-8")))
        into.mkdir()
        for name, table in (("angka", rows), ("catatan", notes)):
            with (into / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(table[0]) if table else ["id"])
                writer.writeheader()
                writer.writerows(table)
        return [sys.executable, "-c", ""]

    monkeypatch.setattr(ukur, "perintah", read)
    assert main(["--jumlah", "3", "--simpan", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "salah tanpa tanda: 0\n" in printed
    assert "tersulit: -\n" in printed


@pytest.mark.parametrize("form", ["html", "txt"])
def test_pages_and_pasted_text_hold_the_same_figures(tmp_path, form):
    path = bangkitkan(SEED, 6, form, tmp_path)
    benar = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(f"draf.{form}").read_text(encoding="utf-8").replace("&nbsp;", " ")
    assert all(a["tercetak"] in text for a in benar["angka"])


def test_quarters_add_up_or_stay():
    for _, facts in drafts():
        for k in facts.indikator:
            parts = [a.nilai for a in facts.triwulan(k)]
            assert sum(parts) == k.target[facts.tahun] if k.tipe == "akumulatif" else len(set(parts)) == 1
