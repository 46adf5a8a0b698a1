"""Write the parameters of a new year: every choice explained, its default in a comment, ready to be changed."""

from __future__ import annotations

import textwrap
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from lkip_lib.params import BERNAMA, Params
from lkip_lib.policies import bawaan as bawaan_kebijakan

_LEBAR = 116
_KEPALA = """\
# Pilihan laporan {instansi} tahun {tahun}. Yang tertulis di belakang pagar adalah bawaannya dan sudah berlaku.
# Untuk memilih lain, hapus pagar di depan kuncinya lalu ubah isinya. Keterangan lengkap: docs/params.md.
"""


def kerangka(instansi: str, tahun: int) -> str:
    """Return the parameters file of a new year; read as it is, it chooses the defaults."""
    bagian = [_satu(nama, f) for nama, f in Params.model_fields.items()]
    return "\n".join([_KEPALA.format(instansi=instansi, tahun=tahun), *bagian])


def teruskan(isi: str, dari: int, tahun: int) -> str:
    """Return last year's parameters for a new year: every choice as it was, the date of the report taken out."""
    kepala = f"# Diteruskan dari tahun {dari} ke {tahun}; periksa setiap pilihan.\n"
    baris = [
        "# tanggal_laporan:   # isi tanggal laporan tahun ini" if b.startswith("tanggal_laporan:") else b
        for b in isi.splitlines()
    ]
    return kepala + "\n".join(baris) + "\n"


def _satu(nama: str, f: FieldInfo) -> str:
    pilihan = tuple(bawaan_kebijakan().pilihan(nama)) if nama in BERNAMA else _pilihan(f.annotation)
    arti = f"{(f.description or '').rstrip('.')}." + (f" Pilihan: {', '.join(pilihan)}." if pilihan else "")
    penjelasan = textwrap.fill(arti, _LEBAR, initial_indent="# ", subsequent_indent="# ")
    bawaan = f.get_default(call_default_factory=True)
    isi = {nama: list(bawaan) if isinstance(bawaan, tuple) else bawaan}
    teks = f"{nama}:" if bawaan is None else yaml.safe_dump(isi, allow_unicode=True).strip()
    return f"{penjelasan}\n" + textwrap.indent(teks, "# ") + "\n"


def _pilihan(jenis: Any) -> tuple[str, ...]:
    """Return the words of a Literal, also of one that may be left empty."""
    if get_origin(jenis) is Literal:
        return tuple(str(p) for p in get_args(jenis))
    return next((p for a in get_args(jenis) if (p := _pilihan(a))), ())
