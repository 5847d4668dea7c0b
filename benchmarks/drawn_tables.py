"""Tables for measuring proofs: drawn from a seed, in the shapes that rule authors write; and pigeonhole tables, which no proof likes."""

import random

import attrs

from prioritera.loading.load import load_rules
from prioritera.model.condition import Condition, OneOf, Test, Within
from prioritera.model.field import Field, Kind, Term
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Table, Target
from prioritera.model.text import Label

OUTCOMES = ("out-of-scope", "out-of-scope", "await", "inform")
HIGHEST = 100


def text(words: str) -> Label:
    """The same words in both languages."""
    return Label(sv=words, en=words)


def drawn_fields(count: int, draw: random.Random) -> dict[str, Field]:
    """Choices of three to six words, whole numbers and flags, in turn."""
    made = {}
    for number in range(count):
        name = f"f{number}"
        if number % 3 == 0:
            terms = [Term(id=f"w{word}", label=text(f"w{word}")) for word in range(draw.randint(3, 6))]
            made[name] = Field(id=name, kind=Kind.CHOICE, label=text(name), terms=terms)
        elif number % 3 == 1:
            made[name] = Field(id=name, kind=Kind.WHOLE, label=text(name), high=HIGHEST)
        else:
            made[name] = Field(id=name, kind=Kind.FLAG, label=text(name))
    return made


def partition(count: int, width: int, seed: int) -> RuleSet:
    """A table of `count` rules over `width` fields that splits all needs without a gap; then one condition in ten is taken away.

    So earlier rules take some of what later ones match, and a few rules never decide: as in tables that have been mended for years.
    """
    draw = random.Random(seed)
    fields = drawn_fields(width, draw)
    leaves: list[dict[str, list[object]]] = [{name: _values(field) for name, field in fields.items()}]
    while len(leaves) < count:
        leaf = leaves.pop(draw.randrange(len(leaves)))
        split = [name for name, values in leaf.items() if len(values) > 1]
        if not split:
            leaves.append(leaf)
            continue
        name = draw.choice(split)
        cut = draw.randint(1, len(leaf[name]) - 1)
        leaves += [{**leaf, name: leaf[name][:cut]}, {**leaf, name: leaf[name][cut:]}]
    draw.shuffle(leaves)
    rules = [Rule(id=f"r{number}", when=_conditions(leaf, fields, draw), then=draw.choice(OUTCOMES)) for number, leaf in enumerate(leaves)]
    return rule_set(fields, rules)


def scattered(count: int, width: int, seed: int) -> RuleSet:
    """A table of `count` rules, each with two to four conditions drawn at random, and a last one that takes the rest."""
    draw = random.Random(seed)
    fields = drawn_fields(width, draw)
    rules = []
    for number in range(count - 1):
        asked = draw.sample(sorted(fields), draw.randint(2, min(4, width)))
        when = [Condition(field=name, test=_drawn(fields[name], draw)) for name in asked]
        rules.append(Rule(id=f"r{number}", when=when, then=draw.choice(OUTCOMES)))
    return rule_set(fields, [*rules, Rule(id="rest", then=OUTCOMES[0])])


def pigeonhole(holes: int) -> RuleSet:
    """One pigeon more than holes: a rule for each two pigeons in one hole. No gap, and no short proof of it."""
    pigeons = range(holes + 1)
    terms = [Term(id=f"h{hole}", label=text(f"h{hole}")) for hole in range(holes)]
    # Areas are never missing, and so are these: a rule of its own takes each missing one.
    fields = {f"p{pigeon}": Field(id=f"p{pigeon}", kind=Kind.CHOICE, label=text("p"), terms=terms) for pigeon in pigeons}
    missing = [Rule(id=f"m{pigeon}", when=[Condition(field=f"p{pigeon}", missing=True)], then=OUTCOMES[0]) for pigeon in pigeons]
    together = [
        Rule(
            id=f"r{one}-{other}-{hole}",
            when=[Condition(field=f"p{pigeon}", test=OneOf([f"h{hole}"])) for pigeon in (one, other)],
            then=OUTCOMES[0],
        )
        for one in pigeons
        for other in pigeons
        if one < other
        for hole in range(holes)
    ]
    return rule_set(fields, [*missing, *together])


def rule_set(fields: dict[str, Field], rules: list[Rule]) -> RuleSet:
    """The shipped rule set with this triage table alone, and everything sent back."""
    shipped = load_rules("prioritera:sbu-four")
    conclusions = {name: field for name, field in shipped.fields.items() if name == "outcome"}
    back = Table(id="destination", concludes="destination", rules=[Rule(id="back", then=Course(to=Target(origin=True)))])
    triage = Table(id="triage", concludes="outcome", rules=rules)
    return attrs.evolve(shipped, fields={**fields, **conclusions}, tables=[], triage=triage, destination=back)


def _values(field: Field) -> list[object]:
    """Every value, the missing one as None."""
    if field.kind is Kind.CHOICE:
        return [*field.words, None]
    if field.kind is Kind.FLAG:
        return [False, True, None]
    return [*range(field.low, field.high + 1), None]


def _conditions(leaf: dict[str, list[object]], fields: dict[str, Field], draw: random.Random) -> list[Condition]:
    narrowed = [name for name, values in leaf.items() if len(values) < len(_values(fields[name]))]
    return [_asked(name, leaf[name], fields[name]) for name in narrowed if draw.random() > 0.1]


def _asked(name: str, values: list[object], field: Field) -> Condition:
    known = [value for value in values if value is not None]
    numbers = [value for value in known if isinstance(value, int)]
    words = [value for value in known if isinstance(value, str | bool)]
    test: Test | None = None
    if known:
        test = Within(min(numbers), max(numbers)) if field.kind is Kind.WHOLE else OneOf(words)
    return Condition(field=name, test=test, missing=None in values)


def _drawn(field: Field, draw: random.Random) -> Test:
    if field.kind is Kind.CHOICE:
        return OneOf(draw.sample(field.words, draw.randint(1, len(field.words) - 1)))
    if field.kind is Kind.FLAG:
        return OneOf([draw.random() > 0.5])
    low = draw.randint(0, HIGHEST - 10)
    return Within(low, draw.randint(low, HIGHEST))
