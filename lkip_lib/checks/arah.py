"""Family target: a series of targets that all moves against the direction of its card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lkip_lib import numerals
from lkip_lib.checks.nama import sebut_dokumen
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.rumus.jenis import ARAH, berubah, disebut, lebih_baik

_SEDERET = 3  # two targets may go either way; three are a plan


@dataclass(frozen=True, slots=True)
class Deret:
    """Hold the targets of one indicator in one document, year by year: year, target, id."""

    dokumen: str
    isi: tuple[tuple[int, float, str], ...]

    def menuju(self, arah: str) -> bool:
        """Tell whether every step is towards the better or none at all, and one of them is a step."""
        dua = list(pairwise(v for _, v, _ in self.isi))
        return any(a != b for a, b in dua) and all(a == b or lebih_baik(b, a, arah) for a, b in dua)


@lru_cache(maxsize=2)
def arah_terbalik(konteks: Konteks) -> dict[str, tuple[str, Deret]]:
    """Return the indicators whose targets move against their card, in every document that plans: the way they move."""
    deret: dict[str, dict[str, dict[int, tuple[float, str]]]] = {}
    for b in konteks.baris("ketik/target"):
        if b["periode"] == TAHUNAN and b["target"] == b["target"] and not disebut(berubah, b["jenis"]):
            milik = deret.setdefault(b["indikator"], {}).setdefault(b["dokumen"], {})
            milik[int(b["tahun"])] = (b["target"], str(b["target_id"]))
    hasil: dict[str, tuple[str, Deret]] = {}
    for k in konteks.baris("ketik/indikator"):
        if berubah(k["jenis"]):
            continue
        semua = [Deret(d, tuple((t, *isi[t]) for t in sorted(isi))) for d, isi in deret.get(k["kode"], {}).items()]
        lain = next(a for a in ARAH if a != k["arah"])
        panjang = max((d for d in semua if len(d.isi) >= _SEDERET), key=lambda d: len(d.isi), default=None)
        if panjang and panjang.menuju(lain) and not any(d.menuju(k["arah"]) for d in semua):
            hasil[k["kode"]] = lain, panjang
    return hasil


@periksa(
    "TAR-11",
    keluarga="target",
    tingkat="peringatan",
    judul="Arah di kartu berlawanan dengan deret targetnya",
    dasar="Target yang direncanakan bergerak ke arah yang lebih baik",
    saran="Periksa arah di kartu indikator; bila arahnya benar, jelaskan mengapa targetnya makin ringan.",
)
def arah_dan_deret(konteks: Konteks) -> Iterator[Catatan]:
    """Say once that a card may have the wrong direction, in the place of all that follows from it."""
    kartu = {k["kode"]: k for k in konteks.baris("ketik/indikator")}
    for kode, (lain, deret) in arah_terbalik(konteks).items():
        k = kartu[kode]
        isi = ", ".join(f"{t} {numerals.write(v, 4, trim=True)}" for t, v, _ in deret.isi)
        kalimat = f"{kode} berarah {k['arah']}, padahal targetnya menurut {sebut_dokumen(deret.dokumen)} {isi}; "
        sel = {"berkas": "indikator.csv", "baris": k["_baris"], "kolom": "arah", "tercetak": k["arah"], "subjek": kode}
        ids = tuple(i for _, _, i in deret.isi)
        yield Catatan(f"indikator.{kode}.arah", f"{kalimat}arah mungkin {lain}.", sel=sel, bukti=ids)
