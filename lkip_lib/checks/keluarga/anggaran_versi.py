"""Family anggaran, from one document to the next: rows that are lost, go by another code, or hold what was spent."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.cetak.nama import sebut_baris, sebut_dokumen
from lkip_lib.checks.keluarga.anggaran_nama import inti
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, Tingkat, periksa
from lkip_lib.inputs.tables import DOKUMEN_LAPORAN
from lkip_lib.ledger import ANGKA, BELUM_DIISI
from lkip_lib.rumus.anggaran import sama

Baris = dict[str, Any]
# The first budget and the revised one; a report follows the revised one where there is one.
MURNI, PERUBAHAN = ("pk", "dpa"), ("dppa",)


@lru_cache(maxsize=2)
def _per_dokumen(konteks: Konteks) -> dict[str, dict[str, Baris]]:
    """Return the rows of the budget by document and code."""
    hasil: dict[str, dict[str, Baris]] = {}
    for b in konteks.baris("ketik/anggaran"):
        hasil.setdefault(b["dokumen"], {})[b["kode"]] = b
    return hasil


def _berganti(satu: dict[str, Baris], dua: dict[str, Baris]) -> dict[str, str]:
    """Pair the codes that only one document has with those that only the other has, by name; the nearest code first."""
    baru = [(inti(b["nama"]), b["tingkat"], k) for k, b in dua.items() if k not in satu]
    hasil: dict[str, str] = {}
    for kode, b in satu.items():
        milik = [k for nama, tingkat, k in baru if nama and (nama, tingkat) == (inti(b["nama"]), b["tingkat"])]
        milik = [k for k in milik if k not in hasil.values()] if kode not in dua else []
        if milik:
            hasil[kode] = max(milik, key=lambda k: SequenceMatcher(None, kode, k, autojunk=False).ratio())
    return hasil


@periksa(
    "ANG-13",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Baris anggaran murni tidak ada dalam perubahannya",
    dasar="Dokumen perubahan memuat seluruh anggaran, juga baris yang tidak berubah",
    saran="Cocokkan dengan dokumen perubahannya: yang terlewat disalin, yang dihapus diberi pagu 0.",
)
def hilang_dalam_perubahan(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows of the first budget that the revised one, by which the year is measured, does not have.

    A row that goes by another code there is told apart: copying it would count it twice.
    """
    if konteks.dokumen_anggaran not in PERUBAHAN:
        return
    murni, kini = (_per_dokumen(konteks).get(d, {}) for d in ("dpa", konteks.dokumen_anggaran))
    berganti = _berganti(murni, kini)
    hilang = {k: b for k, b in murni.items() if k not in kini and k not in berganti and b["pagu_rp"]}
    # A row whose parent is missing too went with it.
    pokok = [b for b in hilang.values() if b["induk"] not in hilang]
    if pokok:
        kalimat = f"Ada dalam DPA, tidak ada dalam {sebut_dokumen(konteks.dokumen_anggaran)}: "
        kalimat += f"{', '.join(b['kode'] for b in pokok)}."
        genap = [b["kode"] for b in pokok if _genap(kini, b["induk"])]
        kalimat += f" Rincian induknya sudah genap tanpa {', '.join(genap)}, jadi tampaknya dihapus." if genap else ""
        tingkat: Tingkat | None = "informasi" if len(genap) == len(pokok) else None
        bukti = tuple(b["pagu_rp_id"] for b in pokok[1:])
        yield Catatan(pokok[0]["pagu_rp_id"], kalimat, bukti=bukti, tingkat=tingkat)


def _genap(milik: dict[str, Baris], induk: str) -> bool:
    """Tell whether a row's pagu is the sum of the rows below it as they stand."""
    rincian = [b["pagu_rp"] for b in milik.values() if b["induk"] == induk]
    return bool(rincian) and induk in milik and sama(milik[induk]["pagu_rp"], sum(rincian))


