"""Stage 2: capaian of every indicator, sasaran and the agency, under each document that states targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas.predikat import kelas_skala
from lkip_lib.inputs.agreement import PERUBAHAN, PK
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.stages.bahan import Bahan, Hasil
from lkip_lib.stages.dukungan import bandingkan_dukungan
from lkip_lib.stages.keluaran import ukur_keluaran
from lkip_lib.stages.komponen import dari_komponen, lengkapi
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.stages.pegawai import hitung_pegawai
from lkip_lib.stages.perbandingan import bandingkan
from lkip_lib.langkah.pernyataan import realisasi_tahunan, target_tahunan
from lkip_lib.stages.riwayat import riwayat, tahun_bersejarah
from lkip_lib.stages.triwulan import perkembangan, sampai
from lkip_lib.stages.ukuran import Keadaan, kartu_berlaku, satuan_nilai, sebut_skala, ukur

DOKUMEN = ("renstra", "rkt", "pk", "lkip")


def jalankan(bahan: Bahan) -> Hasil:
    """Measure the year.

    Returns `indikator`, `sasaran`, `ringkasan` (the mean under each document), `per_dokumen`, `triwulan`, `riwayat`,
    `perbandingan`, and what stands behind them (`keluaran`, `pegawai`, `dukungan`), and a ledger row for every figure.
    In a quarter, targets and realisasi are those to its end, and only whole years are compared.
    """
    kartu, target, realisasi = siapkan(bahan)
    dihitung, jejak_komponen = dari_komponen(bahan.ketik("komponen"), bahan.ketik("survei"), kartu)
    dinyatakan = lengkapi(bahan.ketik("realisasi"), dihitung)
    triwulan, jejak_triwulan = perkembangan(kartu, bahan.ketik("target"), dinyatakan, bahan)
    dipakai = bahan.params.dokumen_target
    lampau = realisasi[realisasi["tahun"] < bahan.tahun] if bahan.tempat.triwulan else realisasi
    bersejarah = tahun_bersejarah(kartu, lampau, bahan)
    bertarget = dokumen_bertarget(bahan)
    tahunan = {d: target_tahunan(target, d) for d in bertarget}
    tempat = list(dict.fromkeys([(d, bahan.tahun) for d in bertarget] + [(dipakai, t) for t in bersejarah]))
    keadaan = [Keadaan(d, t, tahunan[d], realisasi) for d, t in tempat]
    diukur = dict(zip(tempat, ukur(kartu, keadaan, bahan), strict=True))
    ukuran = {d: diukur[d, bahan.tahun] for d in bertarget}
    ringkasan = pd.DataFrame([ringkas(d, u, bahan, d == dipakai) for d, u in ukuran.items()])
    sasaran = ukur_sasaran(ukuran[dipakai], bahan)
    sejarah, jejak_sejarah = riwayat(kartu, lampau, {t: diukur[dipakai, t] for t in bersejarah}, bahan)
    banding, jejak_banding = bandingkan(kartu, target, lampau, bahan)
    pelengkap = {
        "keluaran": ukur_keluaran(bahan),
        "pegawai": hitung_pegawai(bahan),
        "dukungan": bandingkan_dukungan(bahan),
    }
    bagian = [_ledger_indikator(u, d, bahan) for d, u in ukuran.items()]
    bagian += [_ledger_ringkasan(ringkasan, ukuran, bahan), _ledger_sasaran(sasaran, ukuran, bahan)]
    frames = {
        "indikator": bentuk("indikator", ukuran[dipakai]),
        "per_dokumen": bentuk("per_dokumen", pd.concat(ukuran.values(), ignore_index=True)),
        "ringkasan": bentuk("ringkasan", ringkasan),
        "sasaran": bentuk("sasaran", sasaran),
        "triwulan": triwulan,
        "riwayat": sejarah,
        "perbandingan": banding,
        **{nama: frame for nama, (frame, _) in pelengkap.items()},
    }
    bagian += [
        jejak_komponen,
        jejak_triwulan,
        jejak_sejarah,
        jejak_banding,
        *(jejak for _, jejak in pelengkap.values()),
    ]
    return Hasil(frames, pd.concat(bagian, ignore_index=True))


def siapkan(bahan: Bahan) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return what is measured: the cards in force, the targets, and the realisasi with what components give.

    In a quarter, those of the year are to its end.
    """
    kartu, target = kartu_berlaku(bahan.ketik("indikator"), bahan.tahun), bahan.ketik("target")
    dihitung, _ = dari_komponen(bahan.ketik("komponen"), bahan.ketik("survei"), kartu)
    realisasi = lengkapi(bahan.ketik("realisasi"), dihitung)
    if n := bahan.tempat.triwulan:
        keadaan = sampai(kartu, target, realisasi, bahan.tahun, n)
        target, realisasi = keadaan.target, keadaan.realisasi
    return kartu, target, realisasi_tahunan(realisasi, bahan.params, bahan.tahun)


