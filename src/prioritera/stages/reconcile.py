"""Many records of one need become one need: every sender, wording and piece of evidence kept, nothing guessed.

Needs and refused records come in, in record order; a decision for each comes out, still without an outcome for those that go on.
A merged record ends as "merged into X". Records that contradict each other return the need.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from unicodedata import normalize

import attrs

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.frozen import FrozenMap
from prioritera.matching.groups import Groups, grouped, standing
from prioritera.model.merge import DECIDED, IDENTICAL, SAID, PairDecision, on_a_line
from prioritera.model.need import Need, Origin, Question, Refused
from prioritera.model.outcome import CONFLICT, ERROR, MERGED
from prioritera.model.result import Decision
from prioritera.model.round import SameAs
from prioritera.model.value import Assessment, Fact, Missing
from prioritera.reading.close import closest

T = TypeVar("T", Fact, Assessment)
U = TypeVar("U")


def reconcile(
    records: Sequence[Need | Refused], same_as: Sequence[SameAs] = (), pairs: Sequence[PairDecision] = (), *, identical: bool = False
) -> tuple[tuple[Decision, ...], tuple[Diagnostic, ...]]:
    """Merge the records that a person has said are the same need.

    A need that is said to be a part of another stays a need of its own, and names the whole. In which order decisions come changes nothing.

    Args:
        records: needs, and records that could not become needs, in order.
        same_as: the round's decisions that records are the same; a need's own `same_as` counts alike.
        pairs: decisions about two needs each, by a person.
        identical: whether needs of an area whose texts are identical are one, without anybody having decided it.

    Returns:
        One decision a record, in order: outcome "" for a need that goes on, or error, merged, conflict. And what was wrong with the
        decisions.
    """
    needs = {record.id: record for record in records if isinstance(record, Need)}
    refused = {record.id for record in records if isinstance(record, Refused)}
    into, faults = _targets(needs, refused, same_as)
    ends = {need: _root(need, into) for need in into}
    kept = {need: ends.get(need, need) for need in needs if ends.get(need) != ""}
    held, unfit = standing(pairs, {need: needs[need] for need in kept}, refused | (needs.keys() - kept.keys()))
    groups = grouped(kept, held, list(_identical(needs[need] for need in kept)) if identical else ())
    roots = {**{need: "" for need in ends if not ends[need]}, **groups.kept}
    members: dict[str, list[Need]] = {}
    for need in sorted(groups.kept):
        if groups.kept[need] != need:
            members.setdefault(groups.kept[need], []).append(needs[need])
    decisions = [_decision(record, roots, members) for record in records]
    told = (*faults, *unfit, *groups.faults, *_carried(pairs, held))
    return tuple(_linked(decision, into, groups) for decision in decisions), told


def _carried(pairs: Sequence[PairDecision], held: Sequence[PairDecision]) -> Iterator[Diagnostic]:
    """How many decisions of the round before hold in this one, and how many do not."""
    before, now = (sum(pair.carried for pair in some) for some in (pairs, held))
    if before:
        yield Diagnostic(code="merge-carried", severity=Severity.NOTE, params={"number": now, "of": before})


def _identical(needs: Iterable[Need]) -> Iterator[tuple[str, str]]:
    """The pairs of needs of an area whose title, wordings, target group, intervention and context are the same, letter by letter."""
    first: dict[object, str] = {}
    for need in sorted(needs, key=lambda one: one.id):
        texts = (need.title, *(wording.text for wording in need.wordings), *attrs.astuple(need.question))
        key = (need.area, len(need.wordings), *(on_a_line(normalize("NFC", text)) for text in texts))
        if first.setdefault(key, need.id) != need.id:
            yield first[key], need.id


def _linked(decision: Decision, into: Mapping[str, str], groups: Groups) -> Decision:
    """The decision with how its record was merged, or with the needs that its need is a part of."""
    if decision.merged_into:
        how = SAID if decision.need_id in into else IDENTICAL if decision.need_id in groups.identical else DECIDED
        return attrs.evolve(decision, merged_how=how)
    wholes = groups.wholes.get(decision.need_id, ())
    return attrs.evolve(decision, need=attrs.evolve(decision.need, part_of=wholes)) if wholes and decision.need is not None else decision


def _targets(needs: Mapping[str, Need], refused: set[str], same_as: Sequence[SameAs]) -> tuple[dict[str, str], list[Diagnostic]]:
    """Which need each merged record goes into, as said; what cannot be followed is told, and the record goes on by itself."""
    said = [(need.id, need.same_as, need.span) for need in needs.values() if need.same_as]
    said += [(merged, decision.keep, decision.span) for decision in same_as for merged in decision.merged]
    into: dict[str, str] = {}
    faults = []
    for merged, keep, span in said:
        unknown = next((name for name in (merged, keep) if name not in needs and name not in refused), None)
        if unknown is not None:
            params = {"value": unknown, "close": closest(unknown, needs)}
            faults.append(Diagnostic(code="same-as-unknown", span=span, params=params))
        elif keep in refused and merged in needs:
            faults.append(Diagnostic(code="same-as-set-aside", severity=Severity.WARNING, span=span, params={"need": merged, "keep": keep}))
        elif into.get(merged, keep) != keep:
            params = {"need": merged, "first": into[merged], "second": keep}
            faults.append(Diagnostic(code="same-as-twice", span=span, params=params))
        elif merged in needs:
            into[merged] = keep
    return into, faults


def _root(need: str, into: Mapping[str, str]) -> str:
    """The need that a record ends in, following "same as" to its end; "" when it leads back to itself."""
    seen = {need}
    while need in into:
        need = into[need]
        if need in seen:
            return ""
        seen.add(need)
    return need


def _decision(record: Need | Refused, roots: Mapping[str, str], members: Mapping[str, Sequence[Need]]) -> Decision:
    if isinstance(record, Refused):
        return Decision(need_id=record.id, title=record.title, outcome=ERROR, diagnostics=record.diagnostics)
    root = roots[record.id]
    if not root:
        circle = Diagnostic(code="same-as-circle", span=record.span, params={"need": record.id})
        return Decision(need_id=record.id, title=record.title, outcome=ERROR, need=record, diagnostics=(circle,))
    if root != record.id:
        return Decision(need_id=record.id, title=record.title, outcome=MERGED, need=record, merged_into=root)
    return _merged(record, members.get(record.id, ()))


def _merged(keep: Need, others: Sequence[Need]) -> Decision:
    """The need with the others in it, or returned when they contradict each other."""
    if not others:
        return Decision(need_id=keep.id, title=keep.title, outcome="", need=keep)
    together = (keep, *others)
    facts, clashing_facts = _joined([need.facts for need in together])
    assess, clashing_values = _joined([need.assess for need in together])
    areas = ["area"] if len({need.area for need in together}) > 1 else []
    need = attrs.evolve(
        keep,
        wordings=_distinct(wording for need in together for wording in need.wordings),
        origins=_distinct(origin for need in together for origin in _wishing(need)),
        evidence=_distinct(evidence for need in together for evidence in need.evidence),
        support=_distinct(support for need in together for support in need.support),
        checked=_distinct(check for need in together for check in need.checked),
        links=_distinct(link for need in together for link in need.links),
        indicators=_distinct(indicator for need in together for indicator in need.indicators),
        wished_form=_first(need.wished_form for need in together),
        benefit=_first(need.benefit for need in together),
        question=Question(**{part.name: _first(getattr(need.question, part.name) for need in together) for part in attrs.fields(Question)}),
        note="\n".join(_distinct(need.note for need in together if need.note)),
        facts=FrozenMap(facts),
        assess=FrozenMap(assess),
        merged=_distinct((*keep.merged, *(name for need in others for name in (need.id, *need.merged)))),
        tallies=_distinct(tally for need in together for tally in need.tallies),
    )
    clashes = (*areas, *clashing_facts, *clashing_values)
    if not clashes:
        return Decision(need_id=keep.id, title=keep.title, outcome="", need=need, record=keep)
    told = Diagnostic(
        code="records-disagree",
        severity=Severity.WARNING,
        span=keep.span,
        params={"need": keep.id, "fields": clashes, "others": tuple(need.id for need in others)},
    )
    return Decision(need_id=keep.id, title=keep.title, outcome=CONFLICT, need=need, record=keep, hangs_on=clashes, diagnostics=(told,))


def _wishing(need: Need) -> tuple[Origin, ...]:
    """The senders of a record, each with the form of support that the record wishes for, where it says none of its own."""
    return tuple(attrs.evolve(origin, wished_form=origin.wished_form or need.wished_form) for origin in need.origins)


def _joined(maps: Sequence[Mapping[str, T]]) -> tuple[dict[str, T], list[str]]:
    """What all of them say together, field by field, and the fields on which two known values differ."""
    joined: dict[str, T] = {}
    clashing = []
    for name in dict.fromkeys(name for one in maps for name in one):
        said = [one[name] for one in maps if name in one]
        known = [value for value in said if not isinstance(value.value, Missing)]
        joined[name] = (known or said)[0]
        if any(value.value != known[0].value for value in known):
            clashing.append(name)
    return joined, clashing


def _first(texts: Iterable[str]) -> str:
    """The first of the texts that is not blank. What the merged records say besides stays in them."""
    return next((text for text in texts if text), "")


def _distinct(items: Iterable[U]) -> tuple[U, ...]:
    return tuple(dict.fromkeys(items))
