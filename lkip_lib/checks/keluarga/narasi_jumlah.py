"""Family narasi: counts claimed in sentences (tujuan, sasaran, indikator, program, kegiatan), against the tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.klaim.klaim import Klaim, klaim
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa

_TINGKAT = {f"jumlah_{t}": t for t in ("program", "kegiatan", "sub_kegiatan")}
_NAMA_TABEL = re.compile(r"\btabel\s+(\d+(?:\.\d+)*)", re.I)
# How a sentence may call the document that its count is about.
_SEBUTAN = {
    "rkt": r"\bRKT\b|rencana kinerja",
    "pk": r"\bPK\b|perjanjian kinerja",
    "dppa": r"\bDPPA\b",
    "dpa": r"\bDPA\b|dokumen pelaksanaan anggaran",
    "renstra": r"\brenstra\b|rencana strategis",
    "iku": r"\bIKU\b|indikator kinerja utama",
}
_BAGIAN = re.compile(
    r"\b(?:tercapai|mencapai|memenuhi|melampaui|melebihi|belum|hanya|dihentikan|berjalan|terlaksana)\b"
    r"|\bdari\s+\S+(?:\s+\([\w\s]+\))?\s+(?:tujuan|sasaran|indikator|program|kegiatan|sub)\b",
    re.I,
)


def _daftar(konteks: Konteks, k: Klaim) -> tuple[str, int] | None:
    """Count the rows of a table of goals that a claim is about, and name them."""
    if k.besaran == "jumlah_tujuan":
        return ("tujuan", len(konteks.frames["ketik/tujuan"])) if k.subjek in ("", "0") else None
    if k.besaran == "jumlah_sasaran":
        # Without a table of sasaran, the indicators' cards name them.
        milik = [b.get("tujuan", "") for b in konteks.baris("ketik/sasaran") or konteks.baris("sasaran")]
        return ("sasaran", len(milik) if k.subjek in ("", "0") else milik.count(k.subjek))
    milik = [b["sasaran"] for b in konteks.baris("indikator")]
    if k.besaran != "jumlah_indikator" or not k.subjek:
        return None
    return ("indikator", len(milik) if k.subjek == "0" else milik.count(k.subjek))


@periksa(
    "NAR-13",
    sifat=(Sifat.SEKALIMAT,),
    tingkat="kesalahan",
    judul="Banyaknya tujuan, sasaran, atau indikator berbeda dari tabelnya",
    dasar="Baris tabel tujuan, sasaran, dan kartu indikator yang berlaku",
    saran="Samakan kalimat dengan tabel.",
)
def jumlah_tujuan_sasaran(konteks: Konteks) -> Iterator[Catatan]:
    """Compare claimed counts of goals, objectives and indicators with their tables."""
    for k in klaim(konteks):
        if not k.berangka or konteks.tahun not in k.tersirat:
            continue
        hitungan = _daftar(konteks, k)
        if hitungan is None or hitungan[1] in (0, k.nilai):
            continue
        nama, ada = hitungan
        if nama == "indikator" and k.subjek == "0" and k.nilai in _menurut_dokumen(konteks, k):
            continue
        if _sebagian(k, ada) and (nama != "indikator" or k.nilai in _menurut_capaian(konteks, k)):
            continue
        milik = "" if k.subjek in ("", "0") else f" untuk {k.subjek}"
        pasti = k.subjek in ("", "0") and _dikuatkan(konteks, nama) == ada
        yield Catatan(
            k.id,
            f"Kalimat menyebut {k.teks} {nama}{milik}, tabelnya memuat {ada}.",
            seharusnya=str(ada) if pasti else "",
            kandidat="" if pasti else str(ada),
        )


def _sebagian(k: Klaim, ada: float) -> bool:
    """Tell whether a sentence counts a part: those that met their target, or "4 dari 5"."""
    return k.nilai < ada and bool(_BAGIAN.search(k.kutipan))


def _menurut_capaian(konteks: Konteks, k: Klaim) -> set[int]:
    """Count the indicators that met their target, passed it, or did not."""
    semua = [b for b in konteks.baris("indikator") if k.subjek in ("0", b["sasaran"])]
    capaian = [round(b["capaian_mentah_persen"], 9) for b in semua]
    tercapai = sum(c >= 100 for c in capaian)
    return {tercapai, sum(c > 100 for c in capaian), sum(c == 100 for c in capaian), len(capaian) - tercapai}


def _dikuatkan(konteks: Konteks, nama: str) -> int:
    """Count the same things where another table names them, so that a table is not its own proof."""
    if nama == "tujuan":
        return int(konteks.frames["ketik/sasaran"]["tujuan"].replace("", None).nunique())
    if nama == "sasaran":
        return int(konteks.frames["indikator"]["sasaran"].nunique())
    target = konteks.frames["ketik/target"]
    milik = target[(target["dokumen"] == konteks.dokumen_target) & (target["tahun"] == konteks.tahun)]
    return int(milik["indikator"].nunique())


def _menurut_dokumen(konteks: Konteks, k: Klaim) -> set[float]:
    """Count the indicators of the documents that a sentence names."""
    target = konteks.frames["ketik/target"]
    milik = target[target["dokumen"].isin(_disebut(k)) & (target["tahun"] == konteks.tahun)]
    return {float(n) for n in milik.groupby("dokumen")["indikator"].nunique()}


def _disebut(k: Klaim) -> list[str]:
    tempat = f"{k.sumber} {k.kutipan}"
    return [d for d, pola in _SEBUTAN.items() if re.search(pola, tempat, re.I)]


@periksa(
    "NAR-14",
    sifat=(Sifat.SEKALIMAT,),
    tingkat="kesalahan",
    judul="Banyaknya program, kegiatan, atau sub kegiatan berbeda dari tabel anggaran",
    dasar="Baris tabel anggaran, dengan atau tanpa yang pagunya nol",
    saran="Samakan kalimat dengan tabel anggaran yang dirujuknya.",
)
def jumlah_anggaran(konteks: Konteks) -> Iterator[Catatan]:
    """Compare claimed counts with the document that the sentence's place suggests, else with the main one.

    A count that the main document does not have while another one does is a warning: the sentence may mean that one.
    """
    semua = konteks.baris("ketik/anggaran")
    for k in klaim(konteks):
        tingkat = _TINGKAT.get(k.besaran)
        if not k.berangka or tingkat is None or konteks.tahun not in k.tersirat:
            continue
        banyak: dict[str, set[int]] = {}
        for dokumen in dict.fromkeys(b["dokumen"] for b in semua):
            pagu = [
                b["pagu_rp"]
                for b in semua
                if (b["dokumen"], b["tingkat"]) == (dokumen, tingkat) and _di_bawah(b["kode"], k.subjek)
            ]
            if pagu:
                banyak[dokumen] = {len(pagu), sum(p != 0 for p in pagu)}
        ditunjuk = [d for d in _ditunjuk(semua, k) if d in banyak]
        acuan = ditunjuk or [d for d in (konteks.dokumen_anggaran,) if d in banyak]
        if not acuan or any(k.nilai in banyak[d] for d in acuan):
            continue
        if any(_sebagian(k, max(banyak[d])) for d in acuan):
            continue
        lain = [d for d in banyak if k.nilai in banyak[d]]
        nama = tingkat.replace("_", " ")
        isi = " dan ".join(f"{_sebut(banyak[d])} menurut {sebut_dokumen(d)}" for d in acuan)
        tambahan = f" {k.teks} sama dengan menurut {', '.join(map(sebut_dokumen, lain))}." if lain else ""
        yield Catatan(
            k.id,
            f"Kalimat menyebut {k.teks} {nama}, tabel anggaran memuat {isi}.{tambahan}",
            kandidat=" atau ".join(str(n) for n in sorted(banyak[acuan[0]])),
            tingkat="peringatan" if lain and not ditunjuk else None,
        )


def _di_bawah(kode: str, subjek: str) -> bool:
    return subjek in ("", "0") or kode.startswith(f"{subjek}.")


def _sebut(banyak: set[int]) -> str:
    return f"{max(banyak)}" + (f" ({min(banyak)} tanpa yang pagunya nol)" if len(banyak) > 1 else "")


def _ditunjuk(anggaran: list[dict[str, object]], k: Klaim) -> list[str]:
    """Name the budget documents that a sentence points to: by the number of their table, or by their name."""
    nomor = set(_NAMA_TABEL.findall(k.sumber))
    bertabel = Counter(b["dokumen"] for b in anggaran if nomor & set(_NAMA_TABEL.findall(str(b["sumber"]))))
    baris = Counter(b["dokumen"] for b in anggaran)
    return [str(d) for d, n in bertabel.items() if n * 2 >= baris[d]] or _disebut(k)
