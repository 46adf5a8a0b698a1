"""What an indicator and a sasaran come to by the Perjanjian Kinerja and by other readings."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.inputs.agreement import PK
from lkip_lib.langkah.kemungkinan import TERENDAH, TERTINGGI
from lkip_lib.ledger import ANGKA
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.ragu import sebut_bacaan
from lkip_lib.narrative.kalimat.simpulan import menurut_ambang, sebut_acuan, sebut_dokumen, simpulkan
from lkip_lib.narrative.tables.results import rata_lengkap
from lkip_lib.narrative.words import banyak, berbeda, berukuran, daftar, sebut_banyak
from lkip_lib.rumus.capaian import mengukur_perubahan
from lkip_lib.rumus.perbandingan import TAHUN_LALU

_GERAK = ("membaik", "memburuk", "tetap")
_TARGET = ("target", "target_bawah", "target_atas", "jenis", "target_label")  # what makes two targets different


def kalimat_lain(isi: Isi, kode: str) -> Markup:
    """Say of one indicator what other readings come to, and the Perjanjian Kinerja where its target is another."""
    per = {b["dokumen"]: b for b in isi.baris("antara/per_dokumen") if b["kode"] == kode}
    dipakai, pk = per[isi.params.dokumen_target], per.get(PK)
    kalimat = []
    if lain := sebut_bacaan(isi, dipakai):
        kalimat.append(Markup("Menurut bacaan lain capaiannya {}.").format(lain))
    bacaan_pk = sebut_bacaan(isi, pk) if pk is not None else Markup("")
    if pk is not None and pk is not dipakai and (_beda(pk, dipakai) or bacaan_pk.striptags() != lain.striptags()):
        kalimat.append(_menurut_pk(isi, pk, dipakai["tercapai"]))
    return Markup(" ").join(kalimat)


def _beda(satu: Catatan, dua: Catatan) -> bool:
    """Tell whether two documents measure an indicator by another target."""
    return any(satu[k] != dua[k] and not (satu[k] != satu[k] and dua[k] != dua[k]) for k in _TARGET)


def _menurut_pk(isi: Isi, pk: Catatan, menurut_dipakai: str) -> Markup:
    """Say what an indicator comes to by the agreement, and whether that is the opposite of the result in use."""
    kode, dokumen = pk["kode"], sebut_dokumen(isi, PK)
    if pk["target_status"] != ANGKA:
        return Markup("{} tidak memuat targetnya.").format(dokumen)
    ubah = mengukur_perubahan(pk["rumus"])
    d, satuan = isi.desimal[kode], isi.satuan[kode]
    target, realisasi = (
        isi.penyaji.sel("indikator", kode, k, dokumen=PK, desimal=d, tanda=ubah) for k in ("target", "realisasi")
    )
    awal = (
        Markup("Target {} adalah perubahan {}, sedangkan yang terjadi {}").format(
            dokumen, berbeda(target, satuan), berbeda(realisasi, satuan)
        )
        if ubah
        else Markup("Target {} adalah {}").format(dokumen, berukuran(target, satuan))
    )
    if menurut_dipakai == "ya" and pk["tercapai"] == "tidak":
        awal = Markup("Sebaliknya, t") + awal[1:]
    if pk["capaian_mentah_persen"] != pk["capaian_mentah_persen"]:
        return awal + Markup("; capaiannya belum terhitung.")
    capaian = isi.penyaji.sel("indikator", kode, "capaian_mentah_persen", dokumen=PK)
    belum = "" if pk["tercapai"] == "ya" else "belum "
    juga = "juga " * (pk["tercapai"] == menurut_dipakai)
    if ubah:
        hasil = Markup(": {}{}tercapai{} (capaian {})").format(juga, belum, menurut_ambang(isi), capaian)
    else:
        hasil = Markup(", sehingga {} {}{}mencapainya{} (capaian {})").format(
            berukuran(realisasi, satuan), juga, belum, menurut_ambang(isi), capaian
        )
    lain = sebut_bacaan(isi, pk)
    return awal + hasil + (Markup("; menurut bacaan lain {}.").format(lain) if lain else Markup("."))


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
    lanjut = _sasaran_pk(isi, s)
    acuan = f"{isi.acuan} dan {isi.dokumen[PK]}" if lanjut is None else isi.acuan
    rata = f", rata-rata{isi.tertimbang(kode)} {banyak(s['n_indikator'])} indikator" if s["n_indikator"] > 1 else ""
    milik = [b["kode"] for b in isi.baris("indikator") if b["sasaran"] == kode]
    kalimat = Markup("Sasaran ini mencapai {} ({}) menurut target {}{}{}").format(
        isi.sasaran(kode, "capaian_persen"), isi.sasaran(kode, "predikat"), acuan, rata, _antara(isi, dipakai, kode)
    )
    berubah = gerak(isi, milik) if len(milik) > 1 else ""  # of a single one its own text says it
    return Markup(" ").join(k for k in (kalimat + (lanjut or "") + ".", berubah) if k)


def kalimat_terendah(isi: Isi) -> Markup:
    """Name the sasaran with the least capaian by the document in use; empty where not all is known and settled."""
    semua, dipakai = isi.baris("sasaran"), isi.params.dokumen_target
    nilai = {b["capaian_persen"] for b in semua}
    if len(nilai) < 2 or not rata_lengkap(isi.ringkas) or simpulkan(isi, dipakai).ujung:
        return Markup("")
    milik = [b for b in semua if b["capaian_persen"] == min(nilai)]
    return Markup("Capaian sasaran yang terendah menurut {} adalah {}, pada {}.").format(
        sebut_acuan(isi, dipakai),
        isi.sasaran(milik[0]["kode"], "capaian_persen"),
        daftar([b["nama"] for b in milik]),
    )


def _sasaran_pk(isi: Isi, s: Catatan) -> Markup | None:
    """Go on about what a sasaran comes to by the Perjanjian Kinerja; None where that is the same."""
    kode = s["kode"]
    pk = next((b for b in isi.baris("antara/per_sasaran") if b["dokumen"] == PK and b["kode"] == kode), None)
    if isi.params.dokumen_target == PK or pk is None or pk["n_terhitung"] != pk["n_indikator"]:
        return Markup("")
    antara = [_antara(isi, d, kode).striptags() for d in (PK, isi.params.dokumen_target)]
    if round(pk["capaian_persen"], 9) == round(s["capaian_persen"], 9) and antara[0] == antara[1]:
        return None
    dua = (isi.penyaji.sel("sasaran", kode, k, dokumen=PK) for k in ("capaian_persen", "predikat"))
    return Markup("; menurut {} {} ({}){}").format(isi.dokumen[PK], *dua, _antara(isi, PK, kode))


def gerak(isi: Isi, milik: list[str]) -> Markup:
    """Say how some indicators moved since last year."""
    per: dict[str, list[str]] = {}
    for b in isi.baris("perbandingan"):
        if b["jenis"] == TAHUN_LALU and b["kode"] in milik and b["makna"] in _GERAK:
            per.setdefault(b["makna"], []).append(isi.sebutan[b["kode"]])
    if not per:
        return Markup("")
    bagian = [Markup("{} {}").format(sebut_banyak(per[m], milik), m) for m in _GERAK if m in per]
    awal = f"Dibandingkan tahun {isi.tahun - 1}, "
    return Markup(awal) + Markup(", sedangkan ").join(filter(None, (daftar(bagian[:-1]), bagian[-1]))) + "."


def _antara(isi: Isi, dokumen: str, sasaran: str) -> Markup:
    """Say between which values the capaian of a sasaran lies over all readings; nothing where they agree."""
    rendah, tinggi = (
        isi.penyaji.sel("andaian_sasaran", f"{sasaran}.{n}", "capaian_persen", dokumen=dokumen)
        for n in (TERENDAH, TERTINGGI)
    )
    if str(rendah) == str(tinggi):
        return Markup("")
    return Markup(", tetapi belum pasti ({} sampai {})").format(rendah, tinggi)
