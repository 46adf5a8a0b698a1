"""Run the cells of one notebook in this process, telling what comes of them as a Jupyter kernel would."""

from __future__ import annotations

import builtins
import getpass
import io
import os
import sys
from functools import partial
from types import ModuleType, SimpleNamespace
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.kernelbase import Kernel
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_client.session import Session
from traitlets.config import Config

INLINE = "module://matplotlib_inline.backend_inline"


class Saluran(Session):
    """Send a kernel's messages through a pipe instead of a socket."""

    def __init__(self, ujung: Any, diterima: Any, kunci: Any) -> None:
        super().__init__(key=b"")
        self._ujung, self._diterima, self._kunci = ujung, diterima, kunci

    def send(self, stream: object, msg_or_type: Any, content: Any = None, *_: object, **__: object) -> Any:
        """Send one message, from whatever thread or forked child, and wait until it is taken.

        So prints before it stay before it, and those after it after it.
        """
        pesan = msg_or_type if isinstance(msg_or_type, dict) else self.msg(msg_or_type, content)
        for aliran in (sys.stdout, sys.stderr):
            aliran.flush()
        isi = self.pack([pesan["header"]["msg_type"], pesan["content"]])
        with self._kunci:
            self._ujung.send_bytes(isi)
            self._diterima.recv_bytes()
        return pesan


def layani(
    ujung: Any, diterima: Any, keluar: Any, galat: Any, kunci: Any, env: dict[str, str], folder: str, profil: str
) -> None:
    """Run the cells that arrive at `ujung` until it is closed, in a namespace and a session of their own."""
    if hasattr(os, "setsid"):
        os.setsid()  # so that the parent can end what this process starts, and Ctrl-C reaches the parent alone
    os.environ.clear()
    os.environ.update({"MPLBACKEND": INLINE} | env)
    os.chdir(folder)
    sys.path.insert(0, "")
    _alihkan("stdout", 1, keluar)
    _alihkan("stderr", 2, galat)
    _segarkan()
    saluran = Saluran(ujung, diterima, kunci)
    shell = _shell(saluran, profil)
    while True:
        try:
            kode = ujung.recv_bytes().decode()
        except EOFError:
            return
        hasil = shell.run_cell(kode, store_history=True)
        status = "ok" if hasil.success and not shell._last_traceback_during_displayhook else "error"
        shell.payload_manager.clear_payload()
        saluran.send(None, "execute_reply", {"status": status, "execution_count": shell.execution_count - 1})
        if shell.exit_now:
            return


def _alihkan(nama: str, fd: int, ujung: Any) -> None:
    """Let a stream of this process lead to `ujung`: of its children too where there are file descriptors."""
    if os.name == "posix":
        os.dup2(ujung.fileno(), fd)
        ujung.close()
        mentah: Any = io.FileIO(fd, "w", closefd=False)
    else:
        mentah = _Pipa(ujung)
    aliran = io.TextIOWrapper(io.BufferedWriter(mentah), "utf-8", "backslashreplace", line_buffering=True)
    setattr(sys, nama, aliran)
    setattr(sys, f"__{nama}__", aliran)


class _Pipa(io.RawIOBase):
    def __init__(self, ujung: Any) -> None:
        self._ujung = ujung

    def writable(self) -> bool:
        return True

    def write(self, isi: Any) -> int:
        self._ujung.send_bytes(isi)
        return len(isi)


def _segarkan() -> None:
    """Give anew what a fork shares with its parent and a fresh interpreter would have of its own."""
    if acak := sys.modules.get("numpy.random"):
        acak.seed()
    if pd := sys.modules.get("pandas"):
        pd.set_option("display.max_columns", 20)  # as where a kernel imports it
    if mpl := sys.modules.get("matplotlib"):
        mpl.rcParams["backend"] = os.environ["MPLBACKEND"]


def _shell(saluran: Saluran, profil: str) -> Any:
    """Make the shell of the stock kernel, without its history file and its input."""
    shell = ZMQInteractiveShell.instance(
        config=Config({"HistoryManager": {"enabled": False}}),
        ipython_dir=profil,
        user_module=ModuleType("__main__"),
        kernel=SimpleNamespace(eventloop=None, _allow_stdin=False),
        compiler_class=XCachingCompiler,
    )
    penerbit: Any
    for penerbit in (shell.displayhook, shell.display_pub):
        penerbit.session, penerbit.pub_socket = saluran, None
    # Nobody is there to answer; the stock kernel says so in these very functions.
    builtins.input = partial(Kernel.raw_input, shell.kernel)
    getpass.getpass = partial(Kernel.getpass, shell.kernel)
    return shell
