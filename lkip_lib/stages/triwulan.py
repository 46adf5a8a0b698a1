"""Quarters: what was to be reached and was reached by the end of each, and where a straight line would lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger, numerals
from lkip_lib.formulas import perbandingan
from lkip_lib.formulas import triwulan as rumus
from lkip_lib.frames import catatan
from lkip_lib.inputs.tables import PERIODE, TAHUNAN
from lkip_lib.inputs.typed import rentang_kartu
from lkip_lib.numerals import units
from lkip_lib.stages.bahan import Bahan
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.langkah.pernyataan import realisasi_tahunan, satukan, target_tahunan
from lkip_lib.stages.ukuran import Keadaan, satuan_nilai, satuan_ukuran, ukur

Baris = dict[str, Any]
TRIWULAN = PERIODE[1:]
AKUMULATIF, POSISI_AKHIR, PENGULANGAN = "akumulatif", "posisi_akhir", "pengulangan"
LURUS, TREN = "proyeksi_lurus", "proyeksi_tren"


@dataclass(frozen=True)
class Sampai:
    """Hold targets and realisasi to the end of a quarter, in the shape of a year's, and the ledger of their sums."""

    target: pd.DataFrame
    realisasi: pd.DataFrame
    jejak: pd.DataFrame


def sampai(kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, tahun: int, n: int) -> Sampai:
    """Put in the place of a year's figures those to the end of quarter `n`, by the type on each card.

    A target that no document states for the quarter is derived only where its type allows: `pengulangan` returns the
    year's target in every quarter, and the fourth quarter ends the year. It is never divided.
    """
    kini = target["tahun"] == tahun
    sasaran, jejak_target = _susun(target[kini], ["indikator", "dokumen"], "target", kartu, n)
    milik = (realisasi["tahun"] == tahun) & (realisasi["lingkup"] == "instansi") & (realisasi["periode"] != TAHUNAN)
    dicapai, jejak_realisasi = _susun(realisasi[milik], ["indikator"], "realisasi", kartu, n)
    return Sampai(
        pd.concat([target[~kini], sasaran], ignore_index=True),
        pd.concat([realisasi[realisasi["tahun"] < tahun], dicapai], ignore_index=True),
        ledger.tabel([*jejak_target, *jejak_realisasi]),
    )


def _susun(
    milik: pd.DataFrame, kunci: Sequence[str], kolom: str, kartu: pd.DataFrame, n: int
) -> tuple[pd.DataFrame, list[Baris]]:
    """Make one row a key of its quarters to date; a sum gets a ledger row of its own."""
    kartunya = {b["kode"]: b for b in catatan(kartu)}
    kelompok: dict[tuple[str, ...], dict[str, Baris]] = {}
    for b in catatan(satukan(milik.reset_index(drop=True), [*kunci, "periode"], kolom)):
        if b["indikator"] in kartunya and b[f"{kolom}_status"] != ledger.BELUM_DIISI:
            kelompok.setdefault(tuple(b[k] for k in kunci), {})[b["periode"]] = b
    baris, jejak = [], []
    for per in kelompok.values():
        k = kartunya[next(iter(per.values()))["indikator"]]
        lewat = [per.get(p) for p in TRIWULAN[:n]]
        tipe = _tipe(k, per, n) if kolom == "target" else k["tipe_triwulan"]
        if tipe == AKUMULATIF and all(lewat):
            jumlah = _jumlah(lewat, kolom, n)
            baris.append(jumlah)
            jejak.append(_jejak_jumlah(jumlah, lewat, kolom, k, n))
        elif tipe and tipe != AKUMULATIF and lewat[-1]:
            baris.append(lewat[-1])
        elif tipe and TAHUNAN in per and (tipe == PENGULANGAN or n == rumus.SETAHUN):
            baris.append(per[TAHUNAN])
    hasil = pd.DataFrame(baris, columns=milik.columns).astype(milik.dtypes.to_dict())
    return hasil.assign(periode=TAHUNAN), jejak


def _tipe(kartu: Baris, per: Mapping[str, Baris], n: int) -> str:
    """Return how quarterly targets run, "" where none can be met yet.

    Changes of a level add up, unless all of them count from last year. What is counted through the year has changed
    since last year only when the year is over.
    """
    tipe = str(kartu["tipe_triwulan"])
    if kartu["jenis"] == "perubahan" or not any(b.get("jenis") == "perubahan" for b in per.values()):
        return tipe
    if tipe == AKUMULATIF and n < rumus.SETAHUN:
        return ""
    semua = [per[p]["target"] for p in (*TRIWULAN, TAHUNAN) if p in per]
    penuh = len(semua) > rumus.SETAHUN
    return POSISI_AKHIR if penuh and rumus.dari_tahun_lalu(semua[:-1], semua[-1]) else AKUMULATIF


