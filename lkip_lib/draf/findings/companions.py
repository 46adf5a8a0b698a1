"""Hold a draft against the files that belong to it: the signed PK, the budget, the Renstra, last year's report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lkip_lib.draf.files.document import Naskah, Tabel
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK, Angka
from lkip_lib.draf.findings.notes import KESALAHAN, PERINGATAN, Temuan, id_temuan
from lkip_lib.draf.reading import Bacaan, tahun_laporan
from lkip_lib.draf.tables.budget import Anggaran
from lkip_lib.draf.tables.captions import di_bawah, keterangan
from lkip_lib.draf.tables.kinds import KINERJA
from lkip_lib.draf.tables.recognise import Dikenali, kenali_semua
from lkip_lib.draf.tables.rows import satuan_nama
from lkip_lib.draf.tables.units import tanda_desimal, terbaca
from lkip_lib.impor.period import tahun_judul
from lkip_lib.numerals import sepadan

_PERAN = ("target", "realisasi", "pagu", "realisasi_rp")
# Where in the draft a difference is shown first, by the document that the file is.
_UTAMA = {"pk": ("pk", "pengukuran"), "renstra": ("renstra",)}


@dataclass(frozen=True, slots=True)
class Pendamping:
    """Hold what a file that belongs to a draft states: its name, the document that it is, and its figures."""

    berkas: str
    dokumen: str
    angka: tuple[Angka, ...]


def baca_pendamping(naskah: Naskah, bacaan: Bacaan) -> Pendamping:
    """Read such a file, its names taken for those of the draft where they are alike."""
    judul = f"{naskah.berkas} {' '.join(p.teks for p in naskah.paragraf[:12])}".lower()
    dokumen = _dokumen(judul)
    tahun = tahun_laporan(naskah) or next(iter(tahun_judul(judul)), 0) or bacaan.tahun
    tahun = tahun if dokumen == "lkip" else bacaan.tahun
    tabel: list[Dikenali] = []
    bawah = di_bawah(naskah.blok)
    for i, b in enumerate(naskah.blok):
        if isinstance(b, Tabel):
            tabel += kenali_semua(b, keterangan(naskah.blok, i, bawah=bawah), tabel[-1] if tabel else None)
    satuan = bacaan.kinerja.satuan | satuan_nama(tabel)
    kinerja = replace(
        bacaan.kinerja, tahun=tahun, satuan=satuan, desimal=tanda_desimal(naskah), kartu=dict(bacaan.kinerja.kartu)
    )
    anggaran = Anggaran(tahun, [], bacaan.anggaran.kamus)
    angka: list[Angka] = []
    for kenal in tabel:
        if kenal.jenis in KINERJA or kenal.jenis == "pembanding":
            angka += kinerja.baca(kenal)[0]
        elif kenal.jenis == "anggaran":
            angka += [a for satu in anggaran.baca(kenal)[0] for a in satu]
    for a in angka:
        a.putuskan()
    return Pendamping(naskah.berkas, dokumen, tuple(a for a in angka if a.ember in (DIBACA, DITEBAK)))


def _dokumen(judul: str) -> str:
    for dokumen, kata in (
        ("pk", ("perjanjian kinerja", "pk")), ("renstra", ("renstra", "rencana strategis")),
        ("anggaran", ("lra", "realisasi anggaran", "dpa", "dppa")), ("lkip", ("lkip", "lkjip", "laporan kinerja")),
    ):  # fmt: skip
        if any(
            k in judul if len(k) > 3 else k in judul.replace("_", " ").replace("-", " ").replace(".", " ").split()
            for k in kata
        ):
            return dokumen
    return ""


def bandingkan(bacaan: Bacaan, pendamping: Pendamping) -> Iterator[Temuan]:
    """Yield a note where the draft states another figure than a file that belongs to it."""
    milik: dict[tuple[object, ...], list[Angka]] = defaultdict(list)
    for a in bacaan.angka:
        if a.peran in _PERAN and a.kode and a.ember in (DIBACA, DITEBAK):
            milik[_kunci(a)].append(a)
    utama = _UTAMA.get(pendamping.dokumen, ("pengukuran", "anggaran"))
    sudah: set[tuple[object, ...]] = set()
    for p in pendamping.angka:
        semua = milik.get(_kunci(p), []) if p.peran in _PERAN and p.kode else []
        # A plan of a year differs from the agreement of that year without being wrong in the draft.
        semua = [a for a in semua if a.dokumen != "renstra" or pendamping.dokumen in ("renstra", "pk")]
        if not semua or _kunci(p) in sudah:
            continue
        sudah.add(_kunci(p))
        beda = [a for a in semua if not _sama(a, p)]
        if not beda or any(_sama(a, p) and a.jenis in utama for a in semua):
            continue
        beda.sort(key=lambda a: (utama.index(a.jenis) if a.jenis in utama else len(utama), not a.tabel, a.tabel))
        a = beda[0]
        pesan = f"{a.subjek} tahun {a.tahun}: draf mencetak {a.tercetak}, {pendamping.berkas} mencetak {p.tercetak}."
        tingkat = KESALAHAN if pendamping.dokumen in ("pk", "anggaran") else PERINGATAN
        id_ = id_temuan("DRF-10", pendamping.berkas, _kunci(p), a.tercetak, p.tercetak)
        t = Temuan(id_, "DRF-10", tingkat, a, pesan,
                   saran=f"Samakan dengan {pendamping.berkas}, atau sebutkan versi mana yang berlaku.",
                   kriteria="Draf sama dengan dokumen yang dirujuknya")  # fmt: skip
        kamus = bacaan.kinerja.indikator
        if DITEBAK in (a.ember, p.ember) or (a.kode in bacaan.kinerja.kartu and not kamus.pasti(p.subjek)):
            t.turunkan()
        yield t


def _kunci(a: Angka) -> tuple[object, ...]:
    return a.peran, a.kode, a.tahun or 0, a.periode or "tahunan", a.lingkup or "instansi"


def _sama(a: Angka, b: Angka) -> bool:
    satu, dua = terbaca(a.tercetak, a.satuan), terbaca(b.tercetak, b.satuan)
    if a.nilai is None or b.nilai is None:
        return (satu.low, satu.high) == (dua.low, dua.high)
    return sepadan(a.nilai, max(satu.decimals, 0), b.nilai, max(dua.decimals, 0))
