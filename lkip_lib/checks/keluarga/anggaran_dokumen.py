"""Family anggaran, across rows and documents: pagu that differ, totals in a part's row, labels in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.bukti.ketelitian import kelonggaran
from lkip_lib.checks.bukti.perbaikan import perbaikan
from lkip_lib.checks.bukti.tipografi import terpotong
from lkip_lib.checks.cetak.nama import sebut_baris, sebut_dokumen
from lkip_lib.checks.keluarga.anggaran import BESARAN, bobot_rp
from lkip_lib.checks.keluarga.anggaran_versi import MURNI, PERUBAHAN, realisasi_di_lain
from lkip_lib.checks.registry import DITARIK, Catatan, Konteks, Sifat, Tingkat, periksa
from lkip_lib.frames import himpun
from lkip_lib.inputs.tables import DOKUMEN_LAPORAN
from lkip_lib.ledger import ANGKA, BELUM_DIISI
from lkip_lib.rumus import anggaran

_RENCANA = ("rkt",)


@periksa(
    "ANG-05",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.SAMA, Sifat.SEKOLOM),
    tingkat="peringatan",
    judul="Pagu berbeda antara dokumen",
    dasar="Dokumen anggaran yang sama versinya mencetak pagu yang sama; rencana (RKT) boleh berbeda",
    saran="Sebutkan dokumen mana yang berlaku, atau perbaiki angka yang salah salin.",
)
def pagu_antardokumen(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the pagu of every line between the report's document and the others, by version.

    What a revision or a plan may change is told once a document: a changed budget is no list of errors.
    """
    per = konteks.per("ketik/anggaran", "dokumen")
    utama = {b["kode"]: b for b in per.get(konteks.dokumen_anggaran, [])}
    ada_perubahan = any(d in PERUBAHAN for d in per)
    wajar: dict[str, list[dict[str, Any]]] = {}
    for b in konteks.baris("ketik/anggaran"):
        if b["dokumen"] == konteks.dokumen_anggaran or b["pagu_rp"] != b["pagu_rp"]:
            continue
        acuan = utama.get(b["kode"], {}).get("pagu_rp", float("nan"))
        if acuan != acuan or anggaran.sama(acuan, b["pagu_rp"]):
            continue
        if abs(acuan - b["pagu_rp"]) <= kelonggaran(konteks, (b["pagu_rp_id"], utama[b["kode"]]["pagu_rp_id"])):
            continue  # one of them printed rounded
        if (tingkat := _tingkat(b["dokumen"], konteks.dokumen_anggaran, ada_perubahan)) == "informasi":
            wajar.setdefault(b["dokumen"], []).append(b)
        else:
            yield _pagu_berbeda(konteks, b, utama[b["kode"]], tingkat)
    for milik in wajar.values():
        pertama = next((b for b in milik if b["tingkat"] == "instansi"), milik[0])
        satu = _pagu_berbeda(konteks, pertama, utama[pertama["kode"]], "informasi")
        lain = [b for b in milik if b is not pertama]
        juga = tuple(
            f"{sebut_baris(b['kode'])} {numerals.rupiah(b['pagu_rp'])}, {sebut_dokumen(konteks.dokumen_anggaran)} "
            f"{numerals.rupiah(utama[b['kode']]['pagu_rp'])}"
            for b in lain
        )
        yield replace(satu, juga=juga, bukti=(*satu.bukti, *(b["pagu_rp_id"] for b in lain)))


def _pagu_berbeda(konteks: Konteks, b: dict[str, Any], utama: dict[str, Any], tingkat: Tingkat) -> Catatan:
    beda = b["pagu_rp"] - utama["pagu_rp"]
    return Catatan(
        b["pagu_rp_id"],
        f"Pagu {sebut_baris(b['kode'])} menurut {sebut_dokumen(b['dokumen'])} {numerals.rupiah(b['pagu_rp'])}, "
        f"menurut {sebut_dokumen(konteks.dokumen_anggaran)} {numerals.rupiah(utama['pagu_rp'])}.",
        dampak=f"berbeda {numerals.rupiah(abs(beda))}",
        bobot=bobot_rp(konteks, beda),
        bukti=(utama["pagu_rp_id"],),
        tingkat=tingkat,
    )


