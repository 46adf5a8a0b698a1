"""The chain: inputs checked, notebooks run in order, pages published, outputs swapped, and what came of it."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from platform import python_version

from lkip_lib.buku import fingerprint, ingesti, jalan, rangkaian, seal, store
from lkip_lib.buku.bahan import Bahan, siapkan_bahan
from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.rangkaian import rangkai, tahap
from lkip_lib.checks.terminal import TERBUKA
from lkip_lib.errors import Masalah, MasukanSalah, sebut_tempat
from lkip_lib.inputs import answers, hashes, quarter
from lkip_lib.narrative.brief import kabar
from lkip_lib.pipeline import executor
from lkip_lib.pipeline.choice import MESIN
from lkip_lib.pipeline.swap import folder_baru
from lkip_lib.places import Tempat, perintah
from lkip_lib.publish.forms import terbitkan

_DISEBUT = 5  # notes named when an edition is refused


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """Hold what a run came to: the report, what is to tell of it, and where its pages are."""

    laporan: Laporan
    kabar: tuple[str, ...]
    folder: Path
    halaman: tuple[Path, ...]


def jalankan(
    letak: Tempat,
    lapor: Callable[[str], None] = lambda _: None,
    bentuk: Sequence[str] = ("html",),
    mesin: str = MESIN[0],
) -> Ringkasan:
    """Make the report of one agency and year, in the forms asked for, its notebooks run by the engine `mesin`.

    `lapor` is told each step as it begins. Raises MasukanSalah, before any kernel starts, when something cannot be
    used, and NotebookGagal when a notebook stops; either way the published report stays as it was.
    """
    lapor("Memeriksa masukan")
    dari = fingerprint.sidik(letak, bentuk)
    if letak.edisi == "terbit":
        periksa_terbit(letak)
    masukan = ingesti.jalankan(siapkan_bahan(letak))
    notebooks = [rangkaian.folder(letak.akar) / f"{nama}.ipynb" for nama in tahap(letak.akar)]
    for notebook in notebooks:
        jalan.baca(notebook)
        executor.periksa_parameter(notebook)
    lama: dict[str, float] = {}
    with folder_baru(letak.keluaran) as folder:
        store.titip(folder, notebooks[0].stem, store.sidik(letak, notebooks[0].stem), masukan)
        _jalankan_notebook(letak, notebooks, folder, mesin, lama, lapor)
        lapor("Membaca hasil")
        mulai = time.perf_counter()
        laporan = baca_hasil(letak, folder)
        shutil.rmtree(folder / store.SIMPANAN)
        catat_asal(letak, folder)
        halaman = terbitkan(laporan, folder, bentuk, lapor)
        if fingerprint.sidik(letak, bentuk) != dari:  # pages would tell of other files than lie beside them
            saran = "Jalankan lagi setelah selesai mengubahnya; laporan lama tetap utuh."
            raise MasukanSalah(Masalah("Masukan berubah selama laporan disusun.", saran))
        lama["terbit"] = time.perf_counter() - mulai
    _catat_lama(letak, lama)
    ringkas = tuple(kabar(laporan.isi))
    fingerprint.catat(letak, dari, ringkas, halaman)
    return Ringkasan(laporan, ringkas, letak.keluaran, tuple(letak.keluaran / h for h in halaman))


def periksa_terbit(letak: Tempat) -> None:
    """Refuse to publish a report without its date, or figures that contradict each other.

    Raises MasukanSalah asking for the date, or naming the notes that are neither mended nor answered.
    """
    bahan = rangkai(letak, "04_pemeriksaan")
    semua = quarter.sebut_asal(bahan.frames["pemeriksaan"], letak, perubahan=bahan.params.memakai_perubahan == "ya")
    terbuka = semua[(semua["tingkat"] == "kesalahan") & (semua["status"] == TERBUKA)]
    masalah = []
    if bahan.params.tanggal_laporan is None:
        pilihan = (letak.params_triwulan or letak.params).relative_to(letak.akar).as_posix()
        saran = f"Isi tanggal_laporan di {pilihan}, misalnya {letak.tahun + 1}-02-28."
        masalah.append(Masalah("Edisi terbit ditolak: tanggal laporan belum diisi.", saran))
    if len(terbuka):
        sebut = [f"{b['id']} ({sebut_tempat(b['berkas'], b['baris'], b['kolom'])})" for b in terbuka.to_dict("records")]
        lain = f", dan {len(sebut) - _DISEBUT} lagi" if len(sebut) > _DISEBUT else ""
        masalah.append(
            Masalah(
                f"Edisi terbit ditolak: {len(sebut)} kesalahan masih terbuka: {', '.join(sebut[:_DISEBUT])}{lain}.",
                f"Perbaiki tabelnya atau jawab di {answers.BERKAS}; daftarnya: "
                f"{perintah('check', letak.instansi, letak.tahun, letak.triwulan)}.",
            )
        )
    if masalah:
        raise MasukanSalah(masalah)


def _jalankan_notebook(
    letak: Tempat,
    notebooks: list[Path],
    folder: Path,
    mesin: str,
    lama: dict[str, float],
    lapor: Callable[[str], None],
) -> None:
    parameter = {"instansi": letak.instansi, "tahun": letak.tahun, "triwulan": letak.triwulan}
    env = {
        "LKIP_AKAR": str(letak.akar),
        "LKIP_KERJA": str(folder),
        "LKIP_EDISI": letak.edisi,
        seal.LINGKUNGAN: seal.kunci().decode(),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",  # a figure drawn by hand is shown, nowhere a window
    }
    for notebook in notebooks:
        lapor(f"Menjalankan {notebook.stem}")
        mulai = time.perf_counter()
        try:
            hasil = folder / "notebooks" / notebook.name
            executor.jalankan(notebook, hasil, parameter, akar=letak.akar, env=env, mesin=mesin)
        except executor.NotebookGagal as gagal:
            simpanan = letak.kerja / "gagal" / gagal.salinan.name
            simpanan.parent.mkdir(parents=True, exist_ok=True)
            if gagal.salinan.exists():
                shutil.copy(gagal.salinan, simpanan)
            raise executor.NotebookGagal(gagal.notebook, gagal.sebab, simpanan) from gagal
        lama[notebook.stem] = time.perf_counter() - mulai


def baca_hasil(letak: Tempat, folder: Path) -> Laporan:
    """Read what the notebooks wrote; every page is made from it and nothing else."""
    bahan = Bahan(letak, answers.baca_params(letak))
    for nama in tahap(letak.akar):
        hasil = store.muat(folder, nama, store.sidik(letak, nama))
        if hasil is None:
            raise MasukanSalah(
                Masalah(
                    f"{nama} tidak menyimpan apa pun, atau masukannya berubah selama laporan dibuat.",
                    "Akhiri notebook itu dengan lk.simpan(…), lalu jalankan lagi.",
                    f"{nama}.ipynb",
                )
            )
        bahan = bahan.dengan(hasil)
    return Laporan(bahan, dict(store.Lukisan(folder, store.sidik(letak, tahap(letak.akar)[-1]))))


def catat_asal(letak: Tempat, folder: Path) -> None:
    """Write `run.json`: what the report was made from. No host, no time: the same inputs give the same bytes."""
    isi = {
        "instansi": letak.instansi,
        "tahun": letak.tahun,
        "triwulan": letak.triwulan,
        "edisi": letak.edisi,
        "masukan": hashes.sidik(letak),
        "versi": {"python": python_version()} | fingerprint.terpasang(),
    }
    (folder / "run.json").write_text(json.dumps(isi, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for path in hashes.berkas_data(letak):
        salinan = folder / "masukan" / path.relative_to(letak.data)
        salinan.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, salinan)


def _catat_lama(letak: Tempat, lama: dict[str, float]) -> None:
    """Keep durations apart from what is published, which must not change with them."""
    letak.kerja.mkdir(parents=True, exist_ok=True)
    isi = {k: round(v, 3) for k, v in lama.items()}
    (letak.kerja / "timing.json").write_text(json.dumps(isi, indent=1) + "\n", encoding="utf-8")
