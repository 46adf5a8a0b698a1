"""Hold figures against each other where the tables of a year have no place for them: totals, repeats, differences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkip_lib import numerals
from lkip_lib.draf.findings.figures import DITEBAK, RAGU, Angka
from lkip_lib.draf.findings.notes import KESALAHAN, PERINGATAN, Temuan, id_temuan
from lkip_lib.draf.findings.proofs import serapan_cocok
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.tables.others import BarisLain
from lkip_lib.draf.tables.units import terbaca
from lkip_lib.draf.year.tables import Susunan

_DIJUMLAH = ("asn", "non_asn", "orang", "jumlah", "pagu", "realisasi_rp")


def periksa_sendiri(bacaan: Bacaan, susunan: Susunan) -> Iterator[Temuan]:
    """Yield the notes of totals, repeats and differences, and of cells that cannot be read."""
    yield from _rusak(bacaan)
    yield from _ganda(susunan)
    per_tabel: dict[int, list[BarisLain]] = {}
    for b in bacaan.lain:
        per_tabel.setdefault(b.tabel, []).append(b)
    for baris in per_tabel.values():
        if baris[0].jenis in ("sdm", "belanja"):
            yield from _jumlah(baris)
        for b in baris:
            yield from _sebaris(b)


def _rusak(bacaan: Bacaan) -> Iterator[Temuan]:
    for a in bacaan.angka:
        if a.ember == RAGU and a.tabel and a.jenis != "skala":  # steps of a scale are no figures
            pesan = f'"{a.tercetak}" tidak dapat dipakai. {a.sebab}'
            yield Temuan(id_temuan("DRF-01", a.letak, a.tercetak), "DRF-01", PERINGATAN, a, pesan.strip(),
                         saran="Perbaiki angkanya menurut dokumen sumbernya.",
                         kriteria="Setiap angka terbaca dengan satu cara")  # fmt: skip


def _ganda(susunan: Susunan) -> Iterator[Temuan]:
    """Yield what two tables of one document state differently of one line of the budget."""
    for satu, dua in susunan.ganda:
        if satu.nilai is None or dua.nilai is None or satu.nilai == dua.nilai:
            continue
        pesan = (
            f"{dua.subjek}: tercetak {dua.tercetak}, sedangkan tabel ke-{satu.tabel} baris {satu.baris} mencetak "
            f"{satu.tercetak}."
        )
        yield _temuan("DRF-02", dua, pesan, (satu,), "Satu dokumen mencetak satu angka untuk satu hal",
                      "Samakan kedua tabel menurut dokumen sumbernya.")  # fmt: skip


def _jumlah(baris: list[BarisLain]) -> Iterator[Temuan]:
    """Yield the totals of a table that their rows do not make."""
    isi = _daun([b for b in baris if not b.jumlah])
    for t in (b for b in baris if b.jumlah):
        for peran, a in t.angka.items():
            milik = [m for b in isi if (m := b.angka.get(peran))]
            dijumlah = peran.partition("~")[0] in _DIJUMLAH
            if not dijumlah or a.nilai is None or not milik or any(m.nilai is None for m in milik):
                continue
            jumlah = sum(m.nilai or 0 for m in milik)
            if abs(jumlah - a.nilai) > 0.5:
                pesan = f"Jumlah tercetak {a.tercetak}, rinciannya berjumlah {numerals.write(jumlah, 0)}."
                yield _temuan("DRF-03", a, pesan, milik, "Jumlah sama dengan rinciannya",
                              "Periksa rincian dan jumlahnya.")  # fmt: skip


def _daun(baris: list[BarisLain]) -> list[BarisLain]:
    """Leave out the rows that are the sum of those that follow them: groups above their details."""
    hasil = []
    for i, b in enumerate(baris):
        a = b.angka.get("pagu") or b.angka.get("realisasi_rp")
        peran = "pagu" if "pagu" in b.angka else "realisasi_rp"
        jumlah, kelompok = 0.0, False
        for n, c in enumerate(baris[i + 1 :], start=1):
            jumlah += (x.nilai or 0) if (x := c.angka.get(peran)) else 0
            if n > 1 and a and a.nilai and abs(jumlah - a.nilai) < 0.5:
                kelompok = True
        if not kelompok:
            hasil.append(b)
    return hasil


def _sebaris(b: BarisLain) -> Iterator[Temuan]:
    """Yield the figures that the others of their row do not make."""
    semua, orang = b.orang
    if b.utuh and semua and orang and semua.nilai is not None and None not in {a.nilai for a in orang}:
        jumlah = sum(a.nilai or 0 for a in orang)
        if abs(jumlah - semua.nilai) > 0.5:
            pesan = f"{b.nama}: tercetak {semua.tercetak}, bagiannya berjumlah {numerals.write(jumlah, 0)}."
            yield _temuan("DRF-04", semua, pesan, orang, "Jumlah sama dengan rinciannya",
                          "Periksa jumlah dan bagiannya.")  # fmt: skip
    pagu, realisasi, persen = (b.angka.get(k) for k in ("pagu", "realisasi_rp", "serapan"))
    if b.jumlah and pagu and realisasi and persen and None not in (pagu.nilai, realisasi.nilai, persen.nilai):
        baca = terbaca(persen.tercetak, "persen")
        if pagu.nilai and not serapan_cocok(pagu.nilai, realisasi.nilai or 0, baca):
            hitung = (realisasi.nilai or 0) / pagu.nilai * 100
            pesan = f"Tercetak {persen.tercetak}; realisasi dibagi pagu memberi {numerals.persen(hitung)}."
            yield _temuan("DRF-07", persen, pesan, (pagu, realisasi), "Serapan: realisasi dibagi pagu",
                          "Periksa persentasenya, atau kedua angka rupiahnya.")  # fmt: skip
    capaian, serapan, selisih = (b.angka.get(k) for k in ("capaian", "serapan", "efisiensi"))
    if capaian and serapan and selisih and None not in (capaian.nilai, serapan.nilai, selisih.nilai):
        hitung = (capaian.nilai or 0) - (serapan.nilai or 0)
        baca = terbaca(selisih.tercetak, "persen")
        if abs(hitung - (selisih.nilai or 0)) > 10.0 ** -max(baca.decimals, 0) * 1.01 + 1e-9:
            pesan = f"{b.nama}: tercetak {selisih.tercetak}, capaian dikurangi serapan {numerals.write(hitung, 2)}."
            yield _temuan("DRF-05", selisih, pesan, (capaian, serapan), "Efisiensi: capaian dikurangi serapan",
                          "Periksa capaian, serapan, dan selisihnya.")  # fmt: skip


def _temuan(kode: str, a: Angka, pesan: str, bukti: Iterable[Angka], kriteria: str, saran: str) -> Temuan:
    semua = [a, *bukti]
    t = Temuan(
        id_temuan(kode, a.peran, a.subjek, [x.tercetak for x in semua]), kode, KESALAHAN, a, pesan, saran=saran,
        kriteria=kriteria,
    )  # fmt: skip
    if any(x.ember == DITEBAK for x in semua):
        t.turunkan()
    return t
