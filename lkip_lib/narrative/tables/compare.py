"""The table of comparison: this year's realisasi beside every target, year behind, target to come and benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.inputs.agreement import PK
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.banding import angka_banding
from lkip_lib.narrative.kalimat.ragu import sebut_bacaan
from lkip_lib.narrative.tables.results import tabel
from lkip_lib.narrative.words import daftar, terisi
from lkip_lib.rumus.capaian import mengukur_perubahan
from lkip_lib.rumus.jenis import makin_baik
from lkip_lib.rumus.perbandingan import AKHIR, AKHIR_RPD, NANTI

_TIADA = "tidak ada"


@tabel
def perbandingan(isi: Isi, kode: str = "") -> Tabel:
    """Table what an indicator is compared with, a row each; without a code all indicators one after another."""
    baris = []
    for k in [kode] if kode else isi.nama_indikator:
        milik = [*_target(isi, k), *_lain(isi, k)] if getattr(isi.realisasi(k), "ada", False) else []
        baris += [Baris([isi.nama_indikator[k]], kelas="kelompok")] if milik and not kode else []
        baris += milik
    kolom = [Kolom("Pembanding", lebar=49), *(Kolom(k, angka=True, lebar=17) for k in ("Angka", "Selisih", "Capaian"))]
    return Tabel(_judul(isi, kode), kolom, baris, _catatan(isi, kode, bool(baris)))


def _judul(isi: Isi, kode: str) -> str:
    if not kode:
        return f"Realisasi tahun {isi.tahun} dibandingkan"
    return f"{isi.nama_indikator[kode]} dibandingkan ({isi.tahun}: {isi.realisasi(kode, desimal=isi.desimal[kode])})"


def _catatan(isi: Isi, kode: str, ada: bool) -> str:
    if isi.triwulan and not ada:
        return "Disusun sesudah tahun berakhir; angka satu triwulan tidak dibandingkan dengan setahun."
    b = next((b for b in isi.baris("indikator") if b["kode"] == kode), None)
    arah = ""
    if b is not None:
        arah = f"{b['satuan']}; {makin_baik(b['arah'], isi.jenis[kode], isi.kebijakan.rentang.melampaui)}. "
    return f"{arah}Selisih: {isi.tahun} dikurangi pembanding. Capaian pada baris realisasi: capaian tahun itu."


def _target(isi: Isi, kode: str) -> Iterator[Baris]:
    """Yield a row for every target of the year; documents that state the same target share one."""
    sama: dict[tuple[str, ...], list[Catatan]] = {}
    semua = [b for b in isi.baris("antara/per_dokumen") if b["kode"] == kode and b["target_dari"]]
    for b in sorted(semua, key=lambda b: b["dokumen"] != PK):
        kunci = (str(_ukur(isi, b, "target")), b["jenis"], str(_ukur(isi, b, "capaian_mentah_persen")))
        sama.setdefault((*kunci, str(sebut_bacaan(isi, b).striptags())), []).append(b)
    for milik in sama.values():
        b = milik[0]
        ubah = "perubahan " if mengukur_perubahan(b["rumus"]) else ""
        nama = f"Target {ubah}{daftar([isi.dokumen[x['dokumen']] for x in milik])} {isi.tahun}"
        capaian, lain = _ukur(isi, b, "capaian_mentah_persen"), sebut_bacaan(isi, b)
        sel = [_ukur(isi, b, "target", tanda=bool(ubah)), _ukur(isi, b, "selisih_target", tanda=True)]
        kelas = "kurang" if b["tercapai"] == "tidak" and not lain else ""
        yield Baris([nama, *sel, Markup("{}, atau {}").format(capaian, lain) if lain else capaian], kelas=kelas)


def _ukur(isi: Isi, b: Catatan, kolom: str, **gaya: Any) -> Any:
    desimal = 2 if kolom == "capaian_mentah_persen" else isi.desimal[b["kode"]]
    return isi.penyaji.sel("indikator", b["kode"], kolom, dokumen=b["dokumen"], desimal=desimal, **gaya)


def _lain(isi: Isi, kode: str) -> Iterator[Baris]:
    """Yield a row for every year behind, the latest first, then the Renstra targets to come, then benchmarks."""
    milik = [
        b for b in isi.baris("antara/perbandingan") if b["kode"] == kode and str(_angka(isi, b, "pembanding")) != "–"
    ]
    lampau = sorted((b for b in milik if b["tahun"] < isi.tahun), key=lambda b: -b["tahun"])
    for b in lampau:
        capaian = isi.penyaji.sel("riwayat", kode, "capaian_mentah_persen", tahun=b["tahun"])
        yield _baris(isi, b, _tahun(isi, b), _TIADA if str(capaian) == "–" else capaian)
    for b in (b for b in milik if b["jenis"] in NANTI):
        nama = f"{'Akhir' if b['jenis'] in AKHIR else 'Target'} {'RPD' if b['jenis'] == AKHIR_RPD else 'Renstra'}"
        yield _baris(isi, b, f"{nama} {b['tahun']}", _angka(isi, b, "capaian_persen"))
    for b in milik:
        if b not in lampau and b["jenis"] not in NANTI:
            yield _baris(isi, b, f"{b['jenis'].title()} {b['tahun']}", "bukan target")


def _baris(isi: Isi, b: Catatan, nama: Any, capaian: Any) -> Baris:
    if b["makna"] == "berselisih":
        return Baris([nama, "berselisih", "–", capaian])
    return Baris([nama, _angka(isi, b, "pembanding"), _angka(isi, b, "selisih", tanda=True), capaian])


def _angka(isi: Isi, b: Catatan, kolom: str, **gaya: Any) -> Any:
    desimal = 2 if kolom == "capaian_persen" else isi.desimal[b["kode"]]
    return angka_banding(isi, b, kolom, desimal=desimal, **gaya)


def _tahun(isi: Isi, b: Catatan) -> Markup:
    """Name a year behind, with the target that it was measured by."""
    milik = (r for r in isi.baris("antara/riwayat") if (r["kode"], r["lingkup"]) == (b["kode"], "instansi"))
    r: Catatan = next((r for r in milik if r["tahun"] == b["tahun"]), {})
    if r.get("target_dari"):
        target = isi.penyaji.angka(r["target_dari"].split()[0], desimal=isi.desimal[b["kode"]])
        keterangan = Markup("target {}").format(target)
    else:
        keterangan = Markup("target tidak dinyatakan")
    nilai = isi.penyaji.sel("riwayat", b["kode"], "predikat_nilai", tahun=b["tahun"])
    if terisi(nilai) and str(nilai) != "–":
        keterangan += Markup(", predikat {}").format(nilai)
    return Markup("Realisasi {} <small>{}</small>").format(b["tahun"], keterangan)
