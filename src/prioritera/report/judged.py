"""What several judges said, in words: how a value came about, how many answered, how far they agree, what moved between rounds."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from prioritera.methods.agreement import Appropriateness
from prioritera.model.criterion import Criterion
from prioritera.model.judged import BALLOTS, EQUAL, ORDERS, SCORES, JudgedBy
from prioritera.model.judgement import Agreement, CriterionJudged, JudgedRound, Judgement, Votes
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import RuleSet
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.voice import Voice, capital, criterion_of, number_words

_DIGITS = 2
_MOST_ORDERS = 5
_WHO = {SCORES: "judges", BALLOTS: "ballots", ORDERS: "orders"}
Rows = Iterator[tuple[str, str]]


def share_words(voice: Voice, share: Fraction | None) -> str:
    """A measure of agreement with two decimals, rounded half up; a dash where there is none."""
    if share is None:
        return voice.say("judged.no-measure")
    hundredths = (abs(share) * 10**_DIGITS * 2 + 1) // 2
    whole, rest = divmod(int(hundredths), 10**_DIGITS)
    sign = "−" if share < 0 and hundredths else ""
    return f"{sign}{whole}{voice.term('decimal.mark')}{rest:0{_DIGITS}d}"


def exact_words(voice: Voice, value: Fraction | None) -> str:
    """An exact value: a decimal where it is short, otherwise about how much, with the fraction itself."""
    if value is None:
        return voice.say("judged.no-value")
    written = number_words(voice, value)
    return voice.say("judged.about", value=share_words(voice, value), exact=written) if "/" in written else written


def judged_words(voice: Voice, criterion: Criterion, judged: Judgement, value: str) -> str:
    """A value on a criterion, with how many answered; that it is relative to the set, where it is."""
    rule = criterion.judged
    relative = rule is not None and rule.is_relative
    if judged.value is None and judged.low is None:
        return voice.say("judged.none", answered=judged.answered, asked=judged.asked)
    return voice.say("judged.relative" if relative else "judged.value", value=value, answered=judged.answered, asked=judged.asked)


def judged_section(voice: Voice, decision: Decision) -> Section | None:
    """How a need was judged, criterion by criterion; None where no judges' files say anything of it."""
    assess = {} if decision.need is None else decision.need.assess
    found = [(one, assess[one.id].judged) for one in voice.rules.criteria if one.id in assess]
    blocks: list[Block] = [
        Section(capital(voice.of(criterion.label)), (Pairs(tuple(_rows(voice, criterion.judged, judged))),))
        for criterion, judged in found
        if judged is not None and criterion.judged is not None
    ]
    over = agreement_over(decision, scored(voice.rules))
    if over is not None:
        blocks.insert(0, Pairs(((voice.say("judged.over"), share_words(voice, over)),)))
    return Section(voice.say("judged.title"), blocks) if blocks else None


def agreement_over(decision: Decision, criteria: Sequence[Criterion]) -> Fraction | None:
    """The mean, over all the items of some criteria, of the share of judges who gave the commonest answer; None where nobody answered."""
    assess = {} if decision.need is None else decision.need.assess
    judged = [one.judged for criterion in criteria if (one := assess.get(criterion.id)) is not None and one.judged is not None]
    parts = [(one.agreement.expert, one.agreement.questions) for one in judged if one.agreement.expert is not None]
    items = sum(many for _, many in parts)
    return sum((share * many for share, many in parts), Fraction(0)) / items if items else None


def scored(rules: RuleSet) -> tuple[Criterion, ...]:
    """The criteria that judges answer items of, where there are several; otherwise none."""
    found = tuple(one for one in rules.criteria if one.judged is not None and one.judged.source == SCORES)
    return found if len(found) > 1 else ()


def _rows(voice: Voice, rule: JudgedBy, judged: Judgement) -> Rows:
    yield voice.say("judged.how"), how_words(voice, rule)
    if judged.value is not None or judged.low is None:
        yield voice.say("judged.came-to"), exact_words(voice, judged.value)
    if judged.low is not None and judged.high is not None and judged.low != judged.high:
        ends = (exact_words(voice, end) for end in (judged.low, judged.high))
        yield voice.say("judged.ends"), voice.term("from-to", **dict(zip(("low", "high"), ends, strict=True)))
    yield voice.say("judged.answered"), voice.say("judged.of", answered=judged.answered, asked=judged.asked)
    if judged.chosen is not None:
        yield voice.say("judged.chosen"), voice.say("judged.of", answered=judged.chosen, asked=judged.answered)
    yield from agreement_rows(voice, judged.agreement)
    for group, (value, many) in judged.by_group.items():
        name = voice.say("judged.group", group=group) if group else capital(voice.say("judged.no-group"))
        yield name, voice.say("judged.by-group", value=exact_words(voice, value), answered=many)
    for way, value in judged.beside.items():
        yield voice.say(f"judged.voice.{way}"), exact_words(voice, value)
    for before in (*judged.earlier, *([judged] if judged.earlier else [])):
        yield voice.say("judged.round", round=before.round), _in_round(voice, before)


