"""Pairs of needs that may be the same as JSON; its schema stands beside this file: `same-need.schema.json`."""

from prioritera.matching.lexicon import Lexicon
from prioritera.matching.likeness import Candidate
from prioritera.matching.pairs import Pairs
from prioritera.model.merge import PairDecision, wording_of
from prioritera.model.need import Need
from prioritera.model.round import Round
from prioritera.model.ruleset import Model
from prioritera.report.json import as_text
from prioritera.report.pairs import reason_words, senders
from prioritera.report.records import Record, Voices, day, label, place
from prioritera.report.voice import area_name
from prioritera.words.catalogue import LANGUAGES

SAME_NEED = "prioritera/same-need/1"


def pairs_json(pairs: Pairs, round_: Round, model: Model, lexicon: Lexicon) -> str:
    """The pairs that wait, in groups, and those that are decided.

    >>> import json
    >>> from prioritera.matching.lexicon import swedish
    >>> from prioritera.pipeline import load_model
    >>> from prioritera.questions import find_same
    >>> round_, model = load_model("examples/nsks-2018")
    >>> record = json.loads(pairs_json(find_same(round_, model)[0], round_, model, swedish()))
    >>> record["schema"], record["status"], record["clusters"]
    ('prioritera/same-need/1', 'proposal', [['ensamkommande', 'social-barn-och-ungdomsvard', 'yrkesresan']])
    """
    voices = Voices(model.rules, model.network)
    record = {
        "schema": SAME_NEED,
        "round": {"id": round_.id, "label": label(round_.label), "illustrative": label(round_.illustrative)},
        "status": lexicon.status,
        "shown_from": lexicon.shown_from,
        "across_from": lexicon.across_from,
        "merge_identical": round_.merge_identical,
        "needs": [_need(voices, need) for need in pairs.needs.values()],
        "clusters": [list(names) for names in pairs.clusters],
        "open": [_open(one) for one in pairs.open],
        "decided": [_decided(one) for one in pairs.decided],
        "changed": [_decided(one) for one in pairs.changed],
        "set_aside": [_decided(one) for one in pairs.aside],
    }
    return as_text(record)


def _need(voices: Voices, need: Need) -> Record:
    return {
        "id": need.id,
        "title": need.title,
        "area": voices.named(need.area, area_name),
        "wording": wording_of(need),
        "senders": voices.said(lambda voice: senders(voice, need)),
        "merged": list(need.merged),
        "part_of": list(need.part_of),
    }


def _open(one: Candidate) -> Record:
    return {
        "first": one.first,
        "second": one.second,
        "score": one.score,
        "words": [list(pair) for pair in one.words],
        "agree": list(one.agree),
        "differ": list(one.differ),
        "reason": {language: reason_words(one, language) for language in LANGUAGES},
    }


def _decided(pair: PairDecision) -> Record:
    return {
        "first": pair.first,
        "second": pair.second,
        "decision": pair.verdict,
        "by": pair.by or None,
        "on": day(pair.on),
        "because": pair.because or None,
        "carried": pair.carried,
        "place": place(pair.span),
    }
