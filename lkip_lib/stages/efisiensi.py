"""Stage 3: the budget tree, belanja types, absorption and efficiency of every sasaran."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import anggaran as rumus
from lkip_lib.inputs.budget_tree import AKAR
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.tables import TINGKAT
from lkip_lib.policies.aturan import UKURAN
from lkip_lib.stages.bahan import Bahan, Hasil
from lkip_lib.stages.kas import pakai_kas, susun_kas, ukur_kas
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.stages.tingkat_efisiensi import nilai_efisiensi

# Where params name no document: the one that tells most, a report first.
URUTAN_DOKUMEN = ("lkip", "dppa", "dpa", "pk", "rkt")


def jalankan(bahan: Bahan) -> Hasil:
    """Hold the budget against itself and each sasaran against its budget.

    Returns `anggaran`, `belanja`, `kas` (the quarters), `pendukung` (whose programs), `efisiensi`, and `sasaran` with
    its absorption, each figure with a ledger row. In a quarter the money is what was spent to its end, and efficiency
    is not judged yet.
    """
    dinyatakan = _dinyatakan(bahan)
    triwulan, jejak_triwulan = susun_kas(bahan, dinyatakan)
    pohon = _pohon(pakai_kas(dinyatakan, triwulan, bahan))
    kas, jejak_kas = ukur_kas(triwulan, pohon, bahan.tahun)
    belanja = _belanja(bahan.ketik("belanja"))
    pendukung = _pendukung(bahan)
    sasaran, anggota = _serapan_sasaran(pendukung, bahan, pohon)
    dinilai = sasaran.head(0) if bahan.tempat.triwulan else sasaran
    efisiensi = nilai_efisiensi(dinilai, bahan.frames["indikator"], bahan)
    bagian = [
        jejak_triwulan,
        _ledger_pohon(pohon, bahan.tahun),
        jejak_kas,
        _ledger_belanja(belanja, bahan.tahun),
        _ledger_sasaran(sasaran, anggota, bahan.tahun),
        _ledger_efisiensi(efisiensi, anggota, bahan),
    ]
    frames = {
        "anggaran": bentuk("anggaran", pohon),
        "belanja": bentuk("belanja", belanja),
        "kas": kas,
        "pendukung": pendukung,
        "sasaran": bentuk("sasaran", sasaran),
        "efisiensi": bentuk("efisiensi", efisiensi),
    }
    return Hasil(frames, pd.concat(bagian, ignore_index=True))


def dokumen_anggaran(anggaran: pd.DataFrame, pilihan: str | None) -> str:
    """Choose the budget document: the one params name, else the first with realisasi, else the first there is."""
    if pilihan:
        return pilihan
    ada = anggaran.groupby("dokumen", sort=False)["realisasi_rp"].apply(lambda s: s.notna().any())
    berisi = [d for d in URUTAN_DOKUMEN if d in ada.index]
    return next((d for d in berisi if ada[d]), berisi[0] if berisi else "")


def _dinyatakan(bahan: Bahan) -> pd.DataFrame:
    """Return the budget as its document states it, under a row of the agency that the document may lack."""
    semua = bahan.ketik("anggaran")
    milik = semua[semua["dokumen"] == dokumen_anggaran(semua, bahan.params.dokumen_anggaran)]
    if len(milik) and not (milik["induk"] == "").any():
        isi = {str(k): "" for k in milik if milik[k].dtype == object} | {"kode": AKAR, "tingkat": TINGKAT[0]}
        isi |= dict.fromkeys(("pagu_rp_status", "realisasi_rp_status"), ledger.BELUM_DIISI) | {"lengkap": "ya"}
        akar = pd.DataFrame([isi])
        milik = pd.concat([akar, milik]).astype(milik.dtypes.to_dict() | {BARIS: "Int64"})
    return milik.reset_index(drop=True)


def _pohon(milik: pd.DataFrame) -> pd.DataFrame:
    lengkap = milik["lengkap"] == "ya"
    for kolom, nama in (("pagu_rp", "pagu"), ("realisasi_rp", "realisasi")):
        hasil = rumus.pohon(milik["kode"], milik["induk"], milik[kolom], lengkap)
        milik[kolom], milik[f"{nama}_anak_rp"] = hasil["nilai"], hasil["anak"]
        milik[f"residu_{nama}_rp"], milik[f"{nama}_dari_anak"] = hasil["residu"], hasil["dari_anak"]
    milik["serapan_persen"] = rumus.serapan(milik["pagu_rp"], milik["realisasi_rp"])
    milik["sisa_rp"] = rumus.sisa(milik["pagu_rp"], milik["realisasi_rp"])
    dikoreksi = milik["pagu_rp_id"].str.startswith("koreksi.") | milik["realisasi_rp_id"].str.startswith("koreksi.")
    dijumlah = milik["pagu_dari_anak"] | milik["realisasi_dari_anak"]
    milik["asal"] = np.select([dijumlah, dikoreksi], ["jumlah_rincian", "koreksi"], "dinyatakan")
    milik["status_nilai"] = _status(milik)
    return milik


def _status(pohon: pd.DataFrame) -> pd.Series:
    kosong = pohon[["pagu_rp", "realisasi_rp"]].isna()
    keadaan = pohon[["pagu_rp_status", "realisasi_rp_status"]].set_axis(kosong.columns, axis=1).where(kosong)
    for k in keadaan:
        for _ in TINGKAT:  # a sum that a damaged figure leaves unknown is no more readable, up to the root
            rusak = pohon["kode"].isin(pohon.loc[keadaan[k] == ledger.TIDAK_TERBACA, "induk"])
            keadaan[k] = keadaan[k].mask(rusak & (keadaan[k] == ledger.BELUM_DIISI), ledger.TIDAK_TERBACA)
    hasil = pd.Series(ledger.ANGKA, index=pohon.index)
    for status in (ledger.BELUM_DIISI, ledger.TIDAK_BERLAKU, ledger.TIDAK_TERBACA):
        hasil = hasil.where(~(keadaan == status).any(axis=1), status)
    return hasil


def _belanja(belanja: pd.DataFrame) -> pd.DataFrame:
    hasil = belanja.copy()
    hasil["serapan_persen"] = rumus.serapan(hasil["pagu_rp"], hasil["realisasi_rp"])
    hasil["bagian_persen"] = rumus.serapan(
        np.full(len(hasil), hasil["realisasi_rp"].sum(skipna=False)), hasil["realisasi_rp"]
    )
    return hasil


def _serapan_sasaran(pendukung: pd.DataFrame, bahan: Bahan, pohon: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Absorb per sasaran: the sums of its supporting programs; returns also those that the budget has."""
    anggota = pendukung.merge(pohon[["kode", "pagu_rp", "realisasi_rp"]], "inner", left_on="program", right_on="kode")
    for kolom in ("pagu_rp", "realisasi_rp"):
        anggota[kolom] *= anggota["bobot"]
    jumlah = pd.DataFrame({k: rumus.jumlah(anggota[k], anggota["sasaran"]) for k in ("pagu_rp", "realisasi_rp")})
    sasaran = bahan.frames["sasaran"].merge(jumlah, "left", left_on="kode", right_index=True)
    sasaran["serapan_persen"] = rumus.serapan(sasaran["pagu_rp"], sasaran["realisasi_rp"])
    return sasaran, anggota


