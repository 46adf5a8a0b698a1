"""Targets of one indicator across documents, years and quarters."""

import pytest

from tests.checks.notes import contoh, notes, one, printed

HEAD = "indikator,tahun,periode,dokumen,jenis,target,nama,satuan\n"
KODE = [f"TAR-{i:02}" for i in range(1, 11)]


def targets(agency, *rows):
    agency.write("target.csv", HEAD + "".join(f"{r}\n" for r in rows))


PK = ("AKIP,2024,tahunan,pk,,65,,", 'TPT,2024,tahunan,pk,,"8,55",,')


def test_consistent_agencies_have_nothing_to_say(instansi_kecil, tmp_path):
    assert notes(instansi_kecil, *KODE).empty
    assert notes(contoh(tmp_path / "salinan"), *KODE).empty


def test_a_value_that_differs(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,renstra,,80,,", 'TPT,2024,tahunan,renstra,,"8,55",,')
    note = one(instansi_kecil, "TAR-01")
    assert (note["tercetak"], note["tingkat"]) == ("80", "peringatan")
    assert note["dampak"] == "capaian AKIP 98,72% menjadi 80,21% menurut Renstra"


@pytest.mark.parametrize(("change", "agrees"), [("-0,5", True), ("-0,6", False)])
def test_a_change_that_gives_the_level_asks_for_the_same(instansi_kecil, change, agrees):
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"9,05"\n')
    targets(instansi_kecil, *PK, f'TPT,2024,tahunan,renstra,perubahan,"{change}",,', "AKIP,2024,tahunan,renstra,,65,,")
    note = one(instansi_kecil, "TAR-01")
    assert (note["tingkat"], "keduanya sama" in note["penjelasan"]) == ("peringatan", agrees)


def test_a_change_from_a_year_without_a_figure_gives_no_level(instansi_kecil):
    instansi_kecil.append("realisasi.csv", "TPT,2023,belum rilis\n")
    targets(instansi_kecil, *PK, 'TPT,2024,tahunan,renstra,perubahan,"-0,5",,', "AKIP,2024,tahunan,renstra,,65,,")
    assert "keduanya sama" not in one(instansi_kecil, "TAR-01")["penjelasan"]


def test_a_change_against_a_level_is_one_note(instansi_kecil):
    targets(instansi_kecil, *PK, 'TPT,2024,tahunan,lkip,perubahan,"-0,13",,', "AKIP,2024,tahunan,lkip,,65,,")
    assert "sebagai perubahan" in one(instansi_kecil, "TAR-01")["penjelasan"]


@pytest.mark.parametrize("document", ["renstra", "lkip"])
def test_a_kind_that_is_the_cards_own_is_no_other(instansi_kecil, document):
    targets(instansi_kecil, *PK, f'TPT,2024,tahunan,{document},tingkat,"8,55",,', f"AKIP,2024,tahunan,{document},,65,,")
    assert notes(instansi_kecil, "TAR-01").empty


@pytest.mark.parametrize(
    ("year", "document", "level"),
    [(2024, "renstra", "peringatan"), (2023, "renstra", "informasi"), (2023, "lkip", "peringatan")],
)
def test_what_was_promised_for_a_year_gone_by(instansi_kecil, year, document, level):
    instansi_kecil.append("target.csv", f"AKIP,2023,pk,64\nAKIP,{year},{document},70\n")
    assert one(instansi_kecil, "TAR-01")["tingkat"] == level


@pytest.mark.parametrize(
    ("document", "target", "level"),
    [
        ("renstra", "65", "informasi"),  # what the first agreement promised: the change itself says why they differ
        ("renstra", "66", "peringatan"),
        ("lkip", "65", "kesalahan"),
    ],
)
def test_a_changed_agreement_may_go_beyond_a_plan_but_not_beyond_the_report(instansi_kecil, document, target, level):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,pk_perubahan,,68,,", f"AKIP,2024,tahunan,{document},,{target},,",
            f'TPT,2024,tahunan,{document},,"8,55",,')  # fmt: skip
    note = one(instansi_kecil, "TAR-01")
    assert note["tingkat"] == level
    assert note["penjelasan"].endswith("menurut PK Perubahan 68.")


