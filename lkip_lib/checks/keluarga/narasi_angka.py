"""Family narasi: figures claimed in sentences, against the tables and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.bukti.ketelitian import jangkauan
from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.cetak.sel import nama_tabel
from lkip_lib.checks.cetak.terbatas import dibatasi
from lkip_lib.checks.keluarga.capaian import anggota_tercetak, rata_tertimbang
from lkip_lib.checks.klaim.acuan import Buku, buka_buku
from lkip_lib.checks.klaim.buku import Acuan
from lkip_lib.checks.klaim.klaim import Klaim, klaim, sekalimat
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.ledger import HITUNG


def _salah(konteks: Konteks, buku: Buku) -> list[tuple[Klaim, Acuan]]:
    """Return the claimed figures that disagree with what they are held against."""
    berangka = [(k, buku.untuk(k)) for k in klaim(konteks) if k.berangka]
    return [(k, a) for k, a in berangka if a and not k.setuju(a.nilai) and not _kira(konteks, k, a)]


def _kira(konteks: Konteks, k: Klaim, a: Acuan) -> bool:
    """Tell whether a claimed percentage is right where its inputs were printed rounded."""
    if k.besaran == "realisasi":
        return any(_lebih_teliti(k, *jangkauan(konteks).dari(i)) for i in a.bukti)
    dihitung = (i for i in a.bukti if k.besaran.endswith("_persen") and konteks.ledger[i]["asal"] == HITUNG)
    return any(jangkauan(konteks).memuat(i, k.nilai, k.desimal) for i in dihitung)


def _lebih_teliti(k: Klaim, bawah: float, atas: float) -> bool:
    """Tell whether a claim prints, more exactly, what its table printed rounded or cut off: 71,65% of 71."""
    return 10.0**-k.desimal * 2 < atas - bawah and bawah <= k.nilai < atas


def _tertukar(salah: list[tuple[Klaim, Acuan]]) -> list[tuple[tuple[Klaim, Acuan], tuple[Klaim, Acuan]]]:
    """Pair the wrong claims of one sentence of which each is right in the place of the other."""
    isi = dict(zip((k.id for k, _ in salah), salah, strict=True))
    hasil = []
    for kalimat in sekalimat(k for k, _ in salah).values():
        for i, satu in enumerate(kalimat):
            for dua in kalimat[i + 1 :]:
                seragam = satu.satuan == dua.satuan and (satu.subjek == dua.subjek or satu.besaran == dua.besaran)
                if seragam and satu.setuju(isi[dua.id][1].nilai) and dua.setuju(isi[satu.id][1].nilai):
                    hasil.append((isi[satu.id], isi[dua.id]))
    return hasil


@periksa(
    "NAR-01",
    sifat=(Sifat.AKIBAT_ARAH, Sifat.SAMA),
    tingkat="kesalahan",
    judul="Angka dalam kalimat berbeda dari angka tabel",
    dasar="Angka untuk besaran, subjek, dan tahun yang sama, dalam ketelitian yang tercetak",
    saran="Samakan kalimat dengan tabelnya, atau jelaskan sumber angka yang berbeda itu.",
)
def angka_kalimat(konteks: Konteks) -> Iterator[Catatan]:
    """Compare every claimed figure with the figure of the same quantity, subject, scope and year."""
    buku = buka_buku(konteks)
    salah = _salah(konteks, buku)
    tertukar = {k.id for pasangan in _tertukar(salah) for k, _ in pasangan}
    for k, a in salah:
        if k.id in tertukar:
            continue
        hasil = " atau ".join(dict.fromkeys(k.tulis(v) for v in a.nilai))
        menurut = next((d for d, v in a.menurut if k.setuju([v])), "")
        if menurut:
            yield Catatan(
                k.id,
                f"Kalimat memakai {k.teks}, angka menurut {sebut_dokumen(menurut)}; {a.nama} yang dipakai laporan "
                f"{hasil}.",
                kandidat=hasil,
                bukti=a.bukti,
                tingkat="informasi",
            )
            continue
        lain = f" Ini angka lain untuk hal yang sama: kalimat menyebut {k.lingkup}." if a.pinjam else ""
        mirip = ", ".join(dict.fromkeys(buku.kemiripan(k)))
        lain += f" {k.teks} cocok dengan {mirip}." if mirip else ""
        pasti = a.terbukti(k.nilai) and len({k.tulis(v) for v in a.nilai}) == 1
        yield Catatan(
            k.id,
            f"Kalimat menyebut {k.teks}, sedangkan {a.nama} {hasil}.{lain}",
            seharusnya=(a.tercetak or hasil) if pasti else "",
            kandidat="" if pasti else hasil,
            bukti=a.bukti,
        )


@periksa(
    "NAR-02",
    sifat=(Sifat.SETARA,),
    tingkat="kesalahan",
    judul="Dua angka dalam satu kalimat tertukar tempat",
    dasar="Setiap angka benar bila berdiri di tempat pasangannya",
    saran="Tukar kedua angka itu dalam kalimat.",
)
def angka_tertukar(konteks: Konteks) -> Iterator[Catatan]:
    """Name two wrong figures of one sentence that are each right in the place of the other."""
    for (satu, a), (dua, b) in _tertukar(_salah(konteks, buka_buku(konteks))):
        pasti = a.terbukti(satu.nilai) and b.terbukti(dua.nilai)
        benar = f"{a.nama} {satu.tulis(a.nilai[0])} dan {b.nama} {dua.tulis(b.nilai[0])}"
        yield Catatan(
            satu.id,
            f"{satu.teks} dan {dua.teks} tertukar: {benar}.",
            seharusnya=satu.tulis(a.nilai[0]) if pasti else "",
            kandidat="" if pasti else benar,
            bukti=(dua.id, *a.bukti, *b.bukti),
        )


@periksa(
    "NAR-03",
    sifat=(Sifat.AKIBAT_ARAH,),
    tingkat="peringatan",
    judul="Kalimat dan tabel mencetak angka yang berbeda",
    dasar="Laporan menyebut satu besaran dengan satu angka",
    saran="Perbaiki yang salah; hitung ulang menunjukkan yang mana.",
)
def kalimat_dan_tabel(konteks: Konteks) -> Iterator[Catatan]:
    """Find claims that the recomputation bears out, while every printed cell of the same quantity says otherwise.

    Where it bears out the cell too, one of them is printed before and one after the bound: both are right.
    """
    buku = buka_buku(konteks)
    cetak = [b for b in konteks.baris("ketik/tercetak/hitungan") if b["nilai"] == b["nilai"]]
    for k in klaim(konteks):
        turunan = k.berangka and k.lingkup == "instansi" and k.besaran not in ("realisasi", "target")
        turunan = turunan and buku.sebagian(k) is None  # a table of the year says nothing of its quarters
        acuan = buku.untuk(k) if turunan else None
        if acuan is None or not k.setuju(acuan.nilai):
            continue
        milik = [
            b
            for b in cetak
            if (b["besaran"], b["subjek"]) == (k.besaran, k.subjek)
            and b["dokumen"] in ("", konteks.dokumen_target, konteks.dokumen_anggaran)
            and str(b["tahun"]) in ("<NA>", *map(str, k.tersirat))
        ]
        sama = any(_sama(k, konteks, b["nilai_tercetak"], b["nilai_id"], b["nilai"]) for b in milik)
        if not sama and not all(_benar(konteks, acuan, b) for b in milik):
            tercetak = " dan ".join(dict.fromkeys(f"{b['nilai_tercetak']} ({b['sumber']})" for b in milik))
            hasil = k.tulis(acuan.nilai[0])
            yield Catatan(
                k.id,
                f"Kalimat menyebut {k.teks}, tabel mencetak {tercetak}; menurut hitung ulang {hasil}.",
                kandidat=hasil,
                bukti=tuple(b["nilai_id"] for b in milik),
            )


def _benar(konteks: Konteks, acuan: Acuan, b: dict[str, Any]) -> bool:
    teliti = desimal(b["nilai_tercetak"], str(konteks.ledger[b["nilai_id"]]["satuan"]))
    return any(setara(b["nilai"], teliti, v) for v in acuan.nilai)


def _sama(k: Klaim, konteks: Konteks, teks: str, id: str, nilai: float) -> bool:
    teliti = desimal(teks, str(konteks.ledger[id]["satuan"]))
    return setara(k.nilai, k.desimal, nilai) if k.desimal <= teliti else setara(nilai, teliti, k.nilai)


@periksa(
    "NAR-26",
    tingkat="peringatan",
    judul="Rata-rata dalam kalimat tidak mengikuti capaian yang tercetak di tabelnya",
    dasar="Rata-rata capaian indikator yang tercetak di tabel yang dirujuk kalimat, sebelum dan sesudah dibatasi",
    saran="Hitung ulang rata-ratanya, atau perbaiki capaian di tabelnya.",
)
def rata_rata_tabel(konteks: Konteks) -> Iterator[Catatan]:
    """Recompute a claimed mean from the printed members of the table that its sentence follows."""
    for k in (k for k in klaim(konteks) if k.besaran == "rata_rata_capaian_persen" and k.berangka):
        tempat = {"tabel": nama_tabel(k.sumber), "subjek": k.subjek}
        tempat["jenis_subjek"] = "instansi" if k.subjek == "0" else "sasaran"
        for nama, anggota in anggota_tercetak(konteks, tempat):
            terbatas = [a | {"nilai": dibatasi(konteks, [a["nilai"]], a["subjek"])[0]} for a in anggota]
            utuh, batas = (rata_tertimbang(konteks, m) for m in (anggota, terbatas))
            if not k.setuju((utuh, batas)):
                sebelum = (
                    "" if utuh == batas else f" sesudah dibatasi, {numerals.bertanda(numerals.persen(utuh))} sebelumnya"
                )
                yield Catatan(
                    k.id,
                    f"Kalimat menyebut {k.teks}; {len(anggota)} {nama} yang tercetak di {tempat['tabel'].capitalize()} "
                    f"memberi {numerals.persen(batas)}{sebelum}.",
                    kandidat=numerals.persen(batas),
                    bukti=tuple(a["nilai_id"] for a in anggota),
                )


@periksa(
    "NAR-04",
    sifat=(Sifat.TERBILANG,),
    tingkat="kesalahan",
    judul="Terbilang berbeda dari angkanya",
    dasar="Kata-kata menyebut angka yang sama dengan angka dalam kalimatnya",
    saran="Cocokkan keduanya dengan tabelnya, lalu perbaiki yang salah: angkanya atau terbilangnya.",
)
def terbilang(konteks: Konteks) -> Iterator[Catatan]:
    """Spell out the figure claimed in the same sentence and compare it with the words."""
    buku = buka_buku(konteks)
    for kalimat in sekalimat(klaim(konteks)).values():
        for k in (k for k in kalimat if k.jenis == "terbilang" and k.teks):
            sebaris = [a for a in kalimat if a.berangka and (a.besaran, a.subjek) == (k.besaran, k.subjek)]
            acuan = buku.untuk(k)
            angka = [a.nilai for a in sebaris] or list(acuan.nilai if acuan else ())
            if not angka or any(mengeja(k.teks, a) for a in angka):
                continue
            ditulis = numerals.terbilang(_bulat(angka[0])) + (" rupiah" if k.besaran.endswith("_rp") else "")
            terbukti = acuan is not None and acuan.pasti and angka[0] in acuan.nilai
            yield Catatan(
                k.id,
                f"Terbilang tidak menyebut {_tulis_angka(sebaris, angka[0], k)}.",
                seharusnya=ditulis if terbukti else "",
                kandidat="" if terbukti else ditulis,
                bukti=tuple(a.id for a in sebaris) or (acuan.bukti if acuan else ()),
            )


def _tulis_angka(sebaris: list[Klaim], angka: float, k: Klaim) -> str:
    """Write the figure that the words should say: as printed where it is printed."""
    return sebaris[0].teks if sebaris else (numerals.rupiah(angka) if k.besaran.endswith("_rp") else k.tulis(angka))


def mengeja(teks: str, angka: float) -> bool:
    """Tell whether words spell out a figure."""
    return angka == angka and _huruf(teks) == _huruf(numerals.terbilang(_bulat(angka)))


def _bulat(angka: float) -> float | int:
    return int(angka) if angka == int(angka) else angka


def _huruf(teks: str) -> str:
    """Reduce words to what decides: spelling variants and spaces do not.

    >>> _huruf("Seribu lima ratus milyar Rupiah") == _huruf("satu ribu lima ratus miliar")
    True
    """
    hasil = re.sub(r"[^a-z]+", "", teks.casefold()).removesuffix("rupiah")
    for dari, ke in (("milyar", "miliar"), ("trilyun", "triliun"), ("trillion", "triliun"), ("milliar", "miliar")):
        hasil = hasil.replace(dari, ke)
    return re.sub(r"se(ribu|ratus|puluh|belas)", r"satu\1", hasil)
