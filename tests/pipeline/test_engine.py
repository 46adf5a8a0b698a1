"""Both engines: what comes out of a notebook is the same, and a process that ends badly is a failed notebook."""

import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from lkip_lib.pipeline import engine, executor, warm
from lkip_lib.pipeline.choice import MESIN

NASTY = {
    "printed": 'import sys\nprint("satu")\nprint("galat", file=sys.stderr)\nprint("dua", end="")\n"nilai"',
    "by-children": (
        "import os, subprocess, sys\n"
        "subprocess.run([sys.executable, '-c', 'import sys; print(1); print(2, file=sys.stderr)'], check=True)\n"
        "os.write(1, 'é langsung\\n'.encode())\n"
        "code = os.system('echo dari sistem')\n"
        "import time\ntime.sleep(0.5)  # the stock kernel reads these at its leisure\ncode"
    ),
    "by-the-shell": "!echo dari shell",
    "by-forked-children": (
        "import multiprocessing as mp\nfrom IPython.display import display\n"
        "def anak():\n    print('anak')\n    display('dilihat anak')\n"
        "p = mp.get_context('fork').Process(target=anak)\np.start()\np.join()\np.exitcode"
    ),
    "shown": (
        "from IPython.display import HTML, JSON, Image, Markdown, SVG, display\n"
        "display(HTML('<b>tebal</b>'), Markdown('*miring*'), metadata={'alt': 'dua tampilan'})\n"
        "display({'text/plain': 'x', 'application/json': {'a': [1, None]}}, raw=True)\n"
        "SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>')"
    ),
    "table": "import pandas as pd\npd.DataFrame({'kode': ['A', 'B'], 'nilai': [1.5, None]})",
    "figures": (
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nprint('antara')\n"
        "fig, ax = plt.subplots(figsize=(2, 1))\nax.bar([1], [2])"
    ),
    "alt-text": (
        "import base64\nbuf = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4'\n"
        "    '2mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')\n"
        "Image(buf, alt='satu titik')"
    ),
    "updated": (
        "h = display('awal', display_id='kemajuan')\nh.update('akhir')\nh2 = display('dua', display_id='lain')"
    ),
    "updated-later": "h2.update(HTML('<i>tiga</i>'))\nh.display('lagi')\nh.update('sungguh akhir')",
    "cleared": (
        "from IPython.display import clear_output\nprint('hilang')\ndisplay('hilang juga')\n"
        "clear_output()\nprint('tinggal')\n"
        "display('x')\nclear_output(wait=True)\nprint('hanya ini')"
    ),
    "large": "print('besar ' * 200_000)\n'y' * 300_000",
    "threads": (
        "import threading, time\nnanti = threading.Event()\ndef lambat():\n    nanti.wait()\n    print('terlambat')\n"
        "t = threading.Thread(target=lambat)\nt.start()"
    ),
    "while-a-thread-prints": "nanti.set()\nt.join()\nsys.stdout.flush()\ntime.sleep(0.4)",
    "warned": "import warnings\nwarnings.warn('hati-hati')",
    "logged": "import logging\nlogging.getLogger('lkip').warning('dicatat')",
    "magic": "%config InlineBackend.figure_format = 'svg'\n%env LKIP_UJI",
    "awaited": "import asyncio\nawait asyncio.sleep(0, result=7)",
    "output-history": "_, In[1][:6], Out[1]",
    "silenced": "8;",
    "where": "os.getcwd() == os.environ['LKIP_AKAR'], __name__, get_ipython().__class__.__name__",
    "captured": "%%capture tangkap\nprint('tak terlihat')",
    "captured-shown": "tangkap.stdout",
    "pickled": "import pickle\nclass Milik: pass\npickle.loads(pickle.dumps(Milik())).__class__ is Milik",
}
RAISING = {
    "raised": "def bagi(a):\n    return 1 / a\nbagi(0)",
    "syntax": "1 +",
    "chained": "try:\n    {}['tidak ada']\nexcept KeyError as e:\n    raise ValueError('tidak ditemukan') from e",
    "asked": "input('nama: ')",
    "asked-in-secret": "import getpass\ngetpass.getpass()",
    "exited": "import sys\nsys.exit(3)",
    "interrupted": "raise KeyboardInterrupt",
    "bad-repr": "class Rusak:\n    def __repr__(self):\n        raise RuntimeError('rusak')\nRusak()",
}


