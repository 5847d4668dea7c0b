"""The public functions: rule sets, networks, catalogues and rounds from files, every fault gathered.

`load_*` gives the value or raises PrioriteraError with everything that is wrong. `read_*` gives the value, or None, with what was found:
warnings and notes as well.
"""

from datetime import date
from pathlib import Path
from typing import TypeVar

from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError
from prioritera.loading.catalogues import read_catalogue_file, read_catalogue_from
from prioritera.loading.dates import in_force, judging_again
from prioritera.loading.document import document_of, open_document
from prioritera.loading.files import Files
from prioritera.loading.folders import is_folder
from prioritera.loading.grids import GRID_SUFFIXES
from prioritera.loading.kinds import (
    CATALOGUE,
    NEEDS,
    NETWORK,
    NETWORK_PART,
    OFFERS,
    ROUND,
    RULESET,
    is_network_part,
    kind_of_data,
)
from prioritera.loading.needs_files import SUFFIXES
from prioritera.loading.networks import read_network_file
from prioritera.loading.of_kind import note_no_kind, of_kind, open_referred, open_source, read_source
from prioritera.loading.offers import read_offers_file
from prioritera.loading.past_faults import read_past_faults
from prioritera.loading.rounds import ROUND_FILE, read_round_file, round_of_needs
from prioritera.loading.rule_set import read_rule_set
from prioritera.loading.shipped import is_shipped
from prioritera.model.catalogue import Catalogue
from prioritera.model.network import Network
from prioritera.model.offers import Offers
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.tentative import Tentative

Value = TypeVar("Value")
Found = tuple[Diagnostic, ...]


def load_rules(source: str | Path, *, tree: Path | None = None) -> RuleSet:
    """The rule set of a file, or of a shipped name.

    Args:
        source: a path, or a name such as "prioritera:sbu-four".
        tree: the folder that nothing outside of may be opened; the parent of the file's folder if not given.

    Raises:
        PrioriteraError: with everything that is wrong.

    >>> load_rules("prioritera:sbu-four").id
    'sbu-four'
    """
    return _or_raise(read_rules(source, tree=tree))


def loads_rules(text: str, *, name: str = "<text>", folder: Path | None = None) -> RuleSet:
    """The rule set of a text.

    Args:
        text: TOML.
        name: what messages call it.
        folder: where the paths in it lead from; without one it may name shipped files only.

    Raises:
        PrioriteraError: with everything that is wrong.

    >>> ours = '''
    ... [ruleset]
    ... id = "ours"
    ... version = "1"
    ... label = "Ours"
    ... extends = "prioritera:sbu-four"
    ... '''
    >>> len(loads_rules(ours).criteria)
    4
    """
    faults = Faults()
    document = document_of(text, name, Files(folder) if folder else None, faults)
    rules = of_kind(document, RULESET, read_rule_set, faults)
    return _or_raise((rules, faults.all()))


def load_network(source: str | Path, *, tree: Path | None = None) -> Network:
    """The network of a file, or of a shipped name.

    Raises:
        PrioriteraError: with everything that is wrong.

    >>> load_network("prioritera:sweden-2018").actors["sbu"].level
    'national'
    """
    return _or_raise(read_network(source, tree=tree))


def load_catalogue(source: str | Path, *, tree: Path | None = None) -> Catalogue:
    """The catalogue of a file, TOML or a sheet, or of a shipped name.

    Raises:
        PrioriteraError: with everything that is wrong.

    >>> [entry.status for entry in load_catalogue("examples/nsks-2018/catalogue.toml").entries.values()]
    ['under-way']
    """
    return _or_raise(read_catalogue(source, tree=tree))


def load_round(path: str | Path, *, tree: Path | None = None) -> Round:
    """The round of a folder, of a round.toml, or of a single file of needs.

    What is wrong with one of several needs files is kept in the round's `faults`, and so are notes and warnings.

    Raises:
        PrioriteraError: with everything that is wrong with the round itself.

    >>> len(load_round("examples/nsks-2018").records)
    9
    """
    return _or_raise(read_round(path, tree=tree))


def load_model_of(
    path: str | Path, round_: Round, *, tree: Path | None = None, decided_on: date | None = None, rules: RuleSet | None = None
) -> tuple[RuleSet, Network]:
    """The rule set and the network that a round names, by shipped name or relative to the round's folder.

    Args:
        path: what the round was loaded from.
        round_: the round.
        tree: as for `load_round`.
        decided_on: the date that the rules must be in force on; the round's own when None.
        rules: another rule set than the round's own, to judge it again by, whenever that is in force.

    Raises:
        PrioriteraError: with everything that is wrong with either.

    >>> rules, network = load_model_of("examples/nsks-2018", load_round("examples/nsks-2018"))
    >>> rules.id, network.id
    ('sbu-four', 'sweden-2018')
    """
    found_rules, network, found = read_model_of(path, round_, tree=tree, decided_on=decided_on, rules=rules)
    if found_rules is None or network is None:
        raise PrioriteraError(found)
    return found_rules, network