def dokumen_bertarget(bahan: Bahan) -> list[str]:
    """Name the documents that state targets of this year, in a quarter quarterly ones, and the one in use."""
    target = bahan.ketik("target")
    if bahan.tempat.triwulan:
        target = target[target["periode"] != TAHUNAN]
    ada = target[(target["tahun"] == bahan.tahun) & target["target_status"].eq(ledger.ANGKA)]["dokumen"]
    return [d for d in DOKUMEN if d == bahan.params.dokumen_target or d in set(ada.replace(PERUBAHAN, PK))]


def ringkas(dokumen: str, ukuran: pd.DataFrame, bahan: Bahan, dipakai: bool) -> dict[str, object]:
    """Sum the agency up under the targets of one document."""
    rata = rata_rata(ukuran, bahan, "capaian_persen")
    return {
        "kode": "0",
        "dokumen": dokumen,
        "rata_rata_persen": rata,
        "rata_rata_mentah_persen": rata_rata(ukuran, bahan, "capaian_mentah_persen"),
        "predikat": kelas_skala([rata], bahan.kebijakan.skala_capaian, bahan.params.pembacaan_celah)[0],
        "n_indikator": len(ukuran),
        "n_terhitung": int(ukuran["capaian_persen"].notna().sum()),
        "dipakai": "ya" if dipakai else "tidak",
    }


def rata_rata(ukuran: pd.DataFrame, bahan: Bahan, kolom: str) -> float:
    """Average the agency's capaian, by indicator or by sasaran as params say."""
    if bahan.params.rata_rata == "sasaran":
        return _rata(bahan, kolom)(_per_sasaran(ukuran, bahan, kolom))
    return _rata(bahan, kolom)(ukuran[kolom], ukuran["bobot"])


def _per_sasaran(ukuran: pd.DataFrame, bahan: Bahan, kolom: str) -> pd.Series:
    """Average the indicators of each sasaran by weight."""
    rata = _rata(bahan, kolom)
    semua = {kode: rata(m[kolom], m["bobot"]) for kode, m in ukuran.groupby("sasaran", sort=False)}
    return pd.Series(semua, dtype="float64")


def _rata(bahan: Bahan, kolom: str) -> Callable[..., float]:
    return bahan.katalog[_rumus_rata(kolom)].fungsi


def _rumus_rata(kolom: str) -> str:
    """Name how a column is averaged: only the bounded capaian, which is classed, follows the rounding."""
    return "rata_rata_capaian" if kolom == "capaian_persen" else "rata_rata"


