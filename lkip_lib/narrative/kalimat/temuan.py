"""What a chart finds, as the sentence that is its title; each says no more than its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from lkip_lib import numerals
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat.simpulan import simpulkan
from lkip_lib.narrative.words import banyak, berbeda, daftar, huruf_besar

_SEPARUH, _HAMPIR_SEMUA = 50.0, 95.0


def capaian(isi: Isi) -> str:
    """Say how many targets were reached by the document in use, and how many are not settled."""
    s = simpulkan(isi, isi.params.dokumen_target)
    n, ragu = len(s.tercapai) + len(s.meleset) + len(s.ragu), len(s.ragu)
    belum = f"; {banyak(ragu, n)} belum dapat dipastikan" if ragu else ""
    if not n:
        return "Capaian belum dapat dihitung"
    if len(s.tercapai) == n:
        return f"Semua indikator mencapai target {isi.acuan}"
    if not s.tercapai:
        return f"Belum ada indikator yang {'pasti ' if ragu else ''}mencapai target {isi.acuan}{belum}"
    return huruf_besar(
        f"{numerals.terbilang(len(s.tercapai))} dari {banyak(n)} indikator mencapai target {isi.acuan}{belum}"
    )


def serapan(program: Sequence[tuple[str, float]]) -> str:
    """Say which program (name, absorption) spent least of what it had.

    >>> serapan([("Pelatihan", 42.5), ("Penempatan", 91.25)])
    'Pelatihan menyerap kurang dari separuh pagunya'
    >>> serapan([("Pelatihan", 80.25), ("Penempatan", 91.25)])
    'Pelatihan menyerap paling sedikit, 80,25% dari pagunya'
    >>> serapan([("Pelatihan", 97.0), ("Penempatan", 99.0)])
    'Semua program menyerap sedikitnya 97,00% dari pagunya'
    """
    nama, terendah = min(program, key=lambda p: p[1])
    if terendah >= _HAMPIR_SEMUA:
        return f"Semua program menyerap sedikitnya {numerals.persen(terendah)} dari pagunya"
    separuh = "kurang dari separuh pagunya" if terendah < _SEPARUH else ""
    return f"{nama} menyerap {separuh or f'paling sedikit, {numerals.persen(terendah)} dari pagunya'}"


def jarak(sasaran: Sequence[tuple[str, float, float]], *, ragu: int = 0) -> str:
    """Say at which sasaran (name, capaian, absorption) result and money lie farthest apart, of those that are settled.

    >>> jarak([("Mutu layanan", 98.5, 90.0), ("Pelatihan", 100.0, 55.5)])
    'Capaian dan serapan berjarak paling jauh, 44,50 poin, pada sasaran Pelatihan'
    >>> jarak([], ragu=3)
    'Jarak capaian dan serapan belum dapat dipastikan'
    """
    if not sasaran:
        return "Jarak capaian dan serapan belum dapat dipastikan"
    nama, c, s = max(sasaran, key=lambda b: abs(b[1] - b[2]))
    jauh = numerals.write(abs(c - s), 2)
    di_antara = f" di antara {banyak(len(sasaran))} sasaran yang pasti" if ragu and len(sasaran) > 1 else ""
    return f"Capaian dan serapan berjarak paling jauh, {jauh} poin, pada sasaran {nama}{di_antara}"


def gerak(nama: str, nilai: Mapping[int, float], tulis: Callable[[float], str], tercapai: str) -> str:
    """Say how an indicator moved through its years, or between the last two, and whether it met its target.

    >>> gerak("Nilai AKIP", {2022: 71.0, 2023: 70.1, 2024: 72.5}, lambda v: numerals.write(v, 2), "tidak")
    'Nilai AKIP naik dari 70,10 (2023) menjadi 72,50 (2024), tetapi belum mencapai targetnya'
    >>> gerak("Indeks", {2022: 70, 2023: 72, 2024: 75}, str, "ya"), gerak("Indeks", {2023: 75, 2024: 75}, str, "")
    ('Indeks naik terus sejak 2022 dan mencapai targetnya', 'Indeks tetap 75 sejak 2023')
    """
    urut = sorted(nilai.items())
    (awal, a), (akhir, b) = urut[-2:]
    langkah = [round(kini - lalu, 9) for (_, lalu), (_, kini) in pairwise(urut)]
    arah = "naik" if langkah[-1] > 0 else "turun"
    sela = {"ya": " dan", "tidak": ", tetapi"}
    # A year that is not known may have gone the other way.
    terus = len(urut) > 2 and akhir - urut[0][0] == len(langkah)
    if langkah[-1] == 0:
        kalimat, sela = f"{nama} tetap {tulis(b)} sejak {awal}", {"ya": " dan", "tidak": " dan"}
    elif terus and all(beda * langkah[-1] > 0 for beda in langkah):
        kalimat = f"{nama} {arah} terus sejak {urut[0][0]}"
    else:
        kalimat = f"{nama} {arah} dari {tulis(a)} ({awal}) menjadi {tulis(b)} ({akhir})"
    hasil = {"ya": " mencapai targetnya", "tidak": " belum mencapai targetnya"}
    return kalimat + (sela[tercapai] + hasil[tercapai] if tercapai in hasil else "")


def beda(selisih: float, desimal: int, satuan: str, tahun: int) -> str:
    """Say in a few words how a value moved since a year.

    >>> beda(2.4, 2, "Nilai", 2023), beda(-0.05, 2, "Persen", 2023), beda(0.0, 2, "Persen", 2023)
    ('naik 2,40 poin dari 2023', 'turun 0,05 poin dari 2023', 'tetap sejak 2023')
    """
    if round(selisih, 9) == 0:
        return f"tetap sejak {tahun}"
    besar = berbeda(numerals.write(abs(selisih), desimal), satuan)
    return f"{'naik' if selisih > 0 else 'turun'} {besar} dari {tahun}"


def terbanyak(apa: str, nilai: Sequence[tuple[str, float, str]]) -> str:
    """Say where something (name, value, written) is most.

    >>> terbanyak("Pegawai menurut golongan", [("Penata", 12, "12 orang"), ("Pembina", 2, "2 orang")])
    'Pegawai menurut golongan terbanyak pada Penata, yaitu 12 orang'
    """
    nama, _, tulisan = max(nilai, key=lambda b: b[1])
    return f"{apa} terbanyak pada {nama}, yaitu {tulisan}"


def terhadap_rencana(masa: str, serapan: float, rencana: float | None) -> str:
    """Say how the absorption to the end of a quarter stands to its plan.

    >>> terhadap_rencana("Triwulan II", 40.0, 45.5)
    'Serapan sampai Triwulan II 40,00%, 5,50 poin di bawah rencana'
    """
    awal = f"Serapan sampai {masa} {numerals.persen(serapan)}"
    if rencana is None:
        return f"{awal} dari pagu"
    beda = round(serapan - rencana, 9)
    if beda == 0:
        return f"{awal}, sama dengan rencana"
    return f"{awal}, {numerals.write(abs(beda), 2)} poin di {'bawah' if beda < 0 else 'atas'} rencana"


def setiap_triwulan(nama: str, tercapai: Mapping[str, bool], target: Mapping[str, str]) -> str:
    """Say in which quarters an indicator met its target; before there are any, which targets it has.

    >>> setiap_triwulan("Indeks", {"Triwulan I": True, "Triwulan II": True}, {})
    'Indeks mencapai target setiap triwulan'
    >>> setiap_triwulan("Indeks", {"Triwulan I": True, "Triwulan II": False, "Triwulan III": False}, {})
    'Indeks belum mencapai target Triwulan II dan Triwulan III'
    >>> setiap_triwulan("Indeks", {}, {"Triwulan I": "80", "Triwulan IV": "82"})
    'Indeks ditargetkan 80 pada Triwulan I dan 82 pada Triwulan IV'
    """
    belum = [t for t, ya in tercapai.items() if not ya]
    if not tercapai:
        (awal, a), *_, (akhir, b) = [*target.items()] * 2
        return f"{nama} ditargetkan " + (f"{a} setiap triwulan" if a == b else f"{a} pada {awal} dan {b} pada {akhir}")
    if not belum:
        return f"{nama} mencapai target {'setiap triwulan' if len(tercapai) > 1 else next(iter(tercapai))}"
    return f"{nama} belum mencapai target {'setiap triwulan' if len(belum) == len(tercapai) > 1 else daftar(belum)}"


def pohon(sasaran: int, indikator: int, program: int) -> str:
    """Say what measures and supports the sasaran.

    >>> pohon(3, 4, 2)
    'Tiga sasaran diukur dengan empat indikator dan didukung dua program'
    """
    besar = max(sasaran, indikator, program)
    kalimat = f"{numerals.terbilang(sasaran)} sasaran diukur dengan {banyak(indikator, besar)} indikator"
    if not sasaran:
        kalimat = f"{numerals.terbilang(indikator)} indikator belum termasuk suatu sasaran"
    dukungan = f" dan didukung {banyak(program, besar)} program" if program else ""
    return huruf_besar(kalimat + dukungan)
