"""The part of `check` that is about rounds: all that a run would refuse or tell is found by the same stages, without a result."""

from pathlib import Path

from prioritera.cli.done import noted
from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.loading.load import read_model_of, read_round
from prioritera.model.network import Network
from prioritera.model.round import Round
from prioritera.model.ruleset import Model, RuleSet
from prioritera.pipeline import prioritise
from prioritera.records.guesses import guesses
from prioritera.records.personal import guarded
from prioritera.verify.network import bind_or_tell, check_network
from prioritera.verify.verify import verify_or_tell

Found = tuple[Diagnostic, ...]


def check_round_at(path: Path, *, tree: Path | None = None, notes: bool = False) -> Found:
    """What is wrong with a round, with the rule set and the network that it names, with its records, and with what it decides of them.

    Args:
        path: a folder with round.toml, a round.toml, or a single file of needs.
        tree: as for `load_round`.
        notes: also give what the proofs find worth knowing and no fault.

    Returns:
        Everything found, in no order; with an error in the proofs nothing is ranked, and nothing is told of that.

    >>> check_round_at(Path("examples/nsks-2018"))
    ()
    """
    round_, found = read_round(path, tree=tree)
    if round_ is None:
        return found
    rules, network, named = read_model_of(path, round_, tree=tree)
    found = (*found, *named)
    if rules is None or network is None:
        return found
    model, proved = _proved(rules, network, notes=notes)
    found = (*found, *proved, *guesses(round_, rules, network))
    if model is None:
        return found
    taken = guarded(round_)
    return (*found, *noted(taken.faults[len(round_.faults) :], notes=notes), *_ranked(taken, model))


def _proved(rules: RuleSet, network: Network, *, notes: bool) -> tuple[Model | None, Found]:
    """The rules bound to the network, or None, and what the proofs found: each is made once."""
    verified, of_rules = verify_or_tell(rules, notes=notes)
    model, of_network = (None, check_network(rules, network)) if verified is None else bind_or_tell(verified, network)
    return model, (*of_rules, *noted(of_network, notes=notes))


def _ranked(round_: Round, model: Model) -> Found:
    """What the stages tell of a round without people's data, beside what is told of it already."""
    try:
        result = prioritise(round_, model)
    except PrioriteraError as error:
        return error.diagnostics
    return result.diagnostics[len(result.round.faults) :]
