"""What one indicator came to this year, in a sentence: measured, or why it is not."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import ANGKA, BELUM_DIISI, TIDAK_TERBACA
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.simpulan import menurut_ambang
from lkip_lib.narrative.words import berbeda, berukuran, terisi
from lkip_lib.rumus.capaian import mengukur_jenjang, mengukur_kisaran, mengukur_perubahan
from lkip_lib.rumus.jenis import berkisar, menurun

_SIFAT = {"sementara": "masih sementara", "proksi": "angka pengganti (proksi)"}


def kalimat_hasil(isi: Isi, b: Catatan) -> Markup:
    """Say what an indicator came to against the target of the document in use."""
    if b["status_nilai"] == ANGKA:
        return _perubahan(isi, b) if mengukur_perubahan(b["rumus"]) else _adalah(isi, b) + _terhadap(isi, b)
    if b["tercapai"] == "ya":
        return _adalah(isi, b) + Markup(
            ", melampaui target {} {}; menurut rumusnya, persentasenya tidak terhingga dan tidak dihitung."
        ).format(isi.acuan, _ukuran(isi, b, "target"))
    if b["target"] == 0 and terisi(b["realisasi"]) and b["realisasi"]:
        hasil = "belum tercapai" if b["tercapai"] == "tidak" else "terlampaui"
        return _adalah(isi, b) + Markup(
            ", sedangkan target {} nol, jadi {}; persentasenya tidak dapat dihitung."
        ).format(isi.acuan, hasil)
    return Markup("Capaian {} tahun {} {}.").format(b["nama"], isi.tahun, _sebab_kosong(isi, b))


def _adalah(isi: Isi, b: Catatan) -> Markup:
    return Markup("{} tahun {} adalah {}").format(b["nama"], isi.tahun, _ukuran(isi, b, "realisasi"))


def _ukuran(isi: Isi, b: Catatan, kolom: str) -> Markup:
    return berukuran(isi.indikator(b["kode"], kolom, desimal=isi.desimal[b["kode"]]), isi.satuan[b["kode"]])


def _terhadap(isi: Isi, b: Catatan) -> Markup:
    """Go on about the target: it was missed, met or exceeded, and by which capaian."""
    mentah, meleset = round(b["capaian_mentah_persen"], 9), b["tercapai"] == "tidak"
    target = Markup("target {} {}").format(isi.acuan, _ukuran(isi, b, "target"))
    if meleset or mentah < 100:
        di_atas = menurun(b["arah"]) and mentah < 100 and isi.satuan[b["kode"]].casefold() != "peringkat"
        kata = ", lebih tinggi daripada" if di_atas else " dari"
        return Markup("{} {}{}").format(kata, target, _capaian(isi, b))
    if mentah > 100:
        kata = "lebih rendah daripada" if menurun(b["arah"]) else "melampaui"
        return Markup(", {} {}{}").format(kata, target, _capaian(isi, b))
    if mengukur_kisaran(b["rumus"]) or berkisar(isi.jenis[b["kode"]]) or mengukur_jenjang(b["rumus"]):
        return Markup(", memenuhi {}.").format(target)
    return Markup(", sama dengan target {}.").format(isi.acuan)


def _perubahan(isi: Isi, b: Catatan) -> Markup:
    """Say by how much an indicator changed, beside the change that was targeted."""
    d, satuan = isi.desimal[b["kode"]], isi.satuan[b["kode"]]
    dua = [berbeda(isi.indikator(b["kode"], k, desimal=d, tanda=True), satuan) for k in ("realisasi", "target")]
    return Markup("Perubahan {} tahun {} adalah {} dari {} yang ditargetkan {}{}").format(
        b["nama"], isi.tahun, *dua, isi.acuan, _capaian(isi, b)
    )


def _capaian(isi: Isi, b: Catatan) -> Markup:
    """Say the capaian and what it is counted as, and whether the target counts as reached."""
    mentah, dihitung = (isi.indikator(b["kode"], f"capaian_{k}persen") for k in ("mentah_", ""))
    kalimat = Markup("; capaiannya {}").format(mentah)
    if dihitung.teks != mentah.teks:
        kalimat += Markup(", dihitung {} dalam rata-rata").format(dihitung)
    meleset = b["tercapai"] == "tidak"
    if meleset == (round(b["capaian_mentah_persen"], 9) >= 100):  # another threshold than the target itself
        return kalimat + Markup(", sehingga dinyatakan {}tercapai{}.").format("belum " * meleset, menurut_ambang(isi))
    return kalimat + Markup(", belum tercapai." if meleset else ".")


def _sebab_kosong(isi: Isi, b: Catatan) -> str:
    """Say why a capaian is not there."""
    if b["status_nilai"] == TIDAK_TERBACA:
        return "tidak dihitung karena angka dasarnya rusak atau dapat dibaca dua cara"
    if b["status_nilai"] != BELUM_DIISI:
        return "tidak dapat dihitung dari target dan realisasi yang ada"
    if mengukur_perubahan(b["rumus"]) and terisi(b["target"]) and _dinyatakan(isi, b["kode"]):
        lalu = f"sedangkan realisasi tahun {isi.tahun - 1} belum ada"
        return f"belum dapat dihitung karena targetnya suatu perubahan, {lalu}"
    kosong = "targetnya" if isi.indikator(b["kode"], "target").teks == "belum diisi" else "realisasinya"
    return f"belum dapat dihitung karena {kosong} belum diisi"


def _dinyatakan(isi: Isi, kode: str) -> bool:
    milik = (b for b in isi.baris("riwayat") if (b["kode"], b["tahun"], b["lingkup"]) == (kode, isi.tahun, "instansi"))
    return any(b["status_nilai"] == ANGKA for b in milik)


def kalimat_mutu(isi: Isi, kode: str) -> str:
    """Say what a reader must know before trusting the figure: that it is provisional, a proxy, or of another year."""
    for x in isi.baris("ketik/realisasi"):
        milik: tuple[Any, ...] = (x["indikator"], x["tahun"], x["lingkup"], x["periode"])
        if milik == (kode, isi.tahun, "instansi", TAHUNAN) and x["sifat"] in _SIFAT and x["realisasi_status"] == ANGKA:
            lain = terisi(x["tahun_data"]) and x["tahun_data"] != x["tahun"]
            data = f", memakai data tahun {int(x['tahun_data'])}" if lain else ""
            return f"Angka ini {_SIFAT[x['sifat']]}{data}."
    return ""
