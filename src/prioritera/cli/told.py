"""The command that tells of prioritera itself: what comes with it."""

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done
from prioritera.loading.load import load_catalogue, load_rules, read_network
from prioritera.loading.shipped import CATALOGUES, NETWORKS, shipped, shipped_files
from prioritera.model.catalogue import Catalogue
from prioritera.model.judged import COMBINES
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit
from prioritera.report.document import Document, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.json import as_text
from prioritera.report.text import to_text
from prioritera.words.catalogue import has, say

_FUNCTIONS = ("levels", "bins", "points", "log", "relative")
_HITS = tuple(hit.value for hit in Hit)
_PANELS = ("median", "mean")
_JUDGED = tuple(dict.fromkeys(way for ways in COMBINES.values() for way in ways))


def methods(asked: Asked, *, bold: bool) -> Done:
    """What comes with prioritera: rule sets, networks, catalogues, and the methods that a rule set can use."""
    files = shipped_files()
    rules = {name: load_rules(name) for name in shipped() if "/" not in files[name]}
    # A part that networks include is no network of its own.
    networks = {name: found for name in shipped() if files[name].startswith(NETWORKS) and (found := read_network(name)[0])}
    catalogues = {name: load_catalogue(name) for name in shipped() if files[name].startswith(CATALOGUES)}
    if asked.as_json:
        return Done(text=as_text(_methods_record(rules, networks, catalogues)))
    language = asked.language

    def words(key: str) -> str:
        return say(language, f"cli.methods.{key}")

    blocks = [
        Section(words("rules"), (Listing([_rules_item(name, one, language) for name, one in rules.items()]),)),
        Section(words("networks"), (Listing([_network_item(name, one, language) for name, one in networks.items()]),)),
        Section(words("catalogues"), (Listing([_catalogue_item(name, one, language) for name, one in catalogues.items()]),)),
        Section(words("functions"), (Listing([Item(words(f"function.{name}")) for name in _FUNCTIONS]),)),
        Section(words("tables"), (Listing([Item(words(f"hit.{name}")) for name in _HITS]),)),
        Section(words("panels"), (Listing([Item(words(f"panel.{name}")) for name in _PANELS]),)),
        Section(words("judged"), (Listing([Item(words(f"way.{name}")) for name in _JUDGED]),)),
    ]
    return Done(text=to_text(Document(words("title"), blocks, language=language), bold=bold))


def _rules_item(name: str, rules: RuleSet, language: str) -> Item:
    rows = [
        (say(language, "cli.methods.name"), name),
        (say(language, "cli.methods.version"), rules.version),
        (say(language, "cli.methods.status"), status_words(rules.status, language)),
        (say(language, "cli.methods.source"), rules.source),
        (say(language, "cli.methods.criteria"), ", ".join(criterion.label.say(language) for criterion in rules.criteria)),
    ]
    about = (Paragraph(rules.about.say(language)),) if rules.about is not None else ()
    return Item(rules.label.say(language), (*about, Pairs([row for row in rows if row[1]])))


def _network_item(name: str, network: Network, language: str) -> Item:
    size = say(language, "cli.methods.actors-many", actors=len(network.actors), channels=len(network.channels))
    rows = [
        (say(language, "cli.methods.name"), name),
        (say(language, "cli.methods.status"), status_words(network.status, language)),
        (say(language, "cli.methods.source"), network.source),
        (say(language, "cli.methods.actors"), size),
    ]
    return Item(network.label.say(language), (Pairs([row for row in rows if row[1]]),))


def _catalogue_item(name: str, catalogue: Catalogue, language: str) -> Item:
    listed = catalogue.listed[0]
    holds = say(language, "cli.methods.entries-many", entries=len(catalogue.entries), places=len(catalogue.places))
    rows = [
        (say(language, "cli.methods.name"), name),
        (say(language, "cli.methods.status"), status_words(listed.status, language)),
        (say(language, "cli.methods.source"), listed.source),
        (say(language, "cli.methods.entries"), holds),
    ]
    about = (Paragraph(listed.about.say(language)),) if listed.about is not None else ()
    title = listed.label.say(language) if listed.label is not None else listed.id
    return Item(title, (*about, Pairs([row for row in rows if row[1]])))


def status_words(status: str, language: str) -> str:
    """A status as people read it; as it stands where there is no word for it."""
    if not status:
        return say(language, "cli.methods.no-status")
    key = f"terms.status.{status}"
    return say(language, key) if has(language, key) else status


def _methods_record(rules: dict[str, RuleSet], networks: dict[str, Network], catalogues: dict[str, Catalogue]) -> dict[str, object]:
    return {
        "schema": "prioritera/methods/1",
        "rules": [
            {
                "name": name,
                "id": one.id,
                "version": one.version,
                "label": {"sv": one.label.sv, "en": one.label.en},
                "status": one.status or None,
                "source": one.source or None,
            }
            for name, one in rules.items()
        ],
        "networks": [
            {
                "name": name,
                "id": one.id,
                "label": {"sv": one.label.sv, "en": one.label.en},
                "status": one.status or None,
                "source": one.source or None,
            }
            for name, one in networks.items()
        ],
        "catalogues": [
            {
                "name": name,
                "id": one.listed[0].id,
                "label": {"sv": label.sv, "en": label.en} if (label := one.listed[0].label) is not None else None,
                "status": one.listed[0].status or None,
                "source": one.listed[0].source or None,
            }
            for name, one in catalogues.items()
        ],
        "value_functions": list(_FUNCTIONS),
        "hit_policies": list(_HITS),
        "panels": list(_PANELS),
        "judged": {source: list(ways) for source, ways in COMBINES.items()},
    }