def ukur_sasaran(ukuran: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    """Average and class the capaian of every sasaran."""
    bernama = bahan.ketik("sasaran")
    nama = dict(zip(bernama["kode"], bernama["nama"], strict=True))
    capaian = _per_sasaran(ukuran, bahan, "capaian_persen")
    baris = [
        {
            "kode": kode,
            "nama": nama.get(kode, kode),
            "capaian_persen": capaian[kode],
            "n_indikator": len(milik),
            "n_terhitung": int(milik["capaian_persen"].notna().sum()),
        }
        for kode, milik in ukuran.groupby("sasaran", sort=False)
    ]
    hasil = pd.DataFrame(baris, columns=["kode", "nama", "capaian_persen", "n_indikator", "n_terhitung"])
    skala, celah = bahan.kebijakan.skala_capaian, bahan.params.pembacaan_celah
    hasil["predikat"] = kelas_skala(hasil["capaian_persen"], skala, celah)
    hasil["skala"] = sebut_skala(bahan)
    return hasil


def _ledger_indikator(ukuran: pd.DataFrame, dokumen: str, bahan: Bahan) -> pd.DataFrame:
    tetap = {"tahun": bahan.tahun, "dokumen": dokumen, "lingkup": "instansi"}

    def acuan(kolom: str) -> pd.Series:
        return ledger.acuan(ukuran["kode"], "indikator", kolom, dokumen=dokumen, tahun=bahan.tahun)

    asal_realisasi = pd.Series(np.where(ukuran["dari_perubahan"], "selisih", "dinyatakan"), index=ukuran.index)
    status_t, status_r = (ukuran[f"{k}_status"].fillna(ledger.BELUM_DIISI) for k in ("target", "realisasi"))
    keadaan = ukuran["status_nilai"]
    return pd.concat(
        [
            ledger.hitung(ukuran, "indikator", "target", rumus="dinyatakan", satuan=satuan_nilai(ukuran),
                          label=ukuran["target_label"], status_nilai=status_t,
                          dari=ukuran["target_dari"].fillna(""), **tetap),
            ledger.hitung(ukuran, "indikator", "realisasi", rumus=asal_realisasi, satuan=satuan_nilai(ukuran),
                          label=ukuran["realisasi_label"], status_nilai=status_r,
                          dari=ukuran["realisasi_dari"], **tetap),
            ledger.hitung(ukuran, "indikator", "capaian_mentah_persen", rumus=ukuran["rumus"], satuan="persen",
                          status_nilai=keadaan, dari=acuan("target") + " " + acuan("realisasi"), **tetap),
            ledger.hitung(ukuran, "indikator", "capaian_persen", rumus="batas_capaian", satuan="persen",
                          status_nilai=keadaan, dari=acuan("capaian_mentah_persen"), **tetap),
            ledger.hitung(ukuran, "indikator", "predikat", rumus="predikat", status_nilai=keadaan,
                          dari=acuan("capaian_persen"), **tetap),
        ],
        ignore_index=True,
    )  # fmt: skip


def _ledger_ringkasan(ringkasan: pd.DataFrame, ukuran: Mapping[str, pd.DataFrame], bahan: Bahan) -> pd.DataFrame:
    lewat_sasaran = bahan.params.rata_rata == "sasaran"

    def milik(dokumen: str, kolom: str) -> pd.Series:
        if lewat_sasaran:
            return _acuan_sasaran(ukuran[dokumen]["sasaran"].drop_duplicates(), kolom, dokumen, bahan)
        return ledger.acuan(ukuran[dokumen]["kode"], "indikator", kolom, dokumen=dokumen, tahun=bahan.tahun)

    def anggota(kolom: str) -> pd.Series:
        return ringkasan["dokumen"].map(lambda d: " ".join(milik(d, kolom)))

    tetap = {"tahun": bahan.tahun, "dokumen": ringkasan["dokumen"], "lingkup": "instansi"}
    rata = "ringkasan.0.rata_rata_persen." + ringkasan["dokumen"] + f".{bahan.tahun}"
    return pd.concat(
        [
            ledger.hitung(ringkasan, "ringkasan", "rata_rata_persen", rumus="rata_rata_capaian", satuan="persen",
                          dari=anggota("capaian_persen"), **tetap),
            ledger.hitung(ringkasan, "ringkasan", "rata_rata_mentah_persen", rumus="rata_rata", satuan="persen",
                          dari=anggota("capaian_mentah_persen"), **tetap),
            ledger.hitung(ringkasan, "ringkasan", "predikat", rumus="predikat", dari=rata, **tetap),
        ],
        ignore_index=True,
    )  # fmt: skip


def _ledger_sasaran(sasaran: pd.DataFrame, ukuran: Mapping[str, pd.DataFrame], bahan: Bahan) -> pd.DataFrame:
    """Write the means of the sasaran, and of other documents those on which the agency's mean rests."""
    dipakai = bahan.params.dokumen_target
    dicatat: list[tuple[str, str]] = [(dipakai, "capaian_persen")]
    if bahan.params.rata_rata == "sasaran":
        dicatat += [
            (d, k) for d in ukuran for k in ("capaian_persen", "capaian_mentah_persen") if (d, k) not in dicatat
        ]
    nilai = _acuan_sasaran(sasaran["kode"], "capaian_persen", dipakai, bahan)
    bagian = [_ledger_rata_sasaran(ukuran[d], k, d, bahan) for d, k in dicatat]
    bagian.append(ledger.hitung(sasaran, "sasaran", "predikat", rumus="predikat", dari=nilai, tahun=bahan.tahun))
    return pd.concat(bagian, ignore_index=True)


def _ledger_rata_sasaran(ukuran: pd.DataFrame, kolom: str, dokumen: str, bahan: Bahan) -> pd.DataFrame:
    rata = _per_sasaran(ukuran, bahan, kolom)
    frame = pd.DataFrame({"kode": rata.index, kolom: rata.to_numpy()})
    milik = ledger.acuan(ukuran["kode"], "indikator", kolom, dokumen=dokumen, tahun=bahan.tahun)
    anggota = frame["kode"].map(milik.groupby(ukuran["sasaran"]).agg(" ".join))
    return ledger.hitung(frame, "sasaran", kolom, rumus=_rumus_rata(kolom), satuan="persen", dari=anggota,
                         tahun=bahan.tahun, dokumen=_nama_lain(dokumen, bahan))  # fmt: skip


def _acuan_sasaran(kode: pd.Series, kolom: str, dokumen: str, bahan: Bahan) -> pd.Series:
    return ledger.acuan(kode, "sasaran", kolom, dokumen=_nama_lain(dokumen, bahan), tahun=bahan.tahun)


def _nama_lain(dokumen: str, bahan: Bahan) -> str:
    """Name a document in the figures of a sasaran only where it is another than the one in use."""
    return "" if dokumen == bahan.params.dokumen_target else dokumen
