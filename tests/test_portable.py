"""The package runs on Windows: nothing on its path exists on POSIX alone, and every text file names its encoding."""

import ast
import re
import subprocess

import pytest

from lkip_lib import cli
from tests.project import AKAR
from tools.wheelhouse import berlaku, lingkungan, versi

MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
NAMES = {
    "os": {
        "chown", "fork", "forkpty", "geteuid", "getgid", "getloadavg", "getpgid", "getuid", "killpg", "mkfifo",
        "nice", "sched_getaffinity", "setpgid", "setsid", "sysconf", "uname", "wait", "waitpid",
    },
    "signal": {"SIGALRM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2", "alarm", "pause", "setitimer"},
    "time": {"tzset"},
}  # fmt: skip
FOLDERS = ("/tmp", "/dev/", "/proc/", "/usr/", "/bin/", "/etc/")
# Called on a path or by name, these read or write text unless told otherwise.
TEXT = {"read_text", "write_text"}
SOURCES = sorted((AKAR / "lkip_lib").rglob("*.py"))


def guards(test: ast.expr) -> bool:
    """Tell whether a condition asks for the platform: `os.name`, `sys.platform`, `hasattr(os, …)`."""
    text = ast.unparse(test)
    return any(word in text for word in ("os.name", "sys.platform", "hasattr(os", "hasattr(signal"))


def unguarded(tree: ast.AST):
    """Yield the nodes that run on every platform."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If | ast.IfExp) and guards(node.test):
            continue
        if isinstance(node, ast.Try) and any("ImportError" in ast.unparse(h.type or node) for h in node.handlers):
            continue
        yield node
        yield from unguarded(node)


def posix_only(tree: ast.AST) -> list[str]:
    found = []
    for node in unguarded(tree):
        match node:
            case ast.Import():
                found += [a.name for a in node.names if a.name.partition(".")[0] in MODULES]
            case ast.ImportFrom(module=str(name)):
                found += [name] if name.partition(".")[0] in MODULES else []
                found += [f"{name}.{a.name}" for a in node.names if a.name in NAMES.get(name, ())]
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if attr in NAMES.get(name, ()):
                found.append(f"{name}.{attr}")
            case ast.Constant(value=str(text)) if text.startswith(FOLDERS):
                found.append(text)
            case ast.Call(args=[ast.Constant(value="fork"), *_]) if "get_context" in ast.unparse(node.func):
                found.append("fork")
            case ast.keyword(arg="shell", value=ast.Constant(value=True)):
                found.append("shell=True")
    return found


def without_encoding(tree: ast.AST) -> list[str]:
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    return [ast.unparse(c) for c in calls if reads_text(c) and not any(k.arg == "encoding" for k in c.keywords)]


def reads_text(call: ast.Call) -> bool:
    """Tell whether a call reads or writes text; a member of an archive, opened by its name, is bytes."""
    method = isinstance(call.func, ast.Attribute)
    name = call.func.attr if method else getattr(call.func, "id", "")
    if name != "open":
        return name in TEXT
    modes = call.args[0 if method else 1 :][:1] + [k.value for k in call.keywords if k.arg == "mode"]
    return all(isinstance(m, ast.Constant) and set(str(m.value)) <= set("rwxat+") for m in modes)


def everywhere(find) -> dict[str, list[str]]:
    """Return what is found in each module of the package, by its path."""
    all_found = {p.relative_to(AKAR).as_posix(): find(ast.parse(p.read_text(encoding="utf-8"))) for p in SOURCES}
    return {path: found for path, found in all_found.items() if found}


def test_nothing_exists_on_posix_alone():
    assert everywhere(posix_only) == {}


def test_every_text_file_names_its_encoding():
    assert everywhere(without_encoding) == {}


@pytest.mark.parametrize(
    "source",
    ["import fcntl", "import os\nos.fork()", "from signal import SIGKILL", "a = '/tmp/x'", "get_context('fork')"],
)
def test_what_exists_on_posix_alone_is_seen(source):
    assert posix_only(ast.parse(source))


@pytest.mark.parametrize("source", ["p.read_text()", "open('a')", "p.open('w')"])
def test_a_missing_encoding_is_seen(source):
    assert without_encoding(ast.parse(source))


def test_what_is_asked_for_first_may_be_posix():
    assert not posix_only(ast.parse("import os\nif os.name == 'posix':\n    import fcntl\n    os.fork()"))
    assert not posix_only(ast.parse("try:\n    import resource\nexcept ImportError:\n    pass"))


def test_every_target_of_the_makefile_is_a_command_too(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    commands = set(re.findall(r"^    (\w+)", capsys.readouterr().out, re.MULTILINE))
    makefile = (AKAR / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)) - {"help"} <= commands


def listed(target):
    told = subprocess.run(["make", target], cwd=AKAR, capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^  ([a-z]+) ", told, re.MULTILINE)), set(re.findall(r"^  ([A-Z_]+) ", told, re.MULTILINE))


def test_make_alone_lists_what_a_newcomer_needs_and_help_the_rest():
    makefile = (AKAR / "Makefile").read_text(encoding="utf-8")
    commands, values = listed("awal")
    assert commands == {"help", "new", "report", "check", "impor", "lab"}
    assert len(values) <= 6
    commands, values = listed("help")
    assert commands == set(re.findall(r"^([a-z-]+):[^#]*## ", makefile, re.MULTILINE)) | set(
        re.findall(r"^([a-z-]+):[^#]*### ", makefile, re.MULTILINE)
    )
    known = re.search(r"^DIKENAL := ((?:.*\\\n)*.*)", makefile, re.MULTILINE)[1].replace("\\", "").split()
    assert set(known) - values == {"YA", "GANTI", "TAMBAH"}  # told beside PETA


def test_a_task_ends_at_the_first_tool_that_fails(monkeypatch, tmp_path):
    ran = []

    def run(words, **_):
        ran.append(words[1:])
        return type("Ended", (), {"returncode": 1 if "mypy" in words else 0})

    monkeypatch.setattr("subprocess.run", run)
    assert cli.main(["lint"]) == 1
    assert ran[-1] == ["-m", "mypy"]
    assert cli.main(["test", "-x", "tests/rumus"]) == 0
    assert ran[-1][-2:] == ["-x", "tests/rumus"]


def test_wheels_for_another_machine_follow_its_markers():
    lock = (AKAR / "requirements.lock").read_text(encoding="utf-8")
    windows, linux = (list(berlaku(lock, lingkungan(m, "3.12.0"))) for m in ("win_amd64", "manylinux_2_28_x86_64"))
    assert [w for w in windows if w.startswith("colorama==")]
    assert not [w for w in linux if w.startswith("colorama==")]
    first, last = ({w.partition("==")[0] for w in berlaku(lock, lingkungan("win_amd64", v))} for v in versi("3.11"))
    assert first == last  # other releases perhaps, but the same packages
    assert all(re.fullmatch(r"[\w.-]+==\S+( --hash=sha256:[0-9a-f]{64})+", w) for w in (*windows, *linux))
