"""A tiny valid agency in a temporary folder: a test breaks one thing in it and reads what is said."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lkip_lib import params
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.hasil import Hasil
from lkip_lib.buku.rangkaian import jalankan
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import Tempat, tempat

AKAR = Path(__file__).parents[1]
BERKAS = {
    "indikator.csv": """\
kode,sasaran,nama,satuan,arah
AKIP,S1,Nilai AKIP,Nilai,naik
TPT,S2,Tingkat Pengangguran Terbuka,Persen,turun
""",
    "target.csv": """\
indikator,tahun,dokumen,target
AKIP,2024,pk,65
TPT,2024,pk,"8,55"
""",
    "realisasi.csv": """\
indikator,tahun,realisasi
AKIP,2024,"64,17"
TPT,2024,"7,82"
""",
    "anggaran.csv": """\
kode,induk,tingkat,sasaran,dokumen,pagu,realisasi
0,,instansi,,dpa,100.000.000,80.000.000
A,0,program,S1,dpa,60.000.000,50.000.000
B,0,program,S2,dpa,40.000.000,30.000.000
""",
    "analisis.yml": "",
}

TAHAP = ("01_ingesti", "02_capaian", "03_efisiensi")
ANGGARAN = ("anggaran.csv", "belanja.csv", "kas.csv", "pendukung.csv")  # what capaian is not made of
_KNOWN = 64
_done: dict[tuple[str, ...], Hasil] = {}


def run(bahan: Bahan) -> Bahan:
    for notebook in TAHAP:
        bahan = bahan.dengan(jalankan(notebook, bahan))
    return bahan


def once(notebook: str, bahan: Bahan) -> Hasil:
    """Run a notebook, unless it was run a while ago on just what it reads now."""
    place = bahan.tempat
    known = notebook, place.instansi, str(place.tahun), str(place.triwulan), *_read(notebook, place)
    if known not in _done:
        if len(_done) >= _KNOWN:
            del _done[next(iter(_done))]
        _done[known] = jalankan(notebook, bahan)
    return _done[known]


def _read(notebook: str, place: Tempat) -> Iterator[str]:
    """Yield what a notebook reads: after the first, of the printed figures only each realisasi."""
    paths = (p for part in ("data", "params", "notebooks") for p in (place.akar / part).rglob("*.*"))
    for path in sorted(p for p in paths if p.is_symlink() or not p.is_dir()):
        # A link is refused whatever it leads to, and of a pipe one would wait for ever.
        plain = path.is_file() and not path.is_symlink()
        content = path.read_bytes() if plain else str(path.lstat().st_mode).encode()
        if notebook in TAHAP[1:] and path.parent.name == "tercetak":
            content = b"".join(row for row in content.splitlines() if b"realisasi" in row)
        if not (notebook == "02_capaian" and path.parent == place.data_tahun and path.name in ANGGARAN):
            yield f"{path.relative_to(place.akar)} {hashlib.sha256(content).hexdigest()}"


@dataclass(frozen=True)
class Agency:
    """Hold a project folder with one agency, `dinas-kecil`, and one year, 2024."""

    akar: Path

    @property
    def tempat(self) -> Tempat:
        return tempat("dinas-kecil", 2024, di=self.akar)

    def write(self, name: str, content: str | bytes) -> None:
        path = self.akar / "data" / "dinas-kecil" / "2024" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.tempat.data / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write(name, text.replace(old, new))

    def append(self, name: str, rows: str) -> None:
        self.write(name, (self.tempat.data / name).read_text(encoding="utf-8") + rows)

    def params(self, content: str) -> None:
        self.tempat.params.write_text(content, encoding="utf-8")

    def kebijakan(self, content: str) -> None:
        self.tempat.kebijakan[1].write_text(content, encoding="utf-8")

    def run(self, last: str = TAHAP[-1]) -> Bahan:
        """Run it up to a notebook, what is known already not again."""
        place = self.tempat
        bahan = Bahan(place, params.baca(place))
        for notebook in TAHAP[: TAHAP.index(last) + 1]:
            bahan = bahan.dengan(once(notebook, bahan))
        return bahan

    def refusals(self) -> list[Masalah]:
        with pytest.raises(MasukanSalah) as refused:
            self.run()
        return refused.value.masalah

    def refusal(self) -> Masalah:
        (only,) = self.refusals()
        return only
