"""Where things are: the project's folders, and the names that may stand in a path."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from lkip_lib.errors import Masalah, MasukanSalah, terdekat

# Editions: for the analyst, for the reviewer, for signing and the public.
EDISI = ("kerja", "reviu", "terbit")
# What a government declares for all its agencies.
PEMDA = "params/_pemda.yml"
KEBIJAKAN_PEMDA = "params/_kebijakan.yml"
TRIWULAN = ("", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
_NAMA_INSTANSI = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMA_BERKAS = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
TERPANJANG = 60  # letters of a name that becomes a file's or a folder's
_NAMA_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)\d")  # no file or folder there may be called so


def akar() -> Path:
    """Return the project folder: `$LKIP_AKAR`, or the nearest folder above that holds `data` and `params`.

    Raises MasukanSalah when there is none.
    """
    sini = Path.cwd()
    tertulis = os.environ.get("LKIP_AKAR")
    for folder in [Path(tertulis)] if tertulis else [sini, *sini.parents]:
        if (folder / "data").is_dir() and (folder / "params").is_dir():
            return folder
    raise MasukanSalah(
        Masalah(
            "Folder proyek tidak ditemukan.",
            "Jalankan dari folder yang berisi data/ dan params/, atau isi variabel LKIP_AKAR dengan folder itu.",
        )
    )


def daftar_instansi(akar: Path) -> list[str]:
    """List the agencies of a project: the folders in `data/` that may be one."""
    return sorted(p.name for p in (akar / "data").iterdir() if _NAMA_INSTANSI.fullmatch(p.name) and p.is_dir())


@dataclass(frozen=True, slots=True)
class Tempat:
    """Name the folders of one agency and year, and for whom the report is made. A quarter has its own output folder."""

    akar: Path
    instansi: str
    tahun: int
    triwulan: int = 0
    edisi: str = EDISI[0]

    @property
    def label(self) -> str:
        """Return the name of the output folder: `2024`, or `2024-tw2` for a quarter."""
        return f"{self.tahun}-tw{self.triwulan}" if self.triwulan else str(self.tahun)

    @property
    def masa(self) -> str:
        """Return the period in words: `tahun 2024`, or `Triwulan II tahun 2024`."""
        return sebut_masa(self.tahun, self.triwulan)

    @property
    def data_tahun(self) -> Path:
        """Return the folder that the agency fills, whole."""
        return self.akar / "data" / self.instansi / str(self.tahun)

    @property
    def data(self) -> Path:
        """Return the folder that the run reads: the year's own, or for a quarter the part known by then."""
        return self.kerja / "masukan" if self.triwulan else self.data_tahun

    @property
    def params(self) -> Path:
        return self.akar / "params" / self.instansi / f"{self.tahun}.yml"

    @property
    def params_triwulan(self) -> Path | None:
        """Return the file of a quarter's own choices; None for a year."""
        return self.params.with_name(f"{self.label}.yml") if self.triwulan else None

    @property
    def params_pemda(self) -> Path:
        return self.akar / PEMDA

    @property
    def kebijakan(self) -> tuple[Path, Path]:
        """Return where policies may be added: for every agency, then for this one."""
        return self.akar / KEBIJAKAN_PEMDA, self.akar / "params" / self.instansi / "kebijakan.yml"

    @property
    def sistematika(self) -> Path:
        nama = "sistematika-triwulan.yml" if self.triwulan else "sistematika.yml"
        return self.akar / "params" / self.instansi / nama

    @property
    def keluaran(self) -> Path:
        return self.akar / "outputs" / self.instansi / self.label

    @property
    def kerja(self) -> Path:
        if tertulis := os.environ.get("LKIP_KERJA"):
            return Path(tertulis)
        return self.akar / "outputs" / ".kerja" / self.instansi / self.label


def periksa_tahun(tahun: int | str) -> None:
    """Refuse what is no year of a report. Raises MasukanSalah."""
    if not str(tahun).strip():
        raise MasukanSalah(Masalah("Tahun laporan belum disebut.", "Contoh: make report YEAR=2024."))
    if not re.fullmatch(r"20\d\d", str(tahun)):
        raise MasukanSalah(Masalah(f'Tahun "{tahun}" bukan tahun laporan.', "Tulis empat angka, misalnya YEAR=2024."))


def sebut_masa(tahun: int, triwulan: int = 0) -> str:
    """Name a period in words.

    >>> sebut_masa(2024), sebut_masa(2024, 2)
    ('tahun 2024', 'Triwulan II tahun 2024')
    """
    return f"{TRIWULAN[triwulan]} tahun {tahun}".strip()


def perintah(nama: str, instansi: str, tahun: int, triwulan: int = 0, *, format: str = "", edisi: str = "") -> str:
    """Write a command as one types it, with make and without.

    >>> perintah("check", "dinas-x", 2025, 2)
    'make check YEAR=2025 INSTANSI=dinas-x TRIWULAN=2 (tanpa make: lkip check 2025 --instansi=dinas-x --triwulan=2)'
    """
    pilihan = {"triwulan": triwulan, "format": format, "edisi": edisi}
    dipilih = {k: v for k, v in pilihan.items() if v}
    dengan = "".join(f" {'FORMATS' if k == 'format' else k.upper()}={v}" for k, v in dipilih.items())
    tanpa = "".join(f" --{k}={v}" for k, v in dipilih.items())
    return (
        f"make {nama} YEAR={tahun} INSTANSI={instansi}{dengan} "
        f"(tanpa make: lkip {nama} {tahun} --instansi={instansi}{tanpa})"
    )


