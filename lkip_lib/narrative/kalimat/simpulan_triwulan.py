"""The verdict of a quarter: what is behind its target, by how much, and how the money stands to its plan."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat.menurut import kalimat_terendah
from lkip_lib.narrative.quarter import Baris, indikator_kini, kas_instansi, kas_kini, kas_tertinggal, tertinggal
from lkip_lib.narrative.tables.results import rata_lengkap
from lkip_lib.narrative.words import banyak, berasio, berbeda, berukuran, daftar, huruf_besar, terisi
from lkip_lib.places import TRIWULAN
from lkip_lib.rumus.capaian import mengukur_perubahan
from lkip_lib.rumus.jenis import berentang, dua_sisi, lebih_baik

_KEADAAN = ("posisi_akhir", "pengulangan")  # what one quarter says of itself, not what adds up through the year
_DISEBUT = 5  # indicators behind that a sentence names; of more it names the farthest


def kalimat_kinerja(isi: Isi) -> Markup:
    """Say how many indicators are behind the quarter's target and which, then the mean."""
    r = isi.ringkas
    if not r["n_terhitung"]:
        return Markup("Belum ada indikator yang target dan realisasinya terisi untuk {}.").format(isi.masa)
    return Markup("{} {}").format(_tertinggal(isi), _rata(isi, r))


def _tertinggal(isi: Isi) -> Markup:
    terukur, milik = sum(bool(b["tercapai"]) for b in indikator_kini(isi)), tertinggal(isi)
    acuan = f"target triwulan menurut {isi.acuan}"
    if not milik:
        return Markup("Sampai akhir {}, tidak satu pun dari {} indikator terukur tertinggal dari {}.").format(
            isi.masa, banyak(terukur), acuan
        )
    nama = [isi.nama_indikator[b["kode"]] for b in milik]
    siapa = f": {daftar(nama)}" if len(nama) <= _DISEBUT else f"; yang terjauh {daftar(nama[:3])}"
    berapa = banyak(len(milik), terukur), banyak(terukur, len(milik))
    return (
        Markup("Sampai akhir {}, {} dari {} indikator terukur tertinggal dari {}").format(isi.masa, *berapa, acuan)
        + Markup(siapa)
        + "."
    )


def _rata(isi: Isi, r: Baris) -> Markup:
    if rata_lengkap(r):
        return Markup("Rata-rata{} capaian semua indikator {}, dengan predikat {}.").format(
            isi.tertimbang(), isi.ringkasan("rata_rata_persen"), isi.ringkasan("predikat")
        )
    belum = sum(not b["tercapai"] for b in isi.baris("indikator"))
    sebab = f"{banyak(belum)} indikator belum terukur" if belum else "belum semua capaian dapat dihitung"
    return Markup("Rata-rata capaiannya belum ditulis karena {}.").format(sebab)


def kalimat_uang(isi: Isi) -> Markup:
    """Say what was spent to the end of the quarter, and how that stands to the plan; empty where nothing is known."""
    kas = kas_instansi(isi)
    if kas is None or not terisi(kas["realisasi_sampai_rp"]):
        return Markup(
            f"Realisasi anggaran seluruh instansi sampai {isi.masa} belum dapat dijumlahkan." * isi.ada("kas")
        )

    def uang(kolom: str, **gaya: bool) -> Markup:
        return Markup("{}").format(isi.kuartal("kas", kas["kode"], kolom, **gaya))

    kalimat = Markup("Anggaran terserap {}").format(uang("realisasi_sampai_rp"))
    if terisi(kas["pagu_rp"]):
        pagu = isi.anggaran(kas["kode"], "pagu_rp")
        kalimat += Markup(", atau {} dari pagu {}").format(uang("serapan_persen"), pagu)
    if not terisi(kas["deviasi_rp"]):
        return kalimat + "."
    persen = Markup(" ({})").format(uang("rencana_persen")) if terisi(kas["rencana_persen"]) else ""
    rencana = Markup("rencananya {}{}").format(uang("rencana_sampai_rp"), persen)
    if kas["deviasi_rp"] == 0:
        return kalimat + Markup(", sesuai dengan rencananya.")
    poin = Markup(" atau {} poin").format(uang("deviasi_poin", mutlak=True)) if terisi(kas["deviasi_poin"]) else ""
    arah = "kurang" if kas["deviasi_rp"] < 0 else "lebih"
    return kalimat + Markup("; {}, jadi penyerapan {} {}{} dari rencana.").format(
        rencana, arah, uang("deviasi_rp", mutlak=True), poin
    )


def kalimat_jauh(isi: Isi, b: Baris) -> Markup:
    """Say how far one indicator is from the quarter's target."""
    k, d, satuan = b["kode"], isi.desimal[b["kode"]], isi.satuan[b["kode"]]
    ubah = mengukur_perubahan(b["rumus"])
    ukur = berbeda if ubah else berukuran
    realisasi, target = (isi.kuartal("triwulan", k, kolom, desimal=d, tanda=ubah) for kolom in ("realisasi", "target"))
    kalimat = Markup("{} {}{}").format(isi.nama_indikator[k], "perubahan " * ubah, ukur(realisasi, satuan))
    if terisi(b["selisih"]) and not berasio(target):
        selisih = isi.kuartal("triwulan", k, "selisih", desimal=d, mutlak=True)
        letak = "di atas" if b["selisih"] > 0 else "di bawah"
        kalimat += Markup(", {} {}").format(berbeda(selisih, satuan, jenjang=k in isi.ordinal), letak)
    else:
        kalimat += Markup(" dari")
    kalimat += Markup(" target triwulan {}").format(ukur(target, satuan))
    return kalimat + Markup("; capaiannya {}").format(isi.kuartal("triwulan", k, "capaian_mentah_persen"))


