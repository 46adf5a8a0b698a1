"""The sheets of money: the budget tree, supporting programs, belanja and efficiency."""

from __future__ import annotations

from typing import Any

from lkip_lib.frames import catatan
from lkip_lib.policies.aturan import UKURAN
from lkip_lib.publish import workbook_formulas as f
from lkip_lib.publish.workbook_layout import (
    KOLOM_ANGGARAN,
    KOLOM_PENDUKUNG,
    Baris,
    Susunan,
    kolom,
    persen,
    rupiah,
)
from lkip_lib.publish.workbook_sheet import Kolom, Lembar, Letak, Sel, hitung, kata, kosong, masukan


def anggaran(s: Susunan) -> Lembar:
    """Write the budget tree: stated figures are inputs, sums of children are formulas."""
    semua = s.baris("anggaran")
    ketik = catatan(s.bahan.ketik("anggaran"))
    sebagian = {b["kode"] for b in ketik if (b["dokumen"], b["lengkap"]) == (s.dokumen_anggaran, "tidak")}
    anak: dict[str, list[int]] = {}
    for i, b in enumerate(semua):
        anak.setdefault(b["induk"], []).append(i)
    baris = [
        _anggaran(s, i, b, anak.get(b["kode"], []) if b["kode"] else [], b["kode"] not in sebagian)
        for i, b in enumerate(semua)
    ]
    catatan_kaki = "Selisih = angka yang dinyatakan dikurangi jumlah rincian di bawahnya."
    judul = f"Pagu dan realisasi anggaran {s.isi.masa}"
    return Lembar("Anggaran", judul, KOLOM_ANGGARAN, baris, (), catatan_kaki, beku=4)


def _anggaran(s: Susunan, i: int, b: Baris, anak: list[int], lengkap: bool) -> list[Sel]:
    letak, kode = s.letak["Anggaran"], b["kode"]
    sel = {k: Sel(b[k]) for k in ("kode", "induk")} | {k: Sel(kata(b[k])) for k in ("tingkat", "asal")}
    sel["nama"] = Sel(b["nama"] or (s.isi.instansi.nama if b["tingkat"] == "instansi" else ""))
    for nama in ("pagu", "realisasi"):
        kunci, rinci, beda = f"{nama}_rp", f"{nama}_anak_rp", f"residu_{nama}_rp"
        rincian = [letak[kunci, j] for j in anak]
        dijumlah = s.rumus("anggaran", kode, kunci) == "jumlah"
        sel[kunci] = hitung(f.jumlah(rincian), b[kunci]) if dijumlah else masukan(b[kunci])
        utuh = bool(rincian) and lengkap
        sel[rinci] = hitung(f.jumlah(rincian), b[rinci]) if utuh else Sel()
        sel[beda] = hitung(f.residu(letak[kunci, i], rincian), b[beda]) if utuh and not dijumlah else Sel()
    dua = [letak[k, i] for k in ("pagu_rp", "realisasi_rp")]
    sel["serapan_persen"] = hitung(f.bila_dapat(dua, _serapan(*dua)), b["serapan_persen"])
    sel["sisa_rp"] = hitung(f.bila_ada(dua, f.isi("sisa", pagu=dua[0], realisasi=dua[1])), b["sisa_rp"])
    return [sel[k.kunci] for k in KOLOM_ANGGARAN]


def _serapan(pagu: str, realisasi: str) -> str:
    return f.isi("serapan", pagu=pagu, realisasi=realisasi)


def pendukung(s: Susunan) -> Lembar:
    """List the programs behind each sasaran, their money taken from the budget tree."""
    letak = s.letak["Anggaran"]
    baris = []
    for b in s.pendukung:
        i = s.tempat("Anggaran", kode=b["program"])
        assert i is not None  # the ledger names only programs of the tree
        uang = [hitung(f.salin(letak.luar(k, i)), b[k]) for k in ("pagu_rp", "realisasi_rp")]
        baris.append([Sel(b["sasaran"]), Sel(b["program"]), Sel(b["nama"]), masukan(b["bobot"]), *uang])
    return Lembar("Pendukung", "Program pendukung setiap sasaran", KOLOM_PENDUKUNG, baris, beku=2)


