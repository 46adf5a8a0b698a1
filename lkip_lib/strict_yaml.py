"""Read YAML strictly: a model decides what may stand in it, and an error names the line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.texts import KENDALI, baca_teks

M = TypeVar("M", bound=BaseModel)


class Ketat(BaseModel):
    """Be what every model of a YAML file is: no key but its own, no number that is none, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


def muat(path: Path, nama: str, contoh: str = "kunci") -> Any:
    """Load one YAML file; an empty file is an empty mapping. `contoh` names a key that it may hold.

    Raises MasukanSalah when it cannot be read.
    """
    teks = baca_teks(path, nama, terbesar=_TERBESAR)
    if ada := KENDALI.search(teks):
        raise MasukanSalah(Masalah(*_BERKENDALI, nama, teks.count("\n", 0, ada.start()) + 1))
    try:
        _periksa_susunan(teks)
        isi = yaml.load(teks, _Pemuat) or {}
    except yaml.YAMLError as salah:
        pesan = salah.pesan if isinstance(salah, _Ditolak) else _TAK_TERBACA
        tanda = getattr(salah, "problem_mark", None)
        raise MasukanSalah(Masalah(*pesan, nama, tanda.line + 1 if tanda else None)) from salah
    if not isinstance(isi, dict):
        raise MasukanSalah(
            Masalah("Berkas ini tidak berisi kunci dan isinya.", f"Awali dengan kunci, misalnya {contoh}:", nama, 1)
        )
    return isi


_TAK_TERBACA = ("Susunan YAML tidak terbaca.", "Periksa titik dua, tanda kutip, dan lekuk (spasi di awal baris).")
_MENGULANG = ("Tanda * berdiri dalam isi yang bertanda &.", "Tulis isinya lengkap di setiap tempatnya, tanpa & dan *.")
_TERDALAM = 100  # lists and mappings in each other
_TERBESAR = 2_000_000  # bytes: fifty times what an agency writes
TERBANYAK = 100  # problems of one file that are told: each is looked up in it
_JENIS = {"int": "bilangan bulat", "float": "angka", "bool": "true atau false"}
_DISEBUT = 40  # letters of a value that a message repeats
_BERKENDALI = ("Baris ini memuat karakter kendali.", "Ketik ulang isinya.")


class _Ditolak(yaml.MarkedYAMLError):
    """Refuse a node that YAML allows, with what is wrong and how to mend it."""

    def __init__(self, simpul: yaml.Node | yaml.Event, temuan: str, perbaikan: str) -> None:
        super().__init__(problem_mark=cast("yaml.Mark | None", simpul.start_mark))
        self.pesan = (temuan, perbaikan)


_Dasar: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, where PyYAML was built with it


class _Pemuat(_Dasar):  # type: ignore[misc]
    """Load as YAML's safe loader does, but refuse at its place what is no value.

    That is an escaped control character, a key that stands twice (the second would silently win), and what cannot be
    made of its type: there YAML's own constructors raise what any program might.
    """

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as salah:
            raise _Ditolak(node, *_bukan_nilai(node)) from salah

    def construct_scalar(self, node: yaml.ScalarNode) -> Any:
        if isinstance(node, yaml.ScalarNode) and KENDALI.search(node.value):
            raise _Ditolak(node, *_BERKENDALI)
        return super().construct_scalar(node)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        dilihat: set[str] = set()
        for kunci, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if not isinstance(kunci, yaml.ScalarNode):
                raise _Ditolak(kunci, *_TAK_TERBACA)
            if kunci.value in dilihat:
                raise _Ditolak(kunci, f'Kunci "{kunci.value}" dobel.', "Sisakan satu.")
            dilihat.add(kunci.value)
        isi: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return isi


def _periksa_susunan(teks: str) -> None:
    """Refuse what holds itself, or multiplies what it refers to, and what is nested endlessly.

    What is nested too deep ends the process in YAML's own parts, so it is looked for before anything is built.
    """
    bertanda: list[bool] = []  # of each list or mapping that is open here: whether others may refer to it
    for kejadian in yaml.parse(teks, _Dasar):
        if isinstance(kejadian, yaml.CollectionStartEvent):
            bertanda.append(kejadian.anchor is not None)
            if len(bertanda) > _TERDALAM:
                raise _Ditolak(kejadian, *_TAK_TERBACA)
        elif isinstance(kejadian, yaml.CollectionEndEvent):
            bertanda.pop()
        elif isinstance(kejadian, yaml.AliasEvent) and any(bertanda):
            raise _Ditolak(kejadian, *_MENGULANG)


