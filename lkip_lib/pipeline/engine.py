"""The papermill engine: the current interpreter as kernel, on private ipc sockets where the platform has them."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, papermill_engines

NAMA = "lkip"
_BATAS_DETIK = 600


class MesinKernel(Engine):  # type: ignore[misc]
    """Run a notebook in a fresh kernel of this very interpreter, whatever kernel the notebook names."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: Any, kernel_name: str, *, env: dict[str, str] | None = None, cwd: str | None = None, **_: Any
    ) -> Any:
        """Run every cell; papermill reads errors from the notebook itself."""
        with tempfile.TemporaryDirectory(prefix="lkip-") as soket:
            manajer = AsyncKernelManager(kernel_name="python3", connection_file=str(Path(soket) / "k.json"))
            manajer._kernel_spec = KernelSpec(
                argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
                display_name="Python",
                language="python",
            )
            if os.name == "posix":
                # TCP kernels race for ports; a socket in a folder of its own cannot collide.
                manajer.transport, manajer.ip = "ipc", str(Path(soket) / "k")
            klien = PapermillNotebookClient(
                nb_man, km=manajer, timeout=_BATAS_DETIK, startup_timeout=60, record_timing=False, resources={}
            )
            klien.owns_km = True  # so that the kernel is shut down with the client
            if cwd:
                klien.resources = {"metadata": {"path": cwd}}
            return klien.execute(env={**os.environ, **(env or {})})


def daftarkan() -> None:
    """Make the engine known to papermill under its name."""
    papermill_engines.register(NAMA, MesinKernel)
