"""Regions of needs in words, of two rule sets at once: what is asked of each field, by the labels of the side that knows it."""

import attrs

from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, Where, Within
from prioritera.model.field import Field
from prioritera.model.rules_diff import Change, Seen
from prioritera.model.table import Rule
from prioritera.report.asked import condition_words
from prioritera.report.voice import Voice, thing_name, value_words

BEFORE, AFTER = "before:", "after:"


@attrs.frozen(kw_only=True)
class Sides:
    """The words of both sides, and the folders that their files are in."""

    old: Voice
    new: Voice
    roots: tuple[str, str] = ("", "")

    def place(self, rule: Rule, *, old: bool) -> str:
        """A rule with the place where it stands."""
        root = self.roots[0 if old else 1]
        if rule.span is None:
            return rule.id
        file, line = rule.span.file, rule.span.line
        inside = root and not file.startswith(("prioritera:", "<"))
        return self.new.say("diff.at", id=rule.id, place=f"{root}/{file}:{line}" if inside else f"{file}:{line}")

    def of(self, name: str) -> tuple[Voice, str, str]:
        """The voice that knows a field of the joint space, its own name for it, and the key of what is said of it."""
        for prefix, voice, key in ((BEFORE, self.old, "diff.asked-before"), (AFTER, self.new, "diff.asked-after")):
            if name.startswith(prefix):
                return voice, name.removeprefix(prefix), key
        return (self.new if name in self.new.rules.fields or name == SCORE else self.old), name, "diff.asked"


def region_words(sides: Sides, where: Where) -> str:
    """What is asked of the needs of a region; that it is all needs, where nothing is."""
    if not where:
        return sides.new.say("diff.every")
    return "; ".join(_asked(sides, condition) for condition in where)


def _asked(sides: Sides, condition: Condition) -> str:
    voice, name, key = sides.of(condition.field)
    own = attrs.evolve(condition, field=name)
    wanted = voice.say("diff.known") if _is_any(own, voice.rules.fields.get(name)) else condition_words(voice, own)
    return sides.new.say(key, field=thing_name(voice, name), wanted=wanted)


def _is_any(condition: Condition, field: Field | None) -> bool:
    """Whether the condition asks only that something is known."""
    test = condition.test
    if condition.missing or field is None:
        return False
    if isinstance(test, OneOf):
        return len(test.values) == (len(field.words) or 2)
    if isinstance(test, Within):
        return test.high is None and test.low == field.low
    return test == SetTest()


def witness_words(sides: Sides, change: Change) -> str:
    """The example of a change: the fields that its regions are about, so that it can be seen in which of them it is."""
    names = dict.fromkeys(condition.field for where in change.regions for condition in where)
    shown = [name for name in change.witness if name in names] or list(change.witness)
    return "; ".join(_value(sides, name, change.witness[name]) for name in shown)


def _value(sides: Sides, name: str, value: Seen) -> str:
    voice, own, key = sides.of(name)
    if name.rpartition(":")[2] == SCORE:
        words = voice.say("diff.share", share=value)
    else:
        words = value_words(voice, voice.rules.fields.get(own), value)  # type: ignore[arg-type]  # only the score is a share
    return sides.new.say(key, field=thing_name(voice, own), wanted=words)
