"""The command that judges a round."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rule_sets import rules_from
from prioritera.cli.saved import save
from prioritera.diagnostics import by_place
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.pipeline import load_model, prioritise
from prioritera.report.compose import compose
from prioritera.report.text import to_text
from prioritera.words.catalogue import say

# Excel opens a CSV file as UTF-8 when it begins so.
BOM = "\ufeff"


def run(asked: Asked, *, bold: bool) -> Done:
    """Rank a round; with `--out`, save it and say where."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    code = code_for(found)
    if asked.out is None:
        text = _json(result, model) if asked.as_json else _text(result, model, asked, bold=bold)
        return Done(code=code, text=text, found=found)
    written = save(asked.out, _files(result, model, asked))
    return Done(code=code, text="".join(f"{say(asked.language, 'cli.written', path=name)}\n" for name in written), found=found)


def judged(path: Path, asked: Asked) -> tuple[Result, Model]:
    """A round judged as it is asked for: by other rules or on another day than its own, where they are given."""
    rules = rules_from(asked.rules, asked) if asked.rules else None
    round_, model = load_model(path, tree=asked.tree, rules=rules, decided_on=asked.decided_on)
    return prioritise(round_, model, decided_on=asked.decided_on), model


def _files(result: Result, model: Model, asked: Asked) -> dict[str, str]:
    """What is saved of a round, by the names of the files."""
    # Late: most rounds are only looked at, and what is looked at takes none of this.
    from prioritera.report.conflict_log import conflict_page  # noqa: PLC0415 -- as the line above says
    from prioritera.report.coverage import coverage_document  # noqa: PLC0415
    from prioritera.report.voice import Voice  # noqa: PLC0415
    from prioritera.stages.cover import cover  # noqa: PLC0415
    from prioritera.workbooks.comma import to_csv  # noqa: PLC0415

    files = {"report.txt": _text(result, model, asked, bold=False), "result.json": _json(result, model)}
    if result.conflicts:
        page = conflict_page(Voice(asked.language, model.rules, model.network), result)
        files[f"{say(asked.language, 'report.conflict-log.file')}.csv"] = BOM + to_csv(page)
    covered = coverage_document(cover(result, model.rules, model.network), result, model, asked.language)
    files[f"{say(asked.language, 'coverage.file')}.txt"] = to_text(covered)
    return files


def _json(result: Result, model: Model) -> str:
    from prioritera.report.json import result_json  # noqa: PLC0415 -- late: where people read, nobody asks for data

    return result_json(result, model)


def _text(result: Result, model: Model, asked: Asked, *, bold: bool) -> str:
    return to_text(compose(result, model, asked.language, points=asked.points), bold=bold)
