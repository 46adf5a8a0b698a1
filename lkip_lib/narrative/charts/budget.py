"""Charts of the budget beside the results: absorption of every program, and capaian against absorption."""

from __future__ import annotations

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.bars import Batang, Butir, deret
from lkip_lib.narrative.charts.results import TERSEDIKIT, angka, antara, bagan, layak, sumber
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat import temuan
from lkip_lib.narrative.kalimat.hemat import DITAHAN, ditahan


@bagan
def serapan_program(isi: Isi) -> Bagan | None:
    """Draw the absorption of every program, the least first, and say what the programs leave unexplained."""
    semua = [b for b in isi.baris("anggaran") if b["tingkat"] == "program"]
    ada = [(b, s) for b in semua if (s := angka(b["serapan_persen"])) is not None]
    if not layak(s for _, s in ada):
        return None
    butir = [
        Butir(
            f"{b['kode']}. {b['nama']}",
            [Batang(s, "uang", teks=isi.anggaran(b["kode"], "serapan_persen"))],
            f"dari {numerals.singkat_rupiah(b['pagu_rp'])}",
        )
        for b, s in sorted(ada, key=lambda x: x[1])
    ]
    kosong = [b["kode"] for b in semua if angka(b["serapan_persen"]) is None]
    tanpa = f"Tanpa pagu atau realisasi: {', '.join(kosong)}." if kosong else ""
    catatan = " ".join(filter(None, (_residu(isi), tanpa)))
    ucap = "; ".join(f"{b['kode']} {numerals.persen(s)} dari {numerals.singkat_rupiah(b['pagu_rp'])}" for b, s in ada)
    return deret(
        temuan.serapan([(b["nama"], s) for b, s in ada]),
        butir,
        alt=f"Diagram batang serapan setiap program: {ucap}. {catatan}".strip(),
        satuan=f"Serapan anggaran {isi.masa}, persen dari pagu; panjang penuh 100%. {catatan}".strip(),
        sumber=sumber(b for b in isi.baris("ketik/anggaran") if b["tingkat"] == "program"),
        legenda={},
    )


def _residu(isi: Isi) -> str:
    """Say what the programs leave unexplained of the agency's figures."""
    akar = isi.akar or {}
    beda = [(n, angka(akar.get(f"residu_{n}_rp"))) for n in ("pagu", "realisasi")]
    sebut = [f"{n} {numerals.rupiah(r)}" for n, r in beda if r]
    return f"Belum terurai dalam program: {' dan '.join(sebut)}." if sebut else ""


@bagan
def capaian_serapan(isi: Isi) -> Bagan | None:
    """Draw capaian beside the absorption of every sasaran."""
    baris = [
        (b["sasaran"], s, c, b["sebutan"] or (f"sebutan {DITAHAN}" if ditahan(b) else ""))
        for b in isi.baris("efisiensi")
        if (c := angka(b["capaian_persen"])) is not None and (s := angka(b["serapan_persen"])) is not None
    ]
    if len(baris) < TERSEDIKIT or not layak(x for _, s, c, _ in baris for x in (s, c)):
        return None
    ragu = {kode: sela for kode, *_ in baris if (sela := antara(isi, "antara/andaian_sasaran", kode, "capaian_persen"))}
    butir = [
        Butir(
            f"{kode}. {isi.nama_sasaran.get(kode, '')}",
            [
                _capaian(isi, kode, c, ragu.get(kode)),
                Batang(s, "uang", teks=isi.sasaran(kode, "serapan_persen")),
            ],
            tingkat,
        )
        for kode, s, c, tingkat in baris
    ]
    ucap = "; ".join(
        f"{kode} capaian {_sebut(c, ragu.get(kode))}, serapan {numerals.persen(s)}, {tingkat}"
        for kode, s, c, tingkat in baris
    )
    pasti = [(isi.nama_sasaran.get(kode) or kode, c, s) for kode, s, c, _ in baris if kode not in ragu]
    return deret(
        temuan.jarak(pasti, ragu=len(ragu)),
        butir,
        alt=f"Diagram batang: {ucap}.",
        satuan=f"Capaian terhadap target {isi.acuan} dan serapan anggaran tahun {isi.tahun}, persen",
        legenda={"kinerja": "capaian", "uang": "serapan"} | ({"antara": "capaian belum dipastikan"} if ragu else {}),
    )


def _capaian(isi: Isi, kode: str, nilai: float, sela: tuple[float, float] | None) -> Batang:
    """Draw the capaian of a sasaran: a bar, or a range where it rests on what is not settled."""
    if sela is not None:
        return Batang(0, "acuan", antara=sela, teks=_sebut(nilai, sela))
    return Batang(nilai, "kinerja", teks=isi.sasaran(kode, "capaian_persen"))


def _sebut(nilai: float, sela: tuple[float, float] | None) -> str:
    return " sampai ".join(map(numerals.persen, sela)) if sela else numerals.persen(nilai)
