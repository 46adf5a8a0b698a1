"""Proved repairs as a block for `koreksi.yml`, ready to paste after a look."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from lkip_lib.checks.registry import DITARIK
from lkip_lib.frames import catatan
from lkip_lib.inputs.origin import Asal, nama_kolom
from lkip_lib.inputs.tables import TABLES


def usul_koreksi(pemeriksaan: pd.DataFrame, tabel: dict[str, pd.DataFrame], asal: Mapping[str, Asal]) -> str:
    """Write the proved repairs of input figures as YAML. Empty when none.

    `tabel` are the typed tables by name, `asal` the sheets that some stand in. A printed derived cell is not corrected:
    it is evidence, and the report never takes a figure from it.
    """
    kunci = ["berkas", "baris", "kolom"]
    terbukti = pemeriksaan[(pemeriksaan["seharusnya"] != "") & ~pemeriksaan["tabel"].str.startswith("tercetak/")]
    blok = [_blok(b, tabel[b["tabel"]], asal) for b in catatan(terbukti.drop_duplicates(kunci))]
    return "\n".join(["koreksi:", *blok]) if blok else ""


def blok_usul(b: Mapping[str, object], frame: pd.DataFrame, asal: Mapping[str, Asal]) -> str:
    """Write the proved repair of one note as YAML; empty where none is proved, or the note is about no input figure."""
    terbukti = bool(b["seharusnya"]) and str(b["tabel"]) in TABLES and not str(b["tabel"]).startswith("tercetak/")
    if not terbukti or not (frame["_baris"] == b["baris"]).any():
        return ""
    return "koreksi:\n" + _blok(b, frame, asal)


def _blok(b: Mapping[str, object], frame: pd.DataFrame, asal: Mapping[str, Asal]) -> str:
    tabel = TABLES[str(b["tabel"])]
    baris = catatan(frame[frame["_baris"] == b["baris"]])[0]
    kunci = ", ".join(f"{k}: {_kutip(baris[k])}" for k in tabel.kunci)
    return "\n".join(
        [
            f"  - berkas: {b['tabel']}.csv",
            f"    kunci: {{{kunci}}}",
            f"    kolom: {nama_kolom(asal, str(b['tabel']), str(b['kolom']))}",
            f"    expect: {_kutip(b['tercetak'])}",
            f"    become: {_kutip('' if b['seharusnya'] == DITARIK else b['seharusnya'])}",
            f"    reason: {_kutip('Angka tercetak terbukti salah oleh angka lain di sekitarnya.')}",
            f"    evidence: {_kutip(b['penjelasan'])}",
        ]
    )


def _kutip(isi: object) -> str:
    """Quote as JSON does, which YAML reads."""
    return json.dumps(str(isi), ensure_ascii=False)
