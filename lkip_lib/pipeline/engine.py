"""The papermill engines: warm processes, and the stock kernel; both give the same outputs."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from typing import Any

from nbclient.exceptions import CellExecutionError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, papermill_engines
from papermill.iorw import write_ipynb

from lkip_lib.buku.jalan import BATAS_DETIK
from lkip_lib.pipeline import kernel
from lkip_lib.pipeline.choice import MESIN
from lkip_lib.pipeline.warm import Anak

# How long one cell and one notebook may take.
BATAS_SEL, BATAS_NOTEBOOK = BATAS_DETIK, 1800

_BAHASA = {"name": "python", "pygments_lexer": "ipython3"}


class _Mesin(Engine):  # type: ignore[misc]
    """Run a notebook within the limits of time; the copy of one whose process died is kept as far as it came."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: Any, kernel_name: str, *, env: dict[str, str], folder: str, salinan: str, **_: Any
    ) -> None:
        """Run every cell; papermill reads errors from the notebook itself."""
        akhir = time.monotonic() + BATAS_NOTEBOOK

        def batas(_: object) -> float:
            return max(0.001, min(BATAS_SEL, akhir - time.monotonic()))

        try:
            cls.kerjakan(nb_man, {**os.environ, **env}, folder, batas)
        except (RuntimeError, TimeoutError) as salah:
            write_ipynb(nb_man.nb, salinan)
            if isinstance(salah, TimeoutError):
                raise RuntimeError(f"melewati {BATAS_SEL} detik satu sel atau {BATAS_NOTEBOOK} detik semua") from salah
            raise
        nb_man.nb.metadata["language_info"] = _BAHASA

    @classmethod
    def kerjakan(cls, nb_man: Any, env: dict[str, str], folder: str, batas: Callable[[object], float]) -> None:
        raise NotImplementedError


class MesinHangat(_Mesin):
    """Run a notebook in a warm process of its own."""

    @classmethod
    def kerjakan(cls, nb_man: Any, env: dict[str, str], folder: str, batas: Callable[[object], float]) -> None:
        """Raise AnakMati when the process dies, TimeoutError when a cell runs longer than `batas` says."""
        with tempfile.TemporaryDirectory(prefix="lkip-") as profil:
            anak = Anak({**env, "IPYTHONDIR": profil}, folder, profil)
            segera = True
            try:
                _Klien(nb_man, anak, batas).papermill_execute_cells()
                segera = False
            finally:
                anak.tutup(segera=segera)


class MesinKernel(_Mesin):
    """Run a notebook in a Jupyter kernel."""

    kerjakan = staticmethod(kernel.jalankan)


class _Klien(PapermillNotebookClient):  # type: ignore[misc]
    """Let nbclient handle the messages of a warm process as it handles those of a kernel."""

    def __init__(self, nb_man: Any, anak: Anak, batas: Callable[[object], float]) -> None:
        super().__init__(nb_man)
        self._anak, self._batas = anak, batas
        self.reset_execution_trackers()

    def execute_cell(self, cell: Any, cell_index: int, *_: object) -> Any:
        """Run one cell. Raises CellExecutionError as nbclient does, and AnakMati."""
        tanda = cell.metadata.get("tags", [])
        if cell.cell_type != "code" or not cell.source.strip() or self.skip_cells_with_tag in tanda:
            return cell
        self.code_cells_executed += 1
        self.clear_before_next_output = False
        cell.outputs = []
        for jenis, isi in self._anak.jalankan(cell.source, self._batas(cell)):
            if jenis == "execute_reply":
                cell.execution_count = isi["execution_count"]
                if isi["status"] == "error" and "raises-exception" not in tanda:
                    raise CellExecutionError("", "", "")
            else:
                self.process_message(
                    {"msg_type": jenis, "header": {"msg_type": jenis}, "parent_header": {}, "content": isi},
                    cell,
                    cell_index,
                )
        return cell


def daftarkan() -> None:
    """Make the engines known to papermill under their names."""
    for nama, kelas in zip(MESIN, (MesinHangat, MesinKernel), strict=True):
        papermill_engines.register(nama, kelas)
