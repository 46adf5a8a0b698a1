"""Small agencies of many kinds, each figure worked out by hand: a court, a hospital, a province, a ministry."""

import numpy as np
import pytest

from lkip_lib.buku.rangkaian import jalankan
from tests.agency import Agency

KARTU = "kode,sasaran,nama,satuan,arah,jenis,jenjang,bobot,rentang,nol_tercapai\n"
TARGET = "indikator,tahun,dokumen,jenis,target\n"
REALISASI = "indikator,tahun,lingkup,realisasi\n"
KOMPONEN = "indikator,tahun,komponen,nama,nilai,satuan\n"


def agency(base: Agency, kartu: str, target: str, realisasi: str, params: str = "batas: tanpa\n", **lain: str):
    base.write("indikator.csv", KARTU + kartu)
    base.write("target.csv", TARGET + target)
    base.write("realisasi.csv", REALISASI + realisasi)
    for nama, isi in lain.items():
        base.write(f"{nama}.csv", isi)
    base.params(params)
    return base.run()


def measured(bahan, digits=2):
    """Return the unbounded capaian of each indicator, rounded as a report prints it."""
    return {k: round(v, digits) for k, v in bahan.frames["indikator"][["kode", "capaian_mentah_persen"]].values}


def notes(bahan):
    hasil = jalankan("04_pemeriksaan", bahan).frames["pemeriksaan"]
    return set(zip(hasil["kode"], hasil["subjek"], strict=True))


def test_a_court(instansi_kecil):
    bahan = agency(
        instansi_kecil,
        "SISA,S1,Persentase sisa perkara yang diselesaikan,Persen,naik,,,1,0-100,\n"
        "TURUNSISA,S1,Persentase penurunan sisa perkara,Persen,naik,,,1,,\n"
        "TEPAT,S1,Perkara diselesaikan tepat waktu,Persen,naik,batas,,1,0-100,\n"
        "IPP,S2,Indeks persepsi pencari keadilan,Indeks,naik,,,1,,\n"
        "EKSAMINASI,S2,Putusan yang dibatalkan,Perkara,turun,,,1,,ya\n"
        "WAKTU,S2,Rata-rata lama penyelesaian perkara,hari,turun,,,1,,\n",
        "SISA,2024,pk,,100%\nTURUNSISA,2024,pk,,10\nTEPAT,2024,pk,,≥95\n"
        'IPP,2024,pk,,"3,6"\nEKSAMINASI,2024,pk,,Nihil\nWAKTU,2024,pk,,90 hari\n',
        'SISA,2024,instansi,"98,33 (118/120)"\nTEPAT,2024,instansi,"92,15%"\nIPP,2024,instansi,"3,85"\n'
        'EKSAMINASI,2024,instansi,0\nWAKTU,2024,instansi,"76,5 hari"\n',
        komponen=KOMPONEN
        + "TURUNSISA,2024,pembilang,Sisa tahun lalu,120,perkara\n"
        + "TURUNSISA,2024,pengurang,Sisa tahun ini,111,perkara\n"
        + "TURUNSISA,2024,penyebut,Sisa tahun lalu,120,perkara\n",
    )
    # (120 − 111) / 120 = 7,5% of the 10% wanted; 92,15 / 95; 3,85 / 3,6; nothing against nothing; (2×90 − 76,5) / 90
    assert measured(bahan) == {
        "SISA": 98.33, "TURUNSISA": 75, "TEPAT": 97, "IPP": 106.94, "EKSAMINASI": 100, "WAKTU": 115
    }  # fmt: skip
    assert bahan.frames["indikator"].set_index("kode")["rumus"].to_dict() == {
        "SISA": "capaian_naik", "TURUNSISA": "capaian_naik", "TEPAT": "capaian_rentang", "IPP": "capaian_naik",
        "EKSAMINASI": "nol_tercapai", "WAKTU": "capaian_turun_selisih",
    }  # fmt: skip
    dua = [bahan.ledger[f"realisasi.SISA.realisasi.2024.tahunan.{k}"]["nilai"] for k in ("pembilang", "penyebut")]
    assert dua == [118, 120]
    assert ("AKA-06", "SISA") not in notes(bahan)