@periksa(
    "ANG-14",
    tingkat="peringatan",
    judul="Satu baris anggaran berkode lain antara dokumen",
    dasar="Satu baris anggaran berkode sama di setiap dokumen, karena baris dicocokkan menurut kodenya",
    saran="Samakan kodenya menurut dokumennya; jangan menyalin barisnya, sebab pagunya terhitung dua kali.",
)
def kode_berganti(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows that a document lacks under their code and has, by the same name, under one that no other knows."""
    semua = _per_dokumen(konteks)
    kini = semua.get(konteks.dokumen_anggaran, {})
    for dokumen, lain in semua.items():
        if dokumen == konteks.dokumen_anggaran or dokumen not in (*MURNI, *PERUBAHAN, *DOKUMEN_LAPORAN):
            continue
        berganti = _berganti(kini, lain)
        pasangan = [f"{kini[k]['nama']} ({k}; {v})" for k, v in berganti.items()]
        ids = [b["pagu_rp_id"] for k, v in berganti.items() for b in (kini[k], lain[v])]
        if pasangan:
            kalimat = f"Bernama sama, tetapi berkode lain dalam {sebut_dokumen(konteks.dokumen_anggaran)} dan "
            yield Catatan(ids[0], f"{kalimat}{sebut_dokumen(dokumen)}: {', '.join(pasangan)}.", bukti=tuple(ids[1:]))


@periksa(
    "ANG-15",
    tingkat="peringatan",
    judul="Realisasi anggaran tertulis di baris dokumen lain",
    dasar="Serapan dihitung dari pagu dan realisasi di baris dokumen yang berlaku",
    saran="Tulis realisasinya di baris dokumen yang berlaku, atau sebut dokumennya di params (dokumen_anggaran).",
)
def realisasi_di_dokumen_lain(konteks: Konteks) -> Iterator[Catatan]:
    """Find what was spent where it does not count: on rows of another document, or of a budget since revised."""
    dokumen = konteks.dokumen_anggaran
    for lain, berisi in realisasi_di_lain(konteks).items():
        kalimat = f"Realisasi {', '.join(b['kode'] for b in berisi)} belum tertulis di baris {sebut_dokumen(dokumen)}; "
        yield _ditunjuk(berisi, f"{kalimat}tertulisnya di baris {sebut_dokumen(lain)}.")
    semua = _per_dokumen(konteks)
    berisi = [b for b in semua.get(dokumen, {}).values() if b["realisasi_rp_status"] == ANGKA]
    baru = next((d for d in PERUBAHAN if d in semua), None)
    if berisi and baru and dokumen in MURNI and not konteks.params.dokumen_anggaran:
        kalimat = f"Realisasi tertulis di baris {sebut_dokumen(dokumen)}, jadi serapan dihitung terhadap pagunya; "
        yield _ditunjuk(berisi, f"{kalimat}{sebut_dokumen(baru)} ada, tetapi di barisnya belum ada realisasi.")


@lru_cache(maxsize=2)
def realisasi_di_lain(konteks: Konteks) -> dict[str, list[Baris]]:
    """Return the rows of other documents that state what the same code in use leaves blank, by document.

    Tables of one report are one document. In a quarter what was spent stands in the cash table.
    """
    semua, dokumen = _per_dokumen(konteks), konteks.dokumen_anggaran
    sendiri = {} if konteks.triwulan else semua.get(dokumen, {})
    serumpun = DOKUMEN_LAPORAN if dokumen in DOKUMEN_LAPORAN else (dokumen,)
    kosong = [k for k, b in sendiri.items() if b["realisasi_rp_status"] == BELUM_DIISI]
    hasil = {d: [m[k] for k in kosong if k in m and m[k]["realisasi_rp_status"] == ANGKA] for d, m in semua.items()
             if d not in serumpun}  # fmt: skip
    return {d: milik for d, milik in hasil.items() if milik}


def _ditunjuk(berisi: list[Baris], kalimat: str) -> Catatan:
    pertama, *lain = (b["realisasi_rp_id"] for b in berisi)
    return Catatan(pertama, kalimat, bukti=tuple(lain))


@periksa(
    "ANG-18",
    tingkat="peringatan",
    judul="Pagu rincian sama dengan pagu induknya di dokumen lain",
    dasar="Induk dengan beberapa rincian berpagu tidak sama dengan salah satunya",
    saran="Periksa apakah angka induknya yang tersalin di baris rincian itu.",
)
def pagu_induk_di_rincian(konteks: Konteks) -> Iterator[Catatan]:
    """Find lines of one document that hold what another states for their parent, which has other lines too."""
    per = _per_dokumen(konteks)
    for dokumen, baris in per.items():
        for b in (b for b in baris.values() if b["induk"] and b["pagu_rp"] > 0):
            luar = (d for d in per if d != dokumen and not {d, dokumen} <= set(DOKUMEN_LAPORAN))
            lain = next((d for d in luar if _dari_induk(b, per[d])), "")
            if lain:
                bukti = (per[lain].get(k) for k in (b["induk"], b["kode"]))
                yield Catatan(
                    b["pagu_rp_id"],
                    f"Pagu {b['kode']} menurut {sebut_dokumen(dokumen)} {numerals.rupiah(b['pagu_rp'])}, sama dengan "
                    f"pagu induknya, {sebut_baris(b['induk'])}, menurut {sebut_dokumen(lain)}.",
                    bukti=tuple(str(x["pagu_rp_id"]) for x in bukti if x),
                )


def _dari_induk(b: Baris, milik: dict[str, Baris]) -> bool:
    """Tell whether a document states a line's pagu for its parent, not for the line, and has lines beside it."""
    induk, sendiri = milik.get(b["induk"]), milik.get(b["kode"])
    beda = sendiri is None or sendiri["pagu_rp"] != b["pagu_rp"]
    saudara = any(o["induk"] == b["induk"] and o["kode"] != b["kode"] and o["pagu_rp"] > 0 for o in milik.values())
    return induk is not None and induk["pagu_rp"] == b["pagu_rp"] and beda and saudara
