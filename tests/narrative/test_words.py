"""The sentences on an indicator: met, exceeded, missed, none; and the direction of a change by its arah."""

import pytest
from bs4 import BeautifulSoup

from lkip_lib.buku.laporan import Laporan, buka
from lkip_lib.narrative.document import susun
from lkip_lib.narrative.words import banyak, daftar, kalimat


@pytest.fixture
def chapter(instansi_kecil):
    """Change the tiny agency, then give a chapter of its report as plain paragraphs."""

    def write(code="bab3", **cells):
        akip, tpt = '"64,17"', '"7,82"'
        if "AKIP" in cells:
            instansi_kecil.replace("realisasi.csv", f"AKIP,2024,{akip}", f"AKIP,2024,{cells['AKIP']}")
        if "TPT" in cells:
            instansi_kecil.replace("realisasi.csv", f"TPT,2024,{tpt}", f"TPT,2024,{cells['TPT']}")
        if "target_AKIP" in cells:
            instansi_kecil.replace("target.csv", "AKIP,2024,pk,65", f"AKIP,2024,pk,{cells['target_AKIP']}")
        instansi_kecil.append("realisasi.csv", cells.get("tambah", ""))
        html = susun(Laporan(instansi_kecil.run()).isi, code, bergambar=False).html
        return [" ".join(p.get_text().split()) for p in BeautifulSoup(html, "html.parser").select("p, li")]

    return write


def sentence(paragraphs, start):
    (found,) = [p for p in paragraphs if p.startswith(start)]
    return found


AKIP, TPT = "Nilai AKIP tahun 2024 adalah ", "Tingkat Pengangguran Terbuka tahun 2024 adalah "


@pytest.mark.parametrize(
    ("akip", "said"),
    [
        ('"64,17"', "64,17 dari target Perjanjian Kinerja 65,00; capaiannya 98,72%, belum tercapai."),
        ('"65,00"', "65,00, sama dengan target Perjanjian Kinerja."),
        (
            '"71,50"',
            "71,50, melampaui target Perjanjian Kinerja 65,00; capaiannya 110,00%, dihitung 100,00% dalam rata",
        ),
    ],
    ids=["missed", "met", "exceeded"],
)
def test_of_a_rising_indicator(chapter, akip, said):
    assert sentence(chapter(AKIP=akip), AKIP).startswith(AKIP + said)


@pytest.mark.parametrize(
    ("tpt", "said"),
    [
        (
            '"7,82"',
            "7,82%, lebih rendah daripada target Perjanjian Kinerja 8,55%; capaiannya 108,54%, dihitung 100,00%",
        ),
        ('"8,55"', "8,55%, sama dengan target Perjanjian Kinerja."),
        ('"9,00"', "9,00%, lebih tinggi daripada target Perjanjian Kinerja 8,55%; capaiannya 94,74%, belum tercapai."),
    ],
    ids=["exceeded", "met", "missed"],
)
def test_of_a_falling_indicator(chapter, tpt, said):
    assert sentence(chapter(TPT=tpt), TPT).startswith(TPT + said)


@pytest.mark.parametrize(
    ("ambang", "akip", "said"),
    [
        ("75", '"52,00"', "; capaiannya 80,00%, sehingga dinyatakan tercapai menurut ambang 75%."),
        ("97.5", '"60,00"', "; capaiannya 92,31%, belum tercapai."),
        ("75", '"65,00"', "65,00, sama dengan target Perjanjian Kinerja."),
        (
            "75",
            '"71,50"',
            "melampaui target Perjanjian Kinerja 65,00; capaiannya 110,00%, dihitung 100,00% dalam rata-rata.",
        ),
        ("110", '"68,25"', "dihitung 100,00% dalam rata-rata, sehingga dinyatakan belum tercapai menurut ambang 110%."),
    ],
)
def test_a_threshold_other_than_the_target_itself_is_named(chapter, instansi_kecil, ambang, akip, said):
    instansi_kecil.params(f"ambang_tercapai: {ambang}\n")
    assert said in sentence(chapter(AKIP=akip), AKIP)