@pytest.mark.parametrize(
    ("pk", "lkip", "level"),
    [
        ("Tabel 2.4", "Tabel 3.1", "kesalahan"),
        ("Tabel 2.4", "LKIP 2024, Tabel 3.1", "kesalahan"),
        ("PK 2024, lampiran", "Tabel 3.1", "peringatan"),
        ("", "", "peringatan"),  # the agreement may have been changed
    ],
)
def test_what_one_report_prints_twice_contradicts_itself(instansi_kecil, pk, lkip, level):
    rows = f'AKIP,2024,pk,65,"{pk}"\nTPT,2024,pk,"8,55",\nAKIP,2024,lkip,60,"{lkip}"\nTPT,2024,lkip,"8,55",\n'
    instansi_kecil.write("target.csv", f"indikator,tahun,dokumen,target,sumber\n{rows}")
    assert one(instansi_kecil, "TAR-01")["tingkat"] == level


def test_one_document_with_two_values(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,pk,,68,,")
    note = one(instansi_kecil, "TAR-01")
    assert (note["tercetak"], note["tingkat"]) == ("68", "kesalahan")
    assert note["penjelasan"] == "Target AKIP 2024 menurut PK 68, menurut baris lain PK 65."


def test_a_changed_agreement_replaces_the_first(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,pk_perubahan,,64,,")
    assert notes(instansi_kecil, "TAR-01", "TAR-05").empty


def test_a_rounded_target_agrees(instansi_kecil):
    targets(instansi_kecil, *PK, 'TPT,2024,tahunan,lkip,,"8,6",,', "AKIP,2024,tahunan,lkip,,65,,")
    assert notes(instansi_kecil, "TAR-01").empty


@pytest.mark.parametrize(("last", "found"), [("65,50", 1), ("65,00", 0), ("60,00", 0)])
def test_a_target_easier_than_last_years_realisasi(instansi_kecil, last, found):
    instansi_kecil.append("realisasi.csv", f'AKIP,2023,"{last}"\n')
    assert len(notes(instansi_kecil, "TAR-02")) == found


@pytest.mark.parametrize(
    ("unit", "level"), [("Persen", "peringatan"), ("Niali", "informasi"), ("Indeks", None), ("", None)]
)
def test_a_unit_that_differs(instansi_kecil, unit, level):
    targets(instansi_kecil, *PK, f"AKIP,2024,tahunan,lkip,,65,,{unit}", 'TPT,2024,tahunan,lkip,,"8,55",,%')
    assert notes(instansi_kecil, "TAR-03")["tingkat"].tolist() == ([level] if level else [])


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Meningkatnya Nilai AKIP", "peringatan"),
        ("Indeks Reformasi Birokrasi", "peringatan"),
        ("Nilai AKIP Dinas", "informasi"),
        ("Nilai  akip", None),
        ("Nilai Akuntabilitas Kinerja Instansi Pemerintah", "informasi"),
    ],
)
def test_a_name_that_drifts(instansi_kecil, name, level):
    targets(instansi_kecil, *PK, f"AKIP,2024,tahunan,lkip,,65,{name},", 'TPT,2024,tahunan,lkip,,"8,55",,')
    assert notes(instansi_kecil, "TAR-04")["tingkat"].tolist() == ([level] if level else [])


