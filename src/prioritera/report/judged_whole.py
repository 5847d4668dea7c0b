"""What judges' answers come to over several criteria at once: each need's score of 100, and the agreement over every item."""

from collections.abc import Sequence
from fractions import Fraction

from prioritera.model.criterion import Criterion
from prioritera.model.judgement import CriterionJudged
from prioritera.model.result import Result, Score
from prioritera.report.document import Block, Pairs, Section, Table
from prioritera.report.judged import agreement_over, how_words, judges_words, scored, share_words
from prioritera.report.points import digits_apart
from prioritera.report.points import share_words as decimal_words
from prioritera.report.voice import Voice, thing_name

_HUNDRED = 100


def whole_section(voice: Voice, result: Result, *, points: bool = False) -> tuple[Section | None, tuple[str, ...]]:
    """The section on all the criteria that judges answer items of, and the ids of those of which it says everything there is.

    It says everything where each was judged in the same way, by the same judges, in one round.
    """
    known = {criterion.id: criterion for criterion in scored(voice.rules)}
    told = [one for one in result.judged if one.criterion in known and one.rounds]
    if len(told) < len(known) or not known:
        return None, ()
    rules = {name: criterion.judged for name, criterion in known.items()}
    judged = [(one.rounds[0], rule) for one in told if (rule := rules[one.criterion]) is not None]
    ways = {(how_words(voice, rule), judges_words(voice, first, rule)) for first, rule in judged}
    is_all = len(ways) == 1 and all(len(one.rounds) == 1 for one in told)
    blocks: list[Block] = []
    if is_all:
        how, who = next(iter(ways))
        blocks.append(Pairs(((voice.say("judged.how"), how), (voice.say("judged.who"), who))))
        blocks.append(_criteria(voice, told))
    table = _needs(voice, result, tuple(known.values()), points=points)
    return Section(voice.say("judged.whole"), [*blocks, *([table] if table.rows else [])]), tuple(known) if is_all else ()


def _criteria(voice: Voice, told: Sequence[CriterionJudged]) -> Table:
    """How far the judges agree on each criterion: alpha, and Kendall's W where some judges answered everything."""
    names = [thing_name(voice, one.criterion) for one in told]
    alphas = [share_words(voice, one.rounds[0].alpha) for one in told]
    head = (voice.say("judged.criterion"), voice.say("judged.alpha"))
    if all(one.rounds[0].concordance is None for one in told):
        return Table(head, list(zip(names, alphas, strict=True)), numbers=(1,))
    agreed = [
        voice.say("judged.concordance-many", share=share_words(voice, one.rounds[0].concordance), number=one.rounds[0].concordance_of)
        for one in told
    ]
    return Table((*head, voice.say("judged.concordance-short")), list(zip(names, alphas, agreed, strict=True)), numbers=(1, 2))


def _needs(voice: Voice, result: Result, criteria: Sequence[Criterion], *, points: bool) -> Table:
    """Each listed need's agreement, and its score of 100 where numbers are asked for, in the order of the lists."""
    placed = [result.decision(need) for ranked in result.lists for need in ranked.placed]
    listed = [(decision, decision.score) for decision in placed if decision.score is not None]
    agreed = [share_words(voice, agreement_over(decision, criteria)) for decision, _ in listed]
    names = [decision.title or decision.need_id for decision, _ in listed]
    need, expert = voice.say("judged.need"), voice.say("judged.expert")
    if not points:
        return Table((need, expert), list(zip(names, agreed, strict=True)), numbers=(1,))
    digits = digits_apart({Fraction(_HUNDRED * end, score.of or 1) for _, score in listed for end in (score.low, score.high)})
    shown = [_score(voice, score, digits) for _, score in listed]
    return Table((need, voice.say("judged.of-hundred"), expert), list(zip(names, shown, agreed, strict=True)), numbers=(1, 2))


def _score(voice: Voice, score: Score, digits: int) -> str:
    low, high = (decimal_words(voice, points * _HUNDRED, score.of, digits) for points in (score.low, score.high))
    return low if low == high else voice.term("from-to", low=low, high=high)