def test_the_first_page_names_a_threshold_other_than_the_target_itself(chapter, instansi_kecil):
    instansi_kecil.params("ambang_tercapai: 97.5\n")
    assert "Semua indikator mencapai targetnya menurut ambang 97,5%." in " ".join(chapter("ikhtisar"))
    said = " ".join(chapter("ikhtisar", AKIP='"60,00"'))
    assert "belum tercapai pada Nilai AKIP, menurut ambang 97,5%." in said
    assert "Nilai AKIP belum mencapai target Perjanjian Kinerja menurut ambang 97,5%: 60,00" in said


def test_what_rounding_alone_changes_is_not_counted_otherwise(chapter, instansi_kecil):
    instansi_kecil.params("batas: tanpa\npembulatan: dua_desimal\n")
    assert sentence(chapter(), TPT + "7,82%").endswith("; capaiannya 108,54%.")


def test_a_hair_below_the_target_is_missed_and_rounding_noise_is_not(chapter):
    assert "belum tercapai" in sentence(chapter(AKIP='"64,9999"'), AKIP + "64,9999")


def test_an_indicator_is_written_with_the_most_decimals_that_its_own_cells_print(chapter, instansi_kecil):
    said = " ".join(chapter(AKIP="11", TPT='"8,5512"', target_AKIP="15"))
    assert f"{AKIP}11 dari target Perjanjian Kinerja 15;" in said
    assert f"{TPT}8,5512%" in said
    assert "8,5500%" in said
    trail = Laporan(instansi_kecil.run()).lacak("realisasi", "AKIP")
    assert {s.teks for s in trail.langkah} == {"11"}


def test_what_a_division_in_a_spreadsheet_leaves_is_written_with_two_decimals(chapter):
    said = " ".join(chapter(AKIP='"69,4567891234"', target_AKIP="72"))
    assert f"{AKIP}69,46 dari target Perjanjian Kinerja 72,00;" in said


def test_the_card_says_otherwise_where_it_gives_the_decimals(chapter, instansi_kecil):
    kartu = "kode,sasaran,nama,satuan,arah,desimal\nAKIP,S1,Nilai AKIP,Nilai,naik,1\n"
    instansi_kecil.write("indikator.csv", f"{kartu}TPT,S2,Tingkat Pengangguran Terbuka,Persen,turun,2\n")
    assert "adalah 11,0 dari target Perjanjian Kinerja 15,0;" in " ".join(chapter(AKIP="11", target_AKIP="15"))


@pytest.mark.parametrize(("code", "target", "realisasi", "said"), [
    ("AKIP", "3,2", "2,9", "90,63%"),
    ("AKIP", "0,64", "0,58", "90,63%"),
    ("TPT", "9,6", "9,9", "96,88%"),
    ("TPT", "64", "67,6", "94,38%"),
])  # fmt: skip
def test_an_exact_half_is_rounded_up_in_the_sentence_and_in_the_trail(instansi_kecil, code, target, realisasi, said):
    instansi_kecil.params("batas: tanpa\n")
    instansi_kecil.write("target.csv", f'indikator,tahun,dokumen,target\n{code},2024,pk,"{target}"\n')
    instansi_kecil.write("realisasi.csv", f'indikator,tahun,realisasi\n{code},2024,"{realisasi}"\n')
    laporan = Laporan(instansi_kecil.run())
    assert f"capaiannya {said}" in BeautifulSoup(susun(laporan.isi, "bab3", bergambar=False).html, "html.parser").text
    assert laporan.lacak("capaian", code).langkah[0].teks == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"AKIP": ""}, "Capaian Nilai AKIP tahun 2024 belum dapat dihitung karena realisasinya belum diisi."),
        ({"target_AKIP": ""}, "Capaian Nilai AKIP tahun 2024 belum dapat dihitung karena targetnya belum diisi."),
        (
            {"target_AKIP": "0"},
            "Nilai AKIP tahun 2024 adalah 64,17, sedangkan target Perjanjian Kinerja nol, jadi terlampaui; "
            "persentasenya tidak dapat dihitung.",
        ),
    ],
    ids=["no realisasi", "no target", "target 0"],
)
def test_of_an_indicator_without_capaian(chapter, change, said):
    paragraphs = chapter(**change)
    assert said in paragraphs
    assert not any("64,17" in p and "capaiannya" in p for p in paragraphs)