def test_a_hospital(instansi_kecil):
    bahan = agency(
        instansi_kecil,
        "BOR,S1,Bed Occupancy Rate,Persen,naik,,,1,,\n"
        "NDR,S1,Net Death Rate,permil,turun,batas,,1,,\n"
        "ALOS,S1,Average Length of Stay,hari,naik,,,1,,\n"
        "AKRED,S2,Status akreditasi,Peringkat,naik,ordinal,,1,,\n"
        "SPM,S2,Indikator SPM yang tercapai,Persen,naik,,,2,,\n",
        "BOR,2024,pk,,60 - 85%\nNDR,2024,pk,,kurang dari 25\nALOS,2024,pk,,6-9 hari\nAKRED,2024,pk,,Paripurna\n"
        "SPM,2024,pk,,100\nBOR,2026,renstra,,60-85\n",
        'BOR,2024,instansi,"88,40"\nBOR,2023,instansi,"55,00"\nBOR,2024,nasional,"70,00"\n'
        'ALOS,2024,instansi,"4,5 hari"\nAKRED,2024,instansi,Utama\nAKRED,2023,instansi,Madya\n',
        komponen=KOMPONEN
        + "NDR,2024,pembilang,Meninggal lebih dari 48 jam,89,pasien\n"
        + "NDR,2024,penyebut,Pasien keluar hidup,3.114,pasien\n"
        + "NDR,2024,penyebut,Pasien keluar mati,116,pasien\n"
        + "SPM,2024,pembilang,Tercapai,83,indikator\n"
        + "SPM,2024,penyebut,Semua,90,indikator\n",
    )
    # BOR (2×85 − 88,4) / 85 · NDR 89 / 3.230 × 1000 = 27,554: (2×25 − 27,554) / 25
    # ALOS 4,5 / 6 · Utama is rung 4 of 5 · SPM 83 / 90
    assert measured(bahan) == {"BOR": 96, "NDR": 89.78, "ALOS": 75, "AKRED": 80, "SPM": 92.22}
    sasaran = bahan.frames["sasaran"].set_index("kode")["capaian_persen"]
    assert sasaran.round(2).to_dict() == {"S1": 86.93, "S2": 88.15}  # S2: (80 + 2 × 92,22) / 3
    banding = bahan.frames["perbandingan"].set_index(["kode", "jenis"])["makna"]
    # 88,4 lies 3,4 above the range, 55 lay 5 below it; the national 70 lies inside.
    assert banding["BOR", "tahun_lalu"] == "membaik"
    assert banding["BOR", "nasional"] == "lebih buruk"
    assert banding["BOR", "akhir_renstra"] == "belum tercapai"
    assert banding["AKRED", "tahun_lalu"] == "membaik"


