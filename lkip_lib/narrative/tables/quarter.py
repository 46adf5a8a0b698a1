"""The tables of quarters: targets and money to date, what is behind, and where a straight line would lead."""

from __future__ import annotations

from typing import Any

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.figure import KEADAAN
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.quarter import indikator_kini, kas_kini, kas_tertinggal, tertinggal
from lkip_lib.narrative.tables.budget import DALAM
from lkip_lib.narrative.tables.results import lanjutan, tabel
from lkip_lib.narrative.words import terisi
from lkip_lib.places import TRIWULAN
from lkip_lib.rumus import triwulan as rumus
from lkip_lib.rumus.capaian import capaian_rentang, mengukur_perubahan
from lkip_lib.rumus.jenis import berbatas

_TIPE = {
    "akumulatif": "jumlah sampai triwulan ini",
    "posisi_akhir": "keadaan akhir triwulan",
    "pengulangan": "triwulan ini saja",
    "berjalan": "laju sejak awal tahun",
}


def _sel(isi: Isi, b: dict[str, Any], kolom: str, **gaya: Any) -> Any:
    """Show a figure of an indicator in its quarter, in its own decimals unless it is a percentage."""
    persen = kolom.endswith("_persen")
    gaya = {"tanda": not persen and mengukur_perubahan(b["rumus"])} | gaya
    desimal = 2 if persen else isi.desimal[b["kode"]]
    return isi.kuartal("triwulan", b["kode"], kolom, b["triwulan"], desimal=desimal, **gaya)


def _uang(isi: Isi, b: dict[str, Any], *kolom: str, **gaya: Any) -> list[Any]:
    return [isi.kuartal("kas", b["kode"], k, b["triwulan"], polos=True, **gaya) for k in kolom]


def _keadaan(isi: Isi, b: dict[str, Any]) -> str:
    """Say how an indicator stands; one above its range is not behind, but outside of it."""
    berentang = b["rumus"] == capaian_rentang.nama and not berbatas(isi.jenis[b["kode"]])
    meleset = "di luar rentang" if berentang and b["selisih"] > 0 else "tertinggal"
    return {"ya": "tercapai", "tidak": meleset}.get(b["tercapai"]) or KEADAAN[b["status_nilai"]]


@tabel
def capaian_triwulan(isi: Isi) -> Tabel:
    """Table every indicator against the quarter's and the year's target."""
    baris = []
    for b in indikator_kini(isi):
        angka = [_sel(isi, b, k) for k in ("target", "realisasi", "capaian_persen")]
        beda = _sel(isi, b, "selisih", tanda=True)
        tahun = [_sel(isi, b, k) for k in ("target_tahun", "capaian_tahun_persen")]
        nama, ukuran = isi.nama_indikator[b["kode"]], _TIPE.get(b["tipe_triwulan"], "tipe belum diisi")
        baris.append(Baris([nama, ukuran, *angka, beda, _keadaan(isi, b), *tahun]))
    return Tabel(
        f"Realisasi sampai {isi.masa} terhadap target triwulan dan target setahun",
        [
            Kolom("Indikator", lebar=24),
            Kolom("Yang diukur", lebar=13),
            Kolom("Target triwulan", angka=True, lebar=9),
            Kolom("Realisasi", angka=True, lebar=9),
            Kolom("Capaian", angka=True, lebar=9),
            Kolom("Selisih", angka=True, lebar=8),
            Kolom("Keadaan", lebar=10),
            Kolom("Target setahun", angka=True, lebar=9),
            Kolom("Terhadap setahun", angka=True, lebar=9),
        ],
        baris,
        f"Target menurut {isi.acuan}. Selisih = realisasi − target triwulan. Indikator turun "
        "yang dijumlahkan baru diukur terhadap target setahun pada Triwulan IV.",
        padat=True,
    )