def test_of_a_damaged_figure(chapter):
    paragraphs = chapter(AKIP='"6.4.17,0"')
    assert "Capaian Nilai AKIP tahun 2024 tidak dihitung karena angka dasarnya rusak atau dapat dibaca dua cara." in (
        paragraphs
    )


@pytest.mark.parametrize(
    ("code", "before", "said"),
    [
        ("TPT", '"7,90"', "Angka itu turun 0,08 poin dari 7,90% pada 2023, yang berarti perbaikan."),
        ("TPT", '"7,70"', "Angka itu naik 0,12 poin dari 7,70% pada 2023, yang berarti penurunan kinerja."),
        ("TPT", '"7,82"', "Angka itu sama dengan tahun 2023."),
        ("AKIP", '"61,64"', "Nilai itu naik 2,53 poin dari 61,64 pada 2023."),
        ("AKIP", '"65,00"', "Nilai itu turun 0,83 poin dari 65,00 pada 2023."),
    ],
)
def test_the_direction_follows_arah(chapter, code, before, said):
    assert sentence(chapter(tambah=f"{code},2023,{before}\n"), AKIP if code == "AKIP" else TPT).endswith(said)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ({2023: "61,64", 2022: "64,22"}, "dan masih lebih rendah 0,05 poin daripada tahun 2022 (64,22), yang terbaik"),
        ({2023: "61,64", 2022: "60,00"}, "dari 61,64 pada 2023, yang terbaik sejak 2022."),
        ({2023: "65,00", 2022: "66,00"}, "dari 65,00 pada 2023, yang terlemah sejak 2022."),
        ({2023: "66,00", 2022: "60,00"}, "dari 66,00 pada 2023."),
    ],
    ids=["between", "best", "weakest", "last year was best"],
)
def test_its_place_among_the_years_behind_is_said(chapter, years, said):
    rows = "".join(f'AKIP,{year},"{value}"\n' for year, value in years.items())
    assert said in sentence(chapter(tambah=rows), AKIP)


def test_a_cause_that_is_not_written_is_asked_for_only_where_a_target_is_missed(chapter):
    (asked,) = [p for p in chapter() if "(analisis)" in p]
    assert "sebab target belum tercapai (analisis); upaya atau tindak lanjutnya (analisis)" in asked


def test_a_written_cause_is_printed_and_no_longer_asked_for(chapter, instansi_kecil):
    instansi_kecil.write(
        "analisis.yml", "indikator:\n  AKIP:\n    sebab: [bukti belum lengkap]\n    upaya: [bukti dilengkapi]\n"
    )
    paragraphs = chapter()
    assert "Target Perjanjian Kinerja belum tercapai karena bukti belum lengkap. Bukti dilengkapi." in paragraphs
    assert not any("(analisis)" in p for p in paragraphs)


@pytest.mark.parametrize(
    ("akip", "tpt", "said"),
    [
        ('"64,17"', '"7,82"', "Target tercapai pada satu indikator dan belum tercapai pada Nilai AKIP."),
        ('"65,00"', '"7,82"', "Semua indikator mencapai targetnya."),
        ('"64,17"', '"9,00"', "Belum ada indikator yang mencapai targetnya."),
        ("", '"7,82"', "rata-ratanya belum lengkap: baru satu dari dua indikator yang terhitung."),
        ("", "", "belum ada indikator yang target dan realisasinya terisi"),
    ],
)
def test_the_summary(chapter, akip, tpt, said):
    text = " ".join(chapter("ikhtisar", AKIP=akip, TPT=tpt))
    assert said in text
    assert ("predikat" in text) == (akip != "" and tpt != "")


