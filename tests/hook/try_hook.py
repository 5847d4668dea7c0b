"""Try the hook as its users do, with `pre-commit try-repo` in a repository with a wrong and then a right rule file: `nox -s hook`."""

import subprocess
import sys
import tempfile
from pathlib import Path

HOOK = "prioritera-check"
ROOT = Path(__file__).parents[2]
RIGHT = (ROOT / "rules" / "sbu-four.toml").read_text(encoding="utf-8")
WRONG = RIGHT.replace('existing = ["under-way"', 'existing = ["under-wy"')


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def repository(folder: Path, rules: str) -> Path:
    """A repository with a rule file, the words it uses, and a file that is none of the hook's."""
    (folder / "rules" / "vocabularies").mkdir(parents=True)
    for words in (ROOT / "rules" / "vocabularies").glob("*.toml"):
        (folder / "rules" / "vocabularies" / words.name).write_text(words.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "rules" / "ours.toml").write_text(rules, encoding="utf-8")
    (folder / "other.toml").write_text("not = [toml", encoding="utf-8")
    run("git", "init", "--quiet", folder=folder)
    run("git", "add", "--all", folder=folder)
    return folder


def tried(rules: str) -> tuple[int, str]:
    """The exit code of the hook, and what it said."""
    with tempfile.TemporaryDirectory() as folder:
        done = run(sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), HOOK, "--all-files", folder=repository(Path(folder), rules))
    return done.returncode, done.stdout + done.stderr


def main() -> int:
    """See the hook fail on the wrong file, with its place, and pass on the right one."""
    wrong, right = tried(WRONG), tried(RIGHT)
    well = wrong[0] == 1 and "rules/ours.toml:182:22: " in wrong[1] and "unknown-word" in wrong[1] and right[0] == 0
    sys.stdout.write(f"{wrong[1]}\n{right[1]}\n{'well' if well else 'not well'}\n")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
