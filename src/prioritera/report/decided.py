"""One decision as a record, whole: what came in, what was decided and why, where it stands, where it goes and how the answer returns."""

from fractions import Fraction

from prioritera.model.agreement import Tally
from prioritera.model.criterion import Criterion
from prioritera.model.need import BRACKETS, Check, Evidence, Need, Origin, Question, SupportMatch
from prioritera.model.result import Alternative, Decision, FindOut, Fired, Score, Standing
from prioritera.model.round import Answer
from prioritera.model.shown import shown_range
from prioritera.model.value import Assessment, Fact
from prioritera.model.way import Leg, Walk
from prioritera.report.by_hand_json import by_hand_record
from prioritera.report.judged_json import agreed_record, judgement_record
from prioritera.report.precise import is_whole_area, not_stated
from prioritera.report.records import Record, Voices, assessment, day, diagnostic, facts, label, number, place
from prioritera.report.voice import actor_name, area_name, destination_name, kind_name, outcome_name, question_of, rule_of, thing_name


def decision_record(voices: Voices, decision: Decision) -> Record:
    """Everything that a decision holds."""
    need = decision.need
    return {
        "id": decision.need_id,
        "title": decision.title,
        "outcome": voices.named(decision.outcome, outcome_name),
        "merged_into": decision.merged_into or None,
        "merged_how": decision.merged_how or None,
        "part_of": list(need.part_of) if need is not None else [],
        "make_precise": _precise(voices, need),
        "area": voices.named(need.area, area_name) if need is not None else None,
        "wordings": [_wording(one.need, one.text, one.source) for one in need.wordings] if need is not None else [],
        "origins": _origins(voices, need),
        "merged": list(need.merged) if need is not None else [],
        "step_two": [_tally(voices, tally) for tally in need.tallies] if need is not None else [],
        **_envelope(need),
        "rules_hash": decision.rules_hash or None,
        "values": facts(voices, decision.values, _sources(voices, decision)),
        "assessments": _assessments(voices, need),
        **agreed_record(voices.rules, decision),
        "fired": [_fired(voices, fired) for fired in decision.fired],
        "hangs_on": [voices.named(name, thing_name) for name in decision.hangs_on],
        "alternatives": [_alternative(voices, alternative) for alternative in decision.alternatives],
        "ask": [_asked(voices, name) for name in decision.ask],
        "score": _score(voices, decision.score),
        "band": {"low": decision.band or None, "high": decision.band_high or None},
        "destination": voices.named_or_null(decision.destination, destination_name),
        "destination_rule": decision.destination_rule or None,
        "list": decision.list_id or None,
        "placed": decision.placed,
        "standing": _standing(decision.standing),
        "ways": [_walk(voices, walk) for walk in decision.walks],
        "also": [{"actor": voices.named_or_null(told.actor, actor_name), "role": told.role} for told in decision.also],
        "find_out": [_find_out(voices, found) for found in decision.find_out],
        "look_again": day(decision.look_again),
        "answers": [_answer(voices, answer) for answer in decision.answers],
        **by_hand_record(voices, decision),
        "diagnostics": [diagnostic(found) for found in decision.diagnostics],
    }


def _sources(voices: Voices, decision: Decision) -> dict[str, Fact]:
    """The facts behind the values; not that of a class which a person has changed by hand."""
    classes = voices.rules.classes
    changed = classes.field if classes is not None and decision.class_by_hand is not None else ""
    return {name: fact for name, fact in decision.need.facts.items() if name != changed} if decision.need is not None else {}


def _precise(voices: Voices, need: Need | None) -> Record | None:
    """What of the need nobody has stated, and whether its text is the name of a whole area; null where there is no need."""
    if need is None:
        return None
    return {"whole_area": is_whole_area(need, voices.rules), "not_stated": list(not_stated(need))}


def _wording(need: str, text: str, source: str) -> Record:
    return {"need": need, "text": text, "source": source or None}


def _envelope(need: Need | None) -> Record:
    """What people wrote that no table reads; null where nothing is written."""
    question = need.question if need is not None else Question()
    return {
        "question": {
            "target_group": question.target_group or None,
            "intervention": question.intervention or None,
            "context": question.context or None,
            "comparison": question.comparison or None,
            "outcome": question.outcome or None,
            "use_in_sweden": question.use_in_sweden or None,
            "gap_type": question.gap_type or None,
        },
        "support": [_support(one) for one in need.support] if need is not None else [],
        "checked": [_check(one) for one in need.checked] if need is not None else [],
        "wished_form": need.wished_form or None if need is not None else None,
        "benefit": need.benefit or None if need is not None else None,
        "note": need.note or None if need is not None else None,
        "links": list(need.links) if need is not None else [],
        "indicators": list(need.indicators) if need is not None else [],
        "evidence": [_evidence(one) for one in need.evidence] if need is not None else [],
    }


def _support(match: SupportMatch) -> Record:
    return {
        "entry": match.entry,
        "covers": match.covers,
        "confirmed": match.confirmed,
        "by": match.by or None,
        "on": day(match.on),
        "source": match.source or None,
    }


def _check(check: Check) -> Record:
    return {
        "where": list(check.where),
        "found": check.found,
        "by": check.by or None,
        "on": day(check.on),
        "source": check.source or None,
    }


def _evidence(evidence: Evidence) -> Record:
    return {
        "kind": evidence.kind,
        "text": evidence.text or None,
        "asked": evidence.asked,
        "answered": evidence.answered,
        "document": evidence.document or None,
        "source": evidence.source or None,
    }


def _origins(voices: Voices, need: Need | None) -> list[Record]:
    return [_origin(voices, origin) for origin in need.origins] if need is not None else []