@pytest.mark.parametrize(
    ("akip", "said"),
    [
        ('"64,17"', "Target tercapai pada Tingkat Pengangguran Terbuka, tetapi belum tercapai pada Nilai AKIP."),
        ('"66,00"', "Menurut Perjanjian Kinerja, rata-rata capaiannya 100,00%, dengan predikat Sangat Tinggi."),
        ("", "baru satu dari dua indikator yang terhitung."),
    ],
)
def test_the_conclusion(chapter, akip, said):
    text = chapter("bab4", AKIP=akip)[0]
    assert said in text
    assert ("tetapi belum tercapai" in text) == (akip == '"64,17"')


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C", "D"], "A, B, C, dan D")]
)
def test_a_list(words, text):
    assert str(daftar(words)) == text


def test_a_list_escapes_its_words():
    assert str(daftar(["<b>", "a & b", '"'])) == "&lt;b&gt;, a &amp; b, dan &#34;"


@pytest.mark.parametrize(("n", "text"), [(0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "11"), (1234, "1.234")])
def test_a_count(n, text):
    assert banyak(n) == text


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("data belum lengkap", "Data belum lengkap."),
        (" Sudah. ", "Sudah."),
        ("sudah?", "Sudah?"),
        ("SDM kurang", "SDM kurang."),
    ],
)
def test_a_sentence(text, prose):
    assert kalimat(text) == prose


def test_a_mean_is_called_weighted_where_the_weights_differ(chapter, instansi_kecil):
    assert not any("tertimbang" in p for p in chapter("ikhtisar"))
    instansi_kecil.replace("indikator.csv", "satuan,arah\n", "satuan,arah,bobot\n")
    for baris, bobot in (("Nilai,naik\n", "2"), ("Persen,turun\n", "1")):
        instansi_kecil.replace("indikator.csv", baris, f"{baris.strip()},{bobot}\n")
    assert any("rata-rata tertimbang capaiannya" in p for p in chapter("ikhtisar"))


def test_the_last_year_of_the_renstra_is_no_missing_target(chapter, instansi_kecil):
    instansi_kecil.append("target.csv", "AKIP,2024,renstra,66\n")
    paragraphs = chapter()
    assert "Tahun 2024 adalah tahun terakhir yang ditargetkan Renstra." in paragraphs
    instansi_kecil.append("target.csv", "AKIP,2026,renstra,70\n")
    assert any(p.startswith("Target akhir Renstra 2026 adalah 70,00") for p in chapter())


def test_a_final_target_out_of_reach_has_no_capaian_below_zero(chapter, instansi_kecil):
    instansi_kecil.append("target.csv", 'TPT,2026,renstra,"3,00"\n')
    far = sentence(chapter(), "Target akhir Renstra 2026 adalah 3,00%")
    assert far.endswith("3,00%: angka itu harus turun rata-rata 2,41 poin setiap tahun.")


def test_an_amount_of_money_names_its_currency_once(chapter, instansi_kecil):
    instansi_kecil.replace("indikator.csv", "Persen,turun", "Rupiah,naik")
    instansi_kecil.replace("target.csv", '"8,55"', "1.250.000")
    instansi_kecil.append("target.csv", "TPT,2026,renstra,1.500.000\n")
    said = " ".join(chapter(TPT="1.300.000", tambah="TPT,2023,1.200.000\n"))
    assert "naik Rp100.000 dari Rp1.200.000 pada 2023 (+8,33%)" in said
    assert (
        "Target akhir Renstra 2026 adalah Rp1.500.000: angka itu harus naik rata-rata Rp100.000 setiap tahun." in said
    )


def test_a_unit_stands_beside_every_figure_of_it(chapter, instansi_kecil):
    instansi_kecil.replace("indikator.csv", "Persen,turun", "Rasio per 10.000 kendaraan,turun")
    instansi_kecil.append("target.csv", 'TPT,2026,renstra,"7,00"\n')
    said = " ".join(chapter(tambah='TPT,2023,"7,90"\n'))
    assert "7,82 per 10.000 kendaraan, lebih rendah daripada target Perjanjian Kinerja 8,55 per 10.000 kend" in said
    assert "turun 0,08 per 10.000 kendaraan dari 7,90 per 10.000 kendaraan pada 2023" in said
    assert "Target akhir Renstra 2026 adalah 7,00 per 10.000 kendaraan: " in said
    assert (
        "harus turun rata-rata 0,41 per 10.000 kendaraan setiap tahun, lebih besar daripada penurunan tahun 2024."
        in said
    )