@periksa(
    "ANG-11",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Anggaran belum diisi",
    dasar="Laporan kinerja memuat pagu dan realisasi anggaran tahun itu (PermenPANRB 53/2014)",
    saran="Isi tabel anggaran; bila instansi memang tidak mengelola anggaran, jelaskan di jawaban.yml atau lembar "
    "jawaban.",
)
def anggaran_belum_diisi(konteks: Konteks) -> Iterator[Catatan]:
    """Find a year without any pagu, or in which nothing is stated as spent, and rows left blank among others."""
    milik = [b for b in konteks.baris("ketik/anggaran") if b["dokumen"] == konteks.dokumen_anggaran]
    if not milik:
        tempat = {"berkas": "anggaran.csv", "baris": None, "kolom": "pagu", "tercetak": "", "subjek": "0"}
        yield Catatan("anggaran", f"Belum ada anggaran tahun {konteks.tahun}.", sel=tempat)
    semua = BESARAN[:1] if konteks.triwulan else BESARAN
    kosong = [k for k in semua if milik and all(b[f"{k}_rp_status"] == BELUM_DIISI for b in milik)]
    disebut = [k for k in kosong if k == BESARAN[0] or not realisasi_di_lain(konteks)]
    if disebut:
        dokumen = sebut_dokumen(konteks.dokumen_anggaran)
        kalimat = f"Belum ada {' dan '.join(disebut)} anggaran tahun {konteks.tahun} menurut {dokumen}."
        yield Catatan(milik[0][f"{disebut[0]}_rp_id"], kalimat)
    yield from _tak_dijumlahkan(milik) if not konteks.triwulan else ()
    for besaran in (k for k in semua if k not in kosong):
        yield from _terlewati(konteks, milik, besaran)


def _tak_dijumlahkan(milik: list[dict[str, Any]]) -> Iterator[Catatan]:
    """Tell which rows have no realisasi because their details are marked as not all there."""
    berisi = {b["induk"] for b in milik if b["realisasi_rp_status"] == ANGKA}
    sebagian = [b for b in milik if b["lengkap"] == "tidak" and b["kode"] in berisi]
    if kosong := [b for b in sebagian if b["realisasi_rp_status"] == BELUM_DIISI and b["pagu_rp_status"] == ANGKA]:
        nama = ", ".join(sebut_baris(b["kode"]) for b in kosong)
        kalimat = f"Realisasi {nama} tidak dijumlahkan, karena rinciannya ditandai lengkap: tidak; serapannya tidak "
        ids = [b["realisasi_rp_id"] for b in kosong]
        kalimat += "dihitung sampai realisasinya sendiri ditulis."
        yield Catatan(ids[0], kalimat, bukti=tuple(ids[1:]), tingkat="informasi")


def _terlewati(konteks: Konteks, milik: list[dict[str, Any]], besaran: str) -> Iterator[Catatan]:
    """Find rows with one amount but not the other, whose siblings have both; a row with rows below is their sum.

    What another document's row states is told there.
    """
    status, id, induk = f"{besaran}_rp_status", f"{besaran}_rp_id", {b["induk"] for b in milik}
    di_lain = realisasi_di_lain(konteks) if besaran == BESARAN[1] else {}
    disebut = induk | {b["kode"] for berisi in di_lain.values() for b in berisi}
    pasangan = next(f"{k}_rp_status" for k in BESARAN if k != besaran)
    for kode in dict.fromkeys(b["induk"] for b in milik):
        saudara = [b for b in milik if b["induk"] == kode]
        kosong = [b for b in saudara if b[status] == BELUM_DIISI != b[pasangan] and b["kode"] not in disebut]
        terisi = [b for b in saudara if b[status] != BELUM_DIISI]
        if kosong and terisi:
            nama = ", ".join(b["kode"] for b in kosong)
            kalimat = f"{besaran.capitalize()} {nama} belum diisi; yang lain di bawah {sebut_baris(kode)} terisi."
            pas = _mengisi(konteks, kosong, terisi, f"{besaran}_rp")
            if pas:
                kurang, dokumen = numerals.rupiah(pas[f"{besaran}_rp"]), sebut_dokumen(pas["dokumen"])
                kalimat += f" Yang kurang dari induknya, {kurang}, tercetak di {dokumen}."
            yield Catatan(kosong[0][id], kalimat, bukti=tuple(b[id] for b in (*kosong[1:], *([pas] if pas else ()))))


def _mengisi(
    konteks: Konteks, kosong: list[dict[str, Any]], terisi: list[dict[str, Any]], kolom: str
) -> dict[str, Any] | None:
    """Return the row of another document that states just what a parent's only blank line leaves open."""
    induk = [b for b in konteks.baris("ketik/anggaran") if (b["dokumen"], b["kode"]) == _asal(kosong[0])]
    kurang = induk[0][kolom] - sum(b[kolom] for b in terisi) if induk else float("nan")
    sama = (b for b in konteks.baris("ketik/anggaran") if b["kode"] == kosong[0]["kode"] and b[kolom] == kurang)
    return next(sama, None) if len(kosong) == 1 and kurang > 0 else None


def _asal(b: dict[str, Any]) -> tuple[str, str]:
    return b["dokumen"], b["induk"]


def _tingkat(satu: str, dua: str, ada_perubahan: bool) -> Tingkat:
    """A plan may differ, and so may a first budget from what was revised; within one report nothing may."""
    if {satu, dua} <= set(DOKUMEN_LAPORAN):
        return "kesalahan"
    if {satu, dua} & set(_RENCANA) or (ada_perubahan and {satu, dua} & set(MURNI)):
        return "informasi"
    return "peringatan"


