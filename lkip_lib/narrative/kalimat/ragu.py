"""What is not settled, in sentences: what was stated otherwise, and what that reading would come to."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from lkip_lib.langkah.kemungkinan import DASAR, NAMA, NILAI_LALU
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.simpulan import sebut_tempat, simpulan
from lkip_lib.narrative.words import berukuran, daftar
from lkip_lib.rumus.jenis import gerak_disebut


def yang_belum_pasti(isi: Isi) -> list[Markup]:
    """Say of everything that is not settled what was stated, and to what mean the other reading would lead."""
    sama: dict[tuple[str, ...], list[Catatan]] = {}
    disebut = {s.dokumen: s for s in simpulan(isi)}
    for b in isi.baris("kemungkinan"):
        if b["dokumen"] in disebut and disebut[b["dokumen"]].ujung is not None and berarti(isi, b):
            sama.setdefault((b["kode"], b["sebab"], b["dinyatakan"]), []).append(b)
    return [_belum_pasti(isi, milik) for milik in sama.values()]


def berarti(isi: Isi, b: Catatan) -> bool:
    """Tell whether a reading gives another capaian, or reaches the target where the one in use does not."""
    if b["capaian_persen"] != b["capaian_persen"]:
        return False
    dipakai = next(x for x in isi.baris("antara/per_dokumen") if (x["dokumen"], x["kode"]) == (b["dokumen"], b["kode"]))
    return any(b[k] != dipakai[k] for k in ("capaian_persen", "tercapai"))


def _belum_pasti(isi: Isi, milik: Sequence[Catatan]) -> Markup:
    b = milik[0]
    nama, lalu = isi.nama_indikator[b["kode"]], isi.tahun - 1
    ukur = next(x for x in isi.baris("antara/per_dokumen") if (x["dokumen"], x["kode"]) == (b["dokumen"], b["kode"]))
    lain = next(
        x
        for x in isi.baris("antara/kemungkinan")
        if (x["dokumen"], x["kode"], x["kemungkinan"]) == (b["dokumen"], b["kode"], b["kemungkinan"])
    )

    def angka(id: str) -> Markup:
        teks = isi.penyaji.angka(id, desimal=isi.desimal[b["kode"]])
        return berukuran(teks, isi.satuan[b["kode"]])

    akibat = Markup("rata-rata capaian menjadi ") + daftar([_akibat(isi, x) for x in milik])
    if b["sebab"] == NILAI_LALU:
        dipakai = [i for i in str(ukur["realisasi_lalu_dari"]).split() if "=" not in i][:1]
        dua = [Markup("{}{}").format(angka(i), _tempat(isi, i)) for i in dipakai]
        dua.append(Markup("{} ({})").format(angka(lain["realisasi_lalu_dari"]), sebut_tempat(isi, b["tempat"])))
        return Markup("{} tahun {} dinyatakan {}. Bila yang benar {}, {}.").format(
            nama, lalu, daftar(dua), lain["dinyatakan"], akibat
        )
    if b["sebab"] == DASAR:
        return Markup("Perubahan {} yang diperjanjikan dihitung dari realisasi tahun {}; bila dari target tahun itu "
                      "({}), {}.").format(nama, lalu, angka(lain["realisasi_lalu_dari"]), akibat)  # fmt: skip
    if b["sebab"] == NAMA:
        dokumen = daftar([isi.dokumen[x["dokumen"]] for x in milik])
        capaian = isi.penyaji.sel("kemungkinan", f"{b['kode']}.{b['kemungkinan']}", "realisasi", dokumen=b["dokumen"])
        return Markup('{} menamai {} "{}". Bila diukur sebagai {} ({}), {}.').format(
            dokumen, nama, b["dinyatakan"], gerak_disebut(b["dinyatakan"]), capaian, akibat
        )
    raise ValueError(b["sebab"])


def _tempat(isi: Isi, id: str) -> str:
    """Say where a realisasi stands in the agency's document."""
    semua = isi.frames["ketik/realisasi"]
    milik = semua.loc[semua["realisasi_id"] == id, "sumber"]
    return f" ({sebut_tempat(isi, milik.iloc[0])})" if len(milik) and milik.iloc[0] else ""


def _akibat(isi: Isi, b: Catatan) -> Markup:
    """Say to what mean one reading leads by its document, all others as they are in use."""
    rata = isi.jangkauan(f"{b['kode']}.{b['kemungkinan']}", "rata_rata_persen", b["dokumen"])
    return Markup("{} menurut {}").format(rata, isi.dokumen[b["dokumen"]])


def sebut_bacaan(isi: Isi, b: Catatan) -> Markup:
    """Say what the other readings of an indicator come to; one that reaches the target is only said to."""
    hasil: dict[str, Markup] = {}
    for x in isi.baris("kemungkinan"):
        if (x["dokumen"], x["kode"]) == (b["dokumen"], b["kode"]) and berarti(isi, x):
            kode = f"{x['kode']}.{x['kemungkinan']}"
            angka = isi.penyaji.sel("kemungkinan", kode, "capaian_mentah_persen", dokumen=x["dokumen"])
            tercapai = x["tercapai"] == "ya"
            hasil["tercapai" if tercapai else str(angka)] = (
                Markup("tercapai") if tercapai else Markup("{}, belum tercapai").format(angka)
            )
    return daftar([*hasil.values()], penghubung="atau")
