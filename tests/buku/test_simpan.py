"""Saving: every figure is what its formula or its document gives, whatever a cell does; else it is refused."""

import pytest

from lkip_lib.buku.kepekaan import bandingkan, pilihan_lain
from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.rangkaian import rangkai, tahap
from lkip_lib.errors import MasukanSalah
from lkip_lib.ledger import id_induk
from lkip_lib.publish.html import susun_halaman
from tests.recipe import BATAS_120, BIAYA, add_notebook, cell, change, copy_notebooks, own_rule, put_in
from tests.recompute import differing


@pytest.fixture
def agency(instansi_kecil):
    """A small agency with a recipe of its own to change: AKIP of S1 and TPT of S2, measured against the PK."""
    copy_notebooks(instansi_kecil.akar)
    return instansi_kecil


def refused(agency, name="03_efisiensi"):
    with pytest.raises(MasukanSalah) as salah:
        rangkai(agency.tempat, name)
    return str(salah.value)


# ---- what is refused
@pytest.mark.parametrize(
    ("name", "after", "source", "said", "write"),
    [
        (
            "02_capaian",
            "dipakai",
            'ini.loc[0, "capaian_persen"] = 99.0',
            "per_dokumen.capaian_persen AKIP pk: tabelnya berisi 99, sedangkan rumus batas_capaian memberi 98,723077",
            "tambah(frame, capaian_persen=rumus)",
        ),
        (
            "02_capaian",
            "dipakai",
            'ini.loc[0, "predikat"] = "Tinggi"',
            'per_dokumen.predikat AKIP pk: tabelnya berisi "Tinggi", sedangkan rumus predikat memberi "Sangat Tinggi"',
            "tambah(frame, predikat=rumus)",
        ),
        (
            "02_capaian",
            "sanding",
            'ukur["realisasi_kini"] = ukur["realisasi_kini"] + 5',
            "dokumennya menyatakan 64,17 (realisasi.AKIP.realisasi.2024.tahunan)",
            "jawaban.yml",
        ),
        (
            "02_capaian",
            "sanding",
            'ukur.loc[0, "target"] = 60.0',
            "dokumennya menyatakan 65 (target.AKIP.target.pk.2024.tahunan)",
            "jawaban.yml",
        ),
        (
            "02_capaian",
            "dipakai",
            'dipakai["capaian_persen"] = 100.0',
            "indikator.capaian_persen AKIP pk: tabelnya berisi 100, sedangkan indikator.AKIP.capaian_persen.pk.2024 "
            "bernilai 98,723077",
            "Ubah kolom itu di tabel per_dokumen",
        ),
        (
            "03_efisiensi",
            "pohon",
            'anggaran.loc[1, "pagu_rp"] = 70_000_000',
            "anggaran.pagu_rp",
            "tambah(frame, pagu_rp=rumus)",
        ),
        (
            "03_efisiensi",
            "serapan-sasaran",
            'sasaran["capaian_persen"] = 100.0',
            "Tabel sasaran sudah disimpan notebook sebelumnya, dan kolom capaian_persen tidak sama lagi",
            "ubah di notebook yang membuatnya",
        ),
    ],
)
def test_a_figure_changed_behind_its_declaration_is_refused_by_name(agency, name, after, source, said, write):
    put_in(agency.akar, name, after, source)
    message = refused(agency)
    assert said in message
    assert write in message


def test_a_missing_figure_filled_in_by_a_cell_is_refused(agency):
    agency.replace("realisasi.csv", '"7,82"', "")
    put_in(agency.akar, "02_capaian", "sanding", 'ukur["realisasi"] = ukur["realisasi"].fillna(0)')
    assert "per_dokumen.realisasi TPT pk: tabelnya berisi 0" in refused(agency)


def test_a_promised_indicator_that_was_left_out_is_refused(agency):
    """Else the mean would shrink to those that are left, in silence."""
    put_in(agency.akar, "02_capaian", "capaian", 'ukur = ukur[ukur["kode"] != "TPT"].reset_index(drop=True)')
    message = refused(agency)
    assert (
        "Indikator TPT tidak ada dalam per_dokumen (pk) dan indikator, padahal kartunya berlaku tahun ini." in message
    )
    assert "kelompokkan(…)" in message


@pytest.mark.parametrize(("nama", "frame", "kode"), [("indikator", "dipakai", "TPT"), ("sasaran", "sasaran", "S1")])
def test_a_row_left_out_of_what_the_report_shows_is_refused(agency, nama, frame, kode):
    source = cell(agency.akar, "02_capaian", "simpan")
    change(agency.akar, "02_capaian", "simpan", f'{frame} = {frame}[{frame}["kode"] != "{kode}"]\n{source}')
    assert f"{kode} tidak ada dalam {nama}" in refused(agency)


def test_a_sasaran_that_was_left_out_is_refused(agency):
    put_in(agency.akar, "02_capaian", "sasaran", 'per_sasaran = per_sasaran[per_sasaran["kode"] != "S2"]')
    assert "Sasaran S2 tidak ada dalam per_sasaran (pk)" in refused(agency)