def notebook(cells, path, tags=()):
    made = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "x"}})
    made.cells = [
        nbformat.v4.new_code_cell(source, id=name, metadata={"tags": list(tags)}) for name, source in cells.items()
    ]
    nbformat.write(made, path)
    return path


def run(path, engine_name, tmp_path, **env):
    result = tmp_path / engine_name / path.name
    executor.jalankan(path, result, {}, akar=tmp_path, env={"LKIP_AKAR": str(tmp_path), **env}, mesin=engine_name)
    return result


def outputs(path):
    return {c.id: (c.execution_count, c.outputs) for c in nbformat.read(path, as_version=4).cells if "outputs" in c}


def failure(path, engine_name, tmp_path):
    with pytest.raises(executor.NotebookGagal) as failed:
        run(path, engine_name, tmp_path)
    return failed.value


def test_both_engines_give_the_same_outputs(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # where it is set, the stock kernel does not listen to child processes
    path = notebook(NASTY, tmp_path / "ganjil.ipynb")
    made = [run(path, name, tmp_path, LKIP_UJI="ya") for name in MESIN]
    warmly, stock = map(outputs, made)
    assert list(warmly) == list(NASTY)
    for name in NASTY:
        assert warmly[name] == stock[name], name
    assert made[0].read_bytes() == made[1].read_bytes()
    printed = [(o.name, o.text) for o in warmly["by-children"][1] if o.output_type == "stream"]
    assert printed == [("stdout", "1\né langsung\ndari sistem\n"), ("stderr", "2\n")]
    assert len(warmly["figures"][1]) == 4
    assert warmly["cleared"][1] == [{"output_type": "stream", "name": "stdout", "text": "hanya ini\n"}]


def test_both_engines_give_the_same_errors(tmp_path):
    path = notebook(RAISING, tmp_path / "salah.ipynb", tags=["raises-exception"])
    failed = [failure(path, name, tmp_path) for name in MESIN]
    assert str(failed[0]) == str(failed[1])
    for one in failed:
        executor.bersihkan(one.salinan)
    warmly, stock = (outputs(one.salinan) for one in failed)
    for name in RAISING:
        assert warmly[name] == stock[name], name
        assert [o.output_type for o in warmly[name][1]].count("error") == 1, name


@pytest.mark.parametrize("name", MESIN)
def test_a_failure_is_one_paragraph_with_its_traceback_folded(tmp_path, name):
    cells = {"pasang": "from lkip_lib.display import failure\nfailure.pasang()", "gagal": "def f(): 1 / 0\n\nf()"}
    failed = failure(notebook(cells, tmp_path / "n.ipynb"), name, tmp_path)
    error, folded = outputs(failed.salinan)["gagal"][1]
    assert error.traceback == ["Sel ini berhenti di baris 3 (f()). ZeroDivisionError: division by zero"]
    assert folded.data["text/html"].startswith("<details")
    assert "<summary>" in folded.data["text/html"]
    assert "def f(): 1 / 0" in folded.data["text/html"]


def test_an_error_stops_the_notebook_there(tmp_path):
    path = notebook({"satu": "1", "dua": "1 / 0", "tiga": "3"}, tmp_path / "n.ipynb")
    failed = failure(path, "hangat", tmp_path)
    assert failed.sebab == "sel kode 2: ZeroDivisionError: division by zero"
    assert [count for count, _ in outputs(failed.salinan).values()] == [1, 2, None]


@pytest.mark.parametrize(
    ("source", "limit", "said"),
    [
        ("import os\nprint('pamit', flush=True)\nos._exit(7)", 300, "berakhir dengan kode 7"),
        (
            "import os, signal\nprint('pamit')\nos.kill(os.getpid(), signal.SIGKILL)",
            300,
            "sinyal SIGKILL; mungkin memori",
        ),
        ("print('pamit')\nwhile True: pass", 3, "melewati 3 detik satu sel"),
        ("print('pamit')\nimport subprocess\nsubprocess.run(['sleep', '60'])", 3, "melewati 3 detik satu sel"),
    ],
)
def test_a_process_that_dies_or_hangs_is_a_failed_notebook(tmp_path, monkeypatch, source, limit, said):
    monkeypatch.setattr(engine, "BATAS_SEL", limit)
    path = notebook({"awal": "x = 1", "akhir": source}, tmp_path / "n.ipynb")
    failed = failure(path, "hangat", tmp_path)
    assert said in failed.sebab
    assert outputs(failed.salinan)["akhir"][1][0].text == "pamit\n"


def test_a_notebook_as_a_whole_has_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "BATAS_NOTEBOOK", 1)
    path = notebook({f"sel-{i}": "import time\ntime.sleep(0.7)" for i in range(4)}, tmp_path / "n.ipynb")
    failed = failure(path, "hangat", tmp_path)
    assert "1 detik semua" in failed.sebab
    assert outputs(failed.salinan)["sel-3"][0] is None