@tabel
def perkembangan_triwulan(isi: Isi) -> Tabel:
    """Table target, realisasi and capaian from quarter to quarter, of every indicator that has a realisasi in one."""
    semua = isi.baris("triwulan")
    lewat = sorted({b["triwulan"] for b in semua})
    dipantau = {b["kode"] for b in semua if terisi(b["realisasi"])}
    tanpa = [nama for kode, nama in isi.nama_indikator.items() if kode not in dipantau]
    baris = []
    for kode, nama in isi.nama_indikator.items():
        if kode not in dipantau:
            continue
        milik = {b["triwulan"]: b for b in semua if b["kode"] == kode}
        per = {
            kolom: [_sel(isi, milik[n], kolom) if n in milik else "–" for n in lewat]
            for kolom in ("target", "realisasi", "capaian_persen")
        }
        baris.append(Baris([f"{nama}: target", *per["target"]]))
        baris += [*lanjutan("realisasi", per["realisasi"]), *lanjutan("capaian", per["capaian_persen"])]
    return Tabel(
        f"Perkembangan setiap triwulan tahun {isi.tahun}",
        [Kolom("Indikator", lebar=46), *(Kolom(TRIWULAN[n], angka=True) for n in lewat)],
        baris,
        "Target dan realisasi sampai akhir setiap triwulan: dijumlahkan dari awal tahun, keadaan pada akhir triwulan, "
        "atau triwulan itu saja, menurut tipe indikatornya."
        + (f" Tanpa realisasi triwulan: {', '.join(tanpa)}." if tanpa else "")
        if baris
        else "realisasi triwulan belum diisi.",
    )


@tabel
def kas_triwulan(isi: Isi) -> Tabel:
    """Table money to the end of the quarter against pagu and plan."""
    kolom = ("pagu_rp", "rencana_sampai_rp", "realisasi_sampai_rp", "rencana_persen", "serapan_persen")
    baris = []
    for b in kas_kini(isi):
        uang = [isi.anggaran(b["kode"], "pagu_rp", polos=True), *_uang(isi, b, *kolom[1:])]
        uang += _uang(isi, b, "deviasi_poin", "deviasi_rp", tanda=True)
        uang += _uang(isi, b, "realisasi_fisik_persen", ringkas=True)
        akar = b["tingkat"] == "instansi"
        nama = b["nama"] or isi.instansi.nama
        nama = nama if akar else f"{b['kode']} {nama}"
        kelas = "jumlah" if akar else b["tingkat"]
        baris.append(Baris([nama, *uang], tingkat=DALAM[b["tingkat"]], kelas=kelas))
    return Tabel(
        f"Penyerapan anggaran sampai {isi.masa} terhadap rencana (rupiah)",
        [
            Kolom("Program, kegiatan, sub kegiatan", lebar=20),
            Kolom("Pagu", angka=True),
            Kolom("Rencana", angka=True),
            Kolom("Realisasi", angka=True),
            Kolom("Rencana serapan", angka=True),
            Kolom("Serapan", angka=True),
            Kolom("Deviasi (poin)", angka=True),
            Kolom("Deviasi", angka=True),
            Kolom("Fisik", angka=True),
        ],
        baris,
        "Rencana dan realisasi berjumlah dari awal tahun. Serapan dan rencananya terhadap pagu; deviasi = realisasi − "
        "rencana."
        if baris
        else "rencana dan realisasi triwulan belum diisi di tabel kas.",
        lanskap=True,
        padat=True,
    )


@tabel
def kas_perkembangan(isi: Isi) -> Tabel:
    """Table the agency's money from quarter to quarter."""
    akar = isi.akar["kode"] if isi.akar else ""
    baris = []
    for b in isi.baris("kas"):
        if b["kode"] == akar:
            uang = _uang(
                isi, b, "rencana_rp", "realisasi_rp", "realisasi_sampai_rp", "rencana_persen", "serapan_persen"
            )
            baris.append(Baris([TRIWULAN[b["triwulan"]], *uang, *_uang(isi, b, "deviasi_poin", tanda=True)]))
    return Tabel(
        f"Rencana dan realisasi anggaran setiap triwulan tahun {isi.tahun} (rupiah)",
        [
            Kolom("Triwulan", lebar=14),
            Kolom("Rencana triwulan ini", angka=True, lebar=16),
            Kolom("Realisasi triwulan ini", angka=True, lebar=16),
            Kolom("Realisasi sampai triwulan ini", angka=True, lebar=18),
            Kolom("Rencana serapan", angka=True, lebar=12),
            Kolom("Serapan", angka=True, lebar=12),
            Kolom("Deviasi (poin)", angka=True, lebar=12),
        ],
        baris,
        "" if baris else "Tabel kas belum diisi.",
    )


