"""The catalogue of formulas: for each its function, its sentence, its form in Excel and its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from lkip_lib.formulas import anggaran, angka, capaian, efisiensi, komponen, perbandingan, predikat, triwulan
from lkip_lib.formulas.pembulatan import bulatkan
from lkip_lib.rumus.bahasa import Kolom, simpul
from lkip_lib.rumus.excel import tulis
from lkip_lib.policies import AturanEfisiensi, Kebijakan, RumusCapaian


@dataclass(frozen=True, slots=True)
class Rumus:
    """Describe one formula. `excel` names its inputs in braces."""

    nama: str
    fungsi: Callable[..., Any]
    kalimat: str
    excel: str
    sumber: str


_PRAKTIK = "Praktik penyusunan LKIP"
_PMK = "(Σ(pagu × capaian) − Σ realisasi) ÷ Σ(pagu × capaian) × 100, dibatasi −20 sampai 20"

# The formulas that no policy changes.
KATALOG: dict[str, Rumus] = {
    r.nama: r
    for r in (
        Rumus("dinyatakan", angka.larik, "angka yang dinyatakan dokumennya", "={nilai}", "Dokumen instansi"),
        Rumus(
            "koreksi", angka.larik, "angka tercetak yang diperbaiki, dengan sebab dan bukti", "={nilai}", "koreksi.yml"
        ),
        Rumus(
            "capaian_perubahan",
            capaian.perubahan,
            "perubahan yang terjadi ÷ perubahan yang ditargetkan × 100",
            "={realisasi}/{target}*100",
            _PRAKTIK,
        ),
        Rumus(
            "capaian_perubahan_ditahan",
            capaian.perubahan_ditahan,
            "(2 × perubahan yang ditargetkan − perubahan yang terjadi) ÷ perubahan yang ditargetkan × 100",
            "=(2*{target}-{realisasi})/{target}*100",
            _PRAKTIK,
        ),
        Rumus(
            "capaian_ordinal",
            capaian.ordinal,
            "tingkat realisasi ÷ tingkat target × 100, tingkat terendah bernilai 1",
            "={realisasi}/{target}*100",
            _PRAKTIK,
        ),
        Rumus(
            "nol_tercapai",
            capaian.nol_tercapai,
            "target nol dan realisasi nol dihitung 100",
            "=IF(ABS({target})+ABS({realisasi})=0,100,{capaian})",
            _PRAKTIK,
        ),
        Rumus(
            "predikat",
            predikat.kelas,
            "kelas skala yang memuat nilainya",
            "=LOOKUP({nilai},{bawah},{nama})",
            "Skala yang dipakai",
        ),
        Rumus(
            "rata_rata",
            predikat.rata_rata,
            "jumlah (nilai × bobot) ÷ jumlah bobot",
            "=SUMPRODUCT({nilai},{bobot})/SUMPRODUCT({bobot})",
            _PRAKTIK,
        ),
        Rumus("serapan", anggaran.serapan, "realisasi ÷ pagu × 100", "={realisasi}/{pagu}*100", _PRAKTIK),
        Rumus("sisa", anggaran.sisa, "pagu − realisasi", "={pagu}-{realisasi}", _PRAKTIK),
        Rumus("jumlah", anggaran.jumlah, "jumlah rincian di bawahnya", "=SUM({anak})", _PRAKTIK),
        Rumus(
            "residu",
            anggaran.pohon,
            "angka yang dinyatakan − jumlah rincian di bawahnya",
            "={nilai}-SUM({anak})",
            _PRAKTIK,
        ),
        Rumus("ukuran_selisih", efisiensi.selisih, "capaian − serapan", "=ROUND({capaian}-{serapan},9)", _PRAKTIK),
        Rumus("ukuran_rasio", efisiensi.rasio, "capaian ÷ serapan", "={capaian}/{serapan}", _PRAKTIK),
        Rumus("ukuran_sisa", efisiensi.sisa, "100 − serapan", "=ROUND(100-{serapan},9)", _PRAKTIK),
        Rumus(
            "ukuran_pmk",
            efisiensi.pmk_efisiensi,
            _PMK,
            "=IF({pagu}*{capaian}>0,MAX(-20,MIN(20,({pagu}*{capaian}-{realisasi})/({pagu}*{capaian})*100)),"
            "IF({realisasi}>0,-20,NA()))",
            "PMK 22/2021 (diadopsi)",
        ),
        Rumus(
            "ukuran_pmk_nilai",
            efisiensi.pmk_nilai,
            f"50 + E ÷ 20 × 50, dibatasi 0 sampai 100; E = {_PMK}",
            "=MAX(0,MIN(100,50+{efisiensi}/20*50))",
            "PMK 22/2021 (diadopsi)",
        ),
        Rumus("selisih", perbandingan.selisih, "nilai tahun ini − pembanding", "={kini}-{pembanding}", _PRAKTIK),
        Rumus(
            "perubahan_persen",
            perbandingan.perubahan_persen,
            "(nilai tahun ini − nilai sebelumnya) ÷ nilai sebelumnya × 100",
            "=({kini}-{lalu})/ABS({lalu})*100",
            _PRAKTIK,
        ),
        Rumus(
            "sisa_per_tahun",
            perbandingan.sisa_per_tahun,
            "(target akhir − realisasi) ÷ tahun yang tersisa",
            "=({target_akhir}-{realisasi})/{tahun_tersisa}",
            _PRAKTIK,
        ),
        Rumus(
            "persentase",
            komponen.persentase,
            "pembilang ÷ penyebut × 100",
            "={pembilang}/{penyebut}*100",
            "Kartu indikator",
        ),
        Rumus(
            "bagian",
            komponen.bagian,
            "(pembilang − pengurang) ÷ penyebut × pengali",
            "=({pembilang}-{pengurang})/{penyebut}*{pengali}",
            "Kartu indikator",
        ),
        Rumus(
            "rata_rata_unsur",
            komponen.rata_rata_unsur,
            "jumlah nilai jawaban ÷ banyak yang menjawab",
            "=AVERAGE({jawaban})",
            "PermenPANRB 14/2017",
        ),
        Rumus("ikm", komponen.ikm, "rata-rata unsur layanan × 25", "=AVERAGE({unsur})*25", "PermenPANRB 14/2017"),
        Rumus(
            "jumlah_triwulan",
            triwulan.akumulatif,
            "jumlah semua triwulan sampai triwulan ini",
            "=SUM({triwulan})",
            _PRAKTIK,
        ),
        Rumus(
            "deviasi_poin",
            triwulan.deviasi_poin,
            "serapan − rencana",
            "={serapan}-{rencana}",
            _PRAKTIK,
        ),
        Rumus("deviasi_rp", triwulan.deviasi_rp, "realisasi − rencana", "={realisasi}-{rencana}", _PRAKTIK),
        Rumus(
            "proyeksi_lurus",
            triwulan.proyeksi_lurus,
            "realisasi sampai triwulan ini ÷ banyak triwulan yang lewat × 4 (perkiraan garis lurus)",
            "={sampai_kini}/{triwulan}*4",
            _PRAKTIK,
        ),
        Rumus(
            "proyeksi_tren",
            triwulan.proyeksi_tren,
            "nilai terakhir + rata-rata perubahan per triwulan × triwulan yang tersisa (perkiraan garis lurus)",
            "={kini}+({kini}-{awal})/({triwulan}-{mulai})*(4-{triwulan})",
            _PRAKTIK,
        ),
    )
}

# The built-in capaian formulas as functions of their own; an agency's are computed from what it wrote.
_FUNGSI = {
    "capaian_naik": capaian.naik,
    "capaian_turun_selisih": capaian.turun_selisih,
    "capaian_turun_rasio": capaian.turun_rasio,
}


def nama_capaian(r: RumusCapaian) -> str:
    """Name a capaian formula of the policies in the catalogue.

    >>> from lkip_lib.policies import bawaan
    >>> [nama_capaian(r) for r in bawaan().rumus.values()]
    ['capaian_naik', 'capaian_turun_selisih', 'capaian_turun_rasio']
    """
    return "capaian_naik" if r.nama == "persentase" else f"capaian_{r.untuk}_{r.nama}"


def _capaian(r: RumusCapaian) -> Rumus:
    nama = nama_capaian(r)
    fungsi = _FUNGSI.get(nama, r.rumus)
    excel = tulis(simpul(r.terbaca(Kolom("target"), Kolom("realisasi"))), _SEL, set(_SEL))
    return Rumus(nama, fungsi, r.sebutan, f"={excel}", r.sumber)


_SEL = {k: f"{{{k}}}" for k in ("target", "realisasi")}


def _rentang(naik: Rumus, turun: Rumus) -> Rumus:
    """Measure outside a range by the formulas in force; a bound of zero or below gives no capaian."""
    di_bawah, di_atas = (
        f"IF({{{ujung}}}>0,{r.excel.removeprefix('=').replace('{target}', f'{{{ujung}}}')},NA())"
        for ujung, r in (("bawah", naik), ("atas", turun))
    )
    return Rumus(
        "capaian_rentang",
        partial(capaian.rentang, di_bawah=naik.fungsi, di_atas=turun.fungsi),
        "di dalam rentang 100; di luar, dibandingkan dengan batas terdekat",
        f"=IF({{realisasi}}<{{bawah}},{di_bawah},IF({{realisasi}}>{{atas}},{di_atas},100))",
        _PRAKTIK,
    )


def _efisiensi(a: AturanEfisiensi) -> Rumus:
    """Class the measure of a rule, in Excel by IFs from the last class to the first."""
    *berambang, akhir = a.kelas
    excel = _kata(akhir.nama)
    for k in reversed(berambang):
        excel = f"IF({{ukuran}}{'>' if k.tegas else '>='}{k.ambang:.15g},{_kata(k.nama)},{excel})"
    if a.belum_tercapai:
        excel = f"IF({{semua_tercapai}},{excel},{_kata(a.belum_tercapai)})"
    fungsi = partial(
        efisiensi.golongkan,
        ambang=[k.ambang or 0.0 for k in berambang],
        tegas=[k.tegas for k in berambang],
        nama=[k.nama for k in a.kelas],
        belum=a.belum_tercapai,
    )
    return Rumus(f"efisiensi_{a.nama}", fungsi, a.sebutan, f"={excel}", a.sumber)


def _kata(teks: str) -> str:
    """Write a text into an Excel form, whose own quotes and braces it must not break."""
    return '"' + teks.replace('"', '""').replace("{", "{{").replace("}", "}}") + '"'


def _dibulatkan(k: Kebijakan) -> dict[str, Rumus]:
    """Bound and average capaian, each rounded where the policy says so."""
    p, batas = k.pembulatan, "MAX({bawah},MIN({atas},{capaian_mentah}))"
    rata = KATALOG["rata_rata"]

    def bulat(nilai: str) -> str:
        if p.desimal is None:
            return nilai
        return f"{'TRUNC' if p.cara == 'potong' else 'ROUND'}(ROUND({nilai},9),{p.desimal})"

    tambah = "" if p.desimal is None else f"; {p.sebutan}"
    return {
        r.nama: r
        for r in (
            Rumus(
                "batas_capaian",
                lambda *nilai, **ujung: bulatkan(capaian.batasi(*nilai, **ujung), p.desimal, p.cara),
                f"capaian yang melewati batas ditulis sebesar batasnya{tambah}",
                f"={bulat(batas)}",
                k.batas.sumber,
            ),
            Rumus(
                "rata_rata_capaian",
                lambda *nilai: bulatkan(predikat.rata_rata(*nilai), p.desimal, p.cara).item(),
                rata.kalimat + tambah,
                f"={bulat(rata.excel.removeprefix('='))}",
                rata.sumber,
            ),
        )
    }


def susun(k: Kebijakan) -> Mapping[str, Rumus]:
    """Return the catalogue under the policies that a report chose."""
    naik, turun = _capaian(k.rumus_naik), _capaian(k.rumus_turun)
    milik = (naik, turun, _rentang(naik, turun), _efisiensi(k.efisiensi))
    return KATALOG | {r.nama: r for r in milik} | _dibulatkan(k)
