"""The charts of the report: the same bytes every time, and words that say what is drawn."""

import base64
import re
import warnings
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import matplotlib as mpl
import pandas as pd
import pytest
from bs4 import BeautifulSoup

from lkip_lib import numerals
from lkip_lib.buku.isi import isi_laporan
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.display.chart import lepaskan, lukis
from lkip_lib.inputs.documents import Unit
from lkip_lib.narrative.charts import budget as charts_budget
from lkip_lib.narrative.charts import data as charts_data
from lkip_lib.narrative.charts import quarter as charts_quarter
from lkip_lib.narrative.charts import tree as charts_tree
from lkip_lib.narrative.charts import years as charts_years
from lkip_lib.narrative.charts.lines import lukis_tahun, sumbu_tegak, tulisan
from lkip_lib.narrative.charts.results import BAGAN
from lkip_lib.places import tempat
from tests.project import AKAR, computed

_MODULES = (charts_budget, charts_data, charts_quarter, charts_tree, charts_years)
YEARS = [
    ("disnaker-kota-bekasi", 2023),
    ("disnaker-kota-bekasi", 2024),
    ("disnaker-kota-bekasi", 2025),
    ("disnaker-kota-bekasi", 2026),
    ("dinas-contoh", 2024),
    ("dinas-contoh", 2025),
]
NAMES = [
    "capaian_indikator",
    "capaian_serapan",
    "data_dukung",
    "langkah_triwulan",
    "organisasi",
    "pegawai",
    "pohon_kinerja",
    "serapan_program",
    "serapan_triwulan",
    "tren",
]
SEED = YEARS[1]
SHOWN = [n for n in NAMES if n != "data_dukung"]  # no supporting table here has three years, or one column of rows


@cache
def content(run):
    return isi_laporan(rangkai(tempat(*run, di=AKAR), "04_pemeriksaan"))


def changed(isi, **frames):
    return replace(isi, frames={**isi.frames, **{k.replace("__", "/"): v for k, v in frames.items()}})


def about(isi, name):
    """Return what a chart can be drawn about, nothing said included."""
    if name in ("tren", "langkah_triwulan"):
        return [(), *((k,) for k in isi.nama_indikator)]
    return [(), *((n,) for n in isi.instansi.data_dukung)] if name == "data_dukung" else [()]


@cache
def draw(name, run, *subject):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return BAGAN[name](content(run), *subject)


def drawn(name):
    every = [(content(r), draw(name, r, *a)) for r in YEARS for a in about(content(r), name)]
    assert any(chart for _, chart in every)
    return [(isi, chart) for isi, chart in every if chart]


def test_the_list_is_complete():
    assert sorted(BAGAN) == NAMES


@pytest.mark.parametrize("run", YEARS, ids=lambda r: f"{r[0]}-{r[1]}")
@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_without_a_warning_and_twice_the_same(name, run):
    for subject in about(content(run), name):
        chart, again = draw(name, run, *subject), draw.__wrapped__(name, run, *subject)
        assert (chart and chart.svg) == (again and again.svg)
        assert (chart and chart.alt) == (again and again.alt)


@pytest.mark.parametrize("name", SHOWN)
def test_the_words_hold_nothing_of_the_machine(name):
    for _, chart in drawn(name):
        assert not re.search(r"\b(None|nan|NaN|NA|True|False)\b|<NA>", f"{chart.judul} {chart.alt}")
        assert chart.alt.endswith(".")
        assert ".." not in chart.alt
        assert chart.alt == " ".join(chart.alt.split())


DRAWN = ["langkah_triwulan", "serapan_triwulan", "tren"]  # the others are made of HTML


@pytest.mark.parametrize("name", SHOWN)
def test_it_is_a_figure_with_its_finding_and_text_as_text(name):
    for _, chart in drawn(name):
        tree = BeautifulSoup(chart._repr_html_(), "html.parser")
        assert tree.figure.figcaption.get_text().startswith(chart.judul)
        assert tree.find("img") is None
        for svg in tree.select("svg"):
            assert (svg["role"], svg["aria-label"]) == ("img", chart.alt)
            assert svg.find("text")
            assert not re.search(r"#[0-9a-f]{6}\b", str(svg))  # the page's own colours, light and dark
        assert bool(tree.select("svg")) == (name in DRAWN or bool(chart.svg))


