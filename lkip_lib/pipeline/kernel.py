"""The stock engine: the current interpreter as a Jupyter kernel, on private ipc sockets where the platform has them."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from papermill.clientwrap import PapermillNotebookClient

# Where sockets have numbers, two kernels may be given the same one; the later one then does not start.
_PERCOBAAN = 1 if os.name == "posix" else 4


def manajer(soket: str) -> Any:
    """Return a manager of a kernel of this very interpreter; its files are in the folder `soket`, which is its own."""
    hasil = AsyncKernelManager(kernel_name="python3", connection_file=str(Path(soket) / "k.json"))
    hasil._kernel_spec = KernelSpec(
        argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        display_name="Python",
        language="python",
    )
    if os.name == "posix":
        # TCP kernels race for ports; a socket in a folder of its own cannot collide.
        hasil.transport, hasil.ip = "ipc", str(Path(soket) / "k")
    return hasil


def jalankan(nb_man: Any, env: dict[str, str], folder: str, batas: Any) -> None:
    """Run every cell of a managed notebook in a fresh kernel, whatever kernel it names.

    Raises RuntimeError when the kernel does not start or dies, TimeoutError when a cell runs longer than `batas` says.
    """
    for sisa in reversed(range(_PERCOBAAN)):
        with tempfile.TemporaryDirectory(prefix="lkip-") as soket:
            klien = PapermillNotebookClient(
                nb_man,
                km=manajer(soket),
                timeout_func=batas,
                startup_timeout=180,
                record_timing=False,
                resources={"metadata": {"path": folder}},
            )
            klien.owns_km = True  # so that the kernel is shut down with the client
            try:
                klien.execute(env={**env, "IPYTHONDIR": soket})
                return
            except RuntimeError as salah:
                if klien.code_cells_executed:
                    raise RuntimeError("prosesnya berakhir") from salah
                if not sisa:
                    raise RuntimeError("prosesnya tidak dapat dimulai") from salah