KOLOM_BELANJA = (
    kolom("belanja", "uraian", "Jenis belanja", lebar=40),
    rupiah("belanja", "pagu_rp", "Pagu"),
    rupiah("belanja", "realisasi_rp", "Realisasi"),
    persen("belanja", "serapan_persen", "Serapan"),
    persen("belanja", "bagian_persen", "Bagian"),
)


def belanja(s: Susunan) -> Lembar:
    """Write the belanja types with their share of the whole."""
    semua = s.baris("belanja")
    letak = Letak("Belanja", KOLOM_BELANJA, len(semua))
    rincian = {k: [letak[k, i] for i in range(len(semua))] for k in ("pagu_rp", "realisasi_rp")}
    baris = []
    for i, b in enumerate(semua):
        dua = [letak[k, i] for k in ("pagu_rp", "realisasi_rp")]
        bagian = f.isi("persentase", pembilang=dua[1], penyebut=letak["realisasi_rp", len(semua)])
        baris.append(
            [
                Sel(b["uraian"]),
                masukan(b["pagu_rp"]),
                masukan(b["realisasi_rp"]),
                hitung(f.bila_dapat(dua, _serapan(*dua)), b["serapan_persen"]),
                hitung(f.bila_dapat([dua[1], letak["realisasi_rp", len(semua)]], bagian), b["bagian_persen"]),
            ]
        )
    return Lembar(
        "Belanja", f"Belanja menurut jenis {s.isi.masa}", KOLOM_BELANJA, baris, _jumlah(semua, rincian, letak)
    )


def _jumlah(semua: list[Baris], rincian: dict[str, list[str]], letak: Letak) -> list[Sel]:
    if not semua:
        return []
    nilai = {k: None if any(kosong(b[k]) for b in semua) else sum(b[k] for b in semua) for k in rincian}
    dua = [letak[k, len(semua)] for k in rincian]
    pagu, realisasi = nilai.values()
    serapan: Any = None if kosong(pagu) or kosong(realisasi) or not pagu else realisasi / pagu * 100
    uang = [hitung(f.jumlah(sel), nilai[k]) for k, sel in rincian.items()]
    return [Sel("Jumlah"), *uang, hitung(f.bila_dapat(dua, _serapan(*dua)), serapan), Sel()]


_KOLOM_PMK = (
    rupiah("anggaran", "pagu_rp", "Pagu pendukung"),
    rupiah("anggaran", "realisasi_rp", "Realisasi pendukung"),
)


def kolom_efisiensi(ukuran: str) -> tuple[Kolom, ...]:
    """Declare the columns of efficiency; the rule of the ministry of finance needs more than the others."""
    sebutan, satuan = UKURAN[ukuran]
    return (
        kolom("efisiensi", "sasaran", "Kode", lebar=9),
        Kolom("nama", "Sasaran", lebar=48, arti="Nama sasaran"),
        persen("efisiensi", "capaian_persen", "Capaian"),
        persen("efisiensi", "serapan_persen", "Serapan"),
        Kolom(
            "meleset",
            "Indikator di bawah ambang",
            bentuk="bulat",
            lebar=13,
            arti="Banyak indikator yang belum tercapai",
        ),
        *(_KOLOM_PMK if ukuran.startswith("pmk") else ()),
        kolom("efisiensi", "ukuran_efisiensi", sebutan[0].upper() + sebutan[1:], satuan, "#,##0.00", 13),
        kolom("efisiensi", "tingkat_efisiensi", "Tingkat efisiensi", lebar=22),
        kolom("efisiensi", "metode", "Metode", lebar=11),
    )


