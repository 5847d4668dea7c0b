"""Judge: what several judges said in files of their own becomes each need's value on the criteria that are judged so.

Decisions without an outcome come in and go out with the values in their needs. A value that a record says as well is told where it differs,
and the judges' stands; where no judge has said anything of a need, the record's stays.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.diagnostics import Diagnostic, Faults
from prioritera.frozen import FrozenMap
from prioritera.judging.agree import alpha_of, concordance_of_orders, concordance_of_scores
from prioritera.judging.orders import judged_orders
from prioritera.judging.scores import judged_scores
from prioritera.judging.voices import groups_of
from prioritera.methods.aggregate import to_whole
from prioritera.model.by_id import by_id as first_of
from prioritera.model.criterion import Criterion
from prioritera.model.judged import BALLOTS, EQUAL, KINDS, POPULATION, SCORES, SUM_OF_RANKS, JudgedBy
from prioritera.model.judgement import CriterionJudged, Judge, JudgedRound, Judgement, Orders, Votes
from prioritera.model.judgement_columns import NEED, RANK
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.outcome import CONFLICT
from prioritera.model.result import Decision
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Exact, Interval, Missing, Reason, Value
from prioritera.reading.close import VERY_LIKE, closest
from prioritera.reading.numbers import decimal_text
from prioritera.records.judged_answers import note_columns, scores_of
from prioritera.records.judged_ballots import ballots_of
from prioritera.records.judged_rows import Needs, Seated, seated
from prioritera.records.judged_strange import Strange
from prioritera.records.judged_versions import version_faults
from prioritera.records.judged_votes import orders_of

# How many letters an ending may have that makes two forms of one word.
_ENDING = 2
_RATED = [Fraction(1), Fraction(9)]
OfRound = tuple[JudgedRound, Mapping[str, Judgement], Votes | None]


def judge(
    decisions: Sequence[Decision], round_: Round, rules: RuleSet, network: Network
) -> tuple[tuple[Decision, ...], tuple[CriterionJudged, ...], tuple[Diagnostic, ...]]:
    """The decisions with what judges gave in their needs.

    Args:
        decisions: one a record, after merging.
        round_: its sheets of judgements, unread.
        rules: the criteria, and how they are judged.
        network: what organisations are called, and how many live in them.

    Returns:
        The decisions in order; how each criterion was judged; what is told of the sheets.
    """
    if not round_.judgements:
        return tuple(decisions), (), ()
    faults = Faults()
    strange = Strange(faults)
    faults.extend(version_faults(round_.judgements, rules))
    goes_on = tuple(one.need_id for one in decisions if one.need is not None and one.outcome in {"", CONFLICT})
    known = first_of(decisions)
    needs = Needs({need: one.merged_into or need for need, one in known.items()}, {need: one.title for need, one in known.items()})
    populations = {actor.id: actor.population.persons for actor in network.actors.values() if actor.population is not None}
    told: list[CriterionJudged] = []
    given: dict[str, dict[str, Judgement]] = {}
    for kind in KINDS:
        sheets = [sheet for sheet in round_.judgements if sheet.kind == kind]
        criteria = [(one, one.judged) for one in rules.criteria if one.judged is not None and one.judged.source == kind]
        if sheets and not criteria:
            faults.warn("judgements-unused", sheets[0].at(sheets[0].heading), kind=kind)
        if not sheets or not criteria:
            continue
        table = seated(sheets, needs, network, faults)
        if kind == SCORES:
            note_columns(table, criteria, faults)
        for criterion, rule in criteria:
            read = _Reader(table, criterion, rule, goes_on, needs, populations, strange)
            found = [read.round(number) for number in table.rounds]
            # A round that says nothing of the criterion, but of others, is none of its rounds.
            rounds = [one for one in found if any(judgement.answered for judgement in one[1].values())] or found[-1:]
            given[criterion.id] = _latest(rounds, goes_on)
            told.append(
                CriterionJudged(criterion=criterion.id, rounds=[one for one, _, _ in rounds], votes=rounds[-1][2] if rounds else None)
            )
        _note_alone(table, [rule for _, rule in criteria], faults)
        _note_alike(table, [rule for _, rule in criteria], faults)
        _note_populations(table, [rule for _, rule in criteria], populations, faults)
    strange.tell()
    judged = tuple(_with(decision, given, rules, faults) for decision in decisions)
    return judged, tuple(told), faults.all()


@attrs.frozen
class _Reader:
    """One criterion, with what its rounds are read by."""

    table: Seated
    criterion: Criterion
    rule: JudgedBy
    needs: Sequence[str]
    known: Needs
    populations: Mapping[str, int]
    strange: Strange

    def round(self, number: int) -> OfRound:
        """What one round came to."""
        if self.rule.source == SCORES:
            scores = scores_of(self.table, self.criterion, self.rule, number, self.strange)
            found = judged_scores(scores, self.rule, self.needs, self.populations, is_rated=_is_rated(self.criterion, self.rule))
            about = [need for need in self.needs if found[need].answered]
            agreed, many = concordance_of_scores(scores, about)
            return self._told(number, agreed, many, alpha_of(scores, about)), found, None
        if self.rule.source == BALLOTS:
            orders = ballots_of(self.table, self.needs, self.known, number, self.rule, self.strange)
        else:
            orders = orders_of(self.table, self.needs, number, self.strange.faults)
        voted, votes = judged_orders(orders, self.rule, self.populations)
        self._note_left_out(number, orders, voted)
        return self._told(number, *concordance_of_orders(orders), None), voted, votes

    def _told(self, number: int, agreed: Fraction | None, many: int, alpha: Fraction | None) -> JudgedRound:
        judges = [self.table.judges[index] for index in self.table.of_round(number)]
        groups = {name: len(members) for name, members in groups_of(judges).items()}
        return JudgedRound(round=number, judges=len(judges), groups=groups, concordance=agreed, concordance_of=many, alpha=alpha)

    def _note_left_out(self, number: int, orders: Orders, voted: Mapping[str, Judgement]) -> None:
        """Tell of needs that some order leaves out, where the first of them is left out: their ranks have no sum."""
        left = tuple(need for need, one in voted.items() if one.value is None and one.answered)
        if self.rule.combine == SUM_OF_RANKS and left:
            lacks = {(judge, need): ranks[at] is None for judge, ranks in self._cast(orders) for at, need in enumerate(orders.candidates)}
            who, need = next((judge, need) for judge, need in lacks if need in left and lacks[judge, need])
            rows = [(sheet, row) for sheet, rows in self.table.sheets for row in rows if row.round == number]
            its = [(sheet, row) for sheet, row in rows if self.table.judges[row.judge] == who]
            sheet, row = next(((sheet, row) for sheet, row in its if row.need == need), its[0])
            at = sheet.at(row.number, RANK if row.need == need else NEED)
            self.strange.faults.warn("order-incomplete", at, criterion=self.criterion.id, left=left)

    @staticmethod
    def _cast(orders: Orders) -> list[tuple[Judge, tuple[int | None, ...]]]:
        """The orders that say anything."""
        rows = zip(orders.judges, orders.ranks, strict=True)
        return [(judge, ranks) for judge, ranks in rows if any(rank is not None for rank in ranks)]


def _is_rated(criterion: Criterion, rule: JudgedBy) -> bool:
    """Whether answers are the ratings from 1 to 9 that RAND/UCLA speaks of."""
    ends = [end * criterion.step for end in (criterion.low, criterion.high) if end is not None]
    return ends == _RATED and rule.answer_step == 1 and all(one is None or one.denominator == 1 for one in rule.answers.values())


def _latest(rounds: Sequence[OfRound], needs: Sequence[str]) -> dict[str, Judgement]:
    """What holds of each need: the last round that says anything of it, with those before it."""
    found = {}
    for need in needs:
        said = [_of_round(judged[need], one.round) for one, judged, _ in rounds if need in judged and judged[need].answered]
        asked = max((one.judges for one, _, _ in rounds), default=0)
        found[need] = _after(said[-1], said[:-1]) if said else Judgement(value=None, answered=0, asked=asked)
    return found


def _of_round(judgement: Judgement, number: int) -> Judgement:
    return judgement if judgement.round == number else attrs.evolve(judgement, round=number)


def _after(judgement: Judgement, earlier: Sequence[Judgement]) -> Judgement:
    return attrs.evolve(judgement, earlier=earlier) if earlier else judgement


def _note_alone(table: Seated, rules: Sequence[JudgedBy], faults: Faults) -> None:
    """Tell of judges without a group, where others have one and groups weigh the same: together they are as loud as any group."""
    alone = {at for at, judge in enumerate(table.judges) if not judge.group}
    if not alone or len(alone) == len(table.judges) or not any(rule.groups == EQUAL for rule in rules):
        return
    sheet, row = next((sheet, row) for sheet, rows in table.sheets for row in rows if row.judge in alone)
    faults.warn("judge-without-group", sheet.at(row.number, "group"), count=len(alone))


def _note_alike(table: Seated, rules: Sequence[JudgedBy], faults: Faults) -> None:
    """Tell of groups whose names are nearly the same word, where groups weigh the same: one that is spelt in two ways has two voices."""
    if not any(rule.groups == EQUAL for rule in rules):
        return
    names = list(dict.fromkeys(judge.group for judge in table.judges if judge.group))
    for at, name in enumerate(names):
        like = next((other for other in names[:at] if _is_alike(name, other)), "")
        if like:
            sheet, row = next((sheet, row) for sheet, rows in table.sheets for row in rows if table.judges[row.judge].group == name)
            faults.warn("judge-groups-alike", sheet.at(row.number, "group"), value=name, group=like)


def _is_alike(name: str, other: str) -> bool:
    """Whether a name may be another in another form or with a slip; names that numbers tell apart are not."""
    digits = [[letter for letter in text if letter.isdigit()] for text in (name, other)]
    return digits[0] == digits[1] and abs(len(name) - len(other)) <= _ENDING and bool(closest(name, [other], VERY_LIKE))


def _note_populations(table: Seated, rules: Sequence[JudgedBy], populations: Mapping[str, int], faults: Faults) -> None:
    """Tell, once each, of organisations that go by their population, when nobody knows it: their voice counts for nothing."""
    if not any(POPULATION in rule.voices for rule in rules):
        return
    told: set[str] = set()
    for sheet, rows in table.sheets:
        for row in rows:
            organisation = table.judges[row.judge].organisation
            if organisation not in populations and organisation not in told:
                told.add(organisation)
                faults.warn("judge-without-population", sheet.at(row.number, "organisation"), value=organisation or "–")


def _with(decision: Decision, given: Mapping[str, Mapping[str, Judgement]], rules: RuleSet, faults: Faults) -> Decision:
    need = decision.need
    if need is None or decision.outcome not in {"", CONFLICT}:
        return decision
    assess = dict(need.assess)
    for name, judged in given.items():
        criterion, before, said = rules.criterion(name), need.assess.get(name), judged[need.id]
        if not said.answered and before is not None:
            continue
        value = _value(said, criterion, need, faults)
        if before is not None and not isinstance(before.value, Missing) and before.value != value:
            faults.warn("judged-differs", need.span, need=need.id, criterion=name)
        assess[name] = Assessment(value=value, judged=said)
    return attrs.evolve(decision, need=attrs.evolve(need, assess=FrozenMap(assess)))


def _value(said: Judgement, criterion: Criterion, need: Need, faults: Faults) -> Value:
    """The value in whole steps, made whole once; one outside of the criterion's range is told, and is none."""
    ends = [end for end in (said.low, said.value, said.high) if end is not None]
    steps = [to_whole(end / criterion.step) for end in ends]
    outside = [x for x in steps if (criterion.low is not None and x < criterion.low) or (criterion.high is not None and x > criterion.high)]
    if outside:
        low, high = ("…" if end is None else decimal_text(end * criterion.step) for end in (criterion.low, criterion.high))
        value = decimal_text(outside[0] * criterion.step)
        faults.add("judged-outside-range", criterion.span, criterion=criterion.id, need=need.id, value=value, low=low, high=high)
    if outside or not steps:
        return Missing(Reason.NOT_YET_JUDGED)
    return Exact(steps[0]) if steps[0] == steps[-1] else Interval(steps[0], steps[-1])