def _jumlah(lewat: Sequence[Any], kolom: str, n: int) -> Baris:
    """Add up the quarters to date: the figure, and the ends of a range."""
    akhir: Baris = dict(lewat[-1])
    for k in (kolom, f"{kolom}_bawah", f"{kolom}_atas"):
        akhir[k] = float(rumus.akumulatif([b[k] for b in lewat]))
    status = [b[f"{kolom}_status"] for b in lewat]
    akhir[f"{kolom}_status"] = next((s for s in status if s != ledger.ANGKA), ledger.ANGKA)
    akhir[f"{kolom}_desimal"] = max(b[f"{kolom}_desimal"] for b in lewat)
    akhir[f"{kolom}_tercetak"] = ""
    akhir[f"{kolom}_id"] = ledger.buat_id(
        "triwulan", akhir["indikator"], f"{kolom}_sampai", dokumen=akhir.get("dokumen", ""), tahun=akhir["tahun"],
        periode=TRIWULAN[n - 1],
    )  # fmt: skip
    return akhir


def _ujung(bawah: float, atas: float) -> str:
    """Write the ends of a range that was added up, so stands nowhere as printed."""
    tulis = {s: numerals.write(n, 4, trim=True) for s, n in (("≥", bawah), ("≤", atas)) if n == n}
    return " - ".join(tulis.values()) if len(tulis) > 1 else "".join(s + n for s, n in tulis.items())


def _jejak_jumlah(jumlah: Baris, lewat: Sequence[Any], kolom: str, kartu: Baris, n: int) -> Baris:
    return {
        "id": jumlah[f"{kolom}_id"],
        "asal": ledger.HITUNG,
        "besaran": kolom,
        "subjek": jumlah["indikator"],
        "tahun": jumlah["tahun"],
        "periode": TRIWULAN[n - 1],
        "dokumen": jumlah.get("dokumen", ""),
        "nilai": jumlah[kolom],
        "satuan": satuan_ukuran(str(kartu["satuan"]), str(jumlah.get("jenis") or kartu["jenis"])),
        "status_nilai": jumlah[f"{kolom}_status"],
        "rumus": "jumlah_triwulan",
        "dari": " ".join(b[f"{kolom}_id"] for b in lewat),
    }