def _pendukung(bahan: Bahan) -> pd.DataFrame:
    """Return which programs support which sasaran, and by what share.

    The table of pairs says it; without one the budget in use does, and other documents only of programs for which it
    names no sasaran: a program that two documents pair differently would count twice.
    """
    tabel = bahan.ketik("pendukung")
    if len(tabel):
        return bentuk("pendukung", tabel)
    semua = bahan.ketik("anggaran")
    dipakai = dokumen_anggaran(semua, bahan.params.dokumen_anggaran)
    program = semua[(semua["tingkat"] == TINGKAT[1]) & (semua["sasaran"] != "")]
    urutan = program["dokumen"].map({d: i for i, d in enumerate((dipakai, *URUTAN_DOKUMEN))})
    program = program.iloc[urutan.argsort(kind="stable")].drop_duplicates("kode")
    return bentuk("pendukung", program.rename(columns={"kode": "program"}).assign(bobot=1.0))


def uang_sasaran(bahan: Bahan) -> pd.DataFrame:
    """Return the pagu, realisasi (rupiah) and absorption (persen) of the programs behind each sasaran."""
    dinyatakan = _dinyatakan(bahan)
    kas, _ = susun_kas(bahan, dinyatakan)
    sasaran, _ = _serapan_sasaran(_pendukung(bahan), bahan, _pohon(pakai_kas(dinyatakan, kas, bahan)))
    return sasaran[["kode", "pagu_rp", "realisasi_rp", "serapan_persen"]]


