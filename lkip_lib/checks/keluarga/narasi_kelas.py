"""Family narasi: classes claimed in sentences (predikat, tingkat efisiensi), against the class of the value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkip_lib import numerals
from lkip_lib.checks.cetak import sel as cetak
from lkip_lib.checks.klaim.acuan import Buku, buka_buku
from lkip_lib.checks.klaim.klaim import Klaim, klaim
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.policies import Skala, bawaan
from lkip_lib.rumus.capaian import kelas as kelas_skala

_SEBUTAN = re.compile(r"kategori|predikat|peringkat|kelas|tergolong|rentang|range|skala", re.I)


def _kata(teks: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", teks.casefold()))


def _bernama_kelas(k: Klaim) -> bool:
    """Tell whether a word is meant as the name of a class: "secara baik" is not, "dalam kategori baik" is."""
    return bool(_SEBUTAN.search(k.kutipan)) or k.teks[:1].isupper()


class _Kelas:
    """Know the scales in force: the one for capaian, those for values, and how their gaps are read."""

    def __init__(self, konteks: Konteks) -> None:
        nilai = [s for s in bawaan().skala.values() if s.untuk == "nilai"]
        semua = [konteks.skala, *konteks.kebijakan.skala_nilai.values(), *nilai]
        self.skala = [s for i, s in enumerate(semua) if s not in semua[:i]]
        self.milik_indikator = konteks.kebijakan.skala_nilai
        self.celah = konteks.params.pembacaan_celah

    def milik(self, teks: str) -> list[tuple[Skala, str]]:
        """Return the scales that have a class of this name or meaning, each with the name of that class."""
        hasil = []
        for s in self.skala:
            arti = [(_kata(a), kelas.nama) for kelas in s.kelas for a in (kelas.nama, kelas.arti) if a]
            sama = [n for a, n in arti if a == _kata(teks)]
            # "Cukup Baik (memadai)" is meant as "Cukup (Memadai)": all of its words, and more than one.
            hampir = [n for a, n in arti if len(a) > 1 and a < _kata(teks)]
            hasil += [(s, n) for n in (sama or hampir)[:1]]
        return hasil

    def tanpa_skala(self, buku: Buku, k: Klaim, s: Skala) -> bool:
        """Tell whether a word may be of the value of an indicator for which no scale of values was chosen."""
        return s.untuk == "nilai" and k.subjek in buku.indikator and k.subjek not in self.milik_indikator

    def kelas(self, s: Skala, nilai: float) -> str:
        return str(kelas_skala([nilai], s, self.celah)[0])

    def nilai(self, buku: Buku, k: Klaim, s: Skala) -> list[tuple[str, float, tuple[str, ...]]]:
        """Return what may be classed on a scale: the capaian, and the value of an indicator that has this scale."""
        besaran = ["capaian_persen"] if k.lingkup == "instansi" else []
        besaran += ["realisasi"] if self.milik_indikator.get(k.subjek) == s or self.tanpa_skala(buku, k, s) else []
        acuan = [a for b in besaran if (a := buku.cari(b, k.subjek, k.tersirat[-1], k.lingkup))]
        return [(a.nama, v, a.bukti) for a in acuan for v in a.nilai]


@periksa(
    "NAR-15",
    sifat=(Sifat.AKIBAT_ARAH,),
    tingkat="kesalahan",
    judul="Predikat dalam kalimat berbeda dari kelas angkanya",
    dasar="Kelas angka itu pada skala yang memuat kata predikatnya",
    saran="Tulis predikat menurut skala yang dipakai laporan.",
)
def predikat_kalimat(konteks: Konteks) -> Iterator[Catatan]:
    """Compare claimed classes with the class of the recomputed value; words of no known scale say nothing."""
    buku, kelas = buka_buku(konteks), _Kelas(konteks)
    for k in klaim(konteks):
        if (k.jenis, k.besaran) != ("predikat", "predikat") or not k.subjek or not _bernama_kelas(k):
            continue
        mungkin = [(s, n, *v) for s, n in kelas.milik(k.teks) for v in kelas.nilai(buku, k, s)]
        if not mungkin or any(kelas.kelas(s, v) == n for s, n, _, v, _ in mungkin):
            continue
        # On a scale for values the value itself is what the word is for.
        s, _, nama, nilai, bukti = next((m for m in mungkin if m[2].startswith("realisasi")), mungkin[0])
        benar = kelas.kelas(s, nilai)
        # A score has a scale of its own, such as that of a survey: no word proves which.
        lain = all(kelas.tanpa_skala(buku, k, m[0]) for m in mungkin)
        arti = next((c.arti for c in s.kelas if c.nama == benar and c.arti), "")
        yield Catatan(
            k.id,
            f"Kalimat menyebut {k.teks}; {nama} {numerals.write(nilai)} termasuk {benar}"
            + (f" ({arti})" if arti else "")
            + f" pada skala {s.sumber}."
            + (f" Bila {k.subjek} berpredikat menurut skala lain, pilih di params (skala_nilai)." if lain else ""),
            kandidat=arti or benar,
            bukti=bukti,
            tingkat="informasi" if lain else None,
        )


@periksa(
    "NAR-16",
    sifat=(Sifat.AKIBAT_ARAH, Sifat.SETARA),
    tingkat="peringatan",
    judul="Predikat dalam kalimat berbeda dari predikat tercetak di tabel",
    dasar="Laporan menyebut satu predikat untuk satu hal",
    saran="Samakan keduanya menurut hitung ulang.",
)
def predikat_dan_tabel(konteks: Konteks) -> Iterator[Catatan]:
    """Compare claimed classes with every class printed for the same subject, where one scale has both words."""
    kelas = _Kelas(konteks)
    cetak = [b for b in konteks.baris("ketik/tercetak/hitungan") if b["besaran"] == "predikat"]
    for k in klaim(konteks):
        if (k.jenis, k.besaran) != ("predikat", "predikat") or k.lingkup != "instansi" or not _bernama_kelas(k):
            continue
        milik = [b for b in cetak if k.subjek and b["subjek"] == k.subjek]
        sendiri = {(s.judul, n) for s, n in kelas.milik(k.teks)}
        tercetak = {(s.judul, n) for b in milik for s, n in kelas.milik(b["nilai_tercetak"])}
        if {j for j, _ in sendiri} & {j for j, _ in tercetak} and not sendiri & tercetak:
            isi = ", ".join(f"{b['nilai_tercetak']} ({b['sumber']})" for b in milik)
            yield Catatan(
                k.id, f"Kalimat menyebut {k.teks}, tabel mencetak {isi}.", bukti=tuple(b["nilai_id"] for b in milik)
            )


@periksa(
    "NAR-17",
    sifat=(Sifat.AKIBAT_ARAH, Sifat.SEKALIMAT),
    tingkat="kesalahan",
    judul="Banyaknya indikator dalam suatu predikat tidak sesuai",
    dasar="Kelas capaian setiap indikator pada skala yang memuat kata predikatnya",
    saran="Hitung ulang banyaknya indikator setiap predikat.",
)
def jumlah_berpredikat(konteks: Konteks) -> Iterator[Catatan]:
    """Count the indicators of a class that a sentence names with a number."""
    kelas = _Kelas(konteks)
    semua = klaim(konteks)
    capaian = [b["capaian_persen"] for b in konteks.baris("indikator")]
    if not capaian or any(c != c for c in capaian):
        return
    for k in (k for k in semua if k.besaran == "jumlah_indikator_berpredikat" and k.berangka):
        kata = _kata_kelas(konteks, kelas, k, semua)
        banyak = [sum(kelas.kelas(s, c) == n for c in capaian) for s, n in kelas.milik(kata)]
        if banyak and k.nilai not in banyak:
            yield Catatan(
                k.id,
                f"Kalimat menyebut {k.teks} indikator {kata}; menurut hitung ulang {banyak[0]} dari "
                f"{len(capaian)} indikator.",
                kandidat=str(banyak[0]),
            )


def _kata_kelas(konteks: Konteks, kelas: _Kelas, k: Klaim, semua: Sequence[Klaim]) -> str:
    """Return the class whose indicators a claim counts: by its subject, a row with the same words, or its words."""
    if kelas.milik(k.subjek):
        return k.subjek
    sekutip = (
        p.teks for p in semua if k.kutipan and p.jenis == "predikat" and (p.sumber, p.kutipan) == (k.sumber, k.kutipan)
    )
    if kata := next(sekutip, ""):
        return kata
    disebut = [c.nama for c in konteks.skala.kelas if re.search(rf"\b{re.escape(c.nama)}\b", k.kutipan, re.I)]
    return max(disebut, key=len, default="")


@periksa(
    "NAR-18",
    sifat=(Sifat.AKIBAT_ARAH,),
    tingkat="kesalahan",
    judul="Tingkat efisiensi dalam kalimat berbeda dari hitung ulang",
    dasar="Aturan efisiensi yang dipakai laporan, dari capaian indikator dan serapan program pendukung",
    saran="Tulis tingkat efisiensi menurut hitung ulang.",
)
def efisiensi_kalimat(konteks: Konteks) -> Iterator[Catatan]:
    """Compare claimed efficiency of a sasaran with the recomputed one; other words than the rules' say nothing."""
    hitung = {b["sasaran"]: b for b in konteks.baris("efisiensi")}
    dikenal = cetak.KELAS_EFISIENSI | {n.casefold() for n in konteks.kebijakan.efisiensi.sebutan_kelas}
    for k in klaim(konteks):
        b = hitung.get(k.subjek)
        kata = k.teks.casefold().strip()
        if k.besaran != "tingkat_efisiensi" or b is None or kata not in dikenal or konteks.tahun not in k.tersirat:
            continue
        benar = str(b["tingkat_efisiensi"])
        if benar and kata != benar.casefold():
            yield Catatan(
                k.id,
                f"Kalimat menyebut {k.teks}; capaian {k.subjek} {numerals.persen(b['capaian_persen'])} dengan serapan "
                f"{numerals.persen(b['serapan_persen'])}: {benar}.",
                kandidat=benar,
                bukti=konteks.dikenal(f"efisiensi.{k.subjek}.tingkat_efisiensi.{konteks.tahun}"),
            )


