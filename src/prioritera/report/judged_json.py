"""What several judges said, as records: exact values, how many answered, how far they agree. What has no meaning is null."""

from fractions import Fraction

from prioritera.methods.agreement import Appropriateness
from prioritera.model.criterion import Criterion
from prioritera.model.judgement import Agreement, CriterionJudged, Judgement, Votes
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.report.judged import agreement_over, scored
from prioritera.report.records import Record, number


def judgement_record(criterion: Criterion, judged: Judgement) -> Record:
    """What the judges' answers about one need came to on a criterion."""
    rule = criterion.judged
    return {**_of_round(judged), "relative": rule is not None and rule.is_relative, "earlier": [_of_round(one) for one in judged.earlier]}


def _of_round(judged: Judgement) -> Record:
    return {
        "round": judged.round,
        "value": _number(judged.value),
        "low": _number(judged.low),
        "high": _number(judged.high),
        "answered": judged.answered,
        "asked": judged.asked,
        "chosen": judged.chosen,
        "agreement": _agreement(judged.agreement),
        "beside": {voice: _number(value) for voice, value in judged.beside.items()},
        "by_group": [{"group": name, "value": _number(value), "answered": many} for name, (value, many) in judged.by_group.items()],
    }


def _number(value: Fraction | None) -> Record | None:
    return None if value is None else number(value)


def _agreement(agreement: Agreement) -> Record:
    return {
        "aea": _number(agreement.expert),
        "median": _number(agreement.median),
        "lower_quartile": _number(agreement.low),
        "upper_quartile": _number(agreement.high),
        "rand_ucla": None if agreement.rand is None else _rand(agreement.rand),
    }


def _rand(found: Appropriateness) -> Record:
    measures = {"median": found.median, "p30": found.low, "p70": found.high, "asymmetry": found.asymmetry, "ipras": found.allowed}
    told = {"disagreement_by_spread": found.disagree, "disagreement_by_count": found.disagree_by_count}
    return {**{key: number(value) for key, value in measures.items()}, **told}


def agreed_record(rules: RuleSet, decision: Decision) -> Record:
    """The average expert agreement on a need over the items of all criteria; null where there is one criterion of items, or no answer."""
    return {"aea": _number(agreement_over(decision, scored(rules)))}


def judged_record(judged: CriterionJudged) -> Record:
    """How a criterion was judged over the whole round."""
    return {
        "criterion": judged.criterion,
        "rounds": [
            {
                "round": one.round,
                "judges": one.judges,
                "groups": [{"group": name, "judges": many} for name, many in one.groups.items()],
                "kendall_w": _number(one.concordance),
                "kendall_w_of": one.concordance_of,
                "krippendorff_alpha": _number(one.alpha),
            }
            for one in judged.rounds
        ],
        "votes": None if judged.votes is None else _votes(judged.votes),
    }


def _votes(votes: Votes) -> Record:
    return {
        "cycles": [list(cycle) for cycle in votes.cycles],
        "orders": [list(order) for order in votes.orders],
        "exact": votes.exact,
        "more_orders": votes.cut,
    }