def _in_round(voice: Voice, judged: Judgement) -> str:
    parts = [
        exact_words(voice, judged.value),
        voice.say("judged.of", answered=judged.answered, asked=judged.asked),
        *(f"{label} {text}" for label, text in agreement_rows(voice, judged.agreement)),
    ]
    return "; ".join(parts)


def how_words(voice: Voice, rule: JudgedBy) -> str:
    """How many answers become one, whose voice counts how much, and that it is relative to the set."""
    parts = [
        voice.say(f"judged.combine.{rule.combine}"),
        voice.say(f"judged.voice.{rule.voices[0]}"),
        *([voice.say("judged.equal-groups")] if rule.groups == EQUAL else []),
        *([voice.say("judged.is-relative")] if rule.is_relative else []),
    ]
    return ", ".join(parts)


def agreement_rows(voice: Voice, agreement: Agreement) -> Rows:
    """The measures of agreement on one need that have a meaning."""
    if agreement.expert is not None:
        yield voice.say("judged.expert"), share_words(voice, agreement.expert)
    if agreement.median is not None and agreement.low is not None and agreement.high is not None:
        middle, low, high = (number_words(voice, one) for one in (agreement.median, agreement.low, agreement.high))
        yield voice.say("judged.median"), voice.say("judged.quartiles", median=middle, low=low, high=high)
    if agreement.rand is not None:
        yield voice.say("judged.rand"), _rand(voice, agreement.rand)


def _rand(voice: Voice, found: Appropriateness) -> str:
    """Whether the panel disagrees, by both rules."""
    count = "none" if found.disagree_by_count is None else "yes" if found.disagree_by_count else "no"
    spread, allowed = (number_words(voice, one) for one in (found.high - found.low, found.allowed))
    by_spread = voice.say(f"judged.by-spread.{'yes' if found.disagree else 'no'}", spread=spread, allowed=allowed)
    return f"{by_spread}; {voice.say(f'judged.by-count.{count}')}"


def judges_section(
    voice: Voice, result: Result, *, points: bool = False, whole: tuple[Section | None, tuple[str, ...]] = (None, ())
) -> Section | None:
    """How the whole round was judged: who, how far they agree, what cannot be put in one order, what moved between rounds.

    Each need's value is there where numbers are asked for, or where the rule set asks for several ways of counting voices. `whole` is what
    is said of several criteria at once, and of which of them it says everything.
    """
    first, said = whole
    known = [(criterion_of(voice.rules, one.criterion), one) for one in result.judged if points or one.criterion not in said]
    blocks = [] if first is None else [first]
    blocks += [_criterion(voice, result, criterion, one, points=points) for criterion, one in known if criterion is not None]
    return Section(voice.say("judged.title"), blocks) if blocks else None


def _criterion(voice: Voice, result: Result, criterion: Criterion, judged: CriterionJudged, *, points: bool) -> Section:
    rule = criterion.judged
    rows = [(voice.say("judged.how"), how_words(voice, rule))] if rule is not None else []
    blocks: list[Block] = [
        Pairs((*rows, *(row for one in judged.rounds for row in _round(voice, one, rule, several=len(judged.rounds) > 1))))
    ]
    if rule is not None and rule.is_relative:
        blocks.append(Paragraph(voice.say("judged.warning")))
    if judged.votes is not None:
        blocks += _votes(voice, result, judged.votes)
    values = _values(voice, result, criterion)
    if values.rows and (points or (rule is not None and len(rule.voices) > 1)):
        blocks.append(values)
    moved = _moved(voice, result, criterion) if len(judged.rounds) > 1 else []
    return Section(capital(voice.of(criterion.label)), [*blocks, *moved])


def judges_words(voice: Voice, one: JudgedRound, rule: JudgedBy | None) -> str:
    """How many have judged, and how many of each group."""
    groups = [voice.say("judged.size", group=name or voice.say("judged.no-group"), number=many) for name, many in one.groups.items()]
    who = voice.count(f"judged.{_WHO[rule.source] if rule is not None else 'judges'}", one.judges)
    # Where every order is a group's, the groups say nothing more.
    is_told = 1 < len(groups) < one.judges or (len(groups) > 1 and (rule is None or rule.source != ORDERS))
    return voice.say("judged.with-groups", judges=who, groups=voice.all_of(groups)) if is_told else who


