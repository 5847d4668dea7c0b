"""A round in REPRISE's order as JSON; its schema is `reprise.schema.json`. What nobody has said is null, never left out and never guessed.

Each domain has what people have said of it, item by item, and what the round knows of it in the shapes that a run and its coverage have.
"""

from collections.abc import Iterator, Mapping

from prioritera.model.coverage import Coverage
from prioritera.model.reprise import DOMAINS, ITEMS, number_of
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.text import Label
from prioritera.report.coverage_json import coverage_record
from prioritera.report.json import as_text, result_record
from prioritera.report.records import Record, label
from prioritera.report.reprise_telling import Telling
from prioritera.report.scale_words import scale_words
from prioritera.report.voice import Voice
from prioritera.words.catalogue import LANGUAGES, say

REPRISE = "prioritera/reprise/1"
# What of a run and of its coverage belongs to which domain; what of the round itself, besides what all output says of it.
_OF_ROUND = {"context": ("about", "areas", "period", "previous_round"), "governance": ("holder", "decided_on")}
_OF_RUN = {
    "framework": ("rules", "network"),
    "prioritisation": ("leave_out",),
    "output": ("decisions", "lists", "selections", "conflicts", "find_out_first", "diagnostics"),
    "evaluation": ("judged", "missed"),
}
_OF_COVERAGE = {
    "stakeholders": (
        "states",
        "rate",
        "structures",
        "other_structures",
        "sizes",
        "without_size",
        "senders",
        "reached",
        "unrecorded_groups",
    ),
    "identification": ("areas", "sources"),
}


def reprise_json(result: Result, model: Model, coverage: Coverage) -> str:
    """The report of a round in the order of REPRISE, as data.

    >>> import json
    >>> from prioritera import load_model, prioritise
    >>> from prioritera.questions import coverage
    >>> round_, model = load_model("examples/nsks-2018")
    >>> result = prioritise(round_, model)
    >>> found = json.loads(reprise_json(result, model, coverage(result, model)))["domains"]
    >>> found["context"]["items"][0]["said"], found["funding"]["number"], found["funding"]["known"]
    (None, 10, {})
    """
    run, cover = result_record(result, model), coverage_record(coverage, result, model)
    said = {one.key: one.text for one in result.round.reprise}
    known: dict[str, Record] = {domain: {} for domain in DOMAINS}
    for of, whole in ((_OF_ROUND, run["round"]), (_OF_RUN, run), (_OF_COVERAGE, cover)):
        for domain, names in of.items():
            known[domain] |= {name: whole[name] for name in names}
    voices = {language: Voice(language, model.rules, model.network) for language in LANGUAGES}
    known["framework"]["scales"] = {
        one.id: {language: scale_words(voice, one) for language, voice in voices.items()} for one in model.rules.criteria
    }
    told = Telling(voice=voices[LANGUAGES[0]], result=result, coverage=coverage)
    known["identification"] |= {"files": run["round"]["files"], "forums": list(dict.fromkeys(_forums(told)))}
    known["prioritisation"] |= {
        "list_key": list(model.rules.list_key),
        "left_out": run["round"]["left_out"],
        "cuts": run["round"]["cuts"],
        "changed_by_hand": [one.need_id for one in result.decisions if one.by_hand],
        "appealed": [one.need_id for one in result.decisions if one.appeals],
    }
    known["implementation"] = {"goes": list(_goes(run["decisions"]))}
    head = {key: run["round"][key] for key in ("id", "label", "illustrative")}
    domains = {domain: {"number": number, **_said(domain, said), "known": known[domain]} for number, domain in enumerate(DOMAINS, start=1)}
    return as_text({"schema": REPRISE, "round": head, "domains": domains})


def _said(domain: str, said: Mapping[str, Label]) -> Record:
    """What people have said of a domain and of its items; null where they have said nothing."""
    items = [
        {"number": number_of(item), "id": item, "label": _words(f"items.{item}"), "said": label(said.get(item))}
        for item in ITEMS.get(domain, ())
    ]
    return {"label": _words(f"domains.{domain}"), "items": items, "said": label(said.get(domain))}


def _words(key: str) -> Record:
    return {language: say(language, f"reprise.{key}") for language in LANGUAGES}


def _forums(told: Telling) -> Iterator[str]:
    """The forums where needs were raised, by id."""
    yield from (origin.forum for _, need in told.kept() for origin in need.origins if origin.forum)


def _goes(decisions: list[Record]) -> Iterator[Record]:
    """Where each need goes, in short; its ways stand with its decision."""
    for one in decisions:
        yield {"need": one["id"], **{key: one[key] for key in ("outcome", "destination", "look_again")}}