@pytest.mark.parametrize("name", DRAWN)
def test_it_is_drawn_for_a_desk_and_for_a_telephone_with_letters_of_twelve_pixels(name):
    for _, chart in drawn(name):
        for svg, shown in ((chart.svg, 673), (chart.sempit, 358)):
            tree = ElementTree.fromstring(svg)
            wide = float(tree.get("viewBox").split()[2])
            sizes = [float(m) for m in re.findall(r"font-size: ([\d.]+)px", svg)]
            assert sizes
            assert min(sizes) * shown / wide >= 12
            assert "Source Sans 3" in svg


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_of_its_own_knows_no_variables(name):
    for _, chart in drawn(name):
        page = BeautifulSoup(chart._repr_html_(), "html.parser").svg
        picture = base64.b64decode(lepaskan(str(page)).partition(",")[2]).decode()
        assert "var(--" not in picture
        assert "#1a2230" in picture


@pytest.mark.parametrize("name", [n for n in SHOWN if n not in ("organisasi", "pohon_kinerja")])
def test_its_title_is_a_sentence_that_says_what_was_found(name):
    verbs = r"mencapai|menyerap|naik|turun|tetap|terbanyak|ditargetkan|Serapan sampai|paling jauh"
    for _, chart in drawn(name):
        assert re.search(verbs, chart.judul), chart.judul
        assert chart.satuan


def test_two_points_or_a_constant_are_not_drawn():
    rows = content(SEED).frames["riwayat"]
    two = rows.query("kode != 'AKIP' or tahun >= 2023")
    assert BAGAN["tren"](changed(content(SEED), riwayat=two), "AKIP") is None
    same = rows.assign(realisasi=rows["realisasi"].mask(rows["kode"] == "AKIP", 64.0))
    assert BAGAN["tren"](changed(content(SEED), riwayat=same), "AKIP") is None


@pytest.mark.parametrize("name", SHOWN)
def test_no_date_path_or_version_is_drawn_into_it(name):
    for _, chart in drawn(name):
        text = f"{chart.svg}{chart.sempit}{chart.isi}"
        assert "<dc:date>" not in text
        assert "Matplotlib" not in text
        assert str(AKAR) not in text


@pytest.mark.parametrize("name", ["tren"])
def test_the_style_of_the_surroundings_does_not_show(name):
    before = draw(name, SEED).svg
    with mpl.rc_context({"font.size": 20, "axes.grid": False, "svg.hashsalt": "lain", "svg.fonttype": "path"}):
        assert BAGAN[name](content(SEED)).svg == before
        assert mpl.rcParams["font.size"] == 20


def test_plans_alone_give_the_tree_and_no_figures():
    empty = content(("disnaker-kota-bekasi", 2026))
    assert [n for n in NAMES if BAGAN[n](empty)] == ["pohon_kinerja"]


def test_the_words_of_capaian_indikator_hold_every_value():
    for isi, chart in drawn("capaian_indikator"):
        for row in isi.baris("indikator"):
            if row["status_nilai"] == "angka":
                assert f"{numerals.persen(row['capaian_mentah_persen'])}" in chart.isi
                assert f"{row['nama']} {numerals.persen(row['capaian_mentah_persen'])}" in chart.alt


def test_values_far_off_and_missing_ones_are_drawn_and_said():
    rows = content(SEED).frames["indikator"].copy()
    rows["capaian_mentah_persen"] = [1666.67, -412.0, 87.1, float("nan")]
    chart = BAGAN["capaian_indikator"](changed(content(SEED), indikator=rows))
    assert all(t in chart.alt for t in ("1.666,67%", "-412,00%", "87,10%", "tidak terukur"))


@pytest.mark.parametrize("count", [3, 7, 15])
def test_any_number_of_indicators_fits(count):
    rows = pd.concat([content(SEED).frames["indikator"]] * 4, ignore_index=True).iloc[:count]
    rows["capaian_mentah_persen"] = [50.0 + i for i in range(count)]
    assert BAGAN["capaian_indikator"](changed(content(SEED), indikator=rows)).isi.count('class="nilai"') == count


