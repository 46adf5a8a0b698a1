"""Warm processes: one a notebook, forked from a server that has already imported the library."""

from __future__ import annotations

import codecs
import json
import multiprocessing as mp
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import connection
from multiprocessing.process import current_process
from typing import Any

PRAMUAT = "lkip_lib.pipeline.preload"
_BERHENTI_DETIK = 5.0

Pesan = tuple[str, dict[str, Any]]


class AnakMati(RuntimeError):
    """Tell that the process of a notebook ended before its cell did."""


def konteks() -> Any:
    """Return how processes are started: forked from a warm server, or anew where the platform cannot fork."""
    cara = "forkserver" if "forkserver" in mp.get_all_start_methods() else "spawn"
    return mp.get_context(cara)


def hangatkan() -> None:
    """Let the server begin to import while this process does something else; without fork there is none."""
    ini = konteks()
    if ini.get_start_method() == "forkserver":
        from multiprocessing import forkserver

        ini.set_forkserver_preload([PRAMUAT])
        forkserver.ensure_running()


class Anak:
    """Run cells in a process of its own; what comes out of it is read as messages in the kernel's own words."""

    def __init__(self, env: dict[str, str], folder: str, profil: str) -> None:
        from lkip_lib.pipeline import cells  # only where notebooks are run: it brings all of IPython

        hangatkan()
        ini = konteks()
        self._pesan, *ujung = ini.Pipe()
        self._terima, diterima = ini.Pipe(duplex=False)[::-1]
        ujung.append(diterima)
        self._aliran = {}
        for nama in ("stdout", "stderr"):
            baca, tulis = ini.Pipe(duplex=False)
            self._aliran[nama] = Aliran(baca)
            ujung.append(tulis)
        self._kunci = ini.Lock()  # kept here: it would be gone before the process has taken it up
        with _boleh_beranak():
            self._proses = ini.Process(target=cells.layani, args=(*ujung, self._kunci, env, folder, profil))
            try:
                self._proses.start()
            except (EOFError, OSError) as salah:  # the server is gone, or may not fork
                raise AnakMati("prosesnya tidak dapat dimulai; mungkin memorinya habis") from salah
        for milik_anak in ujung:
            milik_anak.close()

    def jalankan(self, kode: str, batas: float) -> Iterator[Pesan]:
        """Run one cell and yield what comes of it, the last of it `execute_reply`.

        Raises AnakMati when the process ends first, TimeoutError when `batas` seconds have passed.
        """
        akhir = time.monotonic() + batas
        try:
            self._pesan.send_bytes(kode.encode())
        except OSError:
            raise AnakMati(self._sebab()) from None
        sumber = [self._pesan, self._proses.sentinel, *(a.ujung for a in self._aliran.values())]
        while True:
            siap = connection.wait(sumber, max(0.0, akhir - time.monotonic()))
            if not siap:
                raise TimeoutError
            # What was written before a message was sent is here before the message is.
            for nama, aliran in self._aliran.items():
                if teks := aliran.baca():
                    yield "stream", {"name": nama, "text": teks}
                if aliran.tutup and aliran.ujung in sumber:
                    sumber.remove(aliran.ujung)
            if self._pesan in siap:
                try:
                    jenis, isi = json.loads(self._pesan.recv_bytes())
                except (EOFError, OSError):
                    raise AnakMati(self._sebab()) from None
                yield jenis, isi
                with suppress(OSError):  # one that ended meanwhile is seen at the next turn
                    self._terima.send_bytes(b"")  # only now may more be written: nothing overtakes a message
                if jenis == "execute_reply":
                    return
            elif self._proses.sentinel in siap:
                raise AnakMati(self._sebab())

    def _sebab(self) -> str:
        self._proses.join(_BERHENTI_DETIK)
        kode = self._proses.exitcode
        if kode is not None and kode < 0:
            memori = "; mungkin memorinya habis" if -kode == getattr(signal, "SIGKILL", 0) else ""
            return f"prosesnya dihentikan oleh sinyal {signal.Signals(-kode).name}{memori}"
        return f"prosesnya berakhir dengan kode {kode}"

    def tutup(self, *, segera: bool) -> None:
        """End the process and all that it started; unless `segera`, what it registered for its end runs first."""
        self._pesan.close()
        self._terima.close()
        if not segera:
            self._proses.join(_BERHENTI_DETIK)
        if hasattr(os, "killpg") and self._proses.pid:
            try:
                os.killpg(self._proses.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                self._proses.kill()
        else:
            self._proses.kill()
        self._proses.join()
        self._proses.close()
        for aliran in self._aliran.values():
            aliran.ujung.close()


class Aliran:
    """Read one stream of a process as text: its own prints and, where there are file descriptors, its children's."""

    def __init__(self, ujung: Any) -> None:
        self.ujung, self.tutup = ujung, False
        self._urai = codecs.getincrementaldecoder("utf-8")("replace")
        if os.name == "posix":
            os.set_blocking(ujung.fileno(), False)

    def baca(self) -> str:
        """Return what has come since the last time."""
        bagian = []
        try:
            if os.name == "posix":
                while isi := os.read(self.ujung.fileno(), 1 << 20):
                    bagian.append(isi)
                self.tutup = True
            else:
                while self.ujung.poll():
                    bagian.append(self.ujung.recv_bytes())
        except BlockingIOError:
            pass
        except (EOFError, BrokenPipeError):  # where a pipe is no file, one that is asked without end says so itself
            self.tutup = True
        return self._urai.decode(b"".join(bagian))


@contextmanager
def _boleh_beranak() -> Iterator[None]:
    """Let a daemon start a process: workers of pools and clusters are daemons, and a notebook ends before them."""
    pengaturan: dict[str, Any] = current_process()._config  # type: ignore[attr-defined]
    semula = pengaturan.pop("daemon", None)
    try:
        yield
    finally:
        if semula is not None:
            pengaturan["daemon"] = semula