def _bukan_nilai(simpul: yaml.Node) -> tuple[str, str]:
    """Say what a value was to be and cannot, and how to mend it."""
    if not isinstance(simpul, yaml.ScalarNode):
        return _TAK_TERBACA
    isi, jenis = simpul.value[:_DISEBUT], simpul.tag.rpartition(":")[2]
    if jenis == "timestamp":
        return f'"{isi}" bukan tanggal.', "Tulis tanggal yang ada, misalnya 2025-02-28; teks diapit tanda kutip."
    return (
        f'"{isi}" tidak terbaca sebagai {_JENIS.get(jenis, jenis)}.',
        "Perbaiki isinya; bila teks, apit dengan tanda kutip.",
    )


def baris_kunci(path: Path, jejak: Sequence[str | int]) -> int | None:
    """Return the line on which the value at a path of keys starts, as far as the path exists."""
    simpul = _simpul(path.read_text(encoding="utf-8-sig"))
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


@lru_cache(maxsize=4)
def _simpul(teks: str) -> Any:
    """Compose a file's nodes; many places are asked of one file, one after another."""
    return yaml.compose(teks, _Dasar)


def cocokkan(model: type[M], isi: Any, path: Path | None, nama: str, *, awal: Sequence[str | int] = ()) -> M:
    """Validate loaded YAML against a pydantic model.

    `awal` is the path of keys inside the file that `isi` was taken from; without `path` it was taken from none. Raises
    MasukanSalah with one problem an error, its line, and the nearest valid key or choice; of very many the first ones.
    """
    try:
        return model.model_validate(isi)
    except ValidationError as salah:
        raise MasukanSalah([_jelaskan(model, g, path, nama, awal) for g in salah.errors()[:TERBANYAK]]) from salah


# What each kind of pydantic error asks for, with the field's own limit; the longer names first.
_HARAPAN = (
    ("string_too_short", "sedikitnya {min_length} huruf"),
    ("string", 'teks; angka diapit tanda kutip, misalnya "64,17"'),
    ("too_short", "sedikitnya {min_length} butir"),
    ("tuple", "daftar, setiap butir diawali tanda -"),
    ("float", "angka"),
    ("finite_number", "angka"),
    ("less_than_equal", "angka paling besar {le:g}"),
    ("less_than", "angka di bawah {lt:g}"),
    ("greater_than_equal", "angka paling kecil {ge:g}"),
    ("greater_than", "angka di atas {gt:g}"),
    ("int", "bilangan bulat"),
    ("date", "tanggal, misalnya 2025-02-28"),
    ("bool", "true atau false"),
)


def _model_di(model: type[BaseModel], jejak: Sequence[str | int]) -> type[BaseModel]:
    """Find the nested model at a path of keys, to suggest its own keys and not the outermost ones."""
    for langkah in jejak:
        medan = model.model_fields.get(str(langkah))
        if medan is not None:
            model = _model_dalam(medan.annotation) or model
    return model


def _model_dalam(tipe: Any) -> type[BaseModel] | None:
    if isinstance(tipe, type) and issubclass(tipe, BaseModel):
        return tipe
    return next((m for a in get_args(tipe) if (m := _model_dalam(a))), None)


def _jelaskan(model: type[BaseModel], galat: Any, path: Path | None, nama: str, awal: Sequence[str | int]) -> Masalah:
    jejak = [*awal, *galat["loc"]]
    baris = baris_kunci(path, jejak) if path and path.exists() else None
    kunci = ".".join(str(b) for b in galat["loc"] or jejak)
    match galat["type"]:
        case "extra_forbidden":
            sah = _model_di(model, galat["loc"][:-1]).model_fields
            return Masalah(f'Kunci "{kunci}" tidak dikenal.', terdekat(str(galat["loc"][-1]), sah), nama, baris)
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
            harapan = next((v for k, v in _HARAPAN if jenis.startswith(k)), "kunci dan isinya")
            saran = f"Tulis {harapan.format(**galat.get('ctx', {}))}."
            return Masalah(f'{kunci}: "{galat["input"]}" tidak dapat dipakai.', saran, nama, baris)