def test_a_province(instansi_kecil):
    bahan = agency(
        instansi_kecil,
        "TPT,S1,Tingkat Pengangguran Terbuka,Persen,turun,batas,,1,0-100,\n"
        "MISKIN,S1,Angka kemiskinan,Persen,turun,perubahan,,1,,\n"
        "MURID,S2,Rasio guru dan murid,Rasio,turun,,,1,,\n"
        "RANK,S2,Peringkat inovasi daerah,Peringkat,turun,,,1,,\n"
        "AKI,S2,Angka kematian ibu,per 100.000 kelahiran hidup,turun,,,1,,\n"
        "NTP,S3,Nilai Tukar Petani,Indeks,naik,,,1,,\n",
        'TPT,2024,pk,,"5,50 s.d. 6,00"\nMISKIN,2024,pk,,"-0,50"\nMURID,2024,pk,,"1 : 17,9"\nRANK,2024,pk,,Peringkat 5\n'
        'AKI,2024,pk,,"183"\nNTP,2024,pk,,"108,00"\n',
        'TPT,2024,kabupaten,"5,10"\nTPT,2024,kota,"6,90"\nTPT,2024,provinsi,"5,75"\nTPT,2024,nasional,"4,91"\n'
        'MISKIN,2024,instansi,"-0,35"\nMURID,2024,instansi,"1:16,11"\nRANK,2024,instansi,Peringkat ke-4\n'
        'NTP,2024,instansi,"112,32"\n',
        komponen=KOMPONEN
        + 'TPT,2024,pembilang,Penganggur,"171.000",orang\nTPT,2024,penyebut,Angkatan kerja,"2.700.000",orang\n'
        + 'AKI,2024,pembilang,Kematian ibu,93,orang\nAKI,2024,penyebut,Kelahiran hidup,"46.500",orang\n',
    )
    # TPT 171.000 / 2.700.000 = 6,3333%: (2×6 − 6,3333) / 6 · −0,35 / −0,5 · (2×17,9 − 16,11) / 17,9 · (2×5 − 4) / 5
    # AKI 93 / 46.500 × 100.000 = 200: (2×183 − 200) / 183 · 112,32 / 108
    assert measured(bahan) == {"TPT": 94.44, "MISKIN": 70, "MURID": 110, "RANK": 120, "AKI": 90.71, "NTP": 104}
    banding = bahan.frames["perbandingan"].query("kode == 'TPT'")
    assert banding["jenis"].tolist() == ["kabupaten", "kota", "provinsi", "nasional"]
    assert banding["makna"].tolist() == ["lebih buruk", "lebih baik", "lebih buruk", "lebih buruk"]
    assert banding["selisih"].round(4).tolist() == [1.2333, -0.5667, 0.5833, 1.4233]


def test_a_ministry(instansi_kecil):
    bahan = agency(
        instansi_kecil,
        "OPINI,S1,Opini BPK,Opini,naik,ordinal,opini-bpk,1,,\n"
        "PNBP,S1,Realisasi PNBP,Rupiah,naik,,,1,,\n"
        "SPBE,S2,Indeks SPBE,Indeks,naik,,,1,,\n"
        "AKIP,S2,Nilai AKIP,Nilai,naik,,,1,,\n"
        "MATANG,S2,Kematangan,Level,naik,ordinal,Optimum > Terkelola > Terdefinisi > Rintisan,1,,\n",
        'OPINI,2024,pk,,WTP\nPNBP,2024,pk,,"Rp2,5 triliun"\nSPBE,2024,pk,,"3,20"\nAKIP,2024,pk,,A (80)\n'
        "MATANG,2024,pk,,Terdefinisi\n",
        "OPINI,2024,instansi,Wajar Dengan Pengecualian\nOPINI,2023,instansi,WTP\n"
        'PNBP,2024,instansi,"Rp 2.612.500.000.000,-"\nSPBE,2024,instansi,3.04\nAKIP,2024,instansi,"BB (78,40)"\n'
        "MATANG,2024,instansi,terkelola\n",
    )
    # WDP is 3 of 4 · 2.612,5 / 2.500 · 3,04 / 3,2 · 78,4 / 80 · Terkelola 3 against Terdefinisi 2
    assert measured(bahan) == {"OPINI": 75, "PNBP": 104.5, "SPBE": 95, "AKIP": 98, "MATANG": 150}
    realisasi = bahan.ledger["indikator.OPINI.realisasi.pk.2024"]
    assert (realisasi["label"], realisasi["nilai"]) == ("Wajar Dengan Pengecualian", 3)
    (lalu,) = bahan.frames["perbandingan"].query("kode == 'OPINI'").to_dict("records")
    assert (lalu["makna"], lalu["selisih"]) == ("memburuk", -1)
    assert np.isnan(lalu["perubahan_persen"])


LADDERS = [
    ("", "WTP", "WTP", 100, False),
    ("", "WTP", "TMP", 25, False),
    ("", "A", "A", 100, False),
    ("", "A", "B", None, True),
    ("akreditasi-abc", "A", "B", 75, False),
    ("Unggul > Baik > Cukup", "Unggul", "Baik", 66.67, False),
    ("A+ > A > A- > B", "A+", "A", 75, False),
    ("Utama=100 > Madya=80 > Dasar=60", "Utama", "Madya", 80, False),
]


