"""Directions, kinds of target, states and formulas of capaian are compared in their one place only."""

import ast
import re
from pathlib import Path

import pytest

import lkip_lib
from lkip_lib.rumus import capaian
from lkip_lib.rumus.jenis import ARAH, JENIS
from lkip_lib.rumus.nilai import KEADAAN

AKAR = Path(lkip_lib.__file__).parent
RUMUS = tuple(
    r.nama
    for r in (
        capaian.capaian_perubahan,
        capaian.capaian_perubahan_ditahan,
        capaian.capaian_rentang,
        capaian.capaian_ordinal,
    )
)
KATA = frozenset((*ARAH, *JENIS, *KEADAAN, *RUMUS))
# As keys of a mapping only those that are no names of columns too.
KUNCI = frozenset((*ARAH, "perubahan", "ordinal", *RUMUS))
PEMILIK = "rumus/jenis.py"

_SIMPUL = "macam simpul pohon rumus: sebuah bilangan"
_KOLOM = "macam kolom sebuah tabel: yang berisi angka"
_KLAIM = "macam pernyataan dalam kalimat laporan"
_GERAK = "kata yang ditulis kalimat laporan, bukan arah indikator"

# Words that only look the same.
SENAMA = {
    ("checks/klaim/klaim.py", "angka"): _KLAIM,
    ("checks/keluarga/narasi_lengkap.py", "angka"): _KLAIM,
    ("langkah/sebutan.py", "angka"): _KLAIM,
    ("checks/keluarga/narasi_arah.py", "naik"): _GERAK,
    ("checks/keluarga/narasi_arah.py", "turun"): _GERAK,
    ("inputs/tables/printed.py", "naik"): _GERAK,
    ("inputs/tables/printed.py", "turun"): _GERAK,
    ("rekap/workbook.py", "tingkat"): "kolom tingkat keparahan catatan",
    ("impor/proposal_codes.py", "turun"): "isi sel di atas berlaku untuk baris di bawahnya",
    ("impor/proposal_performance.py", "turun"): "isi sel di atas berlaku untuk baris di bawahnya",
    ("impor/cells.py", "angka"): _KOLOM,
    ("impor/period.py", "angka"): _KOLOM,
    ("impor/reading.py", "angka"): _KOLOM,
    ("impor/rows.py", "angka"): _KOLOM,
    ("inputs/cell_kinds.py", "angka"): _KOLOM,
    ("inputs/headings.py", "angka"): _KOLOM,
    ("inputs/sheet.py", "angka"): _KOLOM,
    ("inputs/tables/declaration.py", "angka"): _KOLOM,
    ("inputs/template.py", "angka"): _KOLOM,
    ("ledger/keluaran.py", "angka"): _KOLOM,
    ("inputs/typed.py", "tingkat"): "satuan unsur layanan",
    ("publish/workbook/figures.py", "angka"): _SIMPUL,
    ("publish/paper.py", "angka"): "kelas tombol pada halaman",
    ("rumus/excel.py", "angka"): _SIMPUL,
    ("rumus/nilai.py", "angka"): _SIMPUL,
    ("rumus/tulis.py", "angka"): _SIMPUL,
    ("rumus/ungkapan.py", "angka"): _SIMPUL,
}


def _teks(*simpul):
    return {
        k.value for s in simpul if s for k in ast.walk(s) if isinstance(k, ast.Constant) and isinstance(k.value, str)
    }


def _sendiri(s):
    """Return the words that stand in a side of a comparison itself, alone or in a row of them; not in a call or key."""
    if isinstance(s, ast.Constant):
        return _teks(s)
    if isinstance(s, ast.Tuple | ast.List | ast.Set):
        return {t for e in s.elts for t in _sendiri(e)}
    return set()


def dibandingkan(kode):
    """Yield line and word wherever a program decides by one of the words."""
    for s in ast.walk(ast.parse(kode)):
        kata, milik = set(), KATA
        if isinstance(s, ast.Compare):
            kata = {t for sisi in (s.left, *s.comparators) for t in _sendiri(sisi)}
        elif isinstance(s, ast.MatchValue):
            kata = _teks(s.value)
        elif isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute):
            if s.func.attr in ("eq", "ne", "isin", "startswith", "endswith", "__eq__"):
                kata = {t for a in s.args for t in _sendiri(a)}
        elif isinstance(s, ast.Dict):
            kata, milik = _teks(*s.keys), KUNCI
        for k in sorted(kata & milik):
            yield s.lineno, k


def modul():
    for path in sorted(AKAR.rglob("*.py")):
        nama = path.relative_to(AKAR).as_posix()
        if nama != PEMILIK:
            yield nama, path.read_text(encoding="utf-8")


def test_hanya_pemiliknya_membandingkan():
    luar = [f"{n}:{b}: {k}" for n, isi in modul() for b, k in dibandingkan(isi) if (n, k) not in SENAMA]
    assert not luar, "Tanyakan kepada lkip_lib.rumus.jenis, atau pakai tetapan ledger: " + ", ".join(luar)


def test_senama_masih_ada():
    ada = {(n, k) for n, isi in modul() for _, k in dibandingkan(isi)}
    assert sorted(SENAMA.keys() - ada) == []


@pytest.mark.parametrize(
    "kode",
    [
        'b["arah"] == "turun"',
        'jenis in ("rentang", "x")',
        'kartu["jenis"].isin(["ordinal"])',
        'frame["status"].eq("belum_diisi")',
        'b["rumus"].startswith("capaian_perubahan")',
        '{"naik": 1, "turun": -1}[arah]',
        'match jenis:\n    case "batas" | "rentang":\n        pass',
    ],
)
def test_yang_membandingkan_terlihat(kode):
    assert list(dibandingkan(kode))


def test_templat_bertanya():
    kata = "|".join(sorted(KATA, key=len, reverse=True))
    banding = re.compile(
        rf"""(?:==|!=)\s*["'](?:{kata})["']|["'](?:{kata})["']\s*(?:==|!=)"""
        rf"""|\bin\s*[(\[][^)\]]*["'](?:{kata})["']|(?:equalto|eq|ne|in)["'],\s*["'](?:{kata})["']"""
        rf"""|startswith\(["'](?:{kata})"""
    )
    assert banding.search('{% if b.arah == "turun" %}')
    assert banding.search('selectattr("s", "equalto", "angka")')
    for path in sorted(AKAR.rglob("*.j2")):
        luar = [m[0] for m in banding.finditer(path.read_text(encoding="utf-8"))]
        assert not luar, f"{path.relative_to(AKAR)}: {luar}"
