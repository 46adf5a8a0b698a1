"""The sentence before a table that no other sentence leads: what the table comes to, or how its parts add up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.langkah.anggaran import dokumen_rencana
from lkip_lib.langkah.kemungkinan import TERENDAH, TERTINGGI
from lkip_lib.ledger import ANGKA
from lkip_lib.narrative.isi import DOKUMEN, Catatan, Isi
from lkip_lib.narrative.kalimat import simpulan_triwulan
from lkip_lib.narrative.kalimat.layar import sama_semua
from lkip_lib.narrative.kalimat.menurut import gerak
from lkip_lib.narrative.kalimat.simpulan import Simpulan, sebut_acuan, simpulan
from lkip_lib.narrative.tables.results import TABEL
from lkip_lib.narrative.words import awali, banyak, daftar, huruf_besar, terisi


def capaian(isi: Isi) -> Markup:
    """Say in one sentence how many targets are reached and at which mean, by each document that differs."""
    if not isi.ringkas["n_terhitung"]:
        return Markup("")
    return Markup(huruf_besar(Markup("; ").join(_menurut(isi, s) for s in simpulan(isi)))) + "."


def _menurut(isi: Isi, s: Simpulan) -> Markup:
    semua = len(s.tercapai) + len(s.meleset) + len(s.ragu)
    rendah, tinggi = (int(u["n_tercapai"]) for u in s.ujung) if s.ujung else (len(s.tercapai),) * 2
    cacah = f"{banyak(rendah, semua)} sampai {banyak(tinggi, semua)}" if rendah != tinggi else banyak(tinggi, semua)
    terhitung = "" if s.ringkas["n_terhitung"] == s.ringkas["n_indikator"] else " yang terhitung"
    kalimat = Markup("menurut {}, {} dari {} target{} tercapai").format(
        sebut_acuan(isi, s.dokumen), cacah, banyak(semua), terhitung
    )
    if s.ujung:
        dua = (isi.jangkauan(n, "rata_rata_persen", s.dokumen) for n in (TERENDAH, TERTINGGI))
        return kalimat + Markup(" dengan rata-rata{} {} sampai {}").format(isi.tertimbang(), *dua)
    if s.lengkap:
        rata = isi.ringkasan("rata_rata_persen", s.dokumen)
        return kalimat + Markup(" dengan rata-rata{} {}").format(isi.tertimbang(), rata)
    return kalimat


def perbandingan(isi: Isi) -> Markup:
    """Say how the indicators moved since last year."""
    return gerak(isi, [b["kode"] for b in isi.baris("indikator")])


def efisiensi(isi: Isi) -> Markup:
    """Say at which sasaran the supporting programs absorbed least and most."""
    ada = (b for b in isi.baris("efisiensi") if terisi(b["serapan_persen"]))
    milik = sorted(ada, key=lambda b: b["serapan_persen"])
    if len(milik) < 2 or milik[0]["serapan_persen"] == milik[-1]["serapan_persen"]:
        return Markup("")
    dua = [
        Markup("{} pada sasaran {}").format(isi.sasaran(kode, "serapan_persen"), isi.nama_sasaran[kode])
        for kode in (milik[0]["sasaran"], milik[-1]["sasaran"])
    ]
    return Markup("Program pendukung menyerap paling sedikit {} dan paling banyak {}.").format(*dua)


def data_pendukung(isi: Isi) -> Markup:
    """Name what the supporting data are about."""
    judul = [d.judul for n, d in isi.instansi.data_dukung.items() if isi.ada(f"ketik/data_dukung/{n}")]
    return Markup("Data pendukung memuat {}.").format(daftar([awali(j) for j in judul])) if judul else Markup("")


def pegawai(isi: Isi) -> Markup:
    """Count the staff; groupings that count the same are named together."""
    tahun = {b["kelompok"]: b["tahun"] for b in reversed(isi.baris("ketik/sdm"))}
    sama: dict[tuple[object, ...], list[Catatan]] = {}
    for k in isi.baris("pegawai"):
        sama.setdefault((k["asn_orang"], k["non_asn_orang"], tahun.get(k["kode"])), []).append(k)
    bagian = []
    for (_, non_asn, th), milik in sama.items():
        asn, non = (isi.penyaji.sel("pegawai", milik[0]["kode"], k, desimal=0) for k in ("asn_orang", "non_asn_orang"))
        kata = Markup("{} ASN").format(asn) + (Markup(" dan {} non-ASN").format(non) if terisi(non_asn) else "")
        menurut = daftar([k["kode"].replace("_", " ") for k in milik])
        bagian.append(Markup("{} menurut {}{}").format(kata, menurut, f" tahun {th}" if th else ""))
    if not bagian:
        return Markup("")
    nama = isi.instansi.nama_singkat or isi.instansi.nama
    return Markup("Pegawai {} berjumlah {}.").format(nama, Markup("; ").join(bagian))


def rencana_anggaran(isi: Isi) -> Markup:
    """Say the planned budget in figures and words, and by how much its programs add up to something else."""
    dokumen = dokumen_rencana(isi.frames["ketik/anggaran"])
    semua = (b for b in isi.baris("antara/rencana") if b["tingkat"] == "instansi")
    akar = next((b for b in semua if terisi(b["pagu_dinyatakan_rp"])), None)
    if not dokumen or akar is None:
        return Markup("")
    kalimat = Markup("Anggaran menurut {} berjumlah {} ({} rupiah).").format(
        DOKUMEN[dokumen], isi.penyaji.sel("rencana", akar["kode"], "pagu_rp"), numerals.terbilang(int(akar["pagu_rp"]))
    )
    beda = akar["residu_pagu_rp"]
    if not terisi(beda) or not beda:
        return kalimat
    jumlah, selisih = (
        isi.penyaji.sel("rencana", akar["kode"], k, mutlak=True) for k in ("pagu_anak_rp", "residu_pagu_rp")
    )
    arah = "kurang" if beda > 0 else "lebih"
    return kalimat + Markup(" Program-programnya berjumlah {}, {} {} dari angka itu.").format(jumlah, arah, selisih)


def target_dokumen(isi: Isi) -> Markup:
    """Say by which document the year is measured, and whether the others give other targets."""
    if len({b["dokumen"] for b in isi.baris("per_dokumen")}) < 2:
        return Markup("")
    if not TABEL["target_dokumen"](isi).baris:
        return sama_semua(isi)
    return Markup("Laporan ini mengukur kinerja terhadap target {}; tidak semua dokumen menargetkan sama.").format(
        isi.acuan
    )


def indikator_utama(isi: Isi) -> Markup:
    """Say what the cards of the indicators tell, and of which words the agency printed none."""
    kolom = {k.judul for k in TABEL["kartu_indikator"](isi).kolom}
    menurut = [n for k, n in (("Cara menghitung", "rumus"), ("Sumber data", "sumber data")) if k in kolom]
    kalimat = Markup("Setiap indikator diukur {} berikut.").format(
        f"menurut {daftar(menurut)}" if menurut else "dalam satuan dan arah"
    )
    if any(b["asal"] == "penyusun" for b in isi.baris("ketik/indikator")):
        kalimat += " Nama, arah, atau kisaran yang tidak tercetak dalam dokumen instansi ditetapkan penyusun data."
    return kalimat


def rencana_strategis(isi: Isi) -> Markup:
    """Count what the Renstra holds, and of how many indicators it states a target."""
    indikator, sasaran = [b["kode"] for b in isi.baris("indikator")], len(isi.baris("sasaran"))
    renstra = (b for b in isi.baris("ketik/target") if b["dokumen"] == "renstra" and b["target_status"] == ANGKA)
    bertarget, n = len({b["indikator"] for b in renstra} & {*indikator}), len(indikator)
    tujuan = len(isi.baris("ketik/tujuan"))
    bagian = [(tujuan, "tujuan")] * bool(tujuan) + [(sasaran, "sasaran"), (n, "indikator yang berlaku")]
    terbanyak = max(jumlah for jumlah, _ in bagian)
    kalimat = Markup("Renstra {} memuat {} pada tahun {}").format(
        isi.instansi.nama, daftar([f"{banyak(jumlah, terbanyak)} {apa}" for jumlah, apa in bagian]), isi.tahun
    )
    if bertarget == n:
        return kalimat + "."
    berapa = banyak(bertarget, n) if bertarget else "belum satu pun"
    return kalimat + Markup("; {} di antaranya bertarget dalam Renstra.").format(berapa)


def realisasi_anggaran(isi: Isi) -> Markup:
    """Say what the agency spent of its budget; empty where that is not known."""
    if isi.akar is None or isi.akar["status_nilai"] != ANGKA:
        return Markup("")
    kolom = ("realisasi_rp", "pagu_rp", "serapan_persen")
    return Markup("{} membelanjakan {} dari pagu {} atau {}.").format(
        isi.instansi.nama_singkat or isi.instansi.nama, *(isi.anggaran(isi.akar["kode"], k) for k in kolom)
    )


def belum_terurai(isi: Isi) -> Markup:
    """Say how much of the agency's money its programs leave unexplained."""
    if isi.akar is None or not terisi(isi.akar["residu_pagu_rp"]) or not isi.akar["residu_pagu_rp"]:
        return Markup("")
    dua = (isi.anggaran(isi.akar["kode"], k) for k in ("residu_pagu_rp", "residu_realisasi_rp"))
    return Markup(
        "Jumlah program berbeda dari angka instansi: pagu {} dan realisasi {} belum terurai dalam program."
    ).format(*dua)


