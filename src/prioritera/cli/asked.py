"""What was asked for: the words of the command line read into a value, with every fault in our own words."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import attrs

from prioritera.cli.option_values import choice_of, date_of, folder_of, methods_of, path_of, whole_of
from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError
from prioritera.elicitation.said import METHODS, VOICES
from prioritera.frozen import frozen_tuple
from prioritera.methods.many import MANY
from prioritera.model.draws import SAMPLES, SEED, WEIGHTS
from prioritera.reading.close import closest
from prioritera.words.catalogue import LANGUAGES, say

RUN = "run"
CHECK = "check"
FORMATS = ("text", "json")
# The forms in which only the findings of `check` can be written.
CHECK_FORMATS = (*FORMATS, "sarif", "github")
EVERYWHERE = ("--lang", "--format", "--help")
# Each command, with the options that it takes besides those of all commands, and the least and the most arguments.
COMMANDS: dict[str, tuple[tuple[str, ...], int, int | None]] = {
    RUN: (("--out", "--points", "--decided-on", "--rules", "--tree"), 1, 1),
    CHECK: (("--notes", "--tree"), 1, None),
    "explain": (("--versus", "--decided-on", "--rules", "--tree"), 2, 2),
    "diff": (("--tree",), 2, 2),
    "extract": (("--out", "--signals", "--tree"), 1, None),
    "signals": (("--out", "--tree"), 1, None),
    "reconcile": (("--out", "--decided-on", "--tree"), 1, 1),
    "exists": (("--out", "--decided-on", "--tree"), 1, 1),
    "checks": (("--out", "--rss", "--decided-on", "--rules", "--tree"), 1, 1),
    "compile": (("--out", "--decided-on", "--rules", "--tree"), 1, 1),
    "compare": (("--with", "--methods", "--top", "--decided-on", "--rules", "--tree"), 1, 1),
    "coverage": (("--for", "--decided-on", "--rules", "--tree"), 1, 1),
    "robustness": (("--k", "--weights", "--samples", "--seed", "--out", "--decided-on", "--rules", "--tree"), 1, 1),
    "report": (("--out", "--points", "--decided-on", "--rules", "--tree"), 1, 1),
    "supply": (("--decided-on", "--tree"), 1, 1),
    "export": (("--out", "--decided-on", "--tree"), 2, 2),
    "weights": (("--rules", "--method", "--voices", "--decided-by", "--decided-on", "--out", "--tree"), 1, 1),
    "template": (("--out", "--rules", "--method", "--tree"), 1, 2),
    "schema": (("--out", "--rules", "--network", "--tree"), 0, 1),
    "rule": ((), 0, 1),
    "methods": ((), 0, 0),
}
# What each option with a value takes, as a key of the command line's words.
_VALUES = {
    "--lang": " | ".join(LANGUAGES),
    "--format": " | ".join(FORMATS),
    "--out": "a-folder",
    "--tree": "a-folder",
    "--decided-on": "a-date",
    "--versus": "an-id",
    "--rss": "an-rss",
    "--for": "an-rss",
    "--rules": "a-rules-file",
    "--network": "a-network",
    "--signals": "a-file",
    "--method": " | ".join(METHODS),
    "--voices": " | ".join(VOICES),
    "--decided-by": "a-name",
    "--with": " | ".join(MANY),
    "--methods": "a-methods-file",
    "--top": "a-number",
    "--k": "a-number",
    "--weights": " | ".join(WEIGHTS),
    "--samples": "a-number",
    "--seed": "a-number",
}


@attrs.frozen(kw_only=True)
class Asked:
    """A command with its arguments and options. `command` is "" when only help is asked for."""

    command: str
    arguments: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    language: str = LANGUAGES[0]
    form: str = FORMATS[0]
    out: Path | None = None
    points: bool = False
    notes: bool = False
    decided_on: date | None = None
    tree: Path | None = None
    versus: str = ""
    rss: str = ""
    rules: str = ""
    network: str = ""
    signals: str = ""
    method: str = ""
    voices: str = VOICES[0]
    decided_by: str = ""
    methods: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    top: int | None = None
    preferences: str = ""
    k: int | None = None
    weights: str = WEIGHTS[0]
    samples: int = SAMPLES
    seed: int = SEED
    help: bool = False

    @property
    def as_json(self) -> bool:
        """Whether the result is to be data."""
        return self.form == FORMATS[1]


def language_in(argv: Sequence[str]) -> str:
    """The language that is asked for, found even where the rest cannot be read: Swedish when none is.

    >>> language_in(["run", "--lang", "en"]), language_in(["--lang=xx"])
    ('en', 'sv')
    """
    found = LANGUAGES[0]
    for word, following in pairwise([*argv, ""]):
        value = following if word == "--lang" else word.removeprefix("--lang=")
        found = value if word.startswith("--lang") and value in LANGUAGES else found
    return found


def read(argv: Sequence[str]) -> Asked:
    """The command line as a value.

    Args:
        argv: the words after the program's name.

    Raises:
        PrioriteraError: with everything that is wrong.

    >>> asked = read(["examples/nsks-2018", "--lang", "en"])
    >>> asked.command, asked.arguments, asked.language
    ('run', ('examples/nsks-2018',), 'en')
    """
    faults = Faults()
    language = language_in(argv)
    cut = list(argv).index("--") if "--" in argv else len(argv)
    formats = CHECK_FORMATS if CHECK in argv else FORMATS
    options, left = _split(argv[:cut], language, formats)
    words = [*(word for word in left if not _is_option(word)), *argv[cut + 1 :]]
    asked_help = bool(options["help"]) or words[:1] == ["help"] or not argv
    words = words[1:] if words[:1] == ["help"] else words
    command = _command(words, faults, asked_help=asked_help)
    unknown = [word for word in left if _is_option(word)]
    _check_options(command, options, unknown, faults)
    arguments = words[1:] if words[:1] == [command] else words
    if not asked_help and not faults.count:
        _check_arguments(command, arguments, language, faults)
    form = _form(command, options["format"], faults)
    asked = Asked(
        command=command,
        arguments=arguments,
        language=choice_of("--lang", options["lang"], LANGUAGES, faults),
        form=form,
        out=path_of(options["out"]),
        points=bool(options["points"]),
        notes=bool(options["notes"]),
        decided_on=date_of(options["decided_on"], faults),
        tree=folder_of(options["tree"], faults),
        versus=str(options["versus"] or ""),
        rss=str(options["rss"] or options["for"] or ""),
        rules=str(options["rules"] or ""),
        network=str(options["network"] or ""),
        signals=str(options["signals"] or ""),
        method="" if options["method"] is None else choice_of("--method", options["method"], METHODS, faults),
        voices=choice_of("--voices", options["voices"], VOICES, faults),
        decided_by=str(options["decided_by"] or "").strip(),
        methods=methods_of(options["with"], faults),
        top=whole_of("--top", options["top"], faults),
        preferences=str(options["methods"] or ""),
        k=whole_of("--k", options["k"], faults),
        weights=choice_of("--weights", options["weights"], WEIGHTS, faults),
        samples=whole_of("--samples", options["samples"], faults) or SAMPLES,
        seed=whole_of("--seed", options["seed"], faults) or SEED,
        help=asked_help,
    )
    faults.stop()
    return asked


def _split(argv: Sequence[str], language: str, formats: Sequence[str]) -> tuple[dict[str, object], list[str]]:
    """The options that are known, and all other words in order."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--points", action="store_true")
    parser.add_argument("--notes", action="store_true")
    for option in _VALUES:
        parser.add_argument(option)
    try:
        options, left = parser.parse_known_args(list(argv))
    except argparse.ArgumentError as error:
        raise PrioriteraError([_bad_option(str(error.argument_name).rpartition("/")[2], language, formats)]) from None
    return vars(options), left


