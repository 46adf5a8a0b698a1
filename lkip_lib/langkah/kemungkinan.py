"""Tell what is not settled: every other reading of what an indicator is measured by, and the ends that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger as buku
from lkip_lib.frames import catatan, susun
from lkip_lib.langkah.pernyataan import target_tahunan
from lkip_lib.langkah.sanding import DOKUMEN
from lkip_lib.langkah.sebutan import kumpulkan_sebutan
from lkip_lib.langkah.sesi import bertabel
from lkip_lib.ledger import Ledger
from lkip_lib.numerals import units
from lkip_lib.params import Params
from lkip_lib.rumus.jenis import bertingkat, berubah, gerak_disebut

# Why there is another reading: a past value stated twice, the base of a promised change, what a name means.
NILAI_LALU, DASAR, NAMA = "nilai_lalu", "dasar_perubahan", "arti_nama"
TERENDAH, TERTINGGI = "terendah", "tertinggi"
_HASIL = ("capaian_mentah_persen", "capaian_persen", "tercapai")
_PENENTU = ("capaian_persen", "tercapai")
_TAMBAHAN = {"kemungkinan": "", "sebab": "", "gerak": "", "dinyatakan": "", "tempat": "", "tahun_bacaan": 0,
             "satuan_selisih": ""}  # fmt: skip


def bacaan_lain(
    ukur: pd.DataFrame, masukan: Mapping[str, pd.DataFrame], ledger: Ledger, params: Params, tahun: int
) -> pd.DataFrame:
    """Return the rows of this year's measurement once more for every other reading of what they rest on.

    `sebab` says why, `dinyatakan` and `tempat` what was stated and where. What the analyst settled, by choosing a
    realisasi or by confirming the reading in use, has no other reading.
    """
    pasti = {p.indikator for p in params.bacaan_dipastikan}
    dicari = _Bacaan(masukan, ledger, params, tahun)
    baris = [
        {**b, **_TAMBAHAN, "satuan_selisih": units.selisih(b["satuan"]), **lain, "kemungkinan": str(n)}
        for b in catatan(ukur)
        if b["kode"] not in pasti
        for n, lain in enumerate(dicari.lain(b), 1)
    ]
    tipe = _tipe(ukur) | dict.fromkeys(_TAMBAHAN, "object") | {"tahun_bacaan": "int64"}
    return bertabel(susun({k: [b[k] for b in baris] for k in tipe}, tipe), "kemungkinan")


def _tipe(frame: pd.DataFrame) -> dict[str, str]:
    return {str(k): "object" if str(t) == "str" else str(t) for k, t in frame.dtypes.items()}


class _Bacaan:
    """Look up what else was stated of the same indicator."""

    def __init__(self, masukan: Mapping[str, pd.DataFrame], ledger: Ledger, params: Params, tahun: int) -> None:
        self.tahun, self.ledger, self.masukan = tahun, ledger, masukan
        hitungan, pernyataan = masukan["tercetak/hitungan"], masukan["tercetak/pernyataan"]
        self.sebutan = kumpulkan_sebutan(masukan["realisasi"], hitungan, pernyataan, ledger, tahun)
        self.dipilih = {(p.indikator, p.tahun, p.lingkup) for p in params.pilihan_realisasi}
        self.berkomponen = set(masukan["komponen"]["indikator"])
        kartu = masukan["indikator"]
        self.jenis = dict(zip(kartu["kode"], kartu["jenis"], strict=True))

    @cached_property
    def target(self) -> dict[str, dict[tuple[str, int], dict[str, Any]]]:
        """Return the annual targets of each document by indicator and year; few indicators are asked about them."""
        semua = {d: target_tahunan(self.masukan["target"], d) for d in DOKUMEN}
        return {d: {(b["indikator"], b["tahun"]): b for b in catatan(t)} for d, t in semua.items()}

    def lain(self, b: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        yield from self._nilai_lalu(b)
        if b["dari_perubahan"] == "ya":
            yield from self._target_lalu(b)
        yield from self._menurut_nama(b)

    def _nilai_lalu(self, b: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The year before as other places state it; a figure that the tables dispute has none of its own."""
        kunci = (b["kode"], self.tahun - 1, "instansi")
        if kunci in self.dipilih:
            return
        semua = self.sebutan.get(kunci, [])
        dikenal = [s for s in semua if s.nilai == b["realisasi_lalu"]]
        for s in semua:
            if not any(s.setuju(x) for x in dikenal):
                dikenal.append(s)
                yield self._lalu(s.nilai, s.id, NILAI_LALU, s.tercetak, s.sumber)

    def _target_lalu(self, b: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The year before as it was targeted: a promised change may start from the promise before it."""
        for dokumen in dict.fromkeys((b["dokumen"], *DOKUMEN)):
            t = self.target[dokumen].get((b["kode"], self.tahun - 1))
            if t is not None and t["target"] == t["target"] and bertingkat(t["jenis"] or self.jenis[b["kode"]]):
                if t["target"] != b["realisasi_lalu"]:
                    yield self._lalu(t["target"], t["target_id"], DASAR, t["target_tercetak"], t["sumber"])
                return

    def _lalu(self, nilai: float, id: str, sebab: str, tercetak: str, tempat: str) -> dict[str, Any]:
        return {
            "realisasi_lalu": nilai, "realisasi_lalu_dari": id, "sebab": sebab, "dinyatakan": tercetak,
            "tempat": tempat, "tahun_bacaan": self.tahun - 1,
        }  # fmt: skip

    def _menurut_nama(self, b: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The change that the document's own name speaks of, where the card names a level and components tell it."""
        if b["kode"] not in self.berkomponen or units.family(b["satuan"]) != "persen":
            return
        if berubah(b["jenis"]) or not bertingkat(b["jenis"]):
            return
        t = self.target[b["dokumen"]].get((b["kode"], self.tahun))
        gerak = gerak_disebut(str(t["nama"])) if t is not None else ""
        if not gerak or gerak_disebut(str(b["nama"])):
            return
        k = self.masukan["komponen"]
        milik = k[(k["indikator"] == b["kode"]) & k["nilai"].notna() & (k["nilai_status"] == buku.ANGKA)]
        kini, lalu = (milik[milik["tahun"] == n] for n in (self.tahun, self.tahun - 1))
        dua = lalu.merge(kini, on=["komponen", "nama"], suffixes=("_lalu", "_kini"))
        if len(dua) == 1 and t is not None:  # of several, none is what the name speaks of
            x = dua.iloc[0]
            yield {
                "realisasi_kini": x["nilai_kini"], "realisasi_kini_dari": x["nilai_id_kini"],
                "realisasi_lalu": x["nilai_lalu"], "realisasi_lalu_dari": x["nilai_id_lalu"],
                "gerak": gerak, "sebab": NAMA, "dinyatakan": t["nama"], "tempat": t["sumber"],
                "tahun_bacaan": self.tahun,
            }  # fmt: skip


def andaikan(ukur: pd.DataFrame, bacaan: pd.DataFrame) -> pd.DataFrame:
    """Return the measured indicators of each document once for every `andaian` about what is not settled.

    Every other reading is tried alone (`andaian` names it by its indicator and number), and all of them together,
    where they come to the least and to the most. A reading that gives no capaian leads nowhere.
    """
    per: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for b in catatan(ukur):
        per.setdefault(b["dokumen"], {})[b["kode"]] = [b | _id(b, "indikator", b["kode"]) | {"andaian": ""}]
    for b in catatan(bacaan):
        nama = f"{b['kode']}.{b['kemungkinan']}"
        per[b["dokumen"]][b["kode"]].append(b | _id(b, "kemungkinan", nama) | {"andaian": nama})
    baris = [b for milik in per.values() for b in _andaian(milik)]
    tipe = _tipe(ukur) | dict.fromkeys((*(f"{k}_id" for k in _HASIL), "andaian", "pasti"), "object")
    return bertabel(susun({k: [b[k] for b in baris] for k in tipe}, tipe), "andaian")


def _id(b: Mapping[str, Any], tabel: str, kode: str) -> dict[str, str]:
    return {f"{k}_id": buku.buat_id(tabel, kode, k, dokumen=b["dokumen"], tahun=b["tahun"]) for k in _HASIL}


def _andaian(milik: Mapping[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """Yield the indicators of one document at both ends of their readings, and under each reading by itself."""
    for bacaan in milik.values():
        ada = [b for b in bacaan if not np.isnan(b["capaian_persen"])] or bacaan[:1]
        rendah, tinggi = min(ada, key=_urutan), max(ada, key=_urutan)
        pasti = "ya" if all(rendah[k] == tinggi[k] for k in _PENENTU) or len(ada) == 1 else "tidak"
        yield {**rendah, "andaian": TERENDAH, "pasti": pasti}
        yield {**tinggi, "andaian": TERTINGGI, "pasti": pasti}
    for kode, bacaan in milik.items():
        for satu in bacaan[1:]:
            for lain, (dipakai, *_) in milik.items():
                yield {**(satu if lain == kode else dipakai), "andaian": satu["andaian"], "pasti": "tidak"}


def _urutan(b: Mapping[str, Any]) -> tuple[float, float]:
    return round(b["capaian_persen"], 9), round(b["capaian_mentah_persen"], 9)
