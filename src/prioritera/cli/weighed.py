"""The command `weights`: a group's answers to how much criteria matter, as weights; and the sheet to answer on."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import NOT_DONE, Done, code_for, root_of, rooted
from prioritera.cli.rule_sets import rules_from
from prioritera.cli.saved import save
from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError
from prioritera.elicitation.as_toml import weights_toml
from prioritera.elicitation.document import weights_document
from prioritera.elicitation.record import weights_json
from prioritera.elicitation.said import POINTS
from prioritera.elicitation.sheet import weights_book
from prioritera.elicitation.together import elicited
from prioritera.loading.files import Files
from prioritera.loading.folders import is_folder
from prioritera.loading.grids import read_grids
from prioritera.loading.rounds import DEFAULT_RULES
from prioritera.model.ruleset import RuleSet
from prioritera.report.text import to_text
from prioritera.words.catalogue import say
from prioritera.workbooks.write import write_book

WEIGHTS = "weights"
_LEAST_CRITERIA = 2


def weights(asked: Asked, *, bold: bool) -> Done:
    """What a filled-in file comes to, as text or JSON; with `--out`, the section for the rule set as a file too."""
    if bool(asked.decided_by) != (asked.decided_on is not None):
        raise PrioriteraError([Diagnostic(code="weights-decided-half")])
    rules = _weighable(asked)
    path = Path(asked.arguments[0])
    faults = Faults()
    files = Files(path.parent, tree=asked.tree)
    grids = read_grids(files, path.name, faults)
    faults.stop()
    found = elicited(grids, rules.criteria, faults, method=asked.method, voices=asked.voices, language=asked.language)
    told = rooted(faults.all(), root_of(path))
    if found is None:
        return Done(code=NOT_DONE, found=told)
    toml = weights_toml(found, rules, asked.language, by=asked.decided_by, on=asked.decided_on)
    if asked.out is not None:
        out = asked.out / f"{WEIGHTS}.toml" if is_folder(asked.out) else asked.out
        save(out.parent, {out.name: toml})
    if asked.as_json:
        text = weights_json(found, rules, toml)
    else:
        text = to_text(weights_document(found, rules, toml, asked.language), bold=bold)
        if asked.out is not None:
            text += f"\n{say(asked.language, 'cli.written', path=out.as_posix())}\n"
    return Done(code=code_for(told), text=text, found=told)


def weights_sheet(asked: Asked) -> Done:
    """Write the sheet to answer on in a file that is not there yet: in `--out`, or by its own name where the command is given."""
    rules = _weighable(asked)
    name = f"{WEIGHTS}.xlsx"
    path = Path(name) if asked.out is None else asked.out / name if is_folder(asked.out) else asked.out
    if _is_there(path):
        raise PrioriteraError([Diagnostic(code="template-in-the-way", params={"name": path.as_posix()})])
    faults = Faults()
    write_book(weights_book(rules, asked.method or POINTS, asked.language), path, faults)
    faults.stop()
    return Done(text=f"{say(asked.language, 'cli.written', path=path.as_posix())}\n")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for any file: writing says so
        return False


def _weighable(asked: Asked) -> RuleSet:
    """The rule set whose criteria are weighed: at least two of them."""
    rules = rules_from(asked.rules or DEFAULT_RULES, asked)
    if len(rules.criteria) < _LEAST_CRITERIA:
        raise PrioriteraError([Diagnostic(code="weights-too-few-criteria", params={"rules": rules.id})])
    return rules
