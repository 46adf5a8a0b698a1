"""Family target: the same indicator and year across Renstra, RKT, PK and LKIP."""

from __future__ import annotations

from collections.abc import Iterator

from lkip_lib import numerals
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import catatan


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
    acuan = tahunan[tahunan["dokumen"] == konteks.dokumen_target].drop_duplicates(["indikator", "tahun"])
    pasangan = tahunan[tahunan["dokumen"] != konteks.dokumen_target].merge(
        acuan, on=["indikator", "tahun"], suffixes=("", "_utama")
    )
    for b in catatan(pasangan):
        if (b["target"], b["jenis"]) == (b["target_utama"], b["jenis_utama"]):
            continue
        bentuk = " (sebagai perubahan)" if b["jenis"] == "perubahan" else ""
        sendiri, utama = (numerals.write(b[k], 4, trim=True) for k in ("target", "target_utama"))
        yield Catatan(
            str(b["target_id"]),
            f"Target {b['indikator']} {b['tahun']} menurut {b['dokumen']} {sendiri}{bentuk}, "
            f"menurut {konteks.dokumen_target} {utama}.",
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
    milik_lalu = riwayat[(riwayat["tahun"] == konteks.tahun - 1) & (riwayat["lingkup"] == "instansi")]
    lalu = milik_lalu.set_index("kode")["realisasi"].dropna()
    target = konteks.frames["ketik/target"]
    for b in catatan(indikator[indikator["rumus"] != "capaian_perubahan"]):
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
                f"Target {b['kode']} {numerals.write(b['target'], 4, trim=True)}, padahal realisasi "
                f"{konteks.tahun - 1} sudah {numerals.write(float(lalu[b['kode']]), 4, trim=True)}.",
            )
