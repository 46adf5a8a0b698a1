"""What may be said of efficiency: the analysis of every sasaran always, its label only where nothing contradicts it."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.inputs.agreement import PK
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.words import banyak, daftar, terisi

DITAHAN = "ditahan"


def acuan(isi: Isi) -> Markup:
    """Name the documents by whose targets efficiency is judged: the one in use, and the Perjanjian Kinerja."""
    dinilai = {b["dokumen"] for b in isi.baris("antara/efisiensi_andaian")}
    dokumen = dict.fromkeys((isi.params.dokumen_target, *(d for d in (PK,) if d in dinilai)))
    return daftar([isi.dokumen[d] for d in dokumen])


def ditahan(b: Catatan) -> bool:
    """Tell whether the label of a sasaran is withheld: another document or reading gives another one."""
    return bool(b["tingkat_efisiensi"]) and not b["sebutan"]


def sebutan(isi: Isi, b: Catatan) -> object:
    """Show the label of a sasaran, or that it is withheld."""
    return DITAHAN if ditahan(b) else isi.penyaji.sel("efisiensi", b["sasaran"], "tingkat_efisiensi")


def kalimat_sasaran(isi: Isi, b: Catatan) -> Markup:
    """Say of one sasaran what was reached, what was spent, what is left, and the label that may be given."""
    kode = b["sasaran"]
    if terisi(b["capaian_persen"]):
        awal = Markup("Menurut target {}, capaian sasaran ini {}; program pendukungnya menyerap {} anggaran").format(
            isi.acuan, isi.sasaran(kode, "capaian_persen"), isi.sasaran(kode, "serapan_persen")
        )
    else:
        awal = Markup("Capaian sasaran ini belum lengkap; program pendukungnya menyerap {} anggaran").format(
            isi.sasaran(kode, "serapan_persen")
        )
    return awal + _sisa(isi, kode) + "." + jumlah_rincian(isi, kode) + " " + _label(isi, b)


def _sisa(isi: Isi, kode: str) -> Markup:
    milik = next((s for s in isi.baris("antara/sasaran") if s["kode"] == kode), None)
    if milik is None or not terisi(milik["sisa_rp"]) or milik["sisa_rp"] <= 0:
        return Markup("")
    return Markup(" dan menyisakan {} dari pagu {}").format(isi.sasaran(kode, "sisa_rp"), isi.sasaran(kode, "pagu_rp"))


def jumlah_rincian(isi: Isi, sasaran: str) -> Markup:
    """Say of money that was added up from parts that it was, and how much of the agency's stands in no program."""
    milik = [p["kode"] for p in isi.program_pendukung.get(sasaran, []) if p["asal"] == "jumlah_rincian"]
    if not milik:
        return Markup("")
    kalimat = Markup(" Angka {} dijumlah dari rinciannya").format(daftar(milik))
    akar = isi.akar
    kurang = [
        Markup("{} {}").format(nama, isi.anggaran(akar["kode"], kolom))
        for nama, kolom in (("pagu", "residu_pagu_rp"), ("realisasi", "residu_realisasi_rp"))
        if akar is not None and terisi(akar[kolom]) and akar[kolom] > 0
    ]
    if not kurang:
        return kalimat + "."
    return kalimat + Markup(" dan dapat kurang: {} instansi belum terurai dalam program.").format(daftar(kurang))


def _label(isi: Isi, b: Catatan) -> Markup:
    tingkat, aturan = b["tingkat_efisiensi"], isi.aturan_efisiensi
    if not tingkat:
        return Markup("Efisiensinya belum dapat disebut.")
    if ditahan(b):
        return Markup("Sebutan efisiensinya ditahan: {}.").format(_alasan(isi, b["sasaran"]))
    label = isi.penyaji.sel("efisiensi", b["sasaran"], "tingkat_efisiensi")
    if tingkat == aturan.belum_tercapai:
        return Markup("Tingkat efisiensinya {}: sisa anggarannya tidak disebut efisiensi.").format(label)
    return Markup("Tingkat efisiensinya {}, menurut {}.").format(label, acuan(isi))


def _alasan(isi: Isi, sasaran: str) -> Markup:
    """Say to which labels each document leads, over all readings of what is not settled."""
    per: dict[str, dict[str, None]] = {}
    for b in isi.baris("antara/efisiensi_andaian"):
        if b["sasaran"] == sasaran:
            per.setdefault(b["dokumen"], {})[b["tingkat_efisiensi"] or "belum terhitung"] = None
    urut = sorted(per, key=lambda d: d != isi.params.dokumen_target)
    return Markup("; ").join(
        Markup("menurut {} {}").format(isi.dokumen[d], daftar([*per[d]], penghubung="atau"))
        + (Markup(", bergantung pada bacaannya") if len(per[d]) > 1 else Markup(""))
        for d in urut
    )


def kalimat_efisiensi(isi: Isi) -> list[Markup]:
    """Say for the summary where resources were used best, by which documents, and where no label is given."""
    semua, terbaik = isi.baris("efisiensi"), isi.aturan_efisiensi.terbaik
    hasil = []
    if efisien := [isi.nama_sasaran[b["sasaran"]] for b in semua if b["sebutan"] == terbaik]:
        awal = (
            "Sumber daya dipakai efisien"
            if terbaik.casefold() == "efisien"
            else f"Tingkat efisiensi tertinggi, {terbaik}, dicapai"
        )
        hasil.append(Markup("{} menurut {} pada sasaran {}.").format(awal, acuan(isi), daftar(efisien)))
    if lain := [isi.nama_sasaran[b["sasaran"]] for b in semua if ditahan(b)]:
        hasil.append(
            Markup("Sebutan efisiensi ditahan pada sasaran {}: berbeda menurut {} atau menurut bacaannya.").format(
                daftar(lain), acuan(isi)
            )
        )
    return hasil


def kalimat_tingkat(isi: Isi) -> Markup:
    """Count for the conclusion the sasaran by their label, those without one last."""
    per: dict[str, int] = {}
    for b in isi.baris("efisiensi"):
        if b["tingkat_efisiensi"]:
            kata = DITAHAN if ditahan(b) else str(b["sebutan"])
            per[kata] = per.get(kata, 0) + 1
    if not per:
        return Markup("")
    urut = sorted(per, key=lambda k: (k == DITAHAN, k))
    return Markup("Menurut {}, tingkat efisiensinya {}.").format(
        acuan(isi), daftar([f"{k} pada {banyak(per[k])} sasaran" for k in urut])
    )
