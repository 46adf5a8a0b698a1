"""Family target: the same indicator and year across Renstra, RKT, PK and LKIP."""

from __future__ import annotations

from collections.abc import Iterator

from lkip_lib import numerals
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.inputs.tables import TAHUNAN


@periksa(
    "TAR-01",
    keluarga="target",
    tingkat="kesalahan",
    judul="Target berbeda antara dokumen",
    dasar="LKIP mengukur terhadap target yang diperjanjikan (PK)",
    saran="Pakai target PK yang berlaku, atau jelaskan perubahannya.",
)
def target_antardokumen(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each annual target with that of the document in use, in value and in kind."""
    target = konteks.frames["ketik/target"]
    tahunan = target[(target["periode"] == TAHUNAN) & target["target"].notna()]
    utama = tahunan[tahunan["dokumen"] == konteks.dokumen_target].drop_duplicates(["indikator", "tahun"])
    pasangan = tahunan[tahunan["dokumen"] != konteks.dokumen_target].merge(
        utama, on=["indikator", "tahun"], suffixes=("", "_utama")
    )
    for b in pasangan.to_dict("records"):
        if (b["target"], b["jenis"]) == (b["target_utama"], b["jenis_utama"]):
            continue
        bentuk = " (sebagai perubahan)" if b["jenis"] == "perubahan" else ""
        yield Catatan(
            str(b["target_id"]),
            f"Target {b['indikator']} {b['tahun']} menurut {b['dokumen']} {numerals.write(b['target'], 2, trim=True)}{bentuk}, "
            f"menurut {konteks.dokumen_target} {numerals.write(b['target_utama'], 2, trim=True)}.",
        )


@periksa(
    "TAR-02",
    keluarga="target",
    tingkat="peringatan",
    judul="Target lebih ringan dari realisasi tahun lalu",
    dasar="Target tahun berjalan tidak lebih mudah dari yang sudah tercapai",
    saran="Naikkan targetnya, atau tulis alasannya di analisis.yml.",
)
def target_lebih_ringan(konteks: Konteks) -> Iterator[Catatan]:
    """Find targets in use that last year's realisasi already met and passed."""
    indikator = konteks.frames["indikator"]
    riwayat = konteks.frames["riwayat"]
    lalu = riwayat[(riwayat["tahun"] == konteks.tahun - 1) & (riwayat["lingkup"] == "instansi")]
    lalu = lalu.set_index("kode")["realisasi"].dropna()
    target = konteks.frames["ketik/target"]
    for b in indikator[indikator["rumus"] != "capaian_perubahan"].to_dict("records"):
        if b["kode"] not in lalu.index or b["target"] != b["target"]:
            continue
        mudah = b["target"] > lalu[b["kode"]] if b["arah"] == "turun" else b["target"] < lalu[b["kode"]]
        if mudah:
            milik = target[
                (target["indikator"] == b["kode"])
                & (target["tahun"] == konteks.tahun)
                & (target["periode"] == TAHUNAN)
                & (target["target"] == b["target"])
            ]
            yield Catatan(
                str(milik.iloc[0]["target_id"]),
                f"Target {b['kode']} {numerals.write(b['target'], 2, trim=True)}, padahal realisasi {konteks.tahun - 1} "
                f"sudah {numerals.write(lalu[b['kode']], 2, trim=True)}.",
            )
