"""What realisasi is computed from where none is stated: parts of a share, elements of a service, survey answers."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.inputs.tables import TAHUNAN, UNSUR
from lkip_lib.langkah.hitung import hitung_anggota, kelompokkan
from lkip_lib.langkah.sanding import gabung
from lkip_lib.rumus.deklarasi import Atas, Rumus
from lkip_lib.rumus.komponen import ikm, jumlah_bagian, rata_rata_unsur

BAGIAN = ("pembilang", "pengurang", "penyebut", "pengali")
RATA_UNSUR = tuple(f"rata_rata_{u}" for u in UNSUR)
_UNSUR = ["indikator", "tahun", "unsur", "unsur_id", "unsur_status"]


def sekali(komponen: pd.DataFrame) -> pd.DataFrame:
    """Count a part that is stated twice once; service elements without a name are each their own."""
    return komponen[(komponen["nama"] == "") | ~komponen.duplicated(["indikator", "tahun", "komponen", "nama"])]


def menurut_unsur(dijawab: pd.DataFrame) -> pd.DataFrame:
    """Average the answers of each element that a survey asked about, a column an element."""
    return _lebarkan(dijawab, "unsur", dict.fromkeys(RATA_UNSUR, rata_rata_unsur))


def menurut_bagian(komponen: pd.DataFrame, unsur: pd.DataFrame) -> pd.DataFrame:
    """Add up the parts of each indicator and year, a column a part, and the index of its service elements."""
    terhitung = sekali(komponen)
    bagian = _lebarkan(terhitung, "komponen", {b: jumlah_bagian.atas(nilai="nilai") for b in BAGIAN})
    indeks = kelompokkan(unsur, kode="indikator", tahun="tahun", unsur=ikm)
    kunci = pd.concat([indeks[["kode", "tahun"]], bagian[["kode", "tahun"]]]).drop_duplicates(ignore_index=True)
    hasil = gabung(gabung(kunci, bagian, ["kode", "tahun"]), indeks, ["kode", "tahun"])
    berunsur = set(zip(indeks["kode"], indeks["tahun"], strict=True))
    ada = [k in berunsur for k in zip(hasil["kode"], hasil["tahun"], strict=True)]
    hasil["bagian"] = bagian_ada(hasil.assign(berunsur=ada), komponen)
    return hasil


def di_samping_kartu(bagian: pd.DataFrame, kartu: pd.DataFrame) -> pd.DataFrame:
    """Put beside the parts what the unit on the card multiplies a share by."""
    milik = kartu[["kode", "satuan", "pengali", "pengali_id"]]
    milik = milik.rename(columns={"pengali": "pengali_kartu", "pengali_id": "pengali_kartu_id"})
    hasil = gabung(bagian, milik, "kode")
    hasil["pengali_kartu"] = hasil["pengali_kartu"].astype("float64")
    hasil[["satuan", "pengali_kartu_id"]] = hasil[["satuan", "pengali_kartu_id"]].fillna("").astype(object)
    return hasil


def _lebarkan(frame: pd.DataFrame, menurut: str, rumus: Mapping[str, Rumus | Atas]) -> pd.DataFrame:
    hasil = kelompokkan(frame, kode="indikator", tahun="tahun")
    milik = {kata: (r, frame[frame[menurut] == kata] if len(frame) else frame) for kata, r in rumus.items()}
    return hitung_anggota(hasil, milik, (("indikator", "kode"), ("tahun", "tahun")))


def jawaban(survei: pd.DataFrame) -> pd.DataFrame:
    """Make one row an answer: the indicator, the year, the element asked about, and what was answered."""
    dijawab = [np.flatnonzero(survei[f"{u}_status"] != ledger.BELUM_DIISI) for u in UNSUR]
    hasil = survei[["indikator", "tahun"]].take(np.concatenate(dijawab)).reset_index(drop=True)
    for akhiran in ("", "_id", "_status"):
        milik = [survei[f"{u}{akhiran}"].to_numpy()[i] for u, i in zip(UNSUR, dijawab, strict=True)]
        hasil[f"jawaban{akhiran}"] = np.concatenate(milik)
    hasil["unsur"] = np.repeat(np.array(RATA_UNSUR, object), [len(i) for i in dijawab])
    return hasil


def unsur_layanan(komponen: pd.DataFrame, dijawab: pd.DataFrame, survei: pd.DataFrame) -> pd.DataFrame:
    """List the elements of which an index is the mean: those that a survey asked about, else those stated."""
    sudah = set(zip(dijawab["indikator"], dijawab["tahun"], strict=True))
    tertulis = komponen[komponen["komponen"] == "unsur"]
    lain = [k not in sudah for k in zip(tertulis["indikator"], tertulis["tahun"], strict=True)]
    tertulis = tertulis.loc[lain, ["indikator", "tahun", "nilai", "nilai_id", "nilai_status"]].set_axis(_UNSUR, axis=1)
    if dijawab.empty:  # of most agencies
        return tertulis.reset_index(drop=True)
    nilai = survei.set_index(["kode", "tahun"])
    ditanya = dijawab[["indikator", "tahun", "unsur"]].drop_duplicates(ignore_index=True)
    dari_survei = pd.DataFrame(
        [(k, t, nilai.at[(k, t), u], ledger.buat_id("survei", k, u, tahun=t), ledger.TIDAK_TERBACA)
         for k, t, u in ditanya.itertuples(index=False)],
        columns=_UNSUR,
    )  # fmt: skip
    return pd.concat([f for f in (dari_survei, tertulis) if len(f)], ignore_index=True)


def bagian_ada(ada: pd.DataFrame, komponen: pd.DataFrame) -> pd.Series:
    """Name the parts that each indicator and year has, as one word; without numerator and denominator it is nothing."""
    punya: dict[tuple[str, int], set[str]] = {}
    for k, t, b in zip(komponen["indikator"], komponen["tahun"], komponen["komponen"], strict=True):
        punya.setdefault((k, t), set()).add(b)

    def kata(kunci: tuple[str, int], unsur: bool) -> str:
        milik = punya.get(kunci, set())
        if unsur:
            return "unsur"
        return "_".join(b for b in BAGIAN if b in milik) if {"pembilang", "penyebut"} <= milik else ""

    pasangan = zip(ada["kode"], ada["tahun"], strict=True)
    return pd.Series([kata(k, u) for k, u in zip(pasangan, ada["berunsur"], strict=True)], ada.index, dtype=object)


def lengkapi(realisasi: pd.DataFrame, komponen: pd.DataFrame) -> pd.DataFrame:
    """Add the computed realisasi where none was stated; a stated one stays what counts."""
    baru = tak_dinyatakan(realisasi, komponen)
    return pd.concat([realisasi, baru], ignore_index=True) if len(baru) else realisasi


def tak_dinyatakan(realisasi: pd.DataFrame, komponen: pd.DataFrame) -> pd.DataFrame:
    """Return the realisasi computed from components that nobody stated, in the shape of stated ones."""
    terisi = komponen["realisasi"].notna()
    if not terisi.any():
        return realisasi.head(0)
    dihitung = komponen[terisi]
    baru = pd.DataFrame(
        {
            "indikator": dihitung["kode"],
            "tahun": dihitung["tahun"],
            "periode": TAHUNAN,
            "lingkup": "instansi",
            "realisasi": dihitung["realisasi"],
            "realisasi_status": ledger.ANGKA,
            "realisasi_tercetak": "",
            "realisasi_desimal": 9,
            "realisasi_id": [
                ledger.buat_id("komponen", k, "realisasi", tahun=t)
                for k, t in zip(dihitung["kode"], dihitung["tahun"], strict=True)
            ],
        }
    )
    kunci = ["indikator", "tahun", "periode", "lingkup"]
    ada = {*realisasi.loc[realisasi["realisasi_status"] == ledger.ANGKA, kunci].itertuples(index=False, name=None)}
    return baru[[k not in ada for k in baru[kunci].itertuples(index=False, name=None)]].reset_index(drop=True)
