"""The catalogue of formulas: for each its function, its sentence, its form in Excel and its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lkip_lib.formulas import anggaran, angka, capaian, efisiensi, komponen, perbandingan, predikat


@dataclass(frozen=True, slots=True)
class Rumus:
    """Describe one formula. `excel` names its inputs in braces; `excel_rasio` where params choose the ratio."""

    nama: str
    fungsi: Callable[..., Any]
    kalimat: str
    excel: str
    sumber: str
    excel_rasio: str = ""


_PRAKTIK = "Praktik penyusunan LKIP"

KATALOG: dict[str, Rumus] = {
    r.nama: r
    for r in (
        Rumus("dinyatakan", angka.larik, "angka yang dinyatakan dokumennya", "={nilai}", "Dokumen instansi"),
        Rumus(
            "koreksi", angka.larik, "angka tercetak yang diperbaiki, dengan sebab dan bukti", "={nilai}", "koreksi.yml"
        ),
        Rumus("capaian_naik", capaian.naik, "realisasi ÷ target × 100", "={realisasi}/{target}*100", _PRAKTIK),
        Rumus(
            "capaian_turun_selisih",
            capaian.turun_selisih,
            "(target − (realisasi − target)) ÷ target × 100",
            "=({target}-({realisasi}-{target}))/{target}*100",
            "PermenPANRB 8/2021",
        ),
        Rumus(
            "capaian_turun_rasio",
            capaian.turun_rasio,
            "target ÷ realisasi × 100",
            "={target}/{realisasi}*100",
            _PRAKTIK,
        ),
        Rumus(
            "capaian_perubahan",
            capaian.perubahan,
            "perubahan yang terjadi ÷ perubahan yang ditargetkan × 100",
            "={realisasi}/{target}*100",
            _PRAKTIK,
        ),
        Rumus(
            "capaian_rentang",
            capaian.rentang,
            "di dalam rentang 100; di luar, dibandingkan dengan batas terdekat",
            # A bound of zero or below divides by zero, as it gives no capaian.
            "=IF({realisasi}<{bawah},{realisasi}/MAX(0,{bawah})*100,"
            "IF({realisasi}>{atas},(2*{atas}-{realisasi})/MAX(0,{atas})*100,100))",
            _PRAKTIK,
            "=IF({realisasi}<{bawah},{realisasi}/MAX(0,{bawah})*100,"
            "IF({realisasi}>{atas},1/({realisasi}/MAX(0,{atas}))*100,100))",
        ),
        Rumus(
            "nol_tercapai",
            capaian.nol_tercapai,
            "target nol dan realisasi nol dihitung 100",
            "=IF(ABS({target})+ABS({realisasi})=0,100,{capaian})",
            _PRAKTIK,
        ),
        Rumus(
            "batas_capaian",
            capaian.batasi,
            "capaian yang melewati batas ditulis sebesar batasnya",
            "=MAX({bawah},MIN({atas},{capaian_mentah}))",
            "Ketentuan pengukuran instansi",
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
        Rumus(
            "efisiensi_banding",
            efisiensi.banding,
            "target belum tercapai bila ada indikator di bawah ambang; selain itu efisien bila capaian ≥ serapan",
            '=IF({semua_tercapai},IF({capaian}>={serapan},"Efisien","Tidak efisien"),"Target belum tercapai")',
            _PRAKTIK,
        ),
        Rumus(
            "efisiensi_selisih",
            efisiensi.selisih,
            "capaian − serapan: di atas 5 efisien, −5 sampai 5 cukup efisien, di bawahnya tidak efisien",
            '=IF({capaian}-{serapan}>5,"Efisien",IF({capaian}-{serapan}>=-5,"Cukup efisien","Tidak efisien"))',
            _PRAKTIK,
        ),
        Rumus(
            "efisiensi_rasio",
            efisiensi.rasio,
            "capaian ÷ serapan, efisien bila sekurangnya 1",
            '=IF({capaian}/{serapan}>=1,"Efisien","Tidak efisien")',
            _PRAKTIK,
        ),
        Rumus(
            "efisiensi_pmk",
            efisiensi.pmk_efisiensi,
            "(Σ(pagu × capaian) − Σ realisasi) ÷ Σ(pagu × capaian) × 100, dibatasi −20 sampai 20",
            "=MAX(-20,MIN(20,({pagu}*{capaian}-{realisasi})/({pagu}*{capaian})*100))",
            "PMK 22/2021 (diadopsi)",
        ),
        Rumus(
            "nilai_efisiensi_pmk",
            efisiensi.pmk_nilai,
            "50 + efisiensi ÷ 20 × 50, dibatasi 0 sampai 100",
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
        Rumus("ikm", komponen.ikm, "rata-rata unsur layanan × 25", "=AVERAGE({unsur})*25", "PermenPANRB 14/2017"),
    )
}
