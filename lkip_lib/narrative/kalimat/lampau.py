"""What must be said beside last year: a value that is stated otherwise elsewhere, and a target that was made easier."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.display import Angka
from lkip_lib.langkah.kemungkinan import NILAI_LALU
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat.simpulan import sebut_tempat
from lkip_lib.narrative.words import berbeda, berukuran, daftar
from lkip_lib.rumus.jenis import bertingkat, lebih_baik, menurun


def nilai_lain(isi: Isi, kode: str) -> list[Angka]:
    """Return what else last year's value is stated to be."""
    lain: dict[str, Angka] = {}
    for b in isi.baris("antara/kemungkinan"):
        if b["kode"] == kode and b["sebab"] == NILAI_LALU:
            nilai = isi.penyaji.angka(b["realisasi_lalu_dari"], desimal=isi.desimal[kode])
            lain.setdefault(str(nilai), nilai)
    return [*lain.values()]


def kalimat_nilai_lain(isi: Isi, kode: str) -> Markup:
    """Say what else last year's value is stated to be, and how far this year is from that."""
    lain: dict[str, Markup] = {}
    for b in isi.baris("antara/kemungkinan"):
        if b["kode"] == kode and b["sebab"] == NILAI_LALU:
            nilai = isi.penyaji.angka(b["realisasi_lalu_dari"], desimal=isi.desimal[kode])
            beda = isi.penyaji.sel("kemungkinan", f"{kode}.{b['kemungkinan']}", "selisih", dokumen=b["dokumen"],
                                   desimal=isi.desimal[kode])  # fmt: skip
            lain.setdefault(str(nilai), Markup("{} ({}), dengan selisih {}").format(
                berukuran(nilai, isi.satuan[kode]), sebut_tempat(isi, b["tempat"]), berbeda(beda, isi.satuan[kode])
            ))  # fmt: skip
    if not lain:
        return Markup("")
    return Markup("Angka tahun {} itu belum dipastikan; dinyatakan juga {}.").format(
        isi.tahun - 1, daftar([*lain.values()])
    )


def kalimat_target_lalu(isi: Isi, kode: str) -> Markup:
    """Say that the target was made easier than last year's, beside the capaian of that year; empty where it was not.

    Both targets are those of the document in use.
    """
    dokumen, lalu = isi.params.dokumen_target, isi.tahun - 1
    milik = [b for b in isi.baris("antara/riwayat") if b["kode"] == kode and b["lingkup"] == "instansi"]
    per = {b["tahun"]: b for b in milik}
    if lalu not in per or isi.tahun not in per:
        return Markup("")
    dulu, kini = per[lalu], per[isi.tahun]
    setingkat = bertingkat(dulu["jenis"]) and bertingkat(kini["jenis"])
    if not setingkat or not lebih_baik(dulu["target"], kini["target"], kini["arah"]):  # nor where one states none
        return Markup("")
    d, satuan = isi.desimal[kode], isi.satuan[kode]
    target = berukuran(isi.penyaji.angka(dulu["target_dari"].split()[0], desimal=d), satuan)
    kata = "dinaikkan" if menurun(kini["arah"]) else "diturunkan"
    kalimat = Markup("Target {} {} dari {} pada {}").format(isi.dokumen[dokumen], kata, target, lalu)
    if dulu["capaian_mentah_persen"] != dulu["capaian_mentah_persen"]:
        return kalimat + Markup(".")
    capaian = isi.penyaji.sel("riwayat", kode, "capaian_mentah_persen", tahun=lalu)
    return kalimat + Markup(", ketika capaiannya {}.").format(capaian)
