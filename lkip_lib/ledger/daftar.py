"""The figures of every table that the notebooks save: declared once, whoever shows, proves or publishes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lkip_lib.ledger.deklarasi import Angka, Dinyatakan, Hitung, Salinan, Tabel, Tercatat
from lkip_lib.rumus import anggaran as uang
from lkip_lib.rumus import capaian, efisiensi, kemungkinan, komponen, perbandingan, triwulan
from lkip_lib.rumus.deklarasi import Rumus

# What is measured of an indicator, in a year and in a quarter: what it is measured by, and what comes of it.
_UJUNG = {k: Tercatat() for k in ("target_bawah", "target_atas")}
_UKURAN: dict[str, Angka] = {
    "target": Dinyatakan("satuan_nilai", "target_label"),
    **_UJUNG,
    "realisasi_kini": Tercatat("realisasi_kini_dari"),
    "realisasi_lalu": Tercatat("realisasi_lalu_dari"),
    "realisasi": Hitung(capaian.realisasi_diukur, satuan="satuan_nilai", label="realisasi_label"),
}
_CAPAIAN: dict[str, Angka] = {
    "capaian_mentah_persen": Hitung(capaian.capaian_mentah, sebut="rumus"),
    "capaian_persen": Hitung(capaian.batas_capaian),
    "predikat": Hitung(capaian.predikat),
    "tercapai": Hitung(capaian.tercapai),
}
_DALAM_DOKUMEN = ("dokumen", "dokumen")
_RATA: dict[str, Angka] = {
    "capaian_persen": Hitung(capaian.rata_rata_capaian, anggota="per_dokumen"),
    "capaian_mentah_persen": Hitung(capaian.rata_rata_mentah, anggota="per_dokumen"),
    "n_indikator": Hitung(capaian.banyak_indikator, anggota="per_dokumen"),
    "n_terhitung": Hitung(capaian.banyak_terhitung, anggota="per_dokumen"),
}


def _per(angka: dict[str, Angka], *per: tuple[str, str]) -> dict[str, Angka]:
    """Say by which columns the members of grouped figures find their row."""
    return {k: replace(a, per=per) if isinstance(a, Hitung) else a for k, a in angka.items()}


def _pohon(nama: str, tabel: str = "anggaran") -> dict[str, Angka]:
    """Declare an amount of the budget tree: a node's own figure, its children's sum, and what is between them."""
    dua = {"dinyatakan": f"{nama}_dinyatakan_rp", "rincian": f"{nama}_anak_rp"}
    utuh = {} if nama == "pagu" else {"lengkap": "lengkap_pagunya"}
    return {
        f"{nama}_dinyatakan_rp": Tercatat(),
        f"{nama}_anak_rp": Hitung(uang.jumlah_rincian, {"nilai": f"{nama}_rp"} | utuh, tabel, (("induk", "kode"),)),
        f"{nama}_rp": Hitung(uang.dinyatakan_atau_rincian, dua, sebut=f"{nama}_rumus"),
        f"residu_{nama}_rp": Hitung(uang.residu, dua),
    }


def _arus(nama: str) -> dict[str, Angka]:
    dua = {"dinyatakan": f"{nama}_dinyatakan_rp", "rincian": f"{nama}_anak_rp"}
    per = (("induk", "kode"), ("periode", "periode"))
    return {
        f"{nama}_dinyatakan_rp": Tercatat(),
        f"{nama}_anak_rp": Hitung(uang.jumlah_rincian, {"nilai": f"{nama}_rp"}, "arus", per, bila_ada=True),
        f"{nama}_rp": Hitung(uang.dinyatakan_atau_rincian, dua, bila_ada=True),
        f"{nama}_sampai_rp": Hitung(triwulan.jumlah_triwulan, {"nilai": f"{nama}_rp"}, satuan="rupiah", bila_ada=True),
    }


_INDIKATOR: dict[str, Angka] = {
    k: Salinan("per_dokumen", ("kode", "dokumen_target"))
    for k in (
        *("target", "realisasi", "bobot", "capaian_mentah_persen", "capaian_persen", "predikat", "tercapai"),
        "selisih_target",
    )
}
_ANDAIAN = ("andaian", "andaian")  # which of the readings of what was stated are taken
_SETAHUN = {"target": "target_tahun", "target_bawah": "target_tahun_bawah", "target_atas": "target_tahun_atas"}
_JENIS_TAHUN = {"jenis": "jenis_tahun", "realisasi": "realisasi_tahun"}
_TERHADAP = {"terhadap": "jenis"}

TABEL: dict[str, Tabel] = {
    "komponen": Tabel(
        "komponen",
        {
            **{k: Hitung(komponen.jumlah_bagian, bila_ada=True)
               for k in ("pembilang", "pengurang", "penyebut", "pengali")},
            "unsur": Hitung(komponen.ikm, bila_ada=True),
            "pengali_kartu": Tercatat(),
            "realisasi": Hitung(komponen.realisasi_komponen, satuan="satuan", bila_ada=True, sebut="rumus"),
        },
        tahun="tahun",
        lingkup="instansi",
    ),
    "survei": Tabel(
        "survei", {f"rata_rata_u{n}": Hitung(komponen.rata_rata_unsur) for n in range(1, 10)}, tahun="tahun",
        lingkup="instansi",
    ),
    "sampai_target": Tabel(
        "triwulan",
        {
            k: Hitung(triwulan.jumlah_triwulan, {"nilai": n}, satuan="satuan_nilai", bila_ada=n != "target")
            for k, n in (("target_sampai", "target"), ("target_sampai_bawah", "target_bawah"),
                         ("target_sampai_atas", "target_atas"))
        },
        dokumen="dokumen", tahun="tahun", periode="periode",
    ),
    "sampai_realisasi": Tabel(
        "triwulan",
        {"realisasi_sampai": Hitung(triwulan.jumlah_triwulan, {"nilai": "realisasi"}, satuan="satuan_nilai")},
        tahun="tahun", periode="periode",
    ),
    "per_dokumen": Tabel(
        "indikator",
        {**_UKURAN, "bobot_tertulis": Tercatat(), "bobot": Hitung(uang.bobot_dipakai), **_CAPAIAN,
         "selisih_target": Hitung(perbandingan.selisih_target, satuan="satuan_selisih", bila_ada=True)},
        dokumen="dokumen", lingkup="instansi", keadaan=("capaian_persen",),
    ),
    "indikator": Tabel("indikator", _INDIKATOR, dokumen="dokumen_target", keadaan=("capaian_persen",)),
    "per_sasaran": Tabel(
        "sasaran",
        {
            **_per(_RATA, _DALAM_DOKUMEN, ("sasaran", "kode")),
            "predikat": Hitung(capaian.predikat),
            "bobot": Hitung(uang.bobot_dipakai),
        },
        dokumen="dokumen_lain",
    ),
    "unsur": Tabel("survei", {"unsur": Tercatat()}, kode=("indikator",), tahun="tahun"),
    "sasaran": Tabel(
        "sasaran",
        {
            **_per(_RATA, ("sasaran", "kode")),
            "predikat": Hitung(capaian.predikat),
            **{k: Hitung(uang.jumlah_berbobot, {"nilai": k}, "pendukung", (("sasaran", "kode"),))
               for k in ("pagu_rp", "realisasi_rp")},
            "serapan_persen": Hitung(uang.serapan),
            "sisa_rp": Hitung(uang.sisa),
        },
    ),
    "ringkasan": Tabel(
        "ringkasan",
        {
            **{k.replace("capaian", "rata_rata"): a for k, a in _per(_RATA, _DALAM_DOKUMEN).items()},
            "predikat": Hitung(capaian.predikat, {"capaian_persen": "rata_rata_persen"}),
        },
        dokumen="dokumen",
        lingkup="instansi",
    ),
    "kemungkinan": Tabel(
        "kemungkinan",
        {
            "target": Salinan("per_dokumen", ("kode", "dokumen")),
            **_UJUNG,
            **{f"realisasi_{k}": Tercatat(f"realisasi_{k}_dari") for k in ("kini", "lalu")},
            "selisih": Hitung(capaian.selisih_tahun, satuan="satuan_selisih", bila_ada=True),
            "realisasi": Hitung(kemungkinan.realisasi_bacaan, satuan="satuan_nilai"),
            **_CAPAIAN,
        },
        kode=("kode", "kemungkinan"), dokumen="dokumen", lingkup="instansi",
    ),
    "andaian": Tabel(
        "andaian",
        {
            **{k: Tercatat() for k in ("capaian_mentah_persen", "capaian_persen", "tercapai")},
            "bobot": Salinan("per_dokumen", ("kode", "dokumen")),
        },
        kode=("kode", "andaian"), dokumen="dokumen",
    ),
    "andaian_sasaran": Tabel(
        "andaian_sasaran",
        {
            **{k: Hitung(r, {}, "andaian", (_DALAM_DOKUMEN, _ANDAIAN, ("sasaran", "kode"))) for k, r in (
                ("capaian_persen", capaian.rata_rata_capaian), ("belum_tercapai", efisiensi.banyak_meleset))},
            "bobot": Hitung(uang.bobot_dipakai),
        },
        kode=("kode", "andaian"), dokumen="dokumen",
    ),
    "jangkauan": Tabel(
        "jangkauan",
        {
            "rata_rata_persen": Hitung(capaian.rata_rata_capaian, {}, "andaian", (_DALAM_DOKUMEN, _ANDAIAN)),
            "n_tercapai": Hitung(kemungkinan.banyak_tercapai, {}, "andaian", (_DALAM_DOKUMEN, _ANDAIAN)),
            "predikat": Hitung(capaian.predikat, {"capaian_persen": "rata_rata_persen"}),
        },
        kode=("kode", "andaian"), dokumen="dokumen", lingkup="instansi",
    ),
    "triwulan": Tabel(
        "triwulan",
        {
            **_UKURAN,
            **_CAPAIAN,
            "selisih": Hitung(perbandingan.selisih_target, satuan="satuan_selisih"),
            "target_tahun": Dinyatakan("satuan_nilai", "target_label_tahun"),
            **{f"target_tahun_{k}": Tercatat() for k in ("bawah", "atas")},
            "realisasi_tahun": Hitung(triwulan.realisasi_setahun, satuan="satuan_nilai", bila_ada=True),
            "setahun_persen": Hitung(capaian.capaian_mentah, _SETAHUN | _JENIS_TAHUN),
            "capaian_tahun_mentah_persen": Hitung(triwulan.diukur_setahun),
            "capaian_tahun_persen": Hitung(
                capaian.batas_capaian, {"capaian_mentah_persen": "capaian_tahun_mentah_persen"}
            ),
            "awal": Salinan("triwulan", ("kode", "", "mulai"), "realisasi"),
            **{f"rentang_{k}": Tercatat() for k in ("bawah", "atas")},
            "proyeksi": Hitung(triwulan.proyeksi, satuan="satuan_nilai", bila_ada=True, sebut="cara_proyeksi"),
            "proyeksi_tahun": Hitung(triwulan.proyeksi_setahun, satuan="satuan_nilai", bila_ada=True),
            "capaian_proyeksi_mentah_persen": Hitung(
                capaian.capaian_mentah, _SETAHUN | _JENIS_TAHUN | {"realisasi": "proyeksi_tahun"}, bila_ada=True
            ),
            "capaian_proyeksi_persen": Hitung(
                capaian.batas_capaian, {"capaian_mentah_persen": "capaian_proyeksi_mentah_persen"}, bila_ada=True
            ),
        },
        periode="periode",
        lingkup="instansi",
        keadaan=("capaian_persen",),
    ),
    "riwayat": Tabel(
        "riwayat",
        {
            "realisasi": Dinyatakan("satuan_nilai", "label"),
            "realisasi_kini": Tercatat("realisasi_kini_dari"),
            "realisasi_lalu": Tercatat("realisasi_lalu_dari"),
            "diukur": Hitung(capaian.realisasi_diukur, satuan="satuan_nilai", bila_ada=True),
            "target": Tercatat("target_dari"),
            **_UJUNG,
            "capaian_mentah_persen": Hitung(capaian.capaian_mentah, {"realisasi": "diukur"}, bila_ada=True),
            "capaian_persen": Hitung(capaian.batas_capaian, bila_ada=True),
            "predikat_nilai": Hitung(capaian.predikat_nilai, bila_ada=True),
        },
        kode=("kode", "lingkup"),
        tahun="tahun",
        lingkup="lingkup",
        keadaan=("realisasi",),
    ),
    "perbandingan": Tabel(
        "perbandingan",
        {
            "realisasi": Tercatat("realisasi_dari"),
            "pembanding": Dinyatakan("satuan_nilai", "label", bila_ada=True),
            **_UJUNG,
            **{k: Tercatat() for k in ("tahun_akhir", "tahun_kini")},
            "selisih": Hitung(perbandingan.selisih, {"kini": "realisasi"}, satuan="satuan_selisih", bila_ada=True),
            "perubahan_persen": Hitung(
                perbandingan.perubahan_pembanding, {"kini": "realisasi", "lalu": "pembanding"}, bila_ada=True
            ),
            "capaian_persen": Hitung(perbandingan.kemajuan, {"target": "pembanding"} | _TERHADAP, bila_ada=True),
            "makna": Hitung(perbandingan.makna, _TERHADAP, bila_ada=True),
            "tahun_tersisa": Hitung(perbandingan.tahun_tersisa, _TERHADAP, bila_ada=True),
            "sisa_per_tahun": Hitung(
                perbandingan.sisa_per_tahun, {"target_akhir": "pembanding"}, satuan="satuan_selisih", bila_ada=True
            ),
        },
        kode=("kode", "jenis"),
        tahun="tahun",
        keadaan=("pembanding",),
    ),
    "keluaran": Tabel(
        "keluaran",
        {"target": Tercatat(), "realisasi": Tercatat(), "capaian_persen": Hitung(capaian.capaian_keluaran)},
        keadaan=("capaian_persen",),
    ),
    "pegawai": Tabel("pegawai", {k: Hitung(uang.jumlah_orang) for k in ("asn_orang", "non_asn_orang")}),
    "dukungan": Tabel(
        "dukungan",
        {
            "kini": Tercatat(),
            "lalu": Tercatat(),
            "selisih": Hitung(perbandingan.selisih, {"pembanding": "lalu"}),
            "perubahan_persen": Hitung(perbandingan.perubahan_persen),
        },
        tahun="tahun",
    ),
    "arus": Tabel(
        "kas",
        {**_arus("rencana"), **_arus("realisasi"), "realisasi_fisik_persen": Dinyatakan("persen", bila_ada=True)},
        periode="periode",
    ),
    "anggaran": Tabel(
        "anggaran",
        {
            **_pohon("pagu"),
            **_pohon("realisasi"),
            "serapan_persen": Hitung(uang.serapan),
            "sisa_rp": Hitung(uang.sisa),
        },
        keadaan=("pagu_rp", "realisasi_rp"),
    ),
    "rencana": Tabel("rencana", _pohon("pagu", "rencana"), keadaan=("pagu_rp",)),
    "kas": Tabel(
        "kas",
        {
            **{k: Salinan("arus") for k in ("rencana_rp", "realisasi_rp", "rencana_sampai_rp", "realisasi_sampai_rp",
                                            "realisasi_fisik_persen")},
            "pagu_rp": Salinan("anggaran", ("kode",)),
            **{k: Hitung(r, n, bila_ada=True) for k, r, n in (
                ("rencana_persen", triwulan.persentase, {"pembilang": "rencana_sampai_rp", "penyebut": "pagu_rp"}),
                ("serapan_persen", uang.serapan, {"realisasi_rp": "realisasi_sampai_rp"}),
                ("serapan_rencana_persen", triwulan.persentase,
                 {"pembilang": "realisasi_sampai_rp", "penyebut": "rencana_sampai_rp"}),
                ("deviasi_poin", triwulan.deviasi_poin, {}),
                ("deviasi_rp", triwulan.deviasi_rp, {}),
            )},
            "proyeksi_rp": Hitung(
                triwulan.proyeksi_lurus, {"sampai_kini": "realisasi_sampai_rp"}, satuan="rupiah", bila_ada=True
            ),
            "proyeksi_persen": Hitung(
                triwulan.persentase, {"pembilang": "proyeksi_rp", "penyebut": "pagu_rp"}, bila_ada=True
            ),
        },
        periode="periode",
    ),
    "belanja": Tabel(
        "belanja",
        {
            **{k: Dinyatakan("rupiah") for k in ("pagu_rp", "realisasi_rp")},
            "jumlah_rp": Salinan("belanja_jumlah", ("jumlah",), "realisasi_rp"),
            "serapan_persen": Hitung(uang.serapan),
            "bagian_persen": Hitung(triwulan.persentase, {"pembilang": "realisasi_rp", "penyebut": "jumlah_rp"}),
        },
    ),
    "belanja_jumlah": Tabel(
        "belanja",
        {
            **{k: Hitung(uang.jumlah_belanja, {"nilai": k}, "belanja", bila_ada=True)
               for k in ("pagu_rp", "realisasi_rp")},
            "serapan_persen": Hitung(uang.serapan, bila_ada=True),
        },
    ),
    "pendukung": Tabel(
        "pendukung",
        {
            "bobot_tertulis": Tercatat(),
            "bobot": Hitung(uang.bobot_dipakai),
            **{k: Salinan("anggaran", ("program",)) for k in ("pagu_rp", "realisasi_rp")},
        },
        kode=("sasaran", "program"),
    ),
    "efisiensi": Tabel(
        "efisiensi",
        {
            **{k: Salinan("sasaran", ("sasaran",))
               for k in ("capaian_persen", "serapan_persen", "pagu_rp", "realisasi_rp")},
            "ukuran_efisiensi": Hitung(efisiensi.ukuran_efisiensi, satuan="satuan_ukuran"),
            "belum_tercapai": Hitung(efisiensi.banyak_meleset, {}, "indikator", (("sasaran", "sasaran"),)),
            "tingkat_efisiensi": Hitung(efisiensi.tingkat_efisiensi),
        },
        kode=("sasaran",),
    ),
    "efisiensi_andaian": Tabel(
        "efisiensi_andaian",
        {
            **{k: Salinan("andaian_sasaran", ("sasaran", "andaian", "dokumen"))
               for k in ("capaian_persen", "belum_tercapai")},
            **{k: Salinan("sasaran", ("sasaran",)) for k in ("serapan_persen", "pagu_rp", "realisasi_rp")},
            "ukuran_efisiensi": Hitung(efisiensi.ukuran_efisiensi, satuan="satuan_ukuran"),
            "tingkat_efisiensi": Hitung(efisiensi.tingkat_efisiensi),
        },
        kode=("sasaran", "andaian"), dokumen="dokumen",
    ),
}  # fmt: skip

# What the year comes to; the other tables only show it from other sides.
DIUKUR = ("per_dokumen", "per_sasaran", "sasaran", "ringkasan", "efisiensi")


def pengganti(
    pilihan: str, ganti: Mapping[tuple[str, str], Any], tabel: Iterable[str] = TABEL
) -> tuple[list[Rumus], list[str]]:
    """Tell which rules of cells stand where a choice was read and read it no more, and which tables still read it."""
    lepas, tetap = dict[Rumus, None](), dict[str, None]()
    for n in tabel:
        for kolom, a in TABEL[n].angka.items():
            if isinstance(a, Hitung) and pilihan in a.rumus.sifat:
                g = ganti.get((n, kolom))
                if g is not None and pilihan not in g.rumus.sifat:
                    lepas[g.rumus] = None
                else:
                    tetap[n] = None
    return list(lepas), list(tetap)


def diganti(pilihan: str, ganti: Mapping[tuple[str, str], Any]) -> list[Rumus]:
    """Return the rules of cells that measure the year in the place of a choice; none while it is still read."""
    lepas, tetap = pengganti(pilihan, ganti, DIUKUR)
    return [] if tetap else lepas


def anggota_dipilih(ganti: Mapping[tuple[str, str], Any]) -> bool:
    """Tell whether a cell chose the members of the agency's mean, in the place of the choice between two kinds."""
    rata = ganti.get(("ringkasan", "rata_rata_persen"))
    return rata is not None and rata.anggota is not None
