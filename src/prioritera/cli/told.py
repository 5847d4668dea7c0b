"""The commands that tell of prioritera itself: what a diagnostic means, what comes with it, how a command is used."""

from string import Formatter

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done
from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.loading.load import load_rules, read_network
from prioritera.loading.shipped import shipped, shipped_files
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit
from prioritera.reading.close import closest
from prioritera.report.document import Document, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.json import as_text
from prioritera.report.text import to_text
from prioritera.words.catalogue import LANGUAGES, has, keys, say, template

_PARTS = ("what", "why", "mend", "mend-close")
_FUNCTIONS = ("levels", "bins", "points")
_HITS = tuple(hit.value for hit in Hit)
_PANELS = ("median", "mean")


def codes() -> tuple[str, ...]:
    """Every code of a diagnostic, sorted.

    >>> "unknown-key" in codes()
    True
    """
    return tuple(sorted(key.split(".")[1] for key in keys(LANGUAGES[0]) if key.startswith("diagnostics.") and key.endswith(".what")))


def rule(asked: Asked, *, bold: bool) -> Done:
    """What a diagnostic means; without a code, all of them."""
    known = codes()
    if not asked.arguments:
        if asked.as_json:
            return Done(text=as_text({"schema": "prioritera/codes/1", "codes": [_code_record(code) for code in known]}))
        items = [Item(f"{code}: {sentence(asked.language, code, 'what')}") for code in known]
        blocks = (Paragraph(say(asked.language, "cli.rule.codes-intro")), Listing(items))
        return Done(text=to_text(Document(say(asked.language, "cli.rule.codes"), blocks, language=asked.language), bold=bold))
    code = asked.arguments[0].strip("[]")
    if code not in known:
        raise PrioriteraError([Diagnostic(code="code-unknown", params={"value": code, "close": closest(code, known)})])
    if asked.as_json:
        return Done(text=as_text({"schema": "prioritera/code/1", **_code_record(code)}))
    rows = [(say(asked.language, f"cli.rule.{part}"), sentence(asked.language, code, part)) for part in _PARTS if _says(code, part)]
    document = Document(say(asked.language, "cli.rule.title", code=code), (Pairs(rows),), language=asked.language)
    return Done(text=to_text(document, bold=bold))


def _says(code: str, part: str) -> bool:
    return has(LANGUAGES[0], f"diagnostics.{code}.{part}")


def sentence(language: str, code: str, part: str) -> str:
    """A sentence of a diagnostic with its parameters shown as places to fill.

    >>> sentence("en", "option-date", "what")
    '“<value>” is no date'
    """
    pieces = Formatter().parse(template(language, f"diagnostics.{code}.{part}"))
    return "".join(f"{text}<{_placeholder(language, name)}>" if name else text for text, name, _, _ in pieces)


def _placeholder(language: str, name: str) -> str:
    key = f"cli.placeholders.{name}"
    return say(language, key) if has(language, key) else name


def _code_record(code: str) -> dict[str, object]:
    sentences = {part: {language: sentence(language, code, part) for language in LANGUAGES} for part in _PARTS if _says(code, part)}
    return {"code": code, **sentences}


def methods(asked: Asked, *, bold: bool) -> Done:
    """What comes with prioritera: rule sets, networks, and the methods that a rule set can use."""
    files = shipped_files()
    rules = {name: load_rules(name) for name in shipped() if "/" not in files[name]}
    # A part that networks include is no network of its own.
    networks = {name: found for name in shipped() if "/" in files[name] and (found := read_network(name)[0]) is not None}
    if asked.as_json:
        return Done(text=as_text(_methods_record(rules, networks)))
    language = asked.language

    def words(key: str) -> str:
        return say(language, f"cli.methods.{key}")

    blocks = [
        Section(words("rules"), (Listing([_rules_item(name, one, language) for name, one in rules.items()]),)),
        Section(words("networks"), (Listing([_network_item(name, one, language) for name, one in networks.items()]),)),
        Section(words("functions"), (Listing([Item(words(f"function.{name}")) for name in _FUNCTIONS]),)),
        Section(words("tables"), (Listing([Item(words(f"hit.{name}")) for name in _HITS]),)),
        Section(words("panels"), (Listing([Item(words(f"panel.{name}")) for name in _PANELS]),)),
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


def status_words(status: str, language: str) -> str:
    """A status as people read it; as it stands where there is no word for it."""
    if not status:
        return say(language, "cli.methods.no-status")
    key = f"terms.status.{status}"
    return say(language, key) if has(language, key) else status


def _methods_record(rules: dict[str, RuleSet], networks: dict[str, Network]) -> dict[str, object]:
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
        "value_functions": list(_FUNCTIONS),
        "hit_policies": list(_HITS),
        "panels": list(_PANELS),
    }


def help_text(asked: Asked) -> Done:
    """How a command is used, with an example that works as typed."""
    return Done(text=say(asked.language, f"cli.help.{asked.command or 'main'}"))