def test_a_benchmark_is_said_to_be_higher_or_lower(chapter, instansi_kecil):
    national = "indikator,tahun,lingkup,realisasi\n"
    national += 'AKIP,2024,instansi,"64,17"\nTPT,2024,instansi,"7,82"\nTPT,2024,nasional,"4,91"\n'
    instansi_kecil.write("realisasi.csv", national + 'AKIP,2024,provinsi,"60,00"\n')
    said = " ".join(chapter())
    assert "Angka itu masih lebih tinggi 2,91 poin daripada angka nasional (4,91%)." in said
    assert "Nilai itu lebih tinggi 4,17 poin daripada angka provinsi (60,00)." in said


@pytest.fixture
def ratio(instansi_kecil):
    instansi_kecil.replace("indikator.csv", "Persen,turun", "Rasio,turun")
    instansi_kecil.replace("target.csv", '"8,55"', '"1 : 17,9"')
    instansi_kecil.append("target.csv", "TPT,2026,renstra,1 : 14\n")
    return {"TPT": '"1 : 16,4"', "tambah": '"TPT",2023,"1 : 18,2"\n'}


def test_a_ratio_is_said_from_and_to(chapter, ratio):
    said = " ".join(chapter(**ratio))
    assert "adalah 1 : 16,4, lebih rendah daripada target Perjanjian Kinerja 1 : 17,9; " in said
    assert "Angka itu membaik dari 1 : 18,2 pada 2023." in said
    assert "Target akhir Renstra 2026 adalah 1 : 14, belum tercapai." in said
    assert "poin" not in said.partition("1 : 16,4")[2]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ('"78,20"', "Nilai AKIP keluar dari rentang 60-80: dari 78,20 pada tahun 2023 menjadi 84,50."),
        ('"81,00"', "Nilai AKIP menjauh dari rentang 60-80: dari 81,00 pada tahun 2023 menjadi 84,50."),
    ],
)
def test_a_range_that_is_left_is_named(chapter, instansi_kecil, before, said):
    instansi_kecil.replace("indikator.csv", "satuan,arah\n", "satuan,arah,jenis\n")
    instansi_kecil.replace("indikator.csv", "Nilai,naik\n", "Nilai,naik,rentang\n")
    instansi_kecil.replace("indikator.csv", "Persen,turun\n", "Persen,turun,tingkat\n")
    assert said in chapter("ikhtisar", AKIP='"84,50"', target_AKIP="60-80", tambah=f"AKIP,2023,{before}\n")


def test_what_became_worse_is_said_from_and_to(chapter):
    said = "Tingkat Pengangguran Terbuka memburuk dari 7,70% pada tahun 2023 menjadi 7,82%."
    assert said in chapter("ikhtisar", tambah='TPT,2023,"7,70"\n')


def test_a_rank_is_a_rank_and_a_count_has_its_unit(chapter, instansi_kecil):
    instansi_kecil.replace("indikator.csv", "Nilai AKIP,Nilai,naik", "Peringkat investasi,Peringkat,turun")
    instansi_kecil.replace("indikator.csv", "Persen,turun", "Orang,naik")
    instansi_kecil.replace("target.csv", "AKIP,2024,pk,65", "AKIP,2024,pk,5")
    instansi_kecil.replace("target.csv", '"8,55"', "1.250")
    paragraphs = chapter(AKIP="Peringkat 7", TPT='"1.312"', tambah="AKIP,2023,8\n")
    rank = sentence(paragraphs, "Peringkat investasi tahun 2024 adalah peringkat 7 dari target Perjanjian Kinerja ")
    assert rank.endswith("Peringkat itu membaik 1 peringkat dari peringkat 8 pada 2023.")
    assert sentence(paragraphs, f"{TPT}1.312 orang, melampaui target Perjanjian Kinerja 1.250 orang")