def efisiensi(s: Susunan) -> Lembar:
    """Hold each sasaran against its budget, by the rule in params."""
    aturan = s.bahan.kebijakan.efisiensi
    milik = kolom_efisiensi(aturan.ukuran)
    letak = Letak("Efisiensi", milik, 0)
    baris = []
    for i, b in enumerate(s.baris("efisiensi")):
        sel = _efisiensi(s, i, b, letak)
        baris.append([sel[k.kunci] for k in milik])
    return Lembar(
        "Efisiensi",
        f"Efisiensi sumber daya {s.isi.masa}",
        milik,
        baris,
        (),
        f"Aturan {aturan.nama}: {aturan.sebutan}.",
        beku=2,
    )


def _efisiensi(s: Susunan, i: int, b: Baris, letak: Letak) -> dict[str, Sel]:
    asal, j = s.letak["Sasaran"], s.tempat("Sasaran", kode=b["sasaran"])
    assert j is not None  # one row of efficiency a sasaran
    c, r, n, kode = (letak[k, i] for k in ("capaian_persen", "serapan_persen", "meleset", "sasaran"))
    milik = [d for d in s.baris("indikator") if d["sasaran"] == b["sasaran"]]
    sel = {
        "sasaran": Sel(b["sasaran"]),
        "nama": Sel(s.isi.nama_sasaran.get(b["sasaran"], "")),
        "capaian_persen": hitung(f.salin(asal.luar("capaian_persen", j)), b["capaian_persen"]),
        "serapan_persen": hitung(f.salin(asal.luar("serapan_persen", j)), b["serapan_persen"]),
        "meleset": hitung(
            f'SUMPRODUCT((Indikator_Sasaran={kode})*(Indikator_Tercapai="tidak"))',
            sum(d["tercapai"] == "tidak" for d in milik),
        ),
        "metode": Sel(b["metode"]),
    }
    u, aturan = letak["ukuran_efisiensi", i], s.bahan.kebijakan.efisiensi
    match aturan.ukuran:
        case "selisih":
            ukuran = f.bila_ada([c, r], f.isi("ukuran_selisih", capaian=c, serapan=r))
        case "rasio":
            ukuran = f.bila_dapat([c, r], f.isi("ukuran_rasio", capaian=c, serapan=r))
        case "sisa":
            ukuran = f.bila_ada([c, r], f.isi("ukuran_sisa", serapan=r))  # what is not measured is not known to be met
        case _:
            pagu, realisasi = letak["pagu_rp", i], letak["realisasi_rp", i]
            sel |= _uang_pmk(s, j)
            badan = f.isi("ukuran_pmk", pagu=pagu, realisasi=realisasi, capaian=f"({c}/100)")
            badan = f.isi("ukuran_pmk_nilai", efisiensi=badan) if aturan.ukuran == "pmk_nilai" else badan
            ukuran = f.bila_dapat([pagu, realisasi, c], badan)
    sel["ukuran_efisiensi"] = hitung(ukuran, b["ukuran_efisiensi"], "#,##0.00")
    isi = f.isi(s.bahan.katalog[f"efisiensi_{aturan.nama}"], ukuran=f"ROUND({u},9)", semua_tercapai=f"{n}=0")
    tanpa_ukuran = f"AND({n}=0,COUNT({u})=0)" if aturan.belum_tercapai else f"COUNT({u})=0"
    sel["tingkat_efisiensi"] = hitung(f'IF({tanpa_ukuran},"",{isi})', b["tingkat_efisiensi"])
    return sel


def _uang_pmk(s: Susunan, j: int) -> dict[str, Sel]:
    """Take the money of the supporting programs, by which PMK 22/2021 measures."""
    asal, b = s.letak["Sasaran"], s.baris("sasaran")[j]
    program = [p for p in s.pendukung if p["sasaran"] == b["kode"]]
    return {k: hitung(f.salin(asal.luar(k, j)), s.berbobot(program, k)) for k in ("pagu_rp", "realisasi_rp")}