def _ledger_pohon(pohon: pd.DataFrame, tahun: int) -> pd.DataFrame:
    def acuan(kolom: str) -> pd.Series:
        return ledger.acuan(pohon["kode"], "anggaran", kolom, tahun=tahun)

    def anak(kolom: str) -> pd.Series:
        return pohon["kode"].map(acuan(kolom).groupby(pohon["induk"]).agg(" ".join)).fillna("").astype(object)

    bagian = []
    for nama in ("pagu", "realisasi"):
        sendiri, dari_anak = pohon[f"{nama}_rp_id"], pohon[f"{nama}_dari_anak"]
        status = pohon[f"{nama}_rp_status"].where(pohon[f"{nama}_rp"].isna(), ledger.ANGKA)
        rincian = anak(f"{nama}_rp")
        bagian += [
            ledger.hitung(pohon, "anggaran", f"{nama}_rp", satuan="rupiah", tahun=tahun, status_nilai=status,
                          rumus=pd.Series(np.where(dari_anak, "jumlah", "dinyatakan"), index=pohon.index),
                          dari=(sendiri + " " + rincian.where(dari_anak, "")).str.strip()),
            ledger.hitung(pohon, "anggaran", f"{nama}_anak_rp", satuan="rupiah", tahun=tahun, rumus="jumlah",
                          status_nilai=_status_hitung(pohon[f"{nama}_anak_rp"], rincian), dari=rincian),
            ledger.hitung(pohon, "anggaran", f"residu_{nama}_rp", satuan="rupiah", tahun=tahun, rumus="residu",
                          status_nilai=_status_hitung(pohon[f"residu_{nama}_rp"], rincian.where(~dari_anak, "")),
                          dari=(sendiri + (" " + acuan(f"{nama}_anak_rp")).where(rincian != "", "")).str.strip()),
        ]  # fmt: skip
    dari = acuan("pagu_rp") + " " + acuan("realisasi_rp")
    for kolom, satuan, nama in (("serapan_persen", "persen", "serapan"), ("sisa_rp", "rupiah", "sisa")):
        bagian.append(ledger.hitung(pohon, "anggaran", kolom, satuan=satuan, tahun=tahun, rumus=nama, dari=dari))
    return pd.concat(bagian, ignore_index=True)


def _status_hitung(nilai: pd.Series, rincian: pd.Series) -> pd.Series:
    """Say that a sum does not apply (a leaf, or a parent that is the sum itself), or lacks a member."""
    status = pd.Series(ledger.TIDAK_DAPAT_DIHITUNG, index=nilai.index).where(nilai.isna(), ledger.ANGKA)
    return status.where(rincian != "", ledger.TIDAK_BERLAKU)


