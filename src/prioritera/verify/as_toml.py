"""Needs as they would be written in a file of needs: a block that can be pasted."""

import json
from collections.abc import Iterator, Mapping

import attrs

from prioritera.model.criterion import Criterion
from prioritera.model.need import Check, Need, Origin, Question, SupportMatch
from prioritera.model.value import Assessment, Exact, Fact, FactValue, Interval, Missing
from prioritera.reading.numbers import decimal_text


def need_as_toml(need: Need, criteria: Mapping[str, Criterion]) -> str:
    """A need as a block of a file of needs.

    Facts and assessments are written without where they are from; of a panel's answers, the value.

    Args:
        need: as it was read, or made.
        criteria: those of the rule set, by id: values are written in their units.

    >>> from prioritera.model.need import Origin
    >>> print(need_as_toml(Need(id="n1", title="Fall", area="elderly-care", origins=[Origin(actor="k0114")]), {}), end="")
    [[needs]]
    id = "n1"
    title = "Fall"
    area = "elderly-care"
    <BLANKLINE>
    [[needs.origins]]
    actor = "k0114"
    """
    head = [
        "[[needs]]",
        f"id = {_text(need.id)}",
        f"title = {_text(need.title)}",
        f"area = {_text(need.area)}",
        *_question(need.question),
    ]
    facts = [f"{name} = {fact_as_toml(fact)}" for name, fact in need.facts.items()]
    assessed = [f"{name} = {assessment_as_toml(one, criteria[name])}" for name, one in need.assess.items()]
    parts = [
        head,
        *(["[[needs.origins]]", *_origin(origin)] for origin in need.origins),
        *(["[[needs.support]]", *_support(match)] for match in need.support),
        *(["[[needs.checked]]", *_check(check)] for check in need.checked),
        *([["[needs.facts]", *facts]] if facts else []),
        *([["[needs.assess]", *assessed]] if assessed else []),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def fact_as_toml(fact: Fact) -> str:
    """The value of a fact, with its reason where it has one.

    >>> fact_as_toml(Fact(value=frozenset(["b", "a"]))), fact_as_toml(Fact(value=Missing()))
    ('["a", "b"]', '{ missing = "not-filled-in" }')
    >>> fact_as_toml(Fact(value=2, because="as agreed"))
    '{ value = 2, because = "as agreed" }'
    """
    key, written = "value", _fact_value(fact.value)
    if isinstance(fact.value, Missing):
        key, written = "missing", _text(fact.value.reason.value)
    elif not fact.because:
        return written
    reason = f", because = {_text(fact.because)}" if fact.because else ""
    return f"{{ {key} = {written}{reason} }}"


def _fact_value(value: FactValue) -> str:
    if isinstance(value, frozenset):
        return f"[{', '.join(_text(word) for word in sorted(value))}]"
    return "" if isinstance(value, Missing) else json.dumps(value, ensure_ascii=False)


def assessment_as_toml(assessment: Assessment, criterion: Criterion) -> str:
    """The value of an assessment, in the criterion's unit.

    >>> from prioritera.loading.load import load_rules
    >>> impact = load_rules("prioritera:sbu-four").criterion("impact")
    >>> assessment_as_toml(Assessment(value=Interval(low=1, high=4)), impact)
    '{ low = 0.5, high = 2 }'
    """
    value, step = assessment.value, criterion.step
    if isinstance(value, Exact):
        return decimal_text(value.x * step)
    if isinstance(value, Interval):
        ends = f"low = {decimal_text(value.low * step)}, high = {decimal_text(value.high * step)}"
        return f"{{ {ends} }}" if value.reason is None else f"{{ missing = {_text(value.reason.value)}, {ends} }}"
    if isinstance(value, Missing):
        return f"{{ missing = {_text(value.reason.value)} }}"
    answers = [_text(one.reason.value) if isinstance(one, Missing) else decimal_text(one) for one in value.answers]
    return f"{{ panel = [{', '.join(answers)}] }}"


def _question(question: Question) -> Iterator[str]:
    stated = [f"{name} = {_text(text)}" for name, text in attrs.asdict(question).items() if text]
    if stated:
        yield f"question = {{ {', '.join(stated)} }}"


def _origin(origin: Origin) -> Iterator[str]:
    """Every key of a sender that says something."""
    for field in attrs.fields(Origin):
        value = getattr(origin, field.name)
        if isinstance(value, tuple) and value:
            yield f"{field.name} = [{', '.join(_text(name) for name in value)}]"
        elif isinstance(value, str | bool | int) and value:
            yield f"{field.name} = {json.dumps(value, ensure_ascii=False)}"
        elif value:
            yield f"{field.name} = {value.isoformat()}"


def _support(match: SupportMatch) -> Iterator[str]:
    yield f"entry = {_text(match.entry)}"
    yield f"covers = {_text(match.covers)}"
    if match.confirmed:
        yield "confirmed = true"


def _check(check: Check) -> Iterator[str]:
    if check.where:
        yield f"where = [{', '.join(_text(place) for place in check.where)}]"
    yield f"found = {_text(check.found)}"
    if check.source:
        yield f"source = {_text(check.source)}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