def read_rules(source: str | Path, *, tree: Path | None = None) -> tuple[RuleSet | None, Found]:
    """The rule set of a file or a shipped name, or None, and everything that was found."""
    return read_source(source, RULESET, read_rule_set, tree)


def read_rules_past_faults(source: str | Path, *, tree: Path | None = None) -> tuple[RuleSet | None, Tentative | None, Found]:
    """The rule set of a file or a shipped name; where it is faulty what it would be, mended, if that can be told; and everything found."""
    faults = Faults()
    document = open_source(source, faults, tree)
    rules = of_kind(document, RULESET, read_rule_set, faults)
    if rules is not None or document is None or kind_of_data(document.data) != RULESET:
        return rules, None, faults.all()
    tentative, found = read_past_faults(document)
    return None, tentative, found


def read_network(source: str | Path, *, tree: Path | None = None) -> tuple[Network | None, Found]:
    """The network of a file or a shipped name, or None, and everything that was found."""
    return read_source(source, NETWORK, read_network_file, tree)


def read_catalogue(source: str | Path, *, tree: Path | None = None) -> tuple[Catalogue | None, Found]:
    """The catalogue of a file or a shipped name, or None, and everything that was found."""
    if not is_shipped(source) and Path(source).suffix.lower() in GRID_SUFFIXES:
        path, faults = Path(source), Faults()
        return read_catalogue_from(Files(path.parent, tree=tree), path.name, faults), faults.all()
    return read_source(source, CATALOGUE, read_catalogue_file, tree)


def read_offers(path: str | Path, *, tree: Path | None = None) -> tuple[Offers | None, Found]:
    """The offers of a file, or None, and everything that was found."""
    return read_source(path, OFFERS, read_offers_file, tree)


def read_round(path: str | Path, *, tree: Path | None = None) -> tuple[Round | None, Found]:
    """The round of a folder, a round.toml or a file of needs, or None, and everything that was found, the round's own `faults` too."""
    faults = Faults()
    files, name = _files_of_round(path, tree)
    found = _round(files, name, faults)
    return found, (*faults.all(), *(fault for fault in (found.faults if found else ()) if fault not in faults.all()))


def read_model_of(
    path: str | Path, round_: Round, *, tree: Path | None = None, decided_on: date | None = None, rules: RuleSet | None = None
) -> tuple[RuleSet | None, Network | None, Found]:
    """The rule set and the network that a round names, each None if it could not be read, and everything that was found.

    The arguments are those of `load_model_of`.
    """
    faults = Faults()
    files, _ = _files_of_round(path, tree)
    on = decided_on or round_.decided_on
    if rules is None:
        named = [of_kind(open_referred(files, name, round_.span, faults), RULESET, read_rule_set, faults) for name in round_.rules_names]
        chosen = in_force(named, on, round_.span, faults)
    else:
        chosen = judging_again(rules, on, faults)
    network = of_kind(open_referred(files, round_.network_name, round_.span, faults), NETWORK, read_network_file, faults)
    return chosen, network, faults.all()


def kind_of(path: str | Path, *, tree: Path | None = None) -> str:
    """What a file or folder is.

    One of "ruleset", "network", "network-part", "round", "catalogue", "signals", "offers", "needs" and "vocabulary".

    Raises:
        PrioriteraError: it cannot be read, or has no table that tells.

    >>> kind_of("prioritera:sweden-2018")
    'network'
    """
    if not is_shipped(path):
        if is_folder(Path(path)):
            return ROUND
        if Path(path).suffix.lower() in SUFFIXES[1:]:
            return NEEDS
    faults = Faults()
    document = open_source(path, faults, tree)
    kind = kind_of_data(document.data) if document else ""
    if document and not kind:
        note_no_kind(document, faults)
    faults.stop()
    return NETWORK_PART if kind == NETWORK and document and is_network_part(document.data) else kind


def _or_raise(found: tuple[Value | None, Found]) -> Value:
    value, diagnostics = found
    if value is None:
        raise PrioriteraError(diagnostics)
    return value


def _files_of_round(path: str | Path, tree: Path | None) -> tuple[Files, str]:
    """The files of a round, and the name of the one to begin with."""
    found = Path(path)
    if is_folder(found):
        return Files(found, tree=tree), ROUND_FILE
    return Files(found.parent, tree=tree), found.name


def _round(files: Files, name: str, faults: Faults) -> Round | None:
    if Path(name).suffix.lower() != ".toml":
        return round_of_needs(name, files, faults)
    document = open_document(files, name, faults)
    if document is None:
        return None
    kind = kind_of_data(document.data)
    if kind == NEEDS:
        return round_of_needs(name, files, faults)
    return of_kind(document, ROUND, lambda opened, noted: read_round_file(opened, files, noted), faults)