def _origin(voices: Voices, origin: Origin) -> Record:
    return {
        "actor": voices.named_or_null(origin.actor, actor_name),
        "unknown": origin.unknown,
        "at_least": origin.at_least or None,
        "of": voices.named_or_null(origin.of, kind_name),
        "within": voices.named_or_null(origin.within, actor_name),
        "backing": origin.backing or None,
        "decided": origin.decided or None,
        "forum": voices.named_or_null(origin.forum, actor_name),
        "covers": list(origin.covers) if isinstance(origin.covers, tuple) else origin.covers,
        "present": list(origin.present) if isinstance(origin.present, tuple) else origin.present,
        "on": day(origin.on),
        "document": origin.document or None,
        "method": origin.method or None,
        "wording": origin.wording or None,
        "source": origin.source or None,
        "through": [voices.named(rss, actor_name) for rss in origin.through],
        "record": origin.record or None,
        "said": _said(origin, voices.smallest_cell),
    }


def _tally(voices: Voices, tally: Tally) -> Record:
    """How a need was answered when it was checked: organisations; the share is null where nobody judged it."""
    counts = ("asked", "agrees", "partly", "disagrees", "divided", "dont_know", "unanswered", "judged")
    return {
        "need": tally.need,
        "through": [voices.named(rss, actor_name) for rss in tally.through],
        **{count: getattr(tally, count) for count in counts},
        "share": None if tally.share is None else number(tally.share),
        "disputed": tally.is_disputed,
        "comments": [
            {"actor": voices.named(one.actor, actor_name), "answer": one.answer or None, "text": one.text} for one in tally.comments
        ],
    }


def _said(origin: Origin, smallest_cell: int | None) -> Record:
    """What the sender's own form says; null where it says nothing. The highest number of a bracket without an end is null.

    A bracket that begins below the smallest cell is null, and its ends are those that may be shown.
    """
    ends = BRACKETS.get(origin.persons, (0, None))
    low, high = shown_range(*ends, smallest_cell)
    return {
        "persons": {"bracket": origin.persons if (low, high) == ends else None, "low": low, "high": high} if origin.persons else None,
        "consequence": origin.consequence or None,
        "example": origin.example or None,
        "tried": origin.tried or None,
        "wished_form": origin.wished_form or None,
        "dont_know": list(origin.dont_know),
    }


def _assessments(voices: Voices, need: Need | None) -> Record:
    given = need.assess if need is not None else {}
    return {one.id: _assessment(one, given[one.id]) for one in voices.rules.criteria if one.id in given}


def _assessment(criterion: Criterion, assessed: Assessment) -> Record:
    judged = assessed.judged
    return {**assessment(criterion, assessed), "judged": judgement_record(criterion, judged) if judged is not None else None}


def _fired(voices: Voices, fired: Fired) -> Record:
    rule = rule_of(voices.rules, fired.table, fired.rule)
    return {
        "table": fired.table,
        "rule": fired.rule,
        "because": label(rule.because) if rule is not None else None,
        "source": rule.source or None if rule is not None else None,
        "status": rule.status or None if rule is not None else None,
        "place": place(rule.span) if rule is not None else None,
    }


def _alternative(voices: Voices, alternative: Alternative) -> Record:
    return {
        "values": facts(voices, alternative.values),
        "outcome": voices.named(alternative.outcome, outcome_name),
        "destination_rule": alternative.destination_rule or None,
    }


def _asked(voices: Voices, name: str) -> Record:
    return {**voices.named(name, thing_name), "question": voices.said(lambda voice: question_of(voice, name))}


def _score(voices: Voices, score: Score | None) -> Record | None:
    if score is None:
        return None
    of = score.of or 1
    return {
        "low": score.low,
        "high": score.high,
        "of": score.of,
        "share": {"low": number(Fraction(score.low, of)), "high": number(Fraction(score.high, of))},
        "known": number(score.known),
        "tier": {"low": score.tier_low, "high": score.tier_high},
        "criteria": [
            {**voices.named(share.criterion, thing_name), "low": share.low, "high": share.high, "of": share.of, "known": share.known}
            for share in score.shares
        ],
    }


def _standing(standing: Standing | None) -> Record | None:
    if standing is None:
        return None
    return {
        "best": standing.best,
        "worst": standing.worst,
        "shared": standing.shared,
        "lower_key": list(standing.lower),
        "upper_key": list(standing.upper),
        "side": standing.side.value if standing.side is not None else None,
    }


def _walk(voices: Voices, walk: Walk) -> Record:
    return {
        "rule": walk.rule,
        "origin": voices.named_or_null(walk.origin, actor_name),
        "target": voices.named_or_null(walk.target, actor_name),
        "approach": [_leg(voices, leg) for leg in walk.approach],
        "course": [_leg(voices, leg) for leg in walk.course],
        "back": [_leg(voices, leg) for leg in walk.back],
        "lead_time": {"days": walk.lead_time.days, "unknown_stops": walk.lead_time.unknown_stops},
    }


def _leg(voices: Voices, leg: Leg) -> Record:
    return {
        "from": voices.named(leg.source, actor_name),
        "to": voices.named(leg.target, actor_name),
        "channel": leg.channel,
        "kind": leg.kind,
        "days": leg.days,
        "subject_to": voices.named_or_null(leg.subject_to, actor_name),
        "decision": leg.decision or None,
        "status": leg.status or None,
    }


def _find_out(voices: Voices, found: FindOut) -> Record:
    return {"kind": found.kind, **_asked(voices, found.id), "settles": found.settles, "results": found.results, "points": found.points}


def _answer(voices: Voices, answer: Answer) -> Record:
    return {
        "question": answer.question,
        "who": voices.named(answer.who, actor_name),
        "on": day(answer.on),
        "text": answer.text,
        "link": answer.link or None,
        "source": answer.source or None,
    }