@tabel
def tertinggal_kinerja(isi: Isi) -> Tabel:
    """Table the indicators below the quarter's target, the farthest behind first."""
    baris = []
    for urut, b in enumerate(tertinggal(isi), 1):
        sel = [_sel(isi, b, k) for k in ("target", "realisasi")]
        sel += [_sel(isi, b, "selisih", tanda=True), _sel(isi, b, "capaian_mentah_persen")]
        baris.append(Baris([str(urut), isi.nama_indikator[b["kode"]], *sel]))
    kolom = [Kolom("No.", angka=True, lebar=6), Kolom("Indikator", lebar=44), Kolom("Target triwulan", angka=True)]
    kolom += [Kolom("Realisasi", angka=True), Kolom("Selisih", angka=True), Kolom("Capaian", angka=True)]
    return Tabel(
        f"Indikator yang tertinggal pada {isi.masa}",
        kolom,
        baris,
        "Diurutkan dari capaian sebelum dibatasi yang terendah." if baris else "tidak ada.",
        kepala=1,
    )


@tabel
def tertinggal_kas(isi: Isi) -> Tabel:
    """Table the parts of the budget that spent less than planned, the most rupiah first."""
    baris = []
    for urut, b in enumerate(kas_tertinggal(isi), 1):
        sel = [*_uang(isi, b, "rencana_sampai_rp", "realisasi_sampai_rp"), *_uang(isi, b, "deviasi_rp", "deviasi_poin")]
        baris.append(Baris([str(urut), f"{b['kode']} {b['nama']}".strip(), *sel]))
    kolom = [Kolom("No.", angka=True, lebar=6), Kolom("Program, kegiatan, sub kegiatan", lebar=38)]
    kolom += [Kolom(k, angka=True) for k in ("Rencana", "Realisasi", "Deviasi", "Deviasi (poin)")]
    return Tabel(
        f"Anggaran yang terserap kurang dari rencana sampai {isi.masa} (rupiah)",
        kolom,
        baris,
        "Diurutkan dari selisih rupiah yang terbesar." if baris else "tidak ada.",
        kepala=1,
    )


@tabel
def proyeksi(isi: Isi) -> Tabel:
    """Table where a straight line would lead each indicator and the agency's money by the year's end."""
    baris = []
    for b in indikator_kini(isi):
        if b["cara_proyeksi"]:
            sel = [_sel(isi, b, k) for k in ("realisasi", "proyeksi", "target_tahun", "capaian_proyeksi_persen")]
            cara = "rata-rata perubahan" if b["cara_proyeksi"] == "proyeksi_tren" else "laju dari awal tahun"
            baris.append(Baris([isi.nama_indikator[b["kode"]], *sel, cara]))
    for b in kas_kini(isi):
        if b["proyeksi_rp"] is not None:
            sel = _uang(isi, b, "realisasi_sampai_rp", "proyeksi_rp")
            sel += [isi.anggaran(b["kode"], "pagu_rp", polos=True), *_uang(isi, b, "proyeksi_persen")]
            nama = "Anggaran: " + (isi.instansi.nama if b["tingkat"] == "instansi" else f"{b['kode']} {b['nama']}")
            baris.append(Baris([nama, *sel, "laju dari awal tahun"]))
    lurus, tren = (r.sebutan.partition(";")[0] for r in (rumus.proyeksi_lurus, rumus.proyeksi_tren))
    return Tabel(
        f"Perkiraan garis lurus sampai akhir tahun {isi.tahun}, dihitung pada {isi.masa}",
        [
            Kolom("Indikator, anggaran", lebar=32),
            Kolom("Realisasi", angka=True),
            Kolom("Perkiraan akhir tahun", angka=True),
            Kolom("Target setahun, pagu", angka=True),
            Kolom("Perkiraan capaian, serapan", angka=True),
            Kolom("Garisnya"),
        ],
        baris,
        "Perkiraan hitungan, bukan realisasi dan bukan ramalan: musim dan kontrak tidak diperhitungkan. "
        f"Laju dari awal tahun: {lurus}. Rata-rata perubahan: {tren}; sedikitnya dua triwulan. "
        "Indikator bertipe pengulangan tidak diperkirakan."
        if baris
        else "tidak ada yang dapat diperkirakan.",
    )
