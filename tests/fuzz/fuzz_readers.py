"""Files of needs with random damage, for as many minutes as are asked for: each is read or told of, and nothing breaks.

python tests/fuzz/fuzz_readers.py 10 [seed]        or: nox -s fuzz -- 10

The damage is done to real files: to their bytes, and to the parts inside of a workbook, packed again so that they are read. What breaks is
printed with the seed that made it.
"""

import argparse
import io
import random
import signal
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from broken_files import BROKEN
from prioritera.diagnostics import describe
from prioritera.loading.load import read_model_of, read_round
from prioritera.model.need import Refused
from prioritera.stages.intake import intake
from small_rules import ROUND, changed, write_round

LONGEST = 20
MOST_BYTES = 200_000
WORDS = (
    *(b'"', b";", b",", b"\t", b"\r", b"\n", b"\0", b"'", b"=", b"<", b">", b"/", b"&", b"|", b"..", b"#", b"-1", b"1e999", b"nan"),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"\xe5", b"\xc3\xa5", b"\xe2\x80\x8f", b"&#0;", b"&lt;", b"9999999999", b"se ovan", b"vet ej"),
    *(b"A1048576", b"XFD1", b'r="ZZZ9999999"', b't="e"', b"<f>", b"<v/>", b"<c r='B2'>", b"<!DOCTYPE a>"),
    *(b'number-rows-repeated="99999999"', b'number-rows-spanned="9"'),
)


def damaged(content: bytes, draw: random.Random) -> bytes:
    """The bytes with a few of them changed, taken away, doubled or added."""
    for _ in range(draw.choice((1, 1, 2, 3, 8))):
        at = draw.randrange(len(content) + 1)
        end = min(at + draw.choice((1, 2, 5, 40, 400)), len(content))
        kind = draw.randrange(6)
        if kind == 0:
            content = content[:at] + draw.randbytes(end - at) + content[end:]
        elif kind == 1:
            content = content[:at] + content[end:]
        elif kind == 2:
            content = content[:end] + content[at:]
        elif kind == 3:
            content = content[:at] + draw.choice(WORDS) + content[end:]
        elif kind == 4:
            content = content[:at] + draw.choice(WORDS) + content[at:]
        else:
            content = content[:at]
    return content


def damaged_inside(content: bytes, draw: random.Random) -> bytes:
    """A workbook with one or two of its parts damaged, left out or named otherwise, and packed again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = set(draw.sample(names, min(len(names), draw.choice((1, 1, 2)))))
        if draw.random() < 0.6:
            hit.add(next((name for name in names if "sheet1.xml" in name or name == "content.xml"), names[0]))
        for name in names:
            part = old.read(name)
            if name not in hit or draw.random() > 0.05:
                new.writestr(
                    name if name not in hit or draw.random() > 0.03 else name.upper(), damaged(part, draw) if name in hit else part
                )
    return out.getvalue()


def seeds() -> list[tuple[str, bytes]]:
    """The files that damage is done to: those of the corpus that are not large."""
    made = [(broken.name, broken.make()) for name, broken in BROKEN.items() if name not in {"hundred-thousand-rows", "bomb", "many-parts"}]
    return [(name, content) for name, content in made if len(content) < MOST_BYTES]


def play(name: str, content: bytes, folder: Path) -> int:
    """Read a file as a round would, and say everything that is wrong with it; how many findings there are."""
    (folder / "round.toml").write_text(changed(ROUND, "needs.toml", name), encoding="utf-8")
    (folder / name).write_bytes(content)
    round_, found = read_round(folder)
    if round_ is not None:
        rules, network, _ = read_model_of(folder, round_)
        if rules is not None and network is not None:
            taken = intake(round_, rules, network)
            found = (*found, *(fault for record in taken if isinstance(record, Refused) for fault in record.diagnostics))
    alone, more = read_round(folder / name)
    found = (*found, *more, *(alone.faults if alone is not None else ()))
    for one in found[:200]:
        for language in ("sv", "en"):
            describe(one, language)
    return len(found)


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"reading took more than {LONGEST} seconds")


def main(words: Sequence[str]) -> int:
    """Damage and read until the time is up; 1 when anything broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes", type=float, nargs="?", default=1)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    asked = parser.parse_args(words)
    files = seeds()
    signal.signal(signal.SIGALRM, _too_long)
    counts: Counter[str] = Counter()
    end = time.monotonic() + asked.minutes * 60
    seed = asked.seed
    with TemporaryDirectory() as home:
        folder = write_round(Path(home) / "rounds" / "one")
        while time.monotonic() < end:
            seed += 1
            sys.stderr.write(f"\r{seed}")  # so that a file that ends the whole process can be told
            draw = random.Random(seed)  # noqa: S311 -- damage, no secret
            name, content = draw.choice(files)
            inside = content.startswith(b"PK") and draw.random() < 0.7
            try:
                content = damaged_inside(content, draw) if inside else damaged(content, draw)
            except (zipfile.BadZipFile, zlib.error, RuntimeError):
                content = damaged(content, draw)
            signal.alarm(LONGEST)
            try:
                counts["findings"] += play(name, content, folder)
            except BaseException:
                sys.stdout.write(f"seed {seed}, {name}:\n{traceback.format_exc()}\n")
                counts["broken"] += 1
                if sys.exc_info()[0] in {KeyboardInterrupt, SystemExit}:
                    raise
            signal.alarm(0)
            (folder / name).unlink(missing_ok=True)
            counts["files"] += 1
    sys.stdout.write(f"{counts['files']} files, {counts['findings']} findings, {counts['broken']} broke; last seed {seed}\n")
    return bool(counts["broken"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
