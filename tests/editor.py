"""A real language server for TOML, tombi, as an editor uses it: what it finds wrong in a file, and what it completes at a place."""

import json
import os
import re
import subprocess
import sysconfig
from pathlib import Path
from threading import Timer
from time import sleep
from types import TracebackType
from typing import Any, Self

import attrs
import pytest

TOMBI = Path(sysconfig.get_path("scripts")) / "tombi"
needs_tombi = pytest.mark.skipif(not TOMBI.exists(), reason="tombi is a tool of development (the extra dev); the schemas do not need it")

PATIENCE = 30.0
TIMES, PAUSE = 40, 0.05
# Whoever runs the tests may have no network and no home of their own to keep things in.
QUIET = {"TOMBI_OFFLINE": "1", "TOMBI_NO_CACHE": "true", "NO_COLOR": "1"}
_PLACED = re.compile(r"^ *(Error|Warning): (.*)\n +at .*?:(\d+):(\d+)$", re.MULTILINE)


@attrs.frozen
class Said:
    """One thing that is wrong with a file, and where."""

    line: int
    column: int
    text: str


def lint(path: Path) -> list[Said]:
    """Everything that tombi finds wrong in a file, by its place."""
    done = subprocess.run(
        [TOMBI, "lint", "--offline", path.name], cwd=path.parent, env={**os.environ, **QUIET}, capture_output=True, text=True, check=False
    )
    found = [Said(int(line), int(column), text) for _, text, line, column in _PLACED.findall(done.stderr)]
    if (done.returncode == 0) != (not found):
        raise AssertionError(done.stderr)
    return sorted(found, key=lambda said: (said.line, said.column, said.text))


class Server:
    """tombi as a language server over a folder; `|` in a text is where the cursor stands."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked = 0
        # A server that does not answer is ended: what is read from it then says so.
        self._patience = Timer(PATIENCE, self._kill)
        self._process = subprocess.Popen(
            [TOMBI, "lsp", "--offline"],
            env={**os.environ, **QUIET},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        self._patience.start()
        root = {"uri": self._folder.as_uri(), "name": "files"}
        try:
            self._ask("initialize", {"processId": None, "rootUri": root["uri"], "workspaceFolders": [root], "capabilities": {}})
        except (AssertionError, OSError):
            self._end()
            raise
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def _kill(self) -> None:
        self._process.kill()

    def _end(self) -> None:
        self._patience.cancel()
        self._kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def completes(self, text: str) -> list[str]:
        """What can be written at the cursor."""
        found = self._at(text, "textDocument/completion")
        return [str(item["label"]) for item in (found if isinstance(found, list) else found["items"])] if found else []

    def tells(self, text: str) -> str:
        """What is shown when somebody points at the cursor."""
        found = self._at(text, "textDocument/hover")
        return str(found["contents"]["value"]) if found else ""

    def _at(self, text: str, method: str) -> Any:  # noqa: ANN401 -- whatever a server answers
        before, _, after = text.partition("|")
        uri = (self._folder / f"file-{self._asked}.toml").as_uri()
        document = {"uri": uri, "languageId": "toml", "version": 1, "text": before + after}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        # A server opens a file at its leisure, and knows nothing of it until then.
        for _ in range(TIMES):
            if found := self._ask(method, {"textDocument": {"uri": uri}, "position": position}):
                return found
            sleep(PAUSE)
        return None

    def _ask(self, method: str, params: dict[str, object]) -> Any:  # noqa: ANN401 -- whatever a server answers
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                items = (message.get("params") or {}).get("items", [])
                self._send({"id": message["id"], "result": [None] * len(items) if items else None})
            elif message.get("id") == self._asked:
                return message.get("result")

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise AssertionError("the language server has gone")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message