def test_an_ordinal_is_measured_on_its_ladder(instansi_kecil):
    semua = [(f"X{n}", *isi) for n, isi in enumerate(LADDERS)]
    bahan = agency(
        instansi_kecil,
        "".join(f"{k},S1,{k},Peringkat,naik,ordinal,{jenjang},1,,\n" for k, jenjang, *_ in semua),
        "".join(f"{k},2024,pk,,{target}\n" for k, _, target, *_ in semua),
        "".join(f"{k},2024,instansi,{realisasi}\n" for k, _, _, realisasi, *_ in semua),
    )
    assert {k: None if np.isnan(v) else v for k, v in measured(bahan).items()} == {k: p for k, *_, p, _ in semua}
    assert {k for kode, k in notes(bahan) if kode == "AKA-07"} == {k for k, *_, catatan in semua if catatan}


@pytest.mark.parametrize(
    ("jenjang", "realisasi", "kolom", "temuan"),
    [
        ("opini-bpk", "WTX", "realisasi", '"WTX" tidak ada dalam jenjang Opini BPK'),
        ("opini-bkp", "WTP", "jenjang", 'Jenjang "opini-bkp" tidak dikenal'),
        ("A=1 > B=2", "A", "jenjang", "tidak menurun"),
        ("A > A", "A", "jenjang", "tidak menurun"),
    ],
)
def test_a_wrong_rung_or_ladder_is_refused_at_its_place(instansi_kecil, jenjang, realisasi, kolom, temuan):
    instansi_kecil.write("indikator.csv", KARTU + f"X,S1,X,Opini,naik,ordinal,{jenjang},1,,\n")
    instansi_kecil.write("target.csv", TARGET)
    instansi_kecil.write("realisasi.csv", REALISASI + f"X,2024,instansi,{realisasi}\n")
    masalah = instansi_kecil.refusal()
    assert masalah.kolom == kolom
    assert temuan in str(masalah)


@pytest.mark.parametrize(("teks", "ada"), [("50 (3/9)", True), ("33,33 (3/9)", False), ("33 (3/9)", False)])
def test_a_share_that_its_own_counts_contradict_is_noted(instansi_kecil, teks, ada):
    bahan = agency(instansi_kecil, "X,S1,X,Persen,naik,,,1,,\n", "X,2024,pk,,50\n", f'X,2024,instansi,"{teks}"\n')
    assert (("AKA-06", "X") in notes(bahan)) == ada


SURVEI = "indikator,tahun,responden,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"


def test_the_satisfaction_index_comes_from_the_answers(instansi_kecil):
    bahan = agency(
        instansi_kecil,
        "IKM,S1,Indeks Kepuasan Masyarakat,Nilai,naik,,,1,25-100,\n",
        "IKM,2024,pk,,80\n",
        "",
        survei=SURVEI + "IKM,2024,R1,4,3,3,3,4,3,3,4,3\nIKM,2024,R2,3,3,4,3,3,4,3,,3\nIKM,2024,R3,2,3,2,3,2,2,3,4,3\n",
    )
    # Means 3 3 3 3 3 3 3 4 3 (eight of nine at 3, one answered by two): 28 / 9 × 25
    assert measured(bahan) == {"IKM": round(28 / 9 * 25 / 80 * 100, 2)}
    asal = bahan.ledger.asal("indikator.IKM.capaian_persen.pk.2024")
    assert sum(b["berkas"] == "survei.csv" for b in asal) == 26
    assert bahan.ledger["survei.IKM.rata_rata_u8.2024"]["nilai"] == 4


