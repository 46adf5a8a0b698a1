"""What an indicator and a sasaran come to by the Perjanjian Kinerja and by other readings."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.inputs.agreement import PK
from lkip_lib.langkah.kemungkinan import TERENDAH, TERTINGGI
from lkip_lib.ledger import ANGKA
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.ragu import sebut_bacaan
from lkip_lib.narrative.simpulan import menurut_ambang, sebut_dokumen
from lkip_lib.narrative.words import banyak, berbeda, berukuran
from lkip_lib.rumus.capaian import mengukur_perubahan

_TARGET = ("target", "target_bawah", "target_atas", "jenis", "target_label")  # what makes two targets different


def kalimat_lain(isi: Isi, kode: str) -> Markup:
    """Say of one indicator what other readings come to, and the Perjanjian Kinerja where its target is another."""
    per = {b["dokumen"]: b for b in isi.baris("antara/per_dokumen") if b["kode"] == kode}
    dipakai, pk = per[isi.params.dokumen_target], per.get(PK)
    kalimat = []
    if lain := sebut_bacaan(isi, dipakai):
        kalimat.append(Markup("Menurut bacaan lain capaiannya {}.").format(lain))
    if pk is not None and pk is not dipakai and (_beda(pk, dipakai) or sebut_bacaan(isi, pk) != lain):
        kalimat.append(_menurut_pk(isi, pk))
    return Markup(" ").join(kalimat)


def _beda(satu: Catatan, dua: Catatan) -> bool:
    """Tell whether two documents measure an indicator by another target."""
    return any(satu[k] != dua[k] and not (satu[k] != satu[k] and dua[k] != dua[k]) for k in _TARGET)


def _menurut_pk(isi: Isi, pk: Catatan) -> Markup:
    kode, dokumen = pk["kode"], sebut_dokumen(isi, PK)
    if pk["target_status"] != ANGKA:
        return Markup("{} tidak memuat targetnya.").format(dokumen)
    ubah = mengukur_perubahan(pk["rumus"])
    d, satuan = isi.desimal[kode], isi.satuan[kode]
    target, realisasi = (
        isi.penyaji.sel("indikator", kode, k, dokumen=PK, desimal=d, tanda=ubah) for k in ("target", "realisasi")
    )
    awal = (
        Markup("Menurut {}, perubahannya {} dari target perubahan {}").format(
            dokumen, berbeda(realisasi, satuan), berbeda(target, satuan)
        )
        if ubah
        else Markup("Menurut {}, targetnya {}").format(dokumen, berukuran(target, satuan))
    )
    if pk["capaian_mentah_persen"] != pk["capaian_mentah_persen"]:
        return awal + Markup("; capaiannya belum terhitung.")
    capaian = isi.penyaji.sel("indikator", kode, "capaian_mentah_persen", dokumen=PK)
    hasil = "tercapai" if pk["tercapai"] == "ya" else "belum tercapai"
    kalimat = awal + Markup("; capaiannya {}, {}{}").format(capaian, hasil, menurut_ambang(isi))
    lain = sebut_bacaan(isi, pk)
    return kalimat + (Markup(", dan menurut bacaan lain {}.").format(lain) if lain else Markup("."))


def kalimat_sasaran(isi: Isi, s: Catatan) -> Markup:
    """Say what a sasaran comes to by the document in use, and by the Perjanjian Kinerja where that differs."""
    if not s["n_indikator"]:
        return Markup("Sasaran ini belum diukur: belum ada indikator yang berlaku tahun ini.")
    if s["n_terhitung"] != s["n_indikator"]:
        terhitung = banyak(s["n_terhitung"], s["n_indikator"]) if s["n_terhitung"] else "belum satu pun"
        return Markup("Capaian sasaran ini belum lengkap: {} dari {} indikator terhitung.").format(
            terhitung, banyak(s["n_indikator"])
        )
    dipakai, kode = isi.params.dokumen_target, s["kode"]
    rata = (
        f", dari rata-rata{isi.tertimbang(kode)} {banyak(s['n_indikator'])} indikator" if s["n_indikator"] > 1 else ""
    )
    kalimat = Markup("Menurut target {}, capaian sasaran ini {}, berpredikat {}{}{}.").format(
        isi.acuan, isi.sasaran(kode, "capaian_persen"), isi.sasaran(kode, "predikat"), rata, _antara(isi, dipakai, kode)
    )
    if dipakai == PK:
        return kalimat
    pk = next((b for b in isi.baris("antara/per_sasaran") if b["dokumen"] == PK and b["kode"] == kode), None)
    beda = (
        pk is not None
        and pk["n_terhitung"] == pk["n_indikator"]
        and (
            round(pk["capaian_persen"], 9) != round(s["capaian_persen"], 9)
            or _antara(isi, PK, kode) != _antara(isi, dipakai, kode)
        )
    )
    if not beda:
        return kalimat
    return kalimat + Markup(" Menurut {}, {} ({}){}.").format(
        isi.dokumen[PK], *(isi.penyaji.sel("sasaran", kode, k, dokumen=PK) for k in ("capaian_persen", "predikat")),
        _antara(isi, PK, kode),
    )  # fmt: skip


def _antara(isi: Isi, dokumen: str, sasaran: str) -> Markup:
    """Say between which values the capaian of a sasaran lies over all readings; nothing where they agree."""
    rendah, tinggi = (
        isi.penyaji.sel("andaian_sasaran", f"{sasaran}.{n}", "capaian_persen", dokumen=dokumen)
        for n in (TERENDAH, TERTINGGI)
    )
    if str(rendah) == str(tinggi):
        return Markup("")
    return Markup("; belum dipastikan, {} sampai {}").format(rendah, tinggi)
