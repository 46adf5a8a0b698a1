"""A tiny valid agency in a temporary folder: a test breaks one thing in it and reads what is said."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from lkip_lib import params
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.rangkaian import jalankan
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import Tempat, tempat

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


def run(bahan: Bahan) -> Bahan:
    for notebook in ("01_ingesti", "02_capaian", "03_efisiensi"):
        bahan = bahan.dengan(jalankan(notebook, bahan))
    return bahan


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

    def run(self) -> Bahan:
        place = self.tempat
        return run(Bahan(place, params.baca(place)))

    def refusals(self) -> list[Masalah]:
        with pytest.raises(MasukanSalah) as refused:
            self.run()
        return refused.value.masalah

    def refusal(self) -> Masalah:
        (only,) = self.refusals()
        return only
