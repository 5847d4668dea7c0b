"""The difference between two rule sets as a document: what is written otherwise, which needs end otherwise, whether order can turn."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from prioritera.model.network import Network
from prioritera.model.rules_diff import Change, Part, RulesDiff, Verdict
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule
from prioritera.model.text import Label
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.regions import Sides, region_words, witness_words
from prioritera.report.rules_effects import effect_items
from prioritera.report.voice import Voice, capital, destination_name, outcome_name, thing_name, word_name

_MOST_PARTS = 30
_MOST_CHANGES = 40
# What stands for a network where none is named: destinations are shown by their ids.
_NOWHERE = Network(id="", label=Label(sv="", en=""), actors={}, channels=())


def rules_diff_document(found: RulesDiff, language: str, *, roots: tuple[str, str] = ("", "")) -> Document:
    """What changes from one rule set to another.

    Args:
        found: of two verified rule sets.
        language: "sv" or "en".
        roots: the folders that the names of either side's files are relative to, put before them.

    >>> from prioritera import diff_rules, load_rules, verify
    >>> rules = verify(load_rules("prioritera:sbu-four"))
    >>> rules_diff_document(diff_rules(rules, rules), "en").blocks[1].text
    'No need changes: every need has the same outcome, the same destination and the same place by both. That is proved.'
    """
    sides = Sides(old=Voice(language, found.old, _NOWHERE), new=Voice(language, found.new, _NOWHERE), roots=roots)
    voice = sides.new
    parts: list[Block | None] = [
        Pairs([(voice.say(f"diff.{side}"), _name(voice, rules)) for side, rules in (("before", found.old), ("after", found.new))]),
        *(Paragraph(text) for text in _verdict(voice, found)),
        _parts_section(voice, found.parts),
        *_change_sections(sides, found.changes),
        _effects_section(sides, found),
        _undecided_section(voice, found),
    ]
    return Document(voice.say("diff.rules-title"), [part for part in parts if part is not None], language=language)


def _name(voice: Voice, rules: RuleSet) -> str:
    name = voice.say("diff.version", name=voice.of(rules.label), version=rules.version, id=rules.id)
    if rules.valid_from is None and rules.valid_to is None:
        return name
    first, last = ("" if day is None else day.isoformat() for day in (rules.valid_from, rules.valid_to))
    key = "in-force" if first and last else "in-force-from" if first else "in-force-until"
    return voice.say(f"diff.{key}", name=name, first=first, last=last)


def _verdict(voice: Voice, found: RulesDiff) -> Iterator[str]:
    if found.verdict is Verdict.CHANGED:
        yield voice.say("diff.changed" if found.is_settled else "diff.changed-open")
    else:
        yield voice.say("diff.none" if found.verdict is Verdict.SAME else "diff.none-found")
    if any(part.kind in {"area", "outcome", "field", "criterion"} and not (part.before and part.after) for part in found.parts):
        yield voice.say("diff.in-both")


def _parts_section(voice: Voice, parts: Sequence[Part]) -> Section | None:
    """What only one side has first, then what both have with another content."""
    if not parts:
        return None
    ordered = sorted(parts, key=lambda part: bool(part.key))
    items = [Item(_part(voice, part)) for part in ordered[:_MOST_PARTS]]
    more = [Paragraph(voice.count("diff.more-parts", len(ordered) - _MOST_PARTS))] if len(ordered) > _MOST_PARTS else []
    return Section(voice.say("diff.title-parts"), (Listing(items), *more))


def _part(voice: Voice, part: Part) -> str:
    thing = voice.say(f"diff.kind.{part.kind}", id=part.id)
    if not part.key:
        return voice.say("diff.removed" if part.before else "diff.added", thing=thing)
    before, after = (text or voice.say("diff.nothing") for text in (part.before, part.after))
    return voice.say("diff.part", thing=thing, what=voice.say(f"diff.key.{part.key}"), before=before, after=after)


def _change_sections(sides: Sides, changes: Sequence[Change]) -> Iterator[Section]:
    """One section for outcomes, one for destinations: the changes with the same results together."""
    voice = sides.new
    for about in dict.fromkeys(change.about for change in changes):
        mine = sorted((change for change in changes if change.about == about), key=lambda change: (change.given, _results(sides, change)))
        shown = mine[:_MOST_CHANGES]
        groups = [list(group) for _, group in groupby(shown, key=lambda change: (change.given, _results(sides, change)))]
        blocks: list[Block] = [Section(_heading(sides, group[0]), [_change(sides, change) for change in group]) for group in groups]
        if len(mine) > len(shown):
            blocks.append(Paragraph(voice.count("diff.more-changes", len(mine) - len(shown))))
        is_own = about in {"outcome", "destination"}
        yield Section(voice.say(f"diff.title-{about if is_own else 'conclusion'}", name=thing_name(voice, about)), blocks)


def _results(sides: Sides, change: Change) -> tuple[str, str]:
    """What it was and what it becomes, in words."""
    return _result(sides.old, change, change.before), _result(sides.new, change, change.after)


def _result(voice: Voice, change: Change, rule: Rule) -> str:
    if isinstance(rule.then, Course):
        return course_words(voice, rule.then)
    if change.about == "outcome":
        return outcome_name(voice, str(rule.then))
    return word_name(voice, voice.rules.fields.get(change.about), str(rule.then))


def course_words(voice: Voice, course: Course) -> str:
    """A course: whom it passes, where it goes, and who else is told."""
    stops = [*(waypoint.actor for waypoint in course.via), destination_name(voice, course.to.name)]
    also = [f"+ {destination_name(voice, also.target.name)}" for also in course.also]
    return " ".join([" → ".join(stops), *also])


def _heading(sides: Sides, change: Change) -> str:
    voice = sides.new
    before, after = _results(sides, change)
    text = voice.say("diff.from-to", before=before if change.about == "destination" else capital(before), after=after)
    return voice.say("diff.when-given", text=text, outcome=outcome_name(voice, change.given)) if change.given else text


def _change(sides: Sides, change: Change) -> Listing:
    """One change: the rules of both sides, its regions, and a need of them."""
    voice = sides.new
    regions = [Item(region_words(sides, where)) for where in change.regions]
    rows = [
        (voice.say("diff.rule-before"), sides.place(change.before, old=True)),
        (voice.say("diff.rule-after"), sides.place(change.after, old=False)),
        (voice.say("diff.witness"), witness_words(sides, change)),
        *_goes(sides, change),
    ]
    if len(regions) == 1 and change.complete:
        return Listing([Item(capital(regions[0].text), [Pairs(rows)])])
    more = [] if change.complete else [Item(voice.say("diff.more-regions"))]
    return Listing([Item(voice.say("diff.regions"), [Listing([*regions, *more]), Pairs(rows)])])


def _goes(sides: Sides, change: Change) -> Iterator[tuple[str, str]]:
    """Where the example goes, when its outcome is another."""
    if change.about == "outcome":
        before, after = destination_name(sides.old, change.old.destination), destination_name(sides.new, change.new.destination)
        key = "diff.same-goes" if before == after else "diff.from-to"
        yield sides.new.say("diff.goes"), sides.new.say(key, destination=after, before=before, after=after)


def _effects_section(sides: Sides, found: RulesDiff) -> Section | None:
    items = list(effect_items(sides, found.effects))
    return Section(sides.new.say("diff.title-effects"), (Listing(items),)) if items and found.verdict is not Verdict.SAME else None


def _undecided_section(voice: Voice, found: RulesDiff) -> Section | None:
    if not found.undecided:
        return None
    names = [(about if about in {"outcome", "destination"} else "conclusion", about) for about in found.undecided]
    items = [Item(voice.say(f"diff.undecided-{key}", name=thing_name(voice, name))) for key, name in names]
    return Section(voice.say("diff.title-undecided"), (Listing(items),))