def test_what_a_notebook_started_ends_with_it(tmp_path):
    source = "import subprocess\nprint(subprocess.Popen(['sleep', '600']).pid)"
    (_, (stream,)) = outputs(run(notebook({"a": source}, tmp_path / "n.ipynb"), "hangat", tmp_path))["a"]
    pid, until = int(stream.text), time.monotonic() + 120
    while time.monotonic() < until:
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("still there")


def test_notebooks_share_nothing(tmp_path):
    leave = notebook(
        {"a": "import os, sys, random, numpy\nos.environ['SISA'] = '1'\nsys.SISA = 1\nx = 1\nos.chdir('/')"},
        tmp_path / "a.ipynb",
    )
    find = notebook(
        {
            "a": "import os, sys\nprint('SISA' in os.environ, hasattr(sys, 'SISA'), 'x' in globals(), os.getcwd())",
            "b": "import numpy\nprint(numpy.random.random())",
        },
        tmp_path / "b.ipynb",
    )
    run(leave, "hangat", tmp_path)
    first, second = (outputs(run(find, "hangat", tmp_path)) for _ in range(2))
    assert first["a"][1][0].text == f"False False False {tmp_path}\n"
    assert first["b"] != second["b"]


def test_a_run_leaves_no_file_and_no_process(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "sementara"))
    (tmp_path / "sementara").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    before = set(warm.mp.active_children())
    run(notebook({"a": "1"}, tmp_path / "n.ipynb"), "hangat", tmp_path)
    assert set(warm.mp.active_children()) == before
    assert list((tmp_path / "sementara").iterdir()) == []


def test_a_daemon_may_run_a_notebook(tmp_path, monkeypatch):
    """Workers of pools and of Dask are daemons, whom multiprocessing lets start no process."""
    monkeypatch.setitem(warm.current_process()._config, "daemon", True)
    made = run(notebook({"a": "6 * 7"}, tmp_path / "n.ipynb"), "hangat", tmp_path)
    assert outputs(made)["a"][1][0].data["text/plain"] == "42"
    assert warm.current_process().daemon


@pytest.mark.parametrize("end", [EOFError, BrokenPipeError])
def test_a_stream_without_a_file_descriptor_ends_whichever_way_it_says_so(monkeypatch, end):
    class Pipe:
        def poll(self):
            raise end

    with monkeypatch.context() as m:
        m.setattr(warm.os, "name", "nt")
        stream = warm.Aliran(Pipe())
        assert stream.baca() == ""
    assert stream.tutup


def test_nothing_loads_the_parser_that_validates_no_notebook():
    code = "import sys; from lkip_lib.pipeline import chain, preload; from lkip_lib.publish import exporter\n"
    code += "assert sys.modules['rfc3987_syntax'] is None"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)