def _round(voice: Voice, one: JudgedRound, rule: JudgedBy | None, *, several: bool) -> Rows:
    yield voice.say("judged.round", round=one.round) if several else voice.say("judged.who"), judges_words(voice, one, rule)
    if one.concordance is not None:
        agreed = voice.say("judged.concordance-of", share=share_words(voice, one.concordance), number=one.concordance_of)
        yield voice.say("judged.concordance"), agreed
    if one.alpha is not None:
        yield voice.say("judged.alpha"), share_words(voice, one.alpha)


def _title(voice: Voice, result: Result, need: str) -> str:
    return voice.term("quote", text=result.decision(need).title or need)


def _votes(voice: Voice, result: Result, votes: Votes) -> list[Block]:
    """Circles, and every order that is as good as the best."""
    circles = [voice.all_of([_title(voice, result, need) for need in cycle]) for cycle in votes.cycles]
    blocks: list[Block] = [Paragraph(voice.say("judged.cycle", needs=circle)) for circle in circles]
    if not votes.exact:
        blocks.append(Paragraph(voice.say("judged.not-exact")))
    if len(votes.orders) > 1:
        shown = votes.orders[:_MOST_ORDERS]
        key = "more" if votes.cut or len(shown) < len(votes.orders) else "all"
        blocks.append(Paragraph(voice.say(f"judged.orders-{key}", number=len(shown))))
        blocks.append(Listing([Item(" – ".join(_title(voice, result, need) for need in order)) for order in shown]))
    return blocks


def _moved(voice: Voice, result: Result, criterion: Criterion) -> list[Block]:
    """The needs whose value is another in the last round than in the one before, with the agreement of both."""
    pairs = [(decision, one.earlier[-1], one) for decision in result.decisions if (one := _of(decision, criterion.id)) and one.earlier]
    moved = [(decision, before, now) for decision, before, now in pairs if before.value != now.value]
    if not pairs:
        return []
    if not moved:
        return [Paragraph(voice.say("judged.none-moved", number=len(pairs)))]
    head = tuple(voice.say(f"judged.{key}") for key in ("need", "before", "after", "agreed-before", "agreed-after"))
    rows = [
        (
            decision.title or decision.need_id,
            exact_words(voice, before.value),
            exact_words(voice, now.value),
            _agreed(voice, before.agreement),
            _agreed(voice, now.agreement),
        )
        for decision, before, now in moved
    ]
    return [Paragraph(voice.count("judged.moved", len(moved), of=len(pairs))), Table(head, rows)]


def _values(voice: Voice, result: Result, criterion: Criterion) -> Table:
    """Each need's value with how many answered and how far they agree, by every way of counting voices that is asked for."""
    ways = criterion.judged.voices[1:] if criterion.judged is not None else ()
    # Of one need alone, ballots and orders have no agreement: theirs is over all needs.
    is_scored = criterion.judged is not None and criterion.judged.source == SCORES
    first = criterion.judged.voices[0] if ways and criterion.judged is not None else ""
    value = capital(voice.say(f"judged.voice.{first}")) if first else voice.say("judged.value-column")
    head = (
        voice.say("judged.need"),
        value,
        *(capital(voice.say(f"judged.voice.{way}")) for way in ways),
        voice.say("judged.answered"),
        *([voice.say("judged.agreed")] if is_scored else []),
    )
    rows = [
        (
            decision.title or decision.need_id,
            exact_words(voice, one.value),
            *(exact_words(voice, one.beside.get(way)) for way in ways),
            voice.say("judged.of", answered=one.answered, asked=one.asked),
            *([_agreed(voice, one.agreement)] if is_scored else []),
        )
        for decision in result.decisions
        if (one := _of(decision, criterion.id))
    ]
    return Table(head, rows)


def _of(decision: Decision, criterion: str) -> Judgement | None:
    found = decision.need.assess.get(criterion) if decision.need is not None else None
    return found.judged if found is not None else None


def _agreed(voice: Voice, agreement: Agreement) -> str:
    """How far judges agree on a need, in the space of a cell: the quartiles, or else the average expert agreement."""
    ends: Sequence[Fraction] = [end for end in (agreement.low, agreement.high) if end is not None]
    return "–".join(number_words(voice, end) for end in ends) if ends else share_words(voice, agreement.expert)