def test_many_that_reached_their_target_are_counted(chapter, instansi_kecil):
    codes = [f"I{i}" for i in range(6)]
    rows = "".join(f"{k},S1,Indikator {k},Nilai,naik\n" for k in codes)
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah\n{rows}")
    for name, value in (("target", 65), ("realisasi", 70)):
        document = ",dokumen" if name == "target" else ""
        body = "".join(f"{k},2024{',pk' if document else ''},{value}\n" for k in codes)
        instansi_kecil.write(f"{name}.csv", f"indikator,tahun{document},{name}\n{body}")
    said = " ".join(chapter("bab4"))
    assert "Semua indikator mencapai targetnya." in said


def test_the_conclusion_tells_of_sasaran_and_efficiency(chapter):
    said = " ".join(chapter("bab4"))
    assert "Nilai AKIP. Capaian sasaran yang terendah menurut Perjanjian Kinerja adalah 98,72%, pada S1." in said
    assert "satu sasaran efisien dan satu sasaran tidak disebut efisien karena targetnya belum tercapai." in said


def test_the_counts_of_a_sentence_are_written_alike(chapter, instansi_kecil):
    codes = [f"I{i:02}" for i in range(18)]
    rows = "".join(f"{k},S1,Indikator {k},Nilai,naik\n" for k in codes)
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah\n{rows}")
    done = "".join(f"{k},2024,{70 if i < 7 else 60}\n" for i, k in enumerate(codes))
    instansi_kecil.write("target.csv", "indikator,tahun,dokumen,target\n" + "".join(f"{k},2024,pk,65\n" for k in codes))
    instansi_kecil.write("realisasi.csv", f"indikator,tahun,realisasi\n{done}")
    said = " ".join(chapter("ikhtisar") + chapter("bab4"))
    assert "mengukur 18 indikator pada 1 sasaran" in said
    assert "Target tercapai pada 7 indikator dan belum tercapai pada 11 indikator, dengan" in said
    assert "Target tercapai pada 7 indikator, tetapi belum tercapai pada 11 indikator, dengan" in said


STAFF = "kelompok,uraian,golongan,asn,non_asn\njabatan,Kepala,,3,\njabatan,Pelaksana,,5,2\ngolongan,IV,,{},2\n"


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        (8, "berjumlah 8 ASN dan 2 non-ASN menurut jabatan dan golongan"),
        (7, "8 ASN dan 2 non-ASN menurut jabatan; 7 ASN dan 2 non-ASN menurut golongan"),
    ],
)
def test_staff_is_counted_once_where_the_groups_agree(instansi_kecil, rank, said):
    instansi_kecil.write("sdm.csv", STAFF.format(rank))
    html = buka("dinas-kecil", 2024, di=instansi_kecil.akar).bab("bab1").html
    (text,) = [p for p in BeautifulSoup(html, "html.parser").select("p") if p.get_text().startswith("Pegawai")]
    assert " ".join(text.get_text().split()).partition(" (Tabel")[0].endswith(said)


def test_every_formula_is_said_to_be_for_something(chapter):
    formulas = [p for p in chapter() if "(Praktik penyusunan LKIP)" in p or "(PermenPANRB 8/2021)" in p]
    assert {p.partition(":")[0] for p in formulas} >= {"Indikator naik", "Indikator turun"}


def test_the_best_class_of_a_rule_of_ones_own_is_named(chapter, instansi_kecil):
    instansi_kecil.kebijakan(
        "efisiensi:\n  hemat:\n    judul: Kehematan\n    sumber: Peraturan sendiri\n    ukuran: selisih\n    kelas:\n"
        "      - {nama: Sangat hemat, sekurangnya: 10}\n      - {nama: Hemat}\n"
    )
    instansi_kecil.params("efisiensi: hemat\n")
    said = " ".join(chapter("ikhtisar"))
    assert "Tingkat efisiensi tertinggi, Sangat hemat, dicapai menurut Perjanjian Kinerja pada sasaran" in said


