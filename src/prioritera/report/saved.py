"""Saved runs: the JSON of a result, read back as far as two runs can be compared."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from prioritera.model.run import Run, Stood
from prioritera.model.text import Label
from prioritera.report.json import RESULT

Record = Mapping[str, Any]
# What of a sender a need's measures hang on.
_SENDER = ("actor", "unknown", "at_least", "of", "within", "backing", "decided", "forum", "covers", "present")


def run_of(text: str) -> Run | None:
    """The run of a text, None when it is no saved result, or not a whole one.

    >>> run_of("{}") is None
    True
    """
    try:
        record = json.loads(text)
        return run_from(record) if record["schema"] == RESULT else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):  # whatever a text that people have changed can hold
        return None


def run_from(record: Record) -> Run:
    """The run of a whole result."""
    round_, rules = record["round"], record["rules"]
    return Run(
        id=_text(round_["id"]),
        label=_label(round_["label"]),
        rules=f"{_text(rules['id'])} {_text(rules['version'])}",
        rules_hash=_text(rules["hash"]),
        network_hash=_text(record["network"]["hash"]),
        decided_on=round_["decided_on"] or "",
        left_out=_written([[decided["area"]["id"], decided["criterion"]["id"]] for decided in round_["left_out"]]),
        needs={_text(decision["id"]): _stood(decision) for decision in record["decisions"]},
        words=dict(_words(record)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _label(record: Record) -> Label:
    return Label(sv=_text(record["sv"]), en=_text(record["en"]))


def _stood(decision: Record) -> Stood:
    standing, score = decision["standing"], decision["score"]
    return Stood(
        id=_text(decision["id"]),
        title=_text(decision["title"]),
        outcome=_text(decision["outcome"]["id"]),
        destination=_id(decision["destination"]),
        list_id=decision["list"] or "",
        group=(decision["band"]["low"] or "") if decision["placed"] else "",
        place=() if standing is None else (int(standing["best"]), int(standing["worst"])),
        key=() if standing is None else (*standing["lower_key"], *standing["upper_key"]),
        share="" if score is None else f"{score['low']}/{score['of']} {score['high']}/{score['of']}",
        way=[_way(walk) for walk in decision["ways"]],
        rules=[f"{fired['table']}/{fired['rule']}" for fired in decision["fired"]],
        inputs=dict(_inputs(decision)),
        by_hand=[_changed(change) for change in _changes(decision)],
    )


def _id(named: Record | None) -> str:
    return "" if named is None else _text(named["id"])


def _way(walk: Record) -> str:
    """A sender's way there and back, actor by actor."""
    there = [_id(leg["to"]) for leg in (*walk["approach"], *walk["course"])]
    back = [_id(leg["to"]) for leg in walk["back"]]
    return f"{'>'.join([_id(walk['origin']), *there])}<{'>'.join(back)}"


def _changes(decision: Record) -> Iterator[Record]:
    """What people changed by hand; a result that was saved before there were such changes has none."""
    yield from decision.get("by_hand", ())


def _changed(change: Record) -> str:
    to = _id(change["to"]) if change["to_class"] is None else change["to_class"]["value"]
    return _written({"thing": _text(change["thing"]), "to": to})


def _inputs(decision: Record) -> Iterator[tuple[str, str]]:
    """What a need was judged on. What a table concluded is no input: it is known by the table that fired."""
    concluded = {"outcome", *(fired["table"] for fired in decision["fired"])}
    yield "area", _id(decision["area"])
    yield "origins", _written([{key: origin[key] for key in _SENDER} for origin in decision["origins"]])
    # A class by hand stands among the values; what the need itself says is beside it.
    said = {change["field"]: change["said_class"]["value"] for change in _changes(decision) if change["said_class"] is not None}
    for name, value in decision["values"].items():
        if name not in concluded:
            yield name, _written(said.get(name, value["value"]))
    for name, assessed in decision["assessments"].items():
        yield name, _written({key: assessed[key] for key in ("low", "high", "missing", "panel")})


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _words(record: Record) -> Iterator[tuple[str, Label]]:
    """The words for outcomes, destinations, actors, areas, criteria and groups."""
    for one in (*record["rules"]["criteria"], *(band for band in record["rules"]["bands"] if band["label"] is not None)):
        yield _text(one["id"]), _label(one["label"])
    for decision in record["decisions"]:
        legs = [leg for walk in decision["ways"] for part in ("approach", "course", "back") for leg in walk[part]]
        senders = [origin["actor"] for origin in decision["origins"]]
        actors = [leg[end] for leg in legs for end in ("from", "to")]
        for named in (decision["outcome"], decision["destination"], decision["area"], *senders, *actors):
            if named is not None:
                yield _text(named["id"]), _label(named["label"])
