"""Execute one notebook: parameters checked before a kernel starts, the executed copy free of time and chance."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat

from lkip_lib.buku.jalan import sebut_sel
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.pipeline.choice import MESIN
from lkip_lib.system import masalah_dalam_kata

PARAMETER = ("instansi", "tahun", "triwulan")


class NotebookGagal(Exception):
    """Tell which notebook stopped, why, and where its copy is kept."""

    def __init__(self, notebook: str, sebab: str, salinan: Path) -> None:
        self.notebook, self.sebab, self.salinan = notebook, sebab, salinan
        super().__init__(f"Notebook {notebook} berhenti: {sebab}")


def periksa_parameter(notebook: Path) -> None:
    """Refuse a notebook whose `parameters` cell does not declare exactly the three parameters of a run.

    papermill only warns about an unknown parameter. Raises MasukanSalah.
    """
    isi = nbformat.read(notebook, as_version=4)
    sel = [c.source for c in isi.cells if "parameters" in c.metadata.get("tags", [])]
    ada = [b.split(":")[0].split("=")[0].strip() for s in sel for b in s.splitlines() if "=" in b]
    asing = [n for n in ada if n not in PARAMETER]
    if sorted(ada) != sorted(PARAMETER):
        saran = terdekat(asing[0], PARAMETER) if asing else f"Sel parameters harus berisi: {', '.join(PARAMETER)}."
        raise MasukanSalah(
            Masalah(
                f"Parameter notebook tidak sesuai: {', '.join(ada) or 'tidak ada'}.",
                saran,
                f"notebooks/{notebook.name}",
            )
        )


def jalankan(
    notebook: Path, hasil: Path, parameter: dict[str, Any], *, akar: Path, env: dict[str, str], mesin: str = MESIN[0]
) -> None:
    """Run one notebook by the engine `mesin` and write its executed copy.

    Raises NotebookGagal when a cell fails; the copy then holds the error.
    """
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from lkip_lib.pipeline import engine

    engine.daftarkan()
    hasil.parent.mkdir(parents=True, exist_ok=True)
    try:
        papermill.execute_notebook(
            str(notebook),
            str(hasil),
            parameters=parameter,
            engine_name=mesin,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            env=env,
            folder=str(akar),
            salinan=str(hasil),
        )
    except PapermillExecutionError as salah:
        sebab = _sebab(_sel(hasil), salah.cell_index, salah.ename, salah.evalue)
        raise NotebookGagal(notebook.stem, sebab, hasil) from salah
    except RuntimeError as salah:  # the process died, did not start, or was too slow
        raise NotebookGagal(notebook.stem, f"kernel berhenti ({salah})", hasil) from salah
    sel = _sel(hasil)
    for i, satu in enumerate(sel):  # papermill lets a cell end its process
        for k in satu.get("outputs", []):
            if k.output_type == "error":
                raise NotebookGagal(notebook.stem, _sebab(sel, i, k.ename, k.evalue), hasil)
    bersihkan(hasil)


def _sel(path: Path) -> list[Any]:
    """Return the cells of an executed notebook, without those in which papermill tells of an error."""
    sel = nbformat.read(path, as_version=4).cells
    return [c for c in sel if "papermill-error-cell-tag" not in c.metadata.get("tags", [])]


def _sebab(sel: list[Any], letak: int, nama: str, isi: str) -> str:
    """Say at which cell a notebook stopped, and why; the cell of parameters that was put in is not counted."""
    sebut = sebut_sel(sel, letak)
    if nama == "SystemExit":
        return f"{sebut} mengakhiri prosesnya (exit). Hapus exit dari sel itu"
    if sistem := masalah_dalam_kata(f"{nama}: {isi}"):
        return f"{sebut}: {sistem}".rstrip(".")
    sendiri = nama in {MasukanSalah.__name__, *(k.__name__ for k in MasukanSalah.__subclasses__())}
    return f"{sebut}: {isi if sendiri else f'{nama}: {isi}'}".rstrip(".")


def bersihkan(path: Path) -> None:
    """Strip an executed notebook of times, paths and random ids, so that the same run gives the same bytes."""
    isi = nbformat.read(path, as_version=4)
    isi.metadata.pop("papermill", None)
    isi.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    for sel in isi.cells:
        for kunci in ("papermill", "execution"):
            sel.metadata.pop(kunci, None)
        if "injected-parameters" in sel.metadata.get("tags", []):
            sel["id"] = "parameter-run"
        if sel.cell_type == "code":
            sel.outputs = _rapikan(sel.outputs)
    nbformat.write(isi, path)


def _rapikan(keluaran: list[Any]) -> list[Any]:
    """Put what was printed before what was shown, each stream whole: how it was cut into pieces is chance."""
    cetak: dict[str, Any] = {}
    lain = []
    for k in keluaran:
        if k.output_type == "stream":
            cetak.setdefault(k.name, nbformat.v4.new_output("stream", name=k.name, text="")).text += k.text
        else:
            lain.append(k)
            if k.output_type == "error":
                k.traceback = [_tanpa_folder(t) for t in k.traceback]
    for k in cetak.values():
        k.text = _tanpa_folder(k.text)
    return [*(cetak[n] for n in sorted(cetak, reverse=True)), *lain]


def _tanpa_folder(teks: str) -> str:
    """Name a cell without the process that ran it."""
    return re.sub(r"[^\s\"']*\bipykernel_\d+[/\\]", "ipykernel/", teks)
