"""Hit policies of tables as they are written: which there may be, what they conclude, and what each must say besides its rules."""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.loading.rule_merge import TableParts
from prioritera.loading.structure import note_unknown
from prioritera.model.field import Field, Kind
from prioritera.model.table import RANKED, SINGLE, Aggregate, Hit, Rule
from prioritera.reading.cursor import Cursor

# Of each kind of conclusion, what is said of a field that is another.
_UNFIT: Mapping[Kind, str] = {
    Kind.CHOICE: "concluded-not-a-choice",
    Kind.SET: "concluded-not-a-set",
    Kind.WHOLE: "concluded-not-a-number",
}
TRIAGE_POLICIES = (Hit.FIRST, Hit.UNIQUE, Hit.ANY, Hit.PRIORITY)
# Courses have no order in which one is before another.
DESTINATION_POLICIES = (Hit.FIRST, Hit.UNIQUE, Hit.ANY)


@attrs.frozen(kw_only=True)
class Policy:
    """A hit policy, and what is made of the conclusions that it collects. One that is `faulty` stands for what nobody can know."""

    hit: Hit = Hit.FIRST
    aggregate: Aggregate = Aggregate.LIST
    faulty: bool = False

    @property
    def concludes(self) -> Kind:
        """The kind of field that it concludes."""
        if self.hit in SINGLE:
            return Kind.CHOICE
        return Kind.SET if self.aggregate is Aggregate.LIST else Kind.WHOLE


def read_policy(ident: str, parts: TableParts, allowed: Sequence[Hit] = tuple(Hit)) -> Policy:
    """The hit policy of a table with its aggregate; what is wrong with it is noted."""
    cursor = parts.written("hit")
    before = cursor.faults.count
    word = cursor.text("hit", Hit.FIRST.value)
    if word in list(Hit) and word not in allowed:
        cursor.fault("policy-not-here", "hit", table=ident, value=word, known=tuple(one.value for one in allowed))
    elif word.strip() and word not in allowed:
        cursor.unknown("unknown-value", "hit", word, [one.value for one in allowed])
    written = parts.written("aggregate")
    made = written.choice("aggregate", [one.value for one in Aggregate], Aggregate.LIST.value)
    if cursor.faults.count != before:
        return Policy(faulty=True)
    hit = Hit(word)
    if hit is not Hit.COLLECT and _is_meant(parts, "aggregate"):
        written.fault("aggregate-not-collected", "aggregate", table=ident, value=hit.value)
    return Policy(hit=hit, aggregate=Aggregate(made) if hit is Hit.COLLECT else Aggregate.LIST)


def fits(policy: Policy, field: Field, declared: Cursor) -> bool:
    """Whether a field is of the kind that its table concludes; one of another kind is noted where it is declared.

    With a faulty policy the rules can still be read where they conclude words.
    """
    if policy.faulty:
        return field.kind in {Kind.CHOICE, Kind.SET}
    if policy.concludes is not field.kind:
        declared.faults.add(_UNFIT[policy.concludes], declared.here, value=field.id)
    return policy.concludes is field.kind


def read_order(ident: str, parts: TableParts, policy: Policy, rules: Sequence[Rule], words: Sequence[str]) -> tuple[str, ...]:
    """The words that a table concludes, best first, where its hit policy ranks them; faults in them are noted."""
    cursor = parts.written("order")
    if policy.faulty:
        return ()
    if policy.hit not in RANKED:
        if _is_meant(parts, "order"):
            cursor.fault("order-not-ranked", "order", table=ident, value=policy.hit.value)
        return ()
    if not cursor.has("order"):
        cursor.faults.add("order-missing", cursor.here, table=ident, value=policy.hit.value)
        return ()
    order = cursor.texts("order")
    for index, word in enumerate(order):
        if word not in words:
            note_unknown(cursor, ("order", index), "order-unknown", word, words, table=ident)
        elif word in order[:index]:
            cursor.faults.add("order-twice", cursor.place.value((*cursor.path, "order", index)), table=ident, value=word)
    lacking = [word for word in dict.fromkeys(str(rule.then) for rule in rules) if word in words and word not in order]
    if lacking:
        cursor.fault("order-lacks", "order", table=ident, value=", ".join(lacking))
    return order


def _is_meant(parts: TableParts, key: str) -> bool:
    """Whether a key is written by the layer that chose the hit policy, or by one above it: not what is left over from one below."""
    above = parts.cursors[parts.cursors.index(parts.written("hit")) :] if parts.written("hit").has("hit") else parts.cursors
    return any(cursor.has(key) for cursor in above)