@periksa(
    "NAR-25",
    tingkat="peringatan",
    judul="Kalimat menyebut ada efisiensi, barisnya tidak semua",
    dasar="Tingkat efisiensi setiap sasaran menurut aturan laporan, dan baris tabel efisiensi yang tercetak",
    saran="Sebut sasaran mana yang efisien.",
)
def ada_efisiensi(konteks: Konteks) -> Iterator[Catatan]:
    """Hold a claim that the agency was efficient against its sasaran, and against the rows it was drawn from."""
    terbaik = konteks.kebijakan.efisiensi.terbaik
    hitung = [b for b in konteks.baris("efisiensi") if b["tingkat_efisiensi"]]
    tidak = [b for b in hitung if b["tingkat_efisiensi"] != terbaik]
    serapan = tuple(cetak.capaian_dari_serapan(konteks, cetak.hitungan(konteks)))
    for k in klaim(konteks) if terbaik and (tidak or serapan) else ():
        kata = k.teks.casefold()
        if (k.besaran, k.subjek) != ("tingkat_efisiensi", "0") or "efisien" not in kata or "tidak" in kata:
            continue
        if konteks.tahun in k.tersirat:
            sebut = ", ".join(f"{b['sasaran']} {b['tingkat_efisiensi'].lower()}" for b in tidak)
            kalimat = f"Kalimat menyebut {k.teks}; menurut hitung ulang {len(hitung) - len(tidak)} dari {len(hitung)} "
            kalimat += f"sasaran {terbaik.lower()}{f' ({sebut})' if sebut else ''}"
            kalimat += f"; {len(serapan)} baris tabel efisiensinya memakai serapan sebagai capaian" if serapan else ""
            yield Catatan(k.id, f"{kalimat}.", bukti=serapan)