def test_the_words_of_tren_hold_every_year_and_value():
    isi = content(SEED)
    for code in isi.nama_indikator:
        chart = BAGAN["tren"](isi, code)
        rows = isi.frames["riwayat"].query("kode == @code and realisasi.notna()")  # a dash is no point
        if chart is None:
            own = rows.query("lingkup == 'instansi'").groupby("tahun")["realisasi"].first()
            assert len(own) < 3 or own.nunique() == 1
            continue
        for year, value in zip(rows["tahun"], rows["realisasi"], strict=True):
            assert f"{year} {numerals.write(value, isi.desimal[code])}" in chart.alt


def test_a_year_stated_differently_breaks_the_line_and_is_said():
    isi = content(SEED)
    rows = isi.frames["riwayat"].copy()
    here = (rows["kode"] == "AKIP") & (rows["tahun"] == 2022)
    rows.loc[here, ["realisasi", "berselisih"]] = [float("nan"), "64,22; 63"]
    chart = BAGAN["tren"](changed(isi, riwayat=rows), "AKIP")
    assert "tahun 2022 dinyatakan berselisih" in chart.alt
    assert "2022 64" not in chart.alt


def test_one_year_is_no_trend():
    rows = content(SEED).frames["riwayat"].query("tahun == 2024")
    assert BAGAN["tren"](changed(content(SEED), riwayat=rows), "AKIP") is None
    assert BAGAN["tren"](content(SEED), "TIDAK-ADA") is None


def test_a_target_that_is_a_change_is_not_on_the_axis_of_the_value():
    isi = content(SEED)
    rows = isi.frames["riwayat"].copy()
    rows.loc[(rows["kode"] == "TPT") & (rows["tahun"] == 2024), "target"] = -0.13
    before = rows.query("kode == 'TPT' and lingkup == 'instansi'").iloc[:1]
    rows = pd.concat([rows, *(before.assign(tahun=y, realisasi=v) for y, v in ((2021, 9.5), (2022, 9.1)))])
    chart = BAGAN["tren"](
        replace(changed(isi, riwayat=rows), params=isi.params.model_copy(update={"dokumen_target": "pk"})), "TPT"
    )
    assert "-0,13" not in chart.alt


def test_the_words_of_langkah_triwulan_hold_target_and_realisasi():
    isi = content(("dinas-contoh", 2025))
    assert "Triwulan II target 66,75, realisasi 66,90" in BAGAN["langkah_triwulan"](isi, "SAMPAH").alt
    assert "Triwulan IV target 80–90, realisasi 87,20" in BAGAN["langkah_triwulan"](isi, "KAPASITAS").alt
    assert BAGAN["langkah_triwulan"](isi, "TIDAK-ADA") is None
    assert BAGAN["langkah_triwulan"](content(SEED), "TPT") is None  # the same target in every quarter


BOUNDED = """\
kode,sasaran,nama,satuan,arah,jenis,tipe_triwulan,jenjang
WAKTU,S1,Waktu tempuh,Menit,turun,batas,posisi_akhir,
UANG,S1,Penerimaan,Rupiah,naik,tingkat,akumulatif,
NILAI,S1,Akreditasi,Peringkat,naik,ordinal,posisi_akhir,A > B > C
"""
QUARTERS = (
    ("WAKTU", ("kurang dari 49", "kurang dari 48"), ("54", "52,5")),
    ("UANG", ("2.800.000.000", "3.100.000.000"), ("2.750.000.000", "3.000.000.000")),
    ("NILAI", ("B", "A"), ("C", "B")),
)