def kalimat_kurang(isi: Isi, b: Baris) -> Markup:
    """Say how far one part of the budget is behind its plan."""
    realisasi, rencana, kurang = (
        isi.kuartal("kas", b["kode"], kolom, mutlak=kolom == "deviasi_rp")
        for kolom in ("realisasi_sampai_rp", "rencana_sampai_rp", "deviasi_rp")
    )
    return Markup("{}: terserap {} dari rencana {}, kurang {}").format(
        b["nama"] or b["kode"], realisasi, rencana, kurang
    )


def kalimat_terjauh(isi: Isi) -> list[Markup]:
    """Name what is farthest behind, of the indicators and of the money."""
    awal = "Yang paling jauh adalah " if len(tertinggal(isi)) > 1 else ""
    hasil = [Markup("{}{}.").format(awal, kalimat_jauh(isi, b)) for b in tertinggal(isi)[:1]]
    for b in kas_tertinggal(isi)[:1]:
        kurang = isi.kuartal("kas", b["kode"], "deviasi_rp", mutlak=True)
        hasil.append(
            Markup("Penyerapan paling tertinggal pada {}: kurang {} dari rencana.").format(
                b["nama"] or b["kode"], kurang
            )
        )
    return hasil


# ---- what leads a table
def capaian_triwulan(isi: Isi) -> Markup:
    """Say at which sasaran the quarter's capaian is least, else what the table measures."""
    terukur = Markup("Realisasi berikut diukur terhadap target triwulan dan target setahun.")
    return kalimat_terendah(isi) or terukur


def perkembangan_triwulan(isi: Isi) -> Markup:
    """Say how the indicators that can be compared moved since the quarter before."""
    if isi.triwulan == 1:
        return Markup("Ini triwulan pertama; belum ada triwulan sebelumnya untuk dibandingkan.")
    arah = {b["kode"]: b["arah"] for b in isi.baris("indikator")}
    lalu = {b["kode"]: b["realisasi"] for b in isi.baris("triwulan") if b["triwulan"] == isi.triwulan - 1}
    per: dict[str, int] = {}
    for b in indikator_kini(isi):
        kode, dua = b["kode"], (b["realisasi"], lalu.get(b["kode"]))
        berjarak = berentang(isi.jenis[kode]) or dua_sisi(arah[kode])
        if b["tipe_triwulan"] in _KEADAAN and not berjarak and all(map(terisi, dua)):
            beda = "membaik" if lebih_baik(*dua, arah[kode]) else "tetap" if dua[0] == dua[1] else "memburuk"
            per[beda] = per.get(beda, 0) + 1
    if not per:
        return Markup("Target dan realisasi berikut dihitung sampai akhir setiap triwulan.")
    kini, sebelum = TRIWULAN[isi.triwulan], TRIWULAN[isi.triwulan - 1]
    gerak = [f"{banyak(n)} indikator {kata}" for kata in ("membaik", "tetap", "memburuk") if (n := per.get(kata))]
    return Markup("Dari {} ke {}, {}.").format(sebelum, kini, daftar(gerak))


def kas_triwulan(isi: Isi) -> Markup:
    """Say what this quarter alone spent, and what was planned for it."""
    kas = kas_instansi(isi)
    if kas is None or not terisi(kas["realisasi_rp"]):
        return Markup("Rencana dan realisasi berikut berjumlah dari awal tahun.")
    realisasi, rencana = (isi.kuartal("kas", kas["kode"], k) for k in ("realisasi_rp", "rencana_rp"))
    dari = Markup(" dari rencana {}").format(rencana) if terisi(kas["rencana_rp"]) else ""
    nama = isi.instansi.nama_singkat or isi.instansi.nama
    return Markup("Dalam {} sendiri {} membelanjakan {}{}.").format(TRIWULAN[isi.triwulan], nama, realisasi, dari)


def tertinggal_triwulan(isi: Isi) -> Markup:
    """Count what is behind, of the indicators and of the money; empty where nothing is."""
    kinerja, kas = tertinggal(isi), kas_tertinggal(isi)
    semua = [b for b in kas_kini(isi) if b["tingkat"] != "instansi"]
    bagian = [f"{banyak(len(kinerja))} indikator tertinggal dari target triwulannya"] if kinerja else []
    if kas:
        dua = banyak(len(kas), len(semua)), banyak(len(semua), len(kas))
        bagian.append(f"{' dari '.join(dua)} bagian anggaran terserap kurang dari rencananya")
    return Markup("{}.").format(huruf_besar(daftar(bagian))) if bagian else Markup("")