@pytest.mark.parametrize(("jawaban", "ada"), [("5", False), ("0", False), ("2,5", True)])
def test_an_answer_outside_one_to_four_leaves_no_index(instansi_kecil, jawaban, ada):
    bahan = agency(
        instansi_kecil, "IKM,S1,IKM,Nilai,naik,,,1,,\n", "IKM,2024,pk,,80\n", "",
        survei=SURVEI + f'IKM,2024,R1,"{jawaban}",3,3,3,3,3,3,3,3\n',
    )  # fmt: skip
    assert ("komponen.IKM.realisasi.2024" in bahan.ledger) == ada
    assert (("AKA-01", "IKM") in notes(bahan)) != ada


def test_components_add_up_and_a_part_stated_twice_counts_once(instansi_kecil):
    bahan = agency(
        instansi_kecil,
        "X,S1,Perkara selesai,Persen,naik,,,1,,\nRATA,S1,Rata-rata,Nilai,naik,,,1,,\n",
        "X,2024,pk,,50\nRATA,2024,pk,,3\n",
        "",
        komponen=KOMPONEN
        + "X,2024,pembilang,Putus,40,perkara\nX,2024,pembilang,Putus,40,perkara\nX,2024,pembilang,Cabut,5,perkara\n"
        + "X,2024,penyebut,Tercatat,90,perkara\nRATA,2024,pembilang,Jumlah,12,\nRATA,2024,penyebut,Banyak,4,\n",
    )
    assert measured(bahan) == {"X": 100, "RATA": 100}  # 45 / 90 = 50%; 12 / 4 = 3, without a hundred


def test_elements_without_a_name_count_each(instansi_kecil):
    bahan = agency(
        instansi_kecil, "IKM,S1,IKM,Nilai,naik,,,1,,\n", "IKM,2024,pk,,80\n", "",
        komponen=KOMPONEN + "".join(f'IKM,2024,unsur,,"{u}",\n' for u in ("3,00", "3,20", "3,40", "3,60")),
    )  # fmt: skip
    assert bahan.frames["indikator"]["realisasi"].tolist() == [82.5]  # 3,3 × 25


def test_a_missing_component_leaves_the_realisasi_unfilled(instansi_kecil):
    bahan = agency(
        instansi_kecil, "X,S1,X,Persen,naik,,,1,,\n", "X,2024,pk,,50\n", "",
        komponen=KOMPONEN + "X,2024,pembilang,Putus,,perkara\nX,2024,penyebut,Tercatat,90,perkara\n",
    )  # fmt: skip
    assert bahan.frames["indikator"]["status_nilai"].tolist() == ["belum_diisi"]


KINDS = [
    ("Persen,naik,tingkat", "≥95", "96", 100),
    ("Persen,naik,", "60-85", "51", 85),
    ("Persen,turun,batas", "25", "20", 100),
    ("Persen,turun,batas", "25", "30", 80),
    ("Persen,naik,batas", "80", "60", 75),
    ("Persen,naik,batas", "minimal 80", "80", 100),
    ("Persen,naik,batas", "5,2 - 5,8", "6,1", 100),
    ("Persen,naik,batas", "5,2 - 5,8", "3,9", 75),
    ("Persen,turun,batas", "5,5 s.d. 6", "4,9", 100),
    ("Persen,turun,batas", "5,5 s.d. 6", "7,2", 80),
    ("Persen,turun,tingkat", "kurang dari 49", "49", 100),
]


def test_the_cell_and_the_direction_say_what_kind_of_target_it_is(instansi_kecil):
    semua = [(f"X{n}", *isi) for n, isi in enumerate(KINDS)]
    bahan = agency(
        instansi_kecil,
        "".join(f"{k},S1,{k},{kartu},,1,,\n" for k, kartu, *_ in semua),
        "".join(f'{k},2024,pk,,"{target}"\n' for k, _, target, *_ in semua),
        "".join(f'{k},2024,instansi,"{realisasi}"\n' for k, _, _, realisasi, _ in semua),
    )
    assert measured(bahan) == {k: persen for k, *_, persen in semua}
    assert set(bahan.frames["indikator"]["rumus"]) == {"capaian_rentang"}
