"""Family anggaran, single amounts: what cannot be spent, whatever other rows say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.bukti.ketelitian import kelonggaran
from lkip_lib.checks.keluarga.anggaran import BESARAN, bobot_rp
from lkip_lib.checks.keluarga.anggaran_sisa import jalan
from lkip_lib.checks.keluarga.anggaran_versi import MURNI, PERUBAHAN
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa

# A public service body spends what it earns: beyond its pagu too, up to a share that its own budget sets. No law sets
# it; beyond a fifth it is asked for like any other.
_BLU = re.compile(r"\bBLUD?\b", re.I)
_AMBANG_BLU = 0.2


def _lebih_blu(konteks: Konteks) -> Counter[tuple[str, str]]:
    """Return by document and code what a row, and "" what the agency, may exceed its pagu by: what its BLU lines do."""
    hasil: Counter[tuple[str, str]] = Counter()
    semua = konteks.baris("ketik/anggaran")
    for b in semua:
        induk = {a["kode"]: a["induk"] for a in semua if a["dokumen"] == b["dokumen"]}
        blu = b["kode"] not in induk.values() and any(_BLU.search(b[k]) for k in ("nama", "sumber_dana"))
        lebih = b["realisasi_rp"] - b["pagu_rp"]
        if blu and 0 < lebih <= _AMBANG_BLU * b["pagu_rp"]:
            hasil.update(dict.fromkeys([(b["dokumen"], k) for k in (*jalan(b["kode"], induk), "")], lebih))
    return hasil


@periksa(
    "ANG-03",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.BATAS),
    tingkat="kesalahan",
    judul="Realisasi melebihi pagu",
    dasar="Realisasi tidak dapat melebihi pagu yang berlaku; belanja BLUD boleh, sampai ambang batasnya",
    saran="Periksa pagu perubahannya, atau apakah angkanya bergeser baris.",
)
def realisasi_melebihi_pagu(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows of the budget, in any document, and kinds of belanja whose realisasi is above their pagu.

    A budget that was revised no longer binds: what was spent beyond it is told, and is no error. Nor does that of a
    public service body, within bounds.
    """
    blu = _lebih_blu(konteks)
    direvisi = MURNI if konteks.dokumen_anggaran in PERUBAHAN else ()
    semua = [*konteks.baris("ketik/anggaran"), *konteks.baris("ketik/belanja")]
    for b in (b for b in semua if b["realisasi_rp"] > b["pagu_rp"] >= 0):
        lebih = b["realisasi_rp"] - b["pagu_rp"]
        if lebih <= kelonggaran(konteks, (b["realisasi_rp_id"], b["pagu_rp_id"])):
            continue
        boleh = lebih <= blu[_tempat(konteks, b)] + 0.5
        yield Catatan(
            b["realisasi_rp_id"],
            f"Realisasi {numerals.rupiah(b['realisasi_rp'])} melebihi pagu {numerals.rupiah(b['pagu_rp'])}."
            + (" Belanja BLUD boleh melampaui pagunya sampai ambang batas yang ditetapkan." if boleh else ""),
            dampak=f"lebih {numerals.rupiah(lebih)}",
            bobot=bobot_rp(konteks, lebih),
            bukti=(b["pagu_rp_id"],),
            tingkat="informasi" if boleh or b.get("dokumen") in direvisi else None,
        )


def _tempat(konteks: Konteks, b: dict[str, Any]) -> tuple[str, str]:
    """Return the document and code of a row of the budget; a kind of belanja is of the whole agency."""
    return (b["dokumen"] or konteks.dokumen_anggaran, b["kode"] if "induk" in b else "")


@periksa(
    "ANG-12",
    tingkat="kesalahan",
    judul="Pagu atau realisasi kurang dari nol",
    dasar="Yang dianggarkan dan dibelanjakan tidak dapat negatif",
    saran="Periksa tandanya; pengembalian belanja sudah mengurangi realisasi barisnya.",
)
def kurang_dari_nol(konteks: Konteks) -> Iterator[Catatan]:
    """Find amounts of the budget and of kinds of belanja below zero."""
    for b in (*konteks.baris("ketik/anggaran"), *konteks.baris("ketik/belanja")):
        for nama in (n for n in BESARAN if b[f"{n}_rp"] < 0):
            nilai = b[f"{nama}_rp"]
            kalimat = f"{nama.capitalize()} {numerals.rupiah(nilai)}, kurang dari nol."
            yield Catatan(str(b[f"{nama}_rp_id"]), kalimat, bobot=bobot_rp(konteks, nilai))