def _bad_option(option: str, language: str, formats: Sequence[str]) -> Diagnostic:
    """An option without the value that it takes, or with one where it takes none."""
    if option in _VALUES:
        known = tuple(formats) if option == "--format" else _takes(option, language)
        return Diagnostic(code="option-value-missing", params={"option": option, "known": known})
    return Diagnostic(code="option-without-value", params={"option": option})


def _takes(option: str, language: str) -> str | tuple[str, ...]:
    value = _VALUES[option]
    return tuple(value.split(" | ")) if " | " in value else say(language, f"cli.{value}")


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _command(words: Sequence[str], faults: Faults, *, asked_help: bool) -> str:
    """The command that is named; a round alone means `run`. A word that is nearly a command, and no file, is not taken for a round."""
    if not words:
        return "" if asked_help else RUN
    first = words[0]
    if first in COMMANDS:
        return first
    near = closest(first, COMMANDS)
    if not re.search(r"[./\\]", first) and (near or asked_help) and not _is_there(Path(first)):
        faults.add("unknown-command", value=first, known=tuple(COMMANDS), close=near)
    return RUN


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for any file
        return False


def _check_options(command: str, options: dict[str, object], unknown: Sequence[str], faults: Faults) -> None:
    """Every option must be one of the command's."""
    known = (*COMMANDS[command or RUN][0], *EVERYWHERE)
    given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value not in {None, False}]
    for option in (*given, *(word.partition("=")[0] for word in unknown)):
        if option not in known:
            near = closest(option, [*known, "--version"])
            faults.add("unknown-option", value=option, command=f"prioritera {command}".strip(), known=known, close=near)


def _check_arguments(command: str, arguments: Sequence[str], language: str, faults: Faults) -> None:
    """As many arguments as the command takes."""
    _, least, most = COMMANDS[command]
    usage = say(language, f"cli.usage.{command}")
    if len(arguments) < least:
        faults.add("argument-missing", command=command, missing=say(language, f"cli.arguments.{command}"), usage=usage)
    if most is not None:
        for extra in arguments[most:]:
            faults.add("argument-extra", command=command, value=extra, usage=usage)


def _form(command: str, value: object, faults: Faults) -> str:
    """The form of what is written out; some are for the findings of `check` alone."""
    if command == CHECK:
        return choice_of("--format", value, CHECK_FORMATS, faults)
    if value in CHECK_FORMATS[len(FORMATS) :]:
        faults.add("format-not-here", value=str(value), command=f"prioritera {command}".strip(), known=FORMATS)
        return FORMATS[0]
    return choice_of("--format", value, FORMATS, faults)