def perkembangan(
    kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, bahan: Bahan
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Measure every quarter up to the one reported (all four for a year) against its own and the year's target.

    Returns the frame and its ledger; a quarter of which nothing was stated is left out.
    """
    lewat: list[tuple[int, Sampai]] = []
    ada = ((realisasi["tahun"] == bahan.tahun) & (realisasi["periode"] != TAHUNAN)).any()
    for n in range(1, (bahan.tempat.triwulan or rumus.SETAHUN) + 1) if ada else ():
        keadaan = sampai(kartu, target, realisasi, bahan.tahun, n)
        if (keadaan.realisasi["tahun"] == bahan.tahun).any():
            lewat.append((n, keadaan))
    hasil, jejak = pd.DataFrame({"kode": pd.Series(dtype=object)}), [k.jejak for _, k in lewat]
    if lewat:
        setahun = target_tahunan(target, bahan.params.dokumen_target)
        hasil = pd.concat(_ukur(kartu, setahun, lewat, bahan), ignore_index=True)
        _proyeksikan(hasil, kartu, setahun, bahan)
        jejak += [_ledger(hasil[hasil["triwulan"] == n], bahan.tahun, int(n)) for n in hasil["triwulan"].unique()]
    semua = pd.concat(jejak, ignore_index=True) if jejak else ledger.tabel([])
    return bentuk("triwulan", hasil), semua[~semua["id"].duplicated()]


def _ukur(
    kartu: pd.DataFrame, target: pd.DataFrame, lewat: Sequence[tuple[int, Sampai]], bahan: Bahan
) -> list[pd.DataFrame]:
    """Measure each quarter against its own target and against the year's (`target`)."""
    dokumen = bahan.params.dokumen_target
    keadaan = []
    for _, k in lewat:
        realisasi = realisasi_tahunan(k.realisasi, bahan.params, bahan.tahun)
        sendiri = target_tahunan(k.target, dokumen)
        keadaan += [Keadaan(dokumen, bahan.tahun, t, realisasi) for t in (sendiri, target)]
    diukur = ukur(kartu, keadaan, bahan)
    berpasangan = zip(lewat, diukur[::2], diukur[1::2], strict=True)
    return [_sandingkan_tahun(hasil, setahun, n) for (n, _), hasil, setahun in berpasangan]


def _sandingkan_tahun(hasil: pd.DataFrame, setahun: pd.DataFrame, n: int) -> pd.DataFrame:
    hasil = hasil.assign(triwulan=n)
    bawah, atas, kini = hasil["target_bawah"], hasil["target_atas"], hasil["realisasi"]
    terjumlah = (hasil["target_tercetak"] == "") & (hasil["target_status"] == ledger.ANGKA) & hasil["target"].isna()
    hasil.loc[terjumlah, "target_label"] = [
        _ujung(b, a) for b, a in zip(bawah[terjumlah], atas[terjumlah], strict=True)
    ]
    terdekat = hasil["target"].fillna(kini.clip(lower=bawah, upper=atas).where(bawah.notna() | atas.notna()))
    hasil["selisih"] = pd.Series(perbandingan.selisih(kini, terdekat)).where(hasil["jenis"] != "ordinal")
    for k in ("target", "target_status", "target_dari", "target_label"):
        hasil[f"{k}_tahun"] = setahun[k]
    # Few cases early in the year are no achievement yet: what must stay low is held against the year at its end.
    dini = (hasil["tipe_triwulan"] == AKUMULATIF) & (hasil["arah"] == "turun") & (n < rumus.SETAHUN)
    hasil["capaian_tahun_persen"] = setahun["capaian_persen"].where(~dini)
    hasil["rumus_tahun"], hasil["status_tahun"] = setahun["rumus"], setahun["status_nilai"]
    hasil.loc[dini, "status_tahun"] = ledger.TIDAK_BERLAKU
    return hasil


def _proyeksikan(hasil: pd.DataFrame, kartu: pd.DataFrame, target: pd.DataFrame, bahan: Bahan) -> None:
    """Draw a straight line to the year's end: from zero for a running total, along the mean change for a level.

    A figure that stands for its own quarter has none, nor the last quarter, nor a line that leaves the card's range.
    """
    n, nilai = hasil["triwulan"].astype(float), hasil["realisasi"]
    pertama = hasil[nilai.notna()].groupby("kode", sort=False).first()
    awal, hasil["mulai"] = (hasil["kode"].map(pertama[k]).astype("float64") for k in ("realisasi", "triwulan"))
    berangka = hasil["jenis"] != "ordinal"  # between rungs there is no line
    pilihan = [berangka & (hasil["tipe_triwulan"] == t) for t in (AKUMULATIF, POSISI_AKHIR)]
    garis = np.select(
        pilihan, [rumus.proyeksi_lurus(nilai, n), rumus.proyeksi_tren(awal, hasil["mulai"], nilai, n)], default=np.nan
    )
    garis = np.where(n < rumus.SETAHUN, garis, np.nan)
    rentang = [rentang_kartu(r, j) or (None, None) for r, j in zip(hasil["rentang"], hasil["jenis"], strict=True)]
    bawah, atas = (np.asarray([r[i] for r in rentang], dtype="float64") for i in (0, 1))
    hasil["proyeksi"] = np.where((garis < bawah) | (garis > atas), np.nan, garis)
    hasil["cara_proyeksi"] = np.where(
        hasil["proyeksi"].notna(), np.select(pilihan, [LURUS, TREN], default=""), ""
    ).astype(object)
    lalu = hasil["realisasi_lalu"]
    akhir = hasil["proyeksi"] + lalu.where(hasil["dari_perubahan"], 0)  # a change leads to a level again

    def dicapai(nilai: pd.Series, tahun: int, n: int) -> pd.DataFrame:
        ada = nilai[(hasil["triwulan"] == n) & nilai.notna()]
        tetap = {"lingkup": "instansi", "realisasi_status": ledger.ANGKA, "realisasi_tercetak": "", "dari": ""}
        return pd.DataFrame({"indikator": hasil["kode"][ada.index], "tahun": tahun, "realisasi": ada, **tetap})

    triwulan = hasil["triwulan"].unique()  # every quarter has a row for each card, in their order
    per = [pd.concat([dicapai(akhir, bahan.tahun, n), dicapai(lalu, bahan.tahun - 1, n)]) for n in triwulan]
    diukur = pd.concat(ukur(kartu, [Keadaan(bahan.params.dokumen_target, bahan.tahun, target, r) for r in per], bahan))
    hasil["capaian_proyeksi_persen"] = diukur["capaian_persen"].to_numpy()
    hasil["rumus_proyeksi"] = diukur["rumus"].to_numpy()


def _ledger(milik: pd.DataFrame, tahun: int, n: int) -> pd.DataFrame:
    milik = milik.reset_index(drop=True)
    tetap = {"tahun": tahun, "periode": TRIWULAN[n - 1], "lingkup": "instansi"}

    def acuan(kolom: str) -> pd.Series:
        return milik["kode"].map(lambda k: ledger.buat_id("triwulan", k, kolom, tahun=tahun, periode=TRIWULAN[n - 1]))

    def baris(kolom: str, nama: Any, dari: pd.Series, **isi: Any) -> pd.DataFrame:
        ada = isi.pop("ada", pd.Series(True, index=milik.index)).to_numpy()
        isi = {k: v[ada].reset_index(drop=True) if isinstance(v, pd.Series) else v for k, v in isi.items()}
        nama = nama[ada].reset_index(drop=True) if isinstance(nama, pd.Series) else nama
        dipakai = dari[ada].reset_index(drop=True)
        return ledger.hitung(
            milik[ada].reset_index(drop=True), "triwulan", kolom, rumus=nama, dari=dipakai, **isi, **tetap
        )

    satuan, berselisih = satuan_nilai(milik), milik["satuan"].map(units.selisih)
    status: Mapping[str, Any] = {"status_nilai": milik["status_nilai"]}
    kosong = ledger.BELUM_DIISI
    asal = pd.Series(np.where(milik["dari_perubahan"], "selisih", "dinyatakan"), index=milik.index)
    dua = acuan("target") + " " + acuan("realisasi")
    tanpa = np.where(milik["jenis"] == "ordinal", ledger.TIDAK_BERLAKU, ledger.TIDAK_DAPAT_DIHITUNG)
    status_selisih = pd.Series(np.where(milik["selisih"].notna(), ledger.ANGKA, tanpa), index=milik.index)
    awal = [
        ledger.buat_id("triwulan", k, "realisasi", tahun=tahun, periode=TRIWULAN[int(m) - 1]) if c == TREN else ""
        for k, m, c in zip(milik["kode"], milik["mulai"], milik["cara_proyeksi"], strict=True)
    ]
    dari_proyeksi = (pd.Series(awal, index=milik.index, dtype=object) + " " + acuan("realisasi")).str.strip()
    return pd.concat(
        [
            baris("target", "dinyatakan", milik["target_dari"].fillna(""), satuan=satuan, label=milik["target_label"],
                  status_nilai=milik["target_status"].fillna(kosong)),
            baris("realisasi", asal, milik["realisasi_dari"], satuan=satuan, label=milik["realisasi_label"],
                  status_nilai=milik["realisasi_status"].fillna(kosong)),
            baris("capaian_mentah_persen", milik["rumus"], dua, satuan="persen", **status),
            baris("capaian_persen", "batas_capaian", acuan("capaian_mentah_persen"), satuan="persen", **status),
            baris("predikat", "predikat", acuan("capaian_persen"), **status),
            baris("selisih", "selisih", dua, satuan=berselisih, status_nilai=status_selisih),
            baris("target_tahun", "dinyatakan", milik["target_dari_tahun"].fillna(""), satuan=satuan,
                  label=milik["target_label_tahun"], status_nilai=milik["target_status_tahun"].fillna(kosong)),
            baris("capaian_tahun_persen", milik["rumus_tahun"], acuan("target_tahun") + " " + acuan("realisasi"),
                  satuan="persen", status_nilai=milik["status_tahun"]),
            baris("proyeksi", milik["cara_proyeksi"], dari_proyeksi, satuan=satuan, ada=milik["proyeksi"].notna()),
            baris("capaian_proyeksi_persen", milik["rumus_proyeksi"], acuan("target_tahun") + " " + acuan("proyeksi"),
                  satuan="persen", ada=milik["capaian_proyeksi_persen"].notna()),
        ],
        ignore_index=True,
    )  # fmt: skip