def test_a_sasaran_whose_members_were_all_left_out_is_refused_once_at_the_cell_that_grouped(agency):
    agency.append("target.csv", 'AKIP,2024,renstra,66\nTPT,2024,renstra,"8,40"\n')
    before = cell(agency.akar, "02_capaian", "sasaran")
    change(agency.akar, "02_capaian", "sasaran", before.replace("ini, dok", 'ini[ini["arah"] == "naik"], dok'))
    assert refused(agency) == (
        '02_capaian.ipynb sel kode 16 "Rata-rata setiap sasaran, dan instansi", baris 2: Sasaran S2 tidak punya '
        "anggota lagi di kelompokkan(…), padahal kartunya berlaku tahun ini. Pertahankan barisnya, misalnya dengan "
        "| (frame['sasaran'] == 'S2'). Capaian yang memang tidak dihitung dikosongkan rumusnya (TIDAK_ADA), sehingga "
        "rata-ratanya disebut belum lengkap."
    )


def test_an_input_of_a_formula_that_is_not_saved_with_it_is_asked_for(agency):
    source = 'lk.simpan(biaya=tambah(sasaran, sisa=rumus.sisa)[["kode", "sisa"]])'
    put_in(agency.akar, "03_efisiensi", "simpan", source)
    assert "biaya.sisa: kolom pagu_rp, yang dibaca rumusnya, tidak ikut disimpan." in refused(agency)


def test_what_is_no_table_is_refused(agency):
    put_in(agency.akar, "02_capaian", "dipakai", "lk.simpan(daftar=[1, 2])")
    assert "daftar bukan tabel" in refused(agency)


# ---- what a cell may put in the place of a formula
def test_a_cells_own_formula_is_followed_by_table_ledger_trail_and_other_policies(agency):
    own_rule(agency.akar, BATAS_120)
    bahan = rangkai(agency.tempat, "03_efisiensi")
    assert bahan.frames["indikator"]["capaian_persen"].round(2).tolist() == [98.72, 108.54]
    assert bahan.frames["ringkasan"]["rata_rata_persen"].round(2).tolist() == [103.63]

    row = bahan.ledger["indikator.TPT.capaian_persen.pk.2024"]
    assert (row["rumus"], row["ungkapan"]) == ("batas", "batas")
    published = bahan.rumus.set_index("kode").loc[row["ungkapan"]]
    assert (published["sumber"], published["arti"]) == ("Keputusan Kepala Dinas", "Capaian dibatasi 0 sampai 120.")
    assert published["ungkapan"] == "min(max(capaian_mentah_persen, 0), 120)"
    assert differing(bahan) == {}

    first = Laporan(bahan).jejak("indikator.TPT.capaian_persen.pk.2024").langkah[0]
    assert (first.rumus, first.sumber_rumus) == ("capaian dibatasi 0 sampai 120", "Keputusan Kepala Dinas")

    # The cell's bound stands whatever params choose of bounds; what it does not replace still varies.
    lain = bandingkan(bahan, [{}, {"batas": "100"}, {"rumus_turun": "rasio"}])
    assert lain["rata_rata_persen"].round(2).tolist() == [103.63, 103.63, 104.03]


def test_two_formulas_of_cells_that_are_called_the_same_are_told_apart(agency):
    own_rule(agency.akar, BATAS_120)
    add_notebook(agency.akar, "06_biaya", "Biaya", *(s.replace("biaya_per_poin", "batas") for s in BIAYA))
    bahan = rangkai(agency.tempat)
    keys = {bahan.ledger[i]["ungkapan"] for i in ("indikator.TPT.capaian_persen.pk.2024", "biaya.S1.biaya_rp.2024")}
    assert len(keys) == 2
    assert set(bahan.rumus.set_index("kode").loc[sorted(keys), "ungkapan"]) == {
        "min(max(capaian_mentah_persen, 0), 120)", "(realisasi_rp / capaian_persen)",
    }  # fmt: skip
    assert differing(bahan) == {}


def test_a_cells_own_formula_is_carried_to_another_process(agency, tmp_path):
    import pickle

    own_rule(agency.akar, BATAS_120)
    bahan = rangkai(agency.tempat, "03_efisiensi")
    back = pickle.loads(pickle.dumps(list(bahan.bagian)))
    again = type(bahan)(bahan.tempat, bahan.params)
    for hasil in back:
        again = again.dengan(hasil)
    assert again.ledger.frame.equals(bahan.ledger.frame)
    assert bandingkan(again, [{}])["rata_rata_persen"].round(2).tolist() == [103.63]