@periksa(
    "ANG-07",
    sifat=(Sifat.MENGULANG, Sifat.SEBARIS),
    tingkat="kesalahan",
    judul="Angka seluruh instansi tercetak di baris bagiannya",
    dasar="Bagian tidak sama dengan keseluruhan bila bagian lain juga berisi",
    saran="Cari angka bagian itu di dokumennya, biasanya jumlah rinciannya; periksa pula apakah yang lain "
    "milik induk lain.",
)
def total_di_bagian(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows that print their parent's figure, or what is left of it, while their siblings have figures too.

    Where that figure is confirmed elsewhere, the row's own is not known and the printed one is to be withdrawn.
    """
    per = konteks.per("ketik/anggaran", "dokumen")
    total = [b for b in per.get(konteks.dokumen_anggaran, []) if b["induk"] == ""]
    for milik in per.values():
        pohon = _Pohon(milik)
        for induk in pohon.anak:
            for kolom in (f"{besaran}_rp" for besaran in BESARAN if induk in pohon.baris):
                keseluruhan = pohon.baris[induk][kolom]
                if keseluruhan != keseluruhan and pohon.baris[induk]["induk"] == "" and total:
                    keseluruhan = total[0][kolom]
                yield from _sama_dengan_total(konteks, pohon, induk, kolom, keseluruhan)


def _sama_dengan_total(konteks: Konteks, pohon: _Pohon, induk: str, kolom: str, total: float) -> Iterator[Catatan]:
    for b in pohon.anak[induk]:
        if total > 0 and (b[kolom] == total or terpotong(b[kolom], total)):
            lain = {o["kode"]: pohon.isi(o["kode"], kolom) for o in pohon.anak[induk] if o["kode"] != b["kode"]}
            berisi = [k for k, isi in lain.items() if isi > 0]
            if not berisi:
                continue
            sisa = sum(lain[k] for k in berisi)
            potong = "" if b[kolom] == total else f" ({numerals.rupiah(total)}) yang terpotong"
            p = perbaikan(konteks)[1].get(b[f"{kolom}_id"])
            yield Catatan(
                b[f"{kolom}_id"],
                f"{b['kode']} mencetak {numerals.rupiah(b[kolom])}, angka seluruhnya{potong}, padahal "
                f"{', '.join(berisi)} juga berisi ({numerals.rupiah(sisa)})"
                f"{f'; {p.ditarik}' if p and p.ditarik else ''}.",
                seharusnya=DITARIK if p and p.ditarik else "",
                dampak=f"terhitung lebih {numerals.rupiah(sisa)}",
                bobot=bobot_rp(konteks, sisa),
            )


class _Pohon:
    """Hold the rows of one document by code and by parent."""

    def __init__(self, milik: list[dict[str, Any]]) -> None:
        self.baris = {str(b["kode"]): b for b in milik}
        self.anak = himpun((b["induk"], b) for b in self.baris.values())

    def isi(self, kode: str, kolom: str) -> float:
        """Return a row's figure, or the sum of what lies below it."""
        sendiri = self.baris[kode][kolom]
        return sendiri if sendiri == sendiri else sum(self.isi(b["kode"], kolom) for b in self.anak.get(kode, ()))


@periksa(
    "ANG-08",
    sifat=(Sifat.SEBARIS,),
    tingkat="kesalahan",
    judul="Masukan anggaran terhitung lebih dari sekali",
    dasar="Jumlah masukan semua sasaran tidak melebihi anggaran instansi",
    saran="Bagi anggaran menurut program pendukung setiap sasaran; jangan mengulang angka instansi.",
)
def masukan_berganda(konteks: Konteks) -> Iterator[Catatan]:
    """Find documents without a total of their own whose programs together exceed the agency's figure."""
    per = konteks.per("ketik/anggaran", "dokumen")
    total = [b for b in per.get(konteks.dokumen_anggaran, []) if b["induk"] == ""]
    for dokumen, milik in per.items():
        akar = [b for b in milik if b["induk"] == ""]
        program = {b["kode"]: b for b in milik if b["tingkat"] == "program"}
        if dokumen == konteks.dokumen_anggaran or len(total) != 1 or len(akar) != 1:
            continue
        pohon = _Pohon(milik)
        for besaran in BESARAN:
            kolom = f"{besaran}_rp"
            batas, sendiri = total[0][kolom], akar[0][kolom]
            isi = {k: pohon.isi(k, kolom) for k in program}
            if sendiri == sendiri or not sum(isi.values()) > batas:
                continue
            terbesar = program[max(isi, key=lambda k: isi[k])]
            lebih = sum(isi.values()) - batas
            if terbesar[kolom] == terbesar[kolom]:
                yield Catatan(
                    terbesar[f"{kolom}_id"],
                    f"Jumlah {besaran} semua program menurut {sebut_dokumen(dokumen)} "
                    f"{numerals.rupiah(sum(isi.values()))}, melebihi {besaran} instansi {numerals.rupiah(batas)} "
                    f"sebesar {numerals.rupiah(lebih)}.",
                    dampak=f"terhitung lebih {numerals.rupiah(lebih)}",
                    bobot=bobot_rp(konteks, lebih),
                    bukti=(total[0][f"{kolom}_id"],),
                )