def test_a_name_that_the_agency_says_it_had_before_is_explained(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,renstra,,65,Indeks Reformasi Birokrasi,")
    assert len(notes(instansi_kecil, "TAR-04")) == 1
    row = "indikator,AKIP,berganti_nama,2024,Indeks Reformasi Birokrasi,Disamakan dengan peraturan menteri.\n"
    instansi_kecil.write("pendahulu.csv", f"jenis,kode,peristiwa,sejak,nama_asal,alasan\n{row}")
    assert not len(notes(instansi_kecil, "TAR-04"))


def test_a_plan_that_follows_another_has_targets_of_its_own(instansi_kecil):
    plans = ("AKIP,2024,tahunan,rpd,,60,,", "AKIP,2026,tahunan,rpd,,64,,", "AKIP,2024,tahunan,renstra,,65,,")
    targets(instansi_kecil, *PK, *plans, "AKIP,2029,tahunan,renstra,,75,,", 'TPT,2024,tahunan,renstra,,"8,55",,')
    assert notes(instansi_kecil, "TAR-01")["tingkat"].tolist() == ["informasi"]
    assert not len(notes(instansi_kecil, "TAR-05"))
    compared = instansi_kecil.run().frames["perbandingan"].set_index("jenis")
    assert (compared["pembanding"]["akhir_rpd"], compared["makna"]["akhir_rpd"]) == (64, "sudah tercapai")
    assert (compared["pembanding"]["akhir_renstra"], compared["makna"]["akhir_renstra"]) == (75, "belum tercapai")


def test_the_note_points_at_the_name(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,pk,,65,Indeks Birokrasi,")
    note = one(instansi_kecil, "TAR-04")
    assert (note["kolom"], note["tercetak"], note["baris"]) == ("nama", "Indeks Birokrasi", 4)


def test_an_indicator_that_a_document_lacks(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,rkt,,65,,")
    assert "TPT ada dalam PK, tetapi tidak dalam RKT" in one(instansi_kecil, "TAR-05")["penjelasan"]


def test_an_indicator_that_the_rkt_holds_as_one_of_a_program(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,rkt,,65,,")
    rows = "B,program,indikator_program,Persentase Tingkat Pengangguran Terbuka,Persen,8\n"
    instansi_kecil.write("rkt.csv", f"kode,tingkat,jenis,uraian,satuan,target\n{rows}")
    note = one(instansi_kecil, "TAR-05")
    assert note["tingkat"] == "informasi"
    assert "indikator program B" in note["penjelasan"]


def test_a_document_without_targets(instansi_kecil):
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,rkt,,,,", "TPT,2024,tahunan,rkt,,,,")
    assert "AKIP, TPT tanpa target" in one(instansi_kecil, "TAR-05")["penjelasan"]
    targets(instansi_kecil, *PK, "AKIP,2024,tahunan,iku,,,,", "TPT,2024,tahunan,iku,,,,")
    assert notes(instansi_kecil, "TAR-05").empty


def test_an_indicator_of_no_plan(instansi_kecil):
    printed(instansi_kecil, "realisasi,indikator,,Tenaga kerja kompeten,,2024,20,Tabel 3.3")
    assert "Tenaga kerja kompeten" in one(instansi_kecil, "TAR-05")["penjelasan"]


@pytest.mark.parametrize(("last", "found"), [("8,00", 1), ("7,50", 0)])
def test_a_final_target_already_met(instansi_kecil, last, found):
    targets(instansi_kecil, *PK, f'TPT,2026,tahunan,renstra,,"{last}",,')
    assert len(notes(instansi_kecil, "TAR-06")) == found


def quarters(agency, year, *cases, jenis=""):
    """Give every case, of its kind and with its quarters, an indicator of its own: I0, I1, …"""
    card = "kode,sasaran,nama,satuan,arah,tipe_triwulan\nTPT,S2,TPT,Persen,turun,posisi_akhir\n"
    semua = list(enumerate(cases))
    agency.write("indikator.csv", card + "".join(f"I{n},S1,Nilai I{n},Nilai,naik,{kind}\n" for n, (kind, _) in semua))
    agency.write("realisasi.csv", 'indikator,tahun,realisasi\nTPT,2024,"7,82"\n'
                 + "".join(f'I{n},2024,"64,17"\n' for n, _ in semua))  # fmt: skip
    rows = [f"I{n},2024,tahunan,pk,{jenis},{year},," for n, _ in semua]
    rows += [f'I{n},2024,tw{i},pk,{jenis},"{v}",,' for n, (_, values) in semua for i, v in enumerate(values, 1)]
    targets(agency, PK[1], *rows)


def levels(agency, kode):
    found = notes(agency, kode)
    assert found["subjek"].is_unique
    return dict(zip(found["subjek"], found["tingkat"], strict=True))


QUARTERS = [
    ("akumulatif", (10, 20, 20, 15), None),
    ("akumulatif", (10, 20, 20, 10), "kesalahan"),
    ("posisi_akhir", (60, 62, 64, 65), None),
    ("posisi_akhir", (60, 62, 64, 66), "kesalahan"),
    ("posisi_akhir", (60, 64, 62, 65), "peringatan"),
    ("pengulangan", (65, 65, 65, 65), None),
    ("pengulangan", (65, 65, 60, 65), "kesalahan"),
    ("posisi_akhir", (60, 62, 64), None),
    ("", (1, 2, 3, 4), None),
]


def test_quarters_against_the_year(instansi_kecil):
    quarters(instansi_kecil, 65, *(case[:2] for case in QUARTERS))
    assert levels(instansi_kecil, "TAR-07") == {f"I{n}": level for n, (*_, level) in enumerate(QUARTERS) if level}


def test_an_index_divided_by_four(instansi_kecil):
    kinds = ("posisi_akhir", "pengulangan", "", "akumulatif")
    quarters(instansi_kecil, 65, *((kind, ["16,25"] * 4) for kind in kinds))
    assert set(levels(instansi_kecil, "TAR-08")) == {"I0", "I1", "I2"}  # what adds up may be divided
    assert notes(instansi_kecil, "TAR-07").empty


def test_a_change_may_be_divided(instansi_kecil):
    quarters(instansi_kecil, 4, ("posisi_akhir", [1] * 4), jenis="perubahan")
    assert notes(instansi_kecil, "TAR-07", "TAR-08").empty


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("Target diturunkan karena anggarannya dialihkan.", 0),
        ("Penyesuaian target mengikuti data terakhir.", 0),
        ("Target tercapai karena kegiatan berjalan sesuai jadwal.", 2),
    ],
)
def test_a_target_that_asks_for_less_may_say_why(instansi_kecil, reason, found):
    instansi_kecil.append("target.csv", "AKIP,2023,pk,70\n")
    instansi_kecil.append("realisasi.csv", 'AKIP,2023,"66,00"\n')
    instansi_kecil.write("analisis.yml", f"indikator: {{AKIP: {{sebab: [{reason}], upaya: [Bukti dilengkapi.]}}}}\n")
    assert len(notes(instansi_kecil, "TAR-02", "TAR-09")) == found


@pytest.mark.parametrize(("last", "found"), [("80", 1), ("65", 0), ("60", 0)])
def test_a_target_eased_since_last_year(instansi_kecil, last, found):
    targets(instansi_kecil, *PK, f"AKIP,2023,tahunan,pk,,{last},,")
    assert len(notes(instansi_kecil, "TAR-09")) == found


@pytest.mark.parametrize(
    ("ladder", "high", "low"), [("", "WTP", "WDP"), ("Peringkat 1 > Peringkat 2", "Peringkat 1", "Peringkat 2")]
)
def test_a_rung_of_a_ladder_is_called_by_its_word(instansi_kecil, ladder, high, low):
    cards = f"OPINI,S1,Opini BPK,Opini,naik,ordinal,{ladder}\nTPT,S2,TPT,Persen,turun,,\n"
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,jenis,jenjang\n{cards}")
    instansi_kecil.write("realisasi.csv", f"indikator,tahun,realisasi\nOPINI,2024,{high}\nOPINI,2023,{high}\n")
    targets(instansi_kecil, f"OPINI,2024,tahunan,pk,,{low},,", f"OPINI,2023,tahunan,pk,,{high},,", PK[1])
    assert one(instansi_kecil, "TAR-02")["penjelasan"] == f"Target OPINI {low}, padahal realisasi 2023 sudah {high}."
    assert one(instansi_kecil, "TAR-09")["penjelasan"] == f"Target OPINI menurut PK: 2023 {high}, 2024 {low}."


@pytest.mark.parametrize(
    ("name", "found"), [("Meningkatnya layanan publik", 1), ("Meningkatnya akuntabilitas kinerja dinas", 0)]
)
def test_the_printed_name_of_a_sasaran(instansi_kecil, name, found):
    instansi_kecil.write(
        "sasaran.csv", "kode,nama\nS1,Meningkatnya akuntabilitas kinerja\nS2,Menurunnya pengangguran\n"
    )
    printed(instansi_kecil, f'capaian_persen,sasaran,S1,{name},,2024,"98,72",Tabel 3.4')
    assert len(notes(instansi_kecil, "TAR-10")) == found


def test_what_the_tables_call_a_sasaran_is_told_once(instansi_kecil):
    instansi_kecil.write(
        "sasaran.csv", "kode,nama\nS1,Meningkatnya akuntabilitas kinerja\nS2,Menurunnya pengangguran\n"
    )
    names = ("S1,Meningkatnya layanan publik,Tabel 2.2", "S1,Meningkatnya akuntabilitas kinerja,Tabel 2.3")
    names += ("S1,Meningkatnya layanan publik,Tabel 3.1", ",Bertambahnya lapangan kerja,Tabel 3.3")
    rows = "".join(f"sasaran,{n}\n" for n in names)
    instansi_kecil.write("tercetak/nama.csv", f"jenis,subjek,nama,sumber\n{rows}tujuan,T1,Lain sama sekali,Tabel 2.1\n")
    assert sorted(notes(instansi_kecil, "TAR-10")["penjelasan"]) == [
        'Sasaran S1 tercetak "Meningkatnya layanan publik" (Tabel 2.2; Tabel 3.1); dalam rencana "Meningkatnya '
        'akuntabilitas kinerja".',
        'Tercetak sebagai sasaran "Bertambahnya lapangan kerja" (Tabel 3.3), tetapi tidak ada dalam rencana.',
    ]


def test_what_the_tables_call_an_indicator_or_a_program_is_held_against_the_plan(instansi_kecil):
    instansi_kecil.write(
        "anggaran.csv", "kode,induk,tingkat,nama,dokumen,pagu\nA,,program,Program Pelatihan Kerja,dpa,1\n"
    )
    rows = "indikator,TPT,Menurunnya Tingkat Pengangguran Terbuka,Tabel 3.3\nindikator,AKIP,Nilai AKIP,Tabel 3.3\n"
    rows += "program,A,Program Penempatan Tenaga,Tabel 3.5\nprogram,A,Program Pelatihan Kerja,Tabel 2.2\n"
    instansi_kecil.write("tercetak/nama.csv", f"jenis,subjek,nama,sumber\n{rows}tujuan,,Tanpa rencana,Tabel 2.1\n")
    assert sorted(notes(instansi_kecil, "TAR-10")["penjelasan"]) == [
        'Indikator TPT tercetak "Menurunnya Tingkat Pengangguran Terbuka" (Tabel 3.3); dalam rencana "Tingkat '
        'Pengangguran Terbuka".',
        'Program A tercetak "Program Penempatan Tenaga" (Tabel 3.5); dalam rencana "Program Pelatihan Kerja".',
    ]
    targets = 'AKIP,2024,pk,65,\nTPT,2024,pk,"8,55",Menurunnya Tingkat Pengangguran Terbuka\n'
    instansi_kecil.write("target.csv", f"indikator,tahun,dokumen,target,nama\n{targets}")
    assert "TPT" not in notes(instansi_kecil, "TAR-10")["subjek"].tolist()  # told where its target is
    assert one(instansi_kecil, "TAR-04")["subjek"] == "TPT"


_TAHUN = (2023, 2024, 2025, 2026)
BERLAWANAN = ("TAR-02", "TAR-06", "TAR-07", "TAR-09")


def _planned(agency, targets, last):
    rows = [f'AKIP,{t},{d},"{v}"\n' for d in ("renstra", "pk") for t, v in zip(_TAHUN, targets, strict=False)]
    agency.write("target.csv", "indikator,tahun,dokumen,target\n" + "".join(rows) + 'TPT,2024,pk,"8,55"\n')
    agency.append("realisasi.csv", f"AKIP,2023,{last}\n")


def test_targets_that_all_move_against_their_card_are_one_note_on_its_direction(instansi_kecil):
    _planned(instansi_kecil, ("70", "66", "63", "60"), "69")
    note = one(instansi_kecil, "TAR-11")
    assert (note["berkas"], note["kolom"], note["tercetak"]) == ("indikator.csv", "arah", "naik")
    assert note["penjelasan"].endswith("arah mungkin turun.")
    assert notes(instansi_kecil, *BERLAWANAN).empty


@pytest.mark.parametrize(
    "targets", [("60", "65", "70", "75"), ("70", "66"), ("70", "66", "68", "67"), ("65", "65", "65")]
)
def test_a_plan_that_rises_or_stays_or_falls_only_once_is_no_wrong_direction(instansi_kecil, targets):
    _planned(instansi_kecil, targets, "50")
    assert notes(instansi_kecil, "TAR-11").empty


def test_what_only_follows_from_a_wrong_direction_is_told_at_the_card_alone(tmp_path):
    agency = contoh(tmp_path)
    card = (agency.tempat.data / "indikator.csv").read_text(encoding="utf-8")
    agency.write("indikator.csv", card.replace("Persen,turun,", "Persen,naik,"))
    note = one(agency, "TAR-11")
    assert note["penjelasan"].endswith("arah mungkin turun: capaian yang tercetak, 88,89%, dihitung menurut arah itu.")
    assert note["tingkat"] == "kesalahan"
    semua = notes(agency)
    assert semua[semua["tingkat"] != "informasi"]["kode"].tolist() == ["TAR-11"]


def test_a_cause_is_asked_for_only_where_the_other_direction_misses_the_target_too(instansi_kecil):
    _planned(instansi_kecil, ("70", "66", "63", "60"), "69")
    assert "AKIP" not in notes(instansi_kecil, "NAR-12")["subjek"].tolist()
    instansi_kecil.replace("realisasi.csv", '"64,17"', '"66,5"')
    instansi_kecil.replace("indikator.csv", "Nilai,naik", "Nilai,turun")
    assert "AKIP" in notes(instansi_kecil, "NAR-12")["subjek"].tolist()


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("Penganggur dibagi angkatan kerja dikali 100%; lowongan baru dibagi lowongan dikali 100%", 1),
        ("Penganggur dibagi angkatan kerja dikali 100%", 0),
        ("Penganggur dibagi angkatan kerja; angkatan kerja menurut BPS", 0),
        ("Hadir dibagi hari kerja; tepat waktu dibagi berkas; keduanya dirata-ratakan", 0),
        ("a dibagi b; c dibagi d; nilainya rata-rata keduanya", 0),
        ("Realisasi dibagi angkatan kerja; capaian adalah realisasi dibagi target", 0),
    ],
)
def test_a_card_with_two_formulas(instansi_kecil, formula, found):
    cards = f'AKIP,S1,Nilai AKIP,Nilai,naik,\nTPT,S2,Tingkat Pengangguran Terbuka,Persen,turun,"{formula}"\n'
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,formulasi\n{cards}")
    semua = notes(instansi_kecil, "TAR-13")
    assert len(semua) == found
    assert set(semua["kolom"]) <= {"formulasi"}