@pytest.fixture
def quarterly(instansi_kecil):
    instansi_kecil.write("indikator.csv", BOUNDED)
    target, done = "indikator,tahun,periode,dokumen,target\n", "indikator,tahun,periode,realisasi\n"
    for code, targets, values in QUARTERS:
        for n, (t, v) in enumerate(zip(targets, values, strict=True), 1):
            target += f'{code},2024,tw{n},pk,"{t}"\n'
            done += f'{code},2024,tw{n},"{v}"\n'
    target += "WAKTU,2024,tahunan,pk,kurang dari 48\nWAKTU,2023,tahunan,pk,kurang dari 50\n"
    done += "WAKTU,2024,tahunan,52\nWAKTU,2023,tahunan,55\nWAKTU,2022,tahunan,57\n"
    instansi_kecil.write("target.csv", target)
    instansi_kecil.write("realisasi.csv", done)
    return isi_laporan(instansi_kecil.run())


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("WAKTU", "Triwulan I target kurang dari 49, realisasi 54,0; Triwulan II target kurang dari 48, realisasi"),
        ("UANG", "Triwulan I target Rp2,80 miliar, realisasi Rp2,75 miliar; Triwulan II target Rp3,10 miliar"),
        ("NILAI", "Triwulan I target B, realisasi C; Triwulan II target A, realisasi B"),
    ],
)
def test_bounds_amounts_and_rungs_are_written_as_one_reads_them(quarterly, code, said):
    assert said in BAGAN["langkah_triwulan"](quarterly, code).alt


def test_a_bound_is_drawn_through_the_years(quarterly):
    assert "target 2023 kurang dari 50, 2024 kurang dari 48" in BAGAN["tren"](quarterly, "WAKTU").alt


def test_rungs_name_the_axis(quarterly):
    written = tulisan(quarterly, "NILAI")

    def draw_rungs(ax, _):
        lukis_tahun(ax, [0.0, 1.0], [1.0, 2.0], [None, None], written)
        sumbu_tegak(ax, written)
        assert [t.get_text() for t in ax.get_yticklabels()] == ["C", "B"]

    assert all(lukis(draw_rungs))


@pytest.mark.parametrize(("year", "where"), [(2025, "triwulan"), (2024, "")])
def test_what_was_done_in_a_quarter_is_not_drawn_among_the_plans(year, where):
    pages = BeautifulSoup("".join(b.html for b in computed("dinas-contoh", year).naskah), "html.parser")
    drawn = [
        f for f in pages.select("figcaption") if "setiap triwulan tahun" in f.get_text() and "Target" in f.get_text()
    ]
    assert {f.find_parent("section")["id"] for f in drawn} == ({f"bagian-{where}"} if where else set())


def test_the_words_of_serapan_program_hold_every_program_and_the_remainder():
    for isi, chart in drawn("serapan_program"):
        programs = isi.frames["anggaran"].query("tingkat == 'program' and serapan_persen.notna()")
        assert len(programs)
        for code, value in zip(programs["kode"], programs["serapan_persen"], strict=True):
            assert f"{code} {numerals.persen(value)}" in chart.alt
        rest = isi.akar["residu_pagu_rp"]
        assert (numerals.rupiah(rest) in chart.alt) if rest else ("Belum terurai" not in chart.alt)


def test_the_words_of_capaian_serapan_hold_both_values_and_the_verdict():
    for isi, chart in drawn("capaian_serapan"):
        for row in isi.baris("efisiensi"):
            ends = isi.frames["antara/andaian_sasaran"].query("dokumen == @isi.params.dokumen_target")
            ends = ends[ends["kode"] == row["sasaran"]]["capaian_persen"].agg(["min", "max"])
            result = " sampai ".join(dict.fromkeys(map(numerals.persen, ends))) or numerals.persen(
                row["capaian_persen"]
            )
            said = f"{row['sasaran']} capaian {result}, "
            withheld = "sebutan ditahan" if row["tingkat_efisiensi"] else ""
            said += f"serapan {numerals.persen(row['serapan_persen'])}, {row['sebutan'] or withheld}"
            assert (said in chart.alt) == (row["serapan_persen"] == row["serapan_persen"])


def test_what_is_not_settled_is_drawn_as_a_range_and_no_finding_rests_on_it():
    chart = BAGAN["capaian_serapan"](content(SEED))
    assert "S3 capaian 24,55% sampai 100,00%, serapan 80,33%" in chart.alt
    assert chart.isi.count('class="antara"') == 2  # the bar and its name
    assert chart.judul.endswith("pada sasaran Memperbanyak Pelatihan kepada kerja lokal berbasis kolaborasi di antara "
                                "dua sasaran yang pasti")  # fmt: skip
    indicators = BAGAN["capaian_indikator"](content(SEED)).isi
    assert indicators.count('<i class="antara"') == 1
    assert "100,00%</button> atau 24,55%" in indicators