def test_a_mean_over_some_members_lists_just_those(agency):
    put_in(agency.akar, "02_capaian", "sasaran-dipakai", 'ini_saja = ini[ini["kode"] == "AKIP"]')
    before = cell(agency.akar, "02_capaian", "ringkasan")
    change(agency.akar, "02_capaian", "ringkasan", before.replace("indikator=ini,", "indikator=ini_saja,"))
    assert "indikator=ini_saja" in cell(agency.akar, "02_capaian", "ringkasan")
    bahan = rangkai(agency.tempat, "03_efisiensi")
    mean = bahan.ledger["ringkasan.0.rata_rata_persen.pk.2024"]
    assert [i for i in id_induk(mean["dari"]) if "capaian" in i] == ["indikator.AKIP.capaian_persen.pk.2024"]
    assert round(mean["nilai"], 2) == 98.72
    assert differing(bahan) == {}
    assert bandingkan(bahan, [{}, {"batas": "110"}])["rata_rata_persen"].round(2).tolist() == [98.72, 98.72]


@pytest.mark.parametrize("pilih", ["per_sasaran.copy()", 'per_sasaran[per_sasaran["kode"] == "S1"]'])
def test_a_mean_over_sasaran_takes_a_copy_of_them_or_some(agency, pilih):
    agency.params("rata_rata: sasaran\n")
    before = cell(agency.akar, "02_capaian", "ringkasan")
    change(agency.akar, "02_capaian", "ringkasan", before.replace("sasaran=per_sasaran", f"sasaran={pilih}"))
    bahan = rangkai(agency.tempat, "03_efisiensi")
    mean = bahan.ledger["ringkasan.0.rata_rata_persen.pk.2024"]
    assert "sasaran.S1.capaian_persen.2024" in id_induk(mean["dari"])
    assert differing(bahan) == {}


def test_the_range_of_readings_is_of_the_members_that_the_mean_has(agency):
    before = cell(agency.akar, "02_capaian", "ringkasan")
    some = before.replace("indikator=ini,", 'indikator=ini[ini["kode"] == "AKIP"],')
    change(agency.akar, "02_capaian", "ringkasan", some)
    bahan = rangkai(agency.tempat, "03_efisiensi")
    mean = bahan.frames["ringkasan"].set_index("dokumen")["rata_rata_persen"]
    for batas, milik in bahan.frames["jangkauan"].groupby("andaian"):
        assert milik.set_index("dokumen")["rata_rata_persen"].to_dict() == mean.to_dict(), batas
    assert "rata_rata" not in pilihan_lain(bahan)


def test_the_table_names_each_formula_that_a_cell_put_in_the_place_of_one_of_the_report(agency):
    mentah = '''

@rumus
def mentah(target, realisasi):
    """Realisasi dibagi target."""
    return realisasi / target * 100
'''
    own_rule(agency.akar, mentah)
    catatan = Laporan(rangkai(agency.tempat, "03_efisiensi")).tabel("pengukuran").catatan
    assert "Capaian dihitung menurut rumus sendiri: realisasi dibagi target, lalu " in catatan


def test_an_analysts_plain_column_is_no_figure(agency):
    put_in(agency.akar, "02_capaian", "dipakai", 'ini["ranking"] = ini["capaian_persen"].rank()')
    bahan = rangkai(agency.tempat, "03_efisiensi")
    assert "ranking" in bahan.frames["antara/per_dokumen"]
    assert bahan.ledger.frame.query("besaran == 'ranking'").empty


def test_a_column_added_by_a_formula_is_a_figure_of_its_table(agency):
    put_in(agency.akar, "02_capaian", "dipakai", "ini = tambah(ini, jarak=perbandingan.selisih.atas("
           'kini="realisasi", pembanding="target"))')  # fmt: skip
    bahan = rangkai(agency.tempat, "03_efisiensi")
    row = bahan.ledger["indikator.AKIP.jarak.pk.2024"]
    assert (row["nilai"], row["rumus"]) == (-0.83, "selisih")
    assert "jarak" in bahan.frames["per_dokumen"]
    assert differing(bahan) == {}


# ---- a table of one's own
def test_a_notebook_of_ones_own_joins_the_chain(agency):
    add_notebook(agency.akar, "06_biaya", "Biaya setiap poin", *BIAYA)
    assert tahap(agency.akar)[-1] == "06_biaya"
    page = susun_halaman(agency.akar)[-2]
    assert (page.berkas, page.judul) == ("06_biaya.html", "Biaya setiap poin")

    report = Laporan(rangkai(agency.tempat))
    assert report.biaya["biaya_rp"].round().tolist() == [506_467, 300_000]  # 50 million for 98,72; 30 million for 100
    assert report.biaya["urutan"].tolist() == [2, 1]
    row = report.bahan.ledger["biaya.S1.biaya_rp.2024"]
    assert row["dari"] == "realisasi_rp=sasaran.S1.realisasi_rp.2024 capaian_persen=sasaran.S1.capaian_persen.2024"
    assert (row["satuan"], row["rumus"]) == ("rupiah", "biaya_per_poin")
    assert "biaya.S1.urutan.2024" not in report.bahan.ledger  # a plain column has no trail
    assert report.jejak("biaya.S1.biaya_rp.2024").langkah[0].dengan_angka.startswith("50.000.000 ÷ 98,723076923 =")
    assert "Rp506.467" in report.sajikan("biaya", "Biaya setiap poin capaian", "kode", "biaya_rp")._repr_html_()
    assert differing(report.bahan) == {}
