"""Proved repairs, ready to paste after a look: as a block for `koreksi.yml`, or a row of the sheet `jawaban`."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from lkip_lib.checks.registry import DITARIK
from lkip_lib.frames import catatan
from lkip_lib.inputs.answers import JAWABAN
from lkip_lib.inputs.origin import Asal, nama_kolom
from lkip_lib.inputs.tables import TABLES

Isian = Mapping[str, str | Mapping[str, str]]


def usul_koreksi(pemeriksaan: pd.DataFrame, tabel: dict[str, pd.DataFrame], asal: Mapping[str, Asal]) -> str:
    """Write the proved repairs of input figures as YAML. Empty when none.

    `tabel` are the typed tables by name, `asal` the sheets that some stand in. A printed derived cell is not corrected:
    it is evidence, and the report never takes a figure from it.
    """
    kunci = ["berkas", "baris", "kolom"]
    terbukti = pemeriksaan[(pemeriksaan["seharusnya"] != "") & ~pemeriksaan["tabel"].str.startswith("tercetak/")]
    semua = [_isian(b, tabel[b["tabel"]], asal) for b in catatan(terbukti.drop_duplicates(kunci))]
    return blok_koreksi(*semua) if semua else ""


def usul(b: Mapping[str, object], frame: pd.DataFrame, asal: Mapping[str, Asal]) -> Isian:
    """Fill in the proved repair of one note; empty where none is proved, or the note is about no input figure."""
    terbukti = bool(b["seharusnya"]) and str(b["tabel"]) in TABLES and not str(b["tabel"]).startswith("tercetak/")
    if not terbukti or not (frame["_baris"] == b["baris"]).any():
        return {}
    return _isian(b, frame, asal)


def _isian(b: Mapping[str, object], frame: pd.DataFrame, asal: Mapping[str, Asal]) -> Isian:
    tabel = TABLES[str(b["tabel"])]
    baris = catatan(frame[frame["_baris"] == b["baris"]])[0]
    return {
        "berkas": f"{b['tabel']}.csv",
        "kunci": {k: str(baris[k]) for k in tabel.kunci},
        "kolom": nama_kolom(asal, str(b["tabel"]), str(b["kolom"])),
        "expect": str(b["tercetak"]),
        "become": "" if b["seharusnya"] == DITARIK else str(b["seharusnya"]),
        "reason": "Angka tercetak terbukti salah oleh angka lain di sekitarnya.",
        "evidence": str(b["penjelasan"]),
    }


def blok_koreksi(*semua: Isian) -> str:
    """Write corrections as the block that `koreksi.yml` holds.

    >>> print(blok_koreksi({"berkas": "anggaran.csv", "kunci": {"kode": "A"}, "expect": "1.00"}))
    koreksi:
      - berkas: anggaran.csv
        kunci: {kode: "A"}
        expect: "1.00"
    """
    return "\n".join(
        ["koreksi:", *("  - " + "\n    ".join(f"{k}: {_tulis(k, v)}" for k, v in i.items()) for i in semua)]
    )


def baris_jawaban(isi: Isian) -> str:
    """Write an answer as a row of the sheet `jawaban`: pasted into its first free row, each part falls into its cell.

    >>> baris_jawaban({"jenis": "koreksi", "berkas": "anggaran.csv", "kunci": {"kode": "A", "dokumen": "lkip"}})
    'koreksi\\t\\tanggaran\\tkode=A; dokumen=lkip'
    """
    sel = {k: v if isinstance(v, str) else "; ".join(f"{n}={x}" for n, x in v.items()) for k, v in isi.items()}
    sel["berkas"] = sel.get("berkas", "").removesuffix(".csv")
    return "\t".join(" ".join(sel.get(c.name, "").split()) for c in JAWABAN.columns).rstrip("\t")


def _tulis(kunci: str, isi: str | Mapping[str, str]) -> str:
    if not isinstance(isi, str):
        return f"{{{', '.join(f'{k}: {_kutip(v)}' for k, v in isi.items())}}}"
    return isi if kunci in ("berkas", "kolom") else _kutip(isi)


def _kutip(isi: str) -> str:
    """Quote as JSON does, which YAML reads."""
    return json.dumps(isi, ensure_ascii=False)
