"""Find out about one agency and year: how far it is, its figures under the common policy and its own, its notes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from lkip_lib import ledger
from lkip_lib.buku.andai import Andaian, Frames
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.rangkaian import dari_pustaka, folder, rangkai
from lkip_lib.checks import DIJELASKAN
from lkip_lib.checks.terminal import pekerjaan, terbuka
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs import words
from lkip_lib.langkah.anggaran import dokumen_anggaran
from lkip_lib.ledger.daftar import diganti
from lkip_lib.params import Params
from lkip_lib.places import Tempat
from lkip_lib.policies import Kebijakan
from lkip_lib.rekap.coverage import cakupan
from lkip_lib.rumus.anggaran import serapan
from lkip_lib.rumus.capaian import kelas

# Choices that are an agency's alone: they settle its own figures and change no rule.
_BUKAN_KEBIJAKAN = frozenset(
    (
        *("tanggal_laporan", "batas_laporan", "penyusun", "naskah"),
        *("pilihan_realisasi", "bacaan_dipastikan", "skala_nilai"),
    )
)
SAMPAI = "04_pemeriksaan"  # the last notebook that is run for a roll-up
KEBIJAKAN = tuple(k for k in Params.model_fields if k not in _BUKAN_KEBIJAKAN)
_TANPA_PILIHAN = {"dokumen_anggaran": "yang memuat realisasi", "memakai_perubahan": "hanya pada Triwulan IV"}
_SEBUTAN = {"rata_rata": "rata-rata menurut"}
PEMISAH = " | "  # between the choices that rules of notebooks replaced
_DISEBUT = 3  # problems of a refused input that are named


@dataclass(frozen=True)
class Terkumpul:
    """Hold what was found out: one row, the agency's ledger and its notes."""

    baris: dict[str, Any]
    ledger: pd.DataFrame = field(default_factory=lambda: ledger.tabel([]))
    catatan: pd.DataFrame = field(default_factory=pd.DataFrame)


def kumpulkan(letak: Tempat, bersama: Params) -> Terkumpul:
    """Compute one agency up to its checks, under the policy `bersama` and under its own.

    What cannot be used, and what goes wrong in computing it, becomes a state of the agency with its reason; nothing
    is raised, so that one agency never stops the others.
    """
    if not _ada_masukan(letak):
        return Terkumpul({"keadaan": "belum_kirim"})
    try:
        bahan = rangkai(letak, SAMPAI)
        umum, kebijakan = _menurut(bahan, bersama)
        baris = {
            "keadaan": "terbaca",
            **_angka(umum, kebijakan, bahan.frames["efisiensi"]),
            **_catatan(bahan),
            **_sendiri(bahan),
        }
        baris |= cakupan(bahan.frames)
        skala = kebijakan.skala_capaian
        baris["predikat"] = str(kelas([baris["rata_rata_persen"]], skala, bersama.pembacaan_celah)[0])
    except MasukanSalah as salah:
        keadaan = "notebook_gagal" if _di_notebook(letak, salah) else "masukan_ditolak"
        return Terkumpul({"keadaan": keadaan, "sebab": _sebab(salah)})
    except Exception as galat:
        return Terkumpul({"keadaan": "gagal_dihitung", "sebab": f"{type(galat).__name__}: {galat}"})
    baris["kebijakan_sendiri"] = beda_kebijakan(_berdokumen(bahan, bahan.params), _berdokumen(bahan, bersama))
    baris["rumus_sendiri"] = PEMISAH.join(
        f"{k}: {'; '.join(r.sebutan_bersumber for r in lepas)}" for k in KEBIJAKAN if (lepas := diganti(k, bahan.ganti))
    )
    return Terkumpul(baris, bahan.ledger.frame, bahan.frames["pemeriksaan"])


def kenali(letak: Tempat) -> dict[str, str]:
    """Return the agency's name, kind and government, and whether it is invented.

    A year that tells nothing of its agency is told of by the latest one that does.
    """
    profil = words.instansi(letak.data / "tidak-ada", letak.instansi)
    for tahun in (letak.data, *_tahun_lain(letak)):
        try:
            milik = words.instansi(tahun, letak.instansi)
        except MasukanSalah:
            continue
        if milik != profil:
            profil = milik
            break
    kelompok = profil.kelompok or profil.nama.split()[0]
    return {"nama": profil.nama, "kelompok": kelompok, "pemerintah": profil.pemerintah, "rekaan": profil.rekaan}


def _tahun_lain(letak: Tempat) -> list[Path]:
    semua = letak.data.parent.iterdir() if letak.data.parent.is_dir() else ()
    return sorted((p for p in semua if re.fullmatch(r"20\d\d", p.name) and p != letak.data), reverse=True)


