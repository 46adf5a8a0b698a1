"""Read YAML strictly: a model decides what may stand in it, and an error names the line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from lkip_lib.errors import Masalah, MasukanSalah, terdekat

M = TypeVar("M", bound=BaseModel)


def muat(path: Path, nama: str) -> Any:
    """Load one YAML file; an empty file is an empty mapping. Raises MasukanSalah when it cannot be read."""
    try:
        teks = path.read_text(encoding="utf-8-sig")
        return yaml.safe_load(teks) or {}
    except UnicodeDecodeError as salah:
        raise MasukanSalah(
            Masalah("Berkas tidak tersimpan sebagai UTF-8.", "Simpan ulang sebagai UTF-8.", nama)
        ) from salah
    except yaml.YAMLError as salah:
        tanda = getattr(salah, "problem_mark", None)
        raise MasukanSalah(
            Masalah(
                "Susunan YAML tidak terbaca.",
                "Periksa titik dua, tanda kutip, dan lekuk (spasi di awal baris).",
                nama,
                tanda.line + 1 if tanda else None,
            )
        ) from salah


def baris_kunci(path: Path, jejak: Sequence[str | int]) -> int | None:
    """Return the line on which the value at a path of keys starts, as far as the path exists."""
    simpul = yaml.compose(path.read_text(encoding="utf-8-sig"))
    baris = simpul.start_mark.line + 1 if simpul else None
    for langkah in jejak:
        if isinstance(simpul, yaml.MappingNode):
            cocok = [(k, v) for k, v in simpul.value if k.value == str(langkah)]
            if not cocok:
                break
            kunci, simpul = cocok[0]
            baris = kunci.start_mark.line + 1
        elif isinstance(simpul, yaml.SequenceNode) and isinstance(langkah, int):
            simpul = simpul.value[langkah]
            baris = simpul.start_mark.line + 1
        else:
            break
    return baris


def cocokkan(model: type[M], isi: Any, path: Path, nama: str, *, awal: Sequence[str | int] = ()) -> M:
    """Validate loaded YAML against a pydantic model.

    `awal` is the path of keys inside the file that `isi` was taken from. Raises MasukanSalah with one problem
    an error, its line, and the nearest valid key or choice.
    """
    try:
        return model.model_validate(isi)
    except ValidationError as salah:
        raise MasukanSalah([_jelaskan(model, g, path, nama, awal) for g in salah.errors()]) from salah


def _jelaskan(model: type[BaseModel], galat: Any, path: Path, nama: str, awal: Sequence[str | int]) -> Masalah:
    jejak = [*awal, *galat["loc"]]
    baris = baris_kunci(path, jejak) if path.exists() else None
    kunci = ".".join(str(b) for b in galat["loc"])
    match galat["type"]:
        case "extra_forbidden":
            return Masalah(
                f'Kunci "{kunci}" tidak dikenal.', terdekat(str(galat["loc"][-1]), model.model_fields), nama, baris
            )
        case "missing":
            return Masalah(f'Kunci "{kunci}" belum diisi.', "Tambahkan kunci itu.", nama, baris)
        case "literal_error":
            pilihan = [p.strip(" '\"") for p in galat["ctx"]["expected"].replace(" or ", ", ").split(", ")]
            return Masalah(
                f'{kunci}: "{galat["input"]}" bukan pilihan.', terdekat(str(galat["input"]), pilihan), nama, baris
            )
        case "value_error":
            return Masalah(f"{kunci}: {galat['ctx']['error']}", "", nama, baris)
        case jenis:
            bentuk = {"float": "angka", "int": "bilangan bulat", "date": "tanggal (2025-02-28)", "bool": "ya/tidak"}
            harapan = next((v for k, v in bentuk.items() if jenis.startswith(k)), "isi yang lain bentuknya")
            return Masalah(f'{kunci}: "{galat["input"]}" tidak dapat dipakai.', f"Tulis {harapan}.", nama, baris)