def boleh_berkas(nama: str, pola: re.Pattern[str] = _NAMA_BERKAS) -> bool:
    """Tell whether a name can be that of a file everywhere, and leads to no other folder."""
    return bool(pola.fullmatch(nama)) and not _NAMA_WINDOWS.fullmatch(nama) and len(nama) <= TERPANJANG


def usul_berkas(nama: str) -> str:
    """Make of a name one that a file may have.

    >>> usul_berkas("Bursa Kerja 2024"), usul_berkas("../../keluar"), usul_berkas("nul"), usul_berkas("..")
    ('bursa_kerja_2024', 'keluar', 'tabel_nul', 'tabel')
    """
    usul = re.sub(r"[^a-z0-9]+", "_", nama.lower()).strip("_")[:TERPANJANG].strip("_") or "tabel"
    return usul if boleh_berkas(usul) else f"tabel_{usul}"


def _boleh(instansi: str) -> bool:
    return boleh_berkas(instansi, _NAMA_INSTANSI)


def _usul_nama(instansi: str) -> str:
    """Make of a name one that the folder of an agency may have.

    >>> _usul_nama("Kecamatan Hulu"), _usul_nama("dinas-x"), _usul_nama("con")
    ('kecamatan-hulu', 'dinas-x', 'dinas-con')
    """
    usul = re.sub(r"[^a-z0-9]+", "-", instansi.lower())[:TERPANJANG].strip("-") or "dinas-pendidikan-x"
    return usul if _boleh(usul) else f"dinas-{usul}"


def tempat(
    instansi: str, tahun: int | str, triwulan: int | str = 0, *, edisi: str = "", di: Path | None = None
) -> Tempat:
    """Find the folders of a run and refuse a run that cannot be. Without `edisi` it is `$LKIP_EDISI`, or `kerja`.

    Raises MasukanSalah for a malformed or unknown agency, year or quarter, naming the nearest valid choice.
    """
    folder = di or akar()
    triwulan = triwulan or 0
    periksa_tahun(tahun)
    if not re.fullmatch(r"[0-4]", str(triwulan)):
        raise MasukanSalah(
            Masalah(f'Triwulan "{triwulan}" tidak dikenal.', "Tulis 1 sampai 4, atau kosongkan untuk setahun.")
        )
    dikenal = daftar_instansi(folder)
    if instansi not in dikenal:
        usul = _usul_nama(str(instansi))
        if instansi in (p.name for p in (folder / "data").iterdir() if p.is_dir()):
            saran = f"Pakai huruf kecil, angka, dan tanda hubung: ganti namanya menjadi {usul}."
            raise MasukanSalah(Masalah(f'Nama folder "data/{instansi}" tidak dapat dipakai.', saran))
        saran = f"{terdekat(str(instansi), dikenal)} Yang baru dibuat dengan {perintah('new', usul, int(tahun))}."
        raise MasukanSalah(Masalah(f'Instansi "{instansi}" tidak ada di folder data.', saran))
    edisi = edisi or os.environ.get("LKIP_EDISI", EDISI[0])
    if edisi not in EDISI:
        raise MasukanSalah(Masalah(f'Edisi "{edisi}" tidak dikenal.', terdekat(edisi, EDISI)))
    hasil = Tempat(folder, instansi, int(tahun), int(triwulan), edisi)
    if not hasil.data_tahun.is_dir():
        punya = sorted(p.name for p in hasil.data_tahun.parent.iterdir() if p.is_dir() and p.name.isdigit())
        raise MasukanSalah(
            Masalah(
                f"Belum ada data {instansi} tahun {tahun}.",
                f"Tahun yang ada: {', '.join(punya) or 'tidak ada'}. "
                f"Untuk tahun baru: lkip new {tahun} --instansi={instansi}.",
            )
        )
    return hasil


def tempat_baru(instansi: str, tahun: int | str) -> Tempat:
    """Name the folders of a year that is not there yet.

    Raises MasukanSalah for a malformed agency or year, and when anything of that year is already there.
    """
    folder = akar()
    if not re.fullmatch(r"20\d\d", str(tahun)):
        raise MasukanSalah(
            Masalah(f'Tahun "{tahun}" bukan tahun laporan.', "Tulis empat angka, misalnya --tahun=2025.")
        )
    if not _boleh(instansi):
        temuan = f'"{instansi}" tidak dapat menjadi nama folder instansi.'
        saran = (
            f"Pakai huruf kecil, angka, dan tanda hubung, paling panjang {TERPANJANG}, misalnya {_usul_nama(instansi)}."
        )
        raise MasukanSalah(Masalah(temuan, saran))
    hasil = Tempat(folder, instansi, int(tahun))
    if ada := [p.relative_to(folder).as_posix() for p in (hasil.data, hasil.params) if p.exists()]:
        raise MasukanSalah(
            Masalah(
                f"{' dan '.join(ada)} sudah ada; tidak ada yang ditulis.", "Pilih tahun lain, atau pindahkan dahulu."
            )
        )
    return hasil