def gerak_dukungan(isi: Isi, nama: str) -> Iterator[Markup]:
    """Say of each yearly figure of a table that the agency adds how it moved since last year."""
    for b in isi.baris("dukungan"):
        if b["tabel"] != nama or not terisi(b["selisih"]):
            continue
        kolom, tahun = isi.instansi.data_dukung[nama].kolom[b["kolom"]], b["tahun"]
        awal = Markup("{} tahun {}").format(kolom.judul, tahun)
        if not b["selisih"]:
            yield awal + Markup(" sama dengan tahun {}.").format(tahun - 1)
            continue
        selisih = isi.penyaji.sel("dukungan", b["kode"], "selisih", tahun=tahun, desimal=2, ringkas=True, mutlak=True)
        persen = isi.penyaji.sel("dukungan", b["kode"], "perubahan_persen", tahun=tahun, tanda=True)
        yield awal + Markup(" {} {} {} ({}) dibandingkan tahun {}.").format(
            "naik" if b["selisih"] > 0 else "turun", selisih, kolom.satuan, persen, tahun - 1
        )


PEMBUKA: Mapping[str, Callable[[Isi], Markup]] = MappingProxyType(
    {
        f.__name__: f
        for f in (
            capaian,
            perbandingan,
            efisiensi,
            data_pendukung,
            pegawai,
            rencana_anggaran,
            target_dokumen,
            indikator_utama,
            rencana_strategis,
            realisasi_anggaran,
            belum_terurai,
            simpulan_triwulan.capaian_triwulan,
            simpulan_triwulan.perkembangan_triwulan,
            simpulan_triwulan.kas_triwulan,
            simpulan_triwulan.tertinggal_triwulan,
        )
    }
)