def terbitan(letak: Tempat, masukan: dict[str, str]) -> dict[str, str]:
    """Return the edition of the report in `outputs/`, and whether its inputs have changed since."""
    try:
        catatan = json.loads((letak.keluaran / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"edisi": "", "usang": ""}
    return {"edisi": str(catatan.get("edisi", "")), "usang": "tidak" if catatan.get("masukan") == masukan else "ya"}


def beda_kebijakan(sendiri: Params, bersama: Params) -> str:
    """Say where an agency's own policy differs from the common one; empty when it does not.

    >>> beda_kebijakan(Params(dokumen_target="lkip", batas="tanpa"), Params())
    'dokumen target lkip; batas tanpa'
    >>> beda_kebijakan(Params(rata_rata="sasaran"), Params())
    'rata-rata menurut sasaran'
    """
    beda = [k for k in KEBIJAKAN if getattr(sendiri, k) != getattr(bersama, k)]
    nama = {k: _SEBUTAN.get(k, k.replace("_", " ")) for k in beda}
    return "; ".join(f"{nama[k]} {sebut_pilihan(k, getattr(sendiri, k))}" for k in beda)


def sebut_pilihan(kunci: str, nilai: object) -> str:
    """Write a choice of the policy as a reader sees it."""
    if nilai is None:
        return _TANPA_PILIHAN.get(kunci, "tidak dipilih")
    return f"{nilai:g}".replace(".", ",") if isinstance(nilai, float) else str(nilai)


def _ada_masukan(letak: Tempat) -> bool:
    return letak.data.is_dir() and any(p.suffix in (".csv", ".xlsx") for p in letak.data.rglob("*"))


def _menurut(bahan: Bahan, bersama: Params) -> tuple[Frames, Kebijakan]:
    """Measure the same inputs under another policy; the agency's own choices between its figures stay."""
    params = bahan.params.model_copy(update={k: getattr(bersama, k) for k in KEBIJAKAN})
    if params == bahan.params:
        ringkasan = bahan.frames["ringkasan"]
        sendiri = {"ringkasan": ringkasan[ringkasan["dipakai"] == "ya"].reset_index(drop=True)}
        return {**bahan.frames, **sendiri}, bahan.kebijakan
    kebijakan = replace(bahan, params=params).kebijakan
    return Andaian(bahan).ukur(params, kebijakan), kebijakan


def _berdokumen(bahan: Bahan, kebijakan: Params) -> Params:
    """Name the budget document that a policy comes to here, so that the same one is no difference."""
    dokumen = dokumen_anggaran(bahan.ketik("anggaran"), kebijakan.dokumen_anggaran)
    return kebijakan.model_copy(update={"dokumen_anggaran": dokumen})


def _angka(frames: Frames, kebijakan: Kebijakan, sendiri: pd.DataFrame) -> dict[str, Any]:
    """Return what one year comes to; efficient is a sasaran whose own report (`sendiri`) may not withhold the label."""
    terbaik = kebijakan.efisiensi.terbaik
    boleh = sendiri.loc[sendiri["sebutan"].eq(sendiri["tingkat_efisiensi"]), "sasaran"]
    indikator, efisiensi, ringkas = frames["indikator"], frames["efisiensi"], frames["ringkasan"].iloc[0]
    return {
        "rata_rata_persen": ringkas["rata_rata_persen"],
        "n_indikator": int(ringkas["n_indikator"]),
        "n_terhitung": int(ringkas["n_terhitung"]),
        "n_tercapai": int(indikator["tercapai"].eq("ya").sum()),
        **_uang(frames["anggaran"]),
        "n_sasaran": len(efisiensi),
        "n_efisien": int((efisiensi["tingkat_efisiensi"].eq(terbaik) & efisiensi["sasaran"].isin(boleh)).sum()),
    }


def _sendiri(bahan: Bahan) -> dict[str, Any]:
    ringkas = _dipakai(bahan)
    return {
        "rata_rata_sendiri_persen": ringkas["rata_rata_persen"],
        "predikat_sendiri": ringkas["predikat"],
        "serapan_sendiri_persen": _uang(bahan.frames["anggaran"])["serapan_persen"],
    }


def _dipakai(bahan: Bahan) -> pd.Series:
    ringkasan = bahan.frames["ringkasan"]
    return ringkasan[ringkasan["dipakai"] == "ya"].iloc[0]


def _uang(pohon: pd.DataFrame) -> dict[str, Any]:
    """Return the agency's whole budget; one without any has none."""
    akar = pohon[pohon["induk"] == ""]
    pagu, realisasi = (akar[k].astype("float64").sum(min_count=1) for k in ("pagu_rp", "realisasi_rp"))
    return {"pagu_rp": pagu, "realisasi_rp": realisasi, "serapan_persen": float(serapan(pagu, realisasi))}


def _catatan(bahan: Bahan) -> dict[str, int]:
    semua = bahan.frames["pemeriksaan"]
    dijelaskan = int((semua["status"] == DIJELASKAN).sum())
    return terbuka(semua) | {"dijelaskan": dijelaskan, "pekerjaan": pekerjaan(semua)[0]}


def _di_notebook(letak: Tempat, salah: MasukanSalah) -> bool:
    """Tell whether a cell that somebody changed stopped, so that the inputs are not to blame."""
    berkas = folder(letak.akar) / salah.masalah[0].berkas.partition(" sel ")[0]
    return berkas.suffix == ".ipynb" and berkas.exists() and not dari_pustaka(berkas)


def _sebab(salah: MasukanSalah) -> str:
    lain = len(salah.masalah) - _DISEBUT
    sebut = [str(m) for m in salah.masalah[:_DISEBUT]]
    return " ".join([*sebut, *([f"Dan {lain} masalah lain."] if lain > 0 else [])])