def _ledger_belanja(belanja: pd.DataFrame, tahun: int) -> pd.DataFrame:
    tetap = {"tahun": tahun, "satuan": "persen"}
    semua = " ".join(belanja["realisasi_rp_id"])
    rupiah = [
        ledger.hitung(
            belanja,
            "belanja",
            k,
            rumus="dinyatakan",
            satuan="rupiah",
            tahun=tahun,
            status_nilai=belanja[f"{k}_status"],
            dari=belanja[f"{k}_id"],
        )
        for k in ("pagu_rp", "realisasi_rp")
    ]
    return pd.concat(
        [
            *rupiah,
            ledger.hitung(belanja, "belanja", "serapan_persen", rumus="serapan",
                          dari=belanja["pagu_rp_id"] + " " + belanja["realisasi_rp_id"], **tetap),
            ledger.hitung(belanja, "belanja", "bagian_persen", rumus="persentase", dari=semua, **tetap),
            *_ledger_jumlah_belanja(belanja, tahun),
        ],
        ignore_index=True,
    )  # fmt: skip


def _ledger_jumlah_belanja(belanja: pd.DataFrame, tahun: int) -> list[pd.DataFrame]:
    """Add up the belanja types where each of them is known; no one type is their subject."""
    if len(belanja) < 2:
        return []
    uang = ["pagu_rp", "realisasi_rp"]
    jumlah = belanja[uang].sum(skipna=False).to_frame().T.astype("float64").assign(kode="")
    jumlah["serapan_persen"] = rumus.serapan(jumlah["pagu_rp"], jumlah["realisasi_rp"])
    susunan = {k: ("jumlah", "rupiah", " ".join(belanja[f"{k}_id"])) for k in uang}
    keduanya = " ".join(ledger.buat_id("belanja", "", k, tahun=tahun) for k in uang)
    susunan["serapan_persen"] = ("serapan", "persen", keduanya)
    return [
        ledger.hitung(jumlah, "belanja", k, rumus=nama, satuan=satuan, tahun=tahun, dari=dari)
        for k, (nama, satuan, dari) in susunan.items()
        if jumlah[k].notna().all()
    ]


def _uang_sasaran(kode: pd.Series, anggota: pd.DataFrame, tahun: int) -> pd.Series:
    """Name the pagu and realisasi of the programs that support each sasaran."""
    milik = ledger.acuan(anggota["kode"], "anggaran", "pagu_rp", tahun=tahun)
    milik = milik + " " + ledger.acuan(anggota["kode"], "anggaran", "realisasi_rp", tahun=tahun)
    return kode.map(dict(milik.groupby(anggota["sasaran"]).agg(" ".join))).astype(object).fillna("")


def _ledger_sasaran(sasaran: pd.DataFrame, anggota: pd.DataFrame, tahun: int) -> pd.DataFrame:
    dari = _uang_sasaran(sasaran["kode"], anggota, tahun)
    return ledger.hitung(sasaran, "sasaran", "serapan_persen", rumus="serapan", satuan="persen", tahun=tahun, dari=dari)


def _ledger_efisiensi(efisiensi: pd.DataFrame, anggota: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    kode, aturan, tahun = efisiensi["kode"], bahan.kebijakan.efisiensi, bahan.tahun
    dari = ledger.acuan(kode, "sasaran", "capaian_persen", tahun=tahun)
    if aturan.ukuran.startswith("pmk"):
        dari = (dari + " " + _uang_sasaran(kode, anggota, tahun)).str.strip()
    else:
        dari = dari + " " + ledger.acuan(kode, "sasaran", "serapan_persen", tahun=tahun)
    return pd.concat(
        [
            ledger.hitung(efisiensi, "efisiensi", "ukuran_efisiensi", rumus=f"ukuran_{aturan.ukuran}", tahun=tahun,
                          satuan=UKURAN[aturan.ukuran][1], dari=dari),
            ledger.hitung(efisiensi, "efisiensi", "tingkat_efisiensi", rumus=f"efisiensi_{aturan.nama}", tahun=tahun,
                          dari=dari),
        ],
        ignore_index=True,
    )  # fmt: skip