def test_a_change_has_no_end_of_the_renstra_and_none_is_asked_for(chapter, instansi_kecil):
    instansi_kecil.replace("indikator.csv", "satuan,arah\n", "satuan,arah,jenis\n")
    instansi_kecil.replace("indikator.csv", "Nilai,naik\n", "Nilai,naik,tingkat\n")
    instansi_kecil.replace("indikator.csv", "Persen,turun\n", "Persen,turun,perubahan\n")
    instansi_kecil.replace("target.csv", '"8,55"', '"-0,4"')
    instansi_kecil.append("target.csv", 'TPT,2026,renstra,"-0,5"\n')
    paragraphs = chapter(TPT='"-0,6"')
    assert not any("Renstra 2026" in p for p in paragraphs)
    assert sum("target akhir Renstra (tabel target" in p for p in paragraphs) == 1  # AKIP has none
    assert "Target akhir Renstra" not in " ".join(chapter("ikhtisar"))


def test_a_mean_of_sasaran_is_called_so_below_the_indicators(instansi_kecil):
    for cara, nama in (("indikator", "Rata-rata"), ("sasaran", "Rata-rata sasaran")):
        instansi_kecil.params(f"rata_rata: {cara}\n")
        assert Laporan(instansi_kecil.run()).tabel("pengukuran").baris[-1].sel[0] == nama


def test_an_unbounded_capaian_is_not_called_bounded(instansi_kecil):
    instansi_kecil.params("batas: tanpa\n")
    text = "\n".join(p for bab in buka("dinas-kecil", 2024, di=instansi_kecil.akar).naskah for p in [bab.html])
    assert "Capaian tidak dibatasi" in text
    assert "sesudah dibatasi" not in text
    assert "sudah dibatasi" not in text


def test_a_plan_is_said_to_hold_the_targets_that_it_has(instansi_kecil):
    instansi_kecil.append("target.csv", "AKIP,2024,renstra,65\n")
    text = "".join(bab.html for bab in buka("dinas-kecil", 2024, di=instansi_kecil.akar).naskah)
    assert "dua indikator yang berlaku pada tahun 2024; satu di antaranya bertarget dalam Renstra" in text


def test_nothing_against_a_target_is_more_than_met_under_the_ratio(instansi_kecil):
    instansi_kecil.params("rumus_turun: rasio\n")
    instansi_kecil.replace("realisasi.csv", '"7,82"', "0")
    text = "".join(bab.html for bab in buka("dinas-kecil", 2024, di=instansi_kecil.akar).naskah)
    assert "; menurut rumusnya, persentasenya tidak terhingga" in text


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ("menambah petugas", "Upaya yang dilakukan: menambah petugas."),
        ("Petugas ditambah.", "Petugas ditambah."),
        ("Menteri menambah petugas.", "Menteri menambah petugas."),
    ],
)
def test_what_was_done_becomes_a_sentence_where_it_is_none(instansi_kecil, done, said):
    instansi_kecil.write("analisis.yml", f"indikator:\n  AKIP:\n    upaya: [{done}]\n")
    told = buka("dinas-kecil", 2024, di=instansi_kecil.akar).narasi["kalimat"]
    assert any(said in t for t in told)


def test_what_many_indicators_lack_is_said_once(instansi_kecil):
    cards = "".join(f"K{n},S1,Ukuran {n},Nilai,naik,tingkat\n" for n in range(4))
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,jenis\n{cards}")
    for table, column in (("target", "indikator,tahun,dokumen,target"), ("realisasi", "indikator,tahun,realisasi")):
        value = ",pk" * (table == "target")
        instansi_kecil.write(f"{table}.csv", column + "\n" + "".join(f"K{n},2024{value},{50 + n}\n" for n in range(4)))
    told = " ".join(buka("dinas-kecil", 2024, di=instansi_kecil.akar).narasi["kalimat"])
    assert told.count("angka nasional atau daerah lain") == 1
    assert "angka nasional atau daerah lain untuk semua indikator" in told