def test_two_sasaran_are_no_chart():
    isi = content(SEED)
    rows = isi.frames["efisiensi"].iloc[:2]
    assert BAGAN["capaian_serapan"](changed(isi, efisiensi=rows)) is None


def units(unit):
    return [unit, *(u for child in unit.anak for u in units(child))]


def test_the_words_of_organisasi_name_every_unit():
    for isi, chart in drawn("organisasi"):
        assert all(u.nama in chart.alt for u in units(isi.instansi.organisasi))


def test_an_organisation_of_many_units_and_levels_is_drawn():
    deep = Unit(nama="Seksi Pertanggungjawabanpenyelenggaraan", anak=(Unit(nama="Tim", anak=(Unit(nama="Regu"),)),))
    head = Unit(nama="Kepala", anak=tuple(Unit(nama=f"Bidang {i}", anak=(deep, deep)) for i in range(13)))
    isi = content(SEED)
    for unit in (head, Unit(nama="Kepala"), Unit(nama="Kepala", anak=head.anak[:1])):
        agency = isi.instansi.model_copy(update={"organisasi": unit})
        chart = BAGAN["organisasi"](replace(isi, instansi=agency))
        assert all(u.nama in chart.alt for u in units(unit))


def test_the_words_of_pohon_kinerja_name_every_box():
    for isi, chart in drawn("pohon_kinerja"):
        names = [
            *isi.frames["ketik/tujuan"]["nama"],
            *isi.frames["ketik/sasaran"]["nama"],
            *isi.nama_indikator.values(),
        ]
        assert all(n in chart.alt for n in names)


@pytest.mark.parametrize("missing", ["ketik__tujuan", "ketik__pendukung", "ketik__sasaran", "ketik__anggaran"])
def test_the_performance_tree_does_without_a_table(missing):
    isi = content(SEED)
    chart = BAGAN["pohon_kinerja"](changed(isi, **{missing: isi.frames[missing.replace("__", "/")].iloc[:0]}))
    assert all(n in chart.alt for n in isi.nama_indikator.values())


def test_programs_are_found_by_their_sasaran_when_no_table_says_so():
    assert "program B Program Pengelolaan Persampahan" in BAGAN["pohon_kinerja"](content(("dinas-contoh", 2024))).alt


def test_the_words_of_pegawai_hold_every_count_of_the_group_that_is_told_apart_most_finely():
    for isi, chart in drawn("pegawai"):
        rows = isi.frames["ketik/sdm"]
        group = rows.groupby("kelompok").size().idxmax()
        for row in rows[rows["kelompok"] == group].to_dict("records"):
            if row["asn_orang"] == row["asn_orang"]:
                none = row["asn_orang"] == 0 and row["non_asn_orang"] == row["non_asn_orang"]
                count = rf"{numerals.write(row['non_asn_orang' if none else 'asn_orang'], 0)} {'non-' * none}ASN"
                said = rf"{re.escape(row['uraian'])}[^,;]* {count}"
                assert re.search(said, chart.alt)


def test_three_years_of_a_supporting_table_are_drawn():
    seed = content(SEED)
    name = "ketik/data_dukung/kasus_hubungan_industrial"
    rows = seed.frames[name]
    more = pd.concat([rows, rows.iloc[:1].assign(tahun=2022, kasus=95.0)], ignore_index=True)
    chart = BAGAN["data_dukung"](replace(seed, frames={**seed.frames, name: more}), "kasus_hubungan_industrial")
    assert chart.alt.endswith("2022 95, 2023 110, 2024 83.")
    assert "turun dari 110 (2023) menjadi 83 (2024)" in chart.judul


def test_supporting_tables_of_one_column_are_drawn_by_year_or_by_row():
    seed = content(SEED)
    assert BAGAN["data_dukung"](seed, "kasus_hubungan_industrial") is None  # two years are a sentence
    assert BAGAN["data_dukung"](seed, "bursa_kerja") is None  # several columns are read in their table
    assert BAGAN["data_dukung"](seed, "tidak_ada") is None
