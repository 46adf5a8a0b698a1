"""Write the parameters of a new year: every choice explained, its default in a comment, ready to be changed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lkip_lib.params import BERNAMA, Params
from lkip_lib.policies import bawaan as bawaan_kebijakan

_LEBAR = 116
_MENURUT_INDIKATOR = ("skala_nilai", "pilihan_realisasi")
_KEPALA = """\
# Pilihan laporan {instansi} tahun {tahun}. Yang tertulis di belakang pagar adalah bawaannya dan sudah berlaku.
# Untuk memilih lain, hapus pagar di depan kuncinya lalu ubah isinya. Keterangan lengkap: docs/params.md.
"""


def kerangka(instansi: str, tahun: int) -> str:
    """Return the parameters file of a new year; read as it is, it chooses the defaults."""
    bagian = [_satu(nama, f) for nama, f in Params.model_fields.items()]
    return "\n".join([_KEPALA.format(instansi=instansi, tahun=tahun), *bagian])


def teruskan(isi: str, dari: int, tahun: int, kode: Sequence[str]) -> str:
    """Return last year's parameters for a new year: every choice as it was, the date of the report taken out.

    So is what was chosen for an indicator that is not among the codes of the new year.
    """
    baris, tersusun = isi.splitlines(), yaml.safe_load(isi) or {}
    for nama, kunci, nilai in reversed(_blok(isi)):
        semua = tersusun[nama] or {}
        if nama == "tanggal_laporan":
            baris[kunci:nilai] = ["# tanggal_laporan:   # isi tanggal laporan tahun ini"]
        elif nama in _MENURUT_INDIKATOR and (hilang := sorted(set(_indikator(semua)) - set(kode))):
            sisa = {k: v for k, v in semua.items() if k not in hilang} if isinstance(semua, dict) else [
                b for b in semua if b["indikator"] not in hilang
            ]  # fmt: skip
            tulis = yaml.safe_dump({nama: sisa}, allow_unicode=True, sort_keys=False, width=_LEBAR).splitlines()
            keterangan = f"# {nama} tanpa {', '.join(hilang)}: tidak berlaku lagi tahun {tahun}."
            baris[kunci:nilai] = [keterangan, *(tulis if sisa else [])]
    return f"# Diteruskan dari tahun {dari} ke {tahun}; periksa setiap pilihan.\n" + "\n".join(baris) + "\n"


def _blok(isi: str) -> list[tuple[str, int, int]]:
    """List the keys of a file with the lines they take (from 0), without the comments that follow."""
    simpul = yaml.compose(isi, yaml.SafeLoader)
    baris, hasil = isi.splitlines(), []
    for kunci, nilai in simpul.value if isinstance(simpul, yaml.MappingNode) else ():
        akhir = nilai.end_mark.line + (nilai.end_mark.column > 0)
        while akhir - 1 > kunci.start_mark.line and re.fullmatch(r"\s*(#.*)?", baris[akhir - 1]):
            akhir -= 1
        hasil.append((kunci.value, kunci.start_mark.line, max(akhir, kunci.start_mark.line + 1)))
    return hasil


def _indikator(semua: Any) -> list[str]:
    return list(semua) if isinstance(semua, dict) else [b["indikator"] for b in semua]


def _satu(nama: str, f: FieldInfo) -> str:
    pilihan = tuple(bawaan_kebijakan().pilihan(nama)) if nama in BERNAMA else _pilihan(f.annotation)
    arti = f"{(f.description or '').rstrip('.')}." + (f" Pilihan: {', '.join(pilihan)}." if pilihan else "")
    penjelasan = textwrap.fill(arti, _LEBAR, initial_indent="# ", subsequent_indent="# ")
    bawaan = f.get_default(call_default_factory=True)
    if isinstance(bawaan, BaseModel):  # on one line, so that one sign before it opens it whole
        sebaris = yaml.safe_dump(bawaan.model_dump(), sort_keys=False, default_flow_style=True, width=_LEBAR)
        return f"{penjelasan}\n# {nama}: {sebaris}"
    isi = {nama: list(bawaan) if isinstance(bawaan, tuple) else bawaan}
    teks = f"{nama}:" if bawaan is None else yaml.safe_dump(isi, allow_unicode=True).strip()
    return f"{penjelasan}\n" + textwrap.indent(teks, "# ") + "\n"


def _pilihan(jenis: Any) -> tuple[str, ...]:
    """Return the words of a Literal, also of one that may be left empty."""
    if get_origin(jenis) is Literal:
        return tuple(str(p) for p in get_args(jenis))
    return next((p for a in get_args(jenis) if (p := _pilihan(a))), ())
