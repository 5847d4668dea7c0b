"""What the reader must know first: which round, by which rules, and what of it nobody has decided; and last: what it all rests on."""

from collections.abc import Iterator

from prioritera.model.criterion import Criterion
from prioritera.model.domain import Domain
from prioritera.model.outcome import CONFLICT, ERROR, MERGED
from prioritera.model.result import Result
from prioritera.model.round import RESPONSE_STATES
from prioritera.report.by_hand import by_hand_blocks
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.notes import PROPOSAL, marked
from prioritera.report.standing import ordering_words
from prioritera.report.unranked import is_unranked
from prioritera.report.voice import Voice, actor_name, area_name, capital, date_words
from prioritera.report.ways import ARROW, INFERRED, clock_of, goes_anywhere, is_inferred

HASH_SHOWN = 12
# More weights than these are listed.
_MOST_IN_A_SENTENCE = 6


def preface(voice: Voice, result: Result) -> Iterator[Block]:
    """The blocks before the lists."""
    yield from notices(voice, result)
    if result.round.about is not None:
        yield Paragraph(voice.of(result.round.about))
    yield Pairs(tuple(_facts(voice, result)))
    listed = tuple(weights_listing(voice))
    if listed:
        yield Paragraph(voice.say("weights.each"))
        yield from listed
    yield Paragraph(counts_words(voice, result))
    marks = " ".join(text for text in (proposals_words(voice), *legend(voice, result)) if text)
    if marks:
        yield Paragraph(marks)
    yield from relative_scales(voice)


def notices(voice: Voice, result: Result) -> Iterator[Block]:
    """What must not be missed: that it is made up, or judged again by other rules, what nobody has answered, what is changed by hand."""
    yield from illustrative(voice, result)
    if result.decided_on is not None and not voice.rules.is_valid_on(result.decided_on):
        yield Paragraph(voice.say("preface.not-in-force", date=date_words(result.decided_on)), notice=True)
    yield from by_hand_blocks(voice, result)


def relative_scales(voice: Voice) -> Iterator[Paragraph]:
    """That scales are relative to the set, where some are: it is said wherever their values show."""
    names = [voice.of(criterion.label) for criterion in voice.rules.criteria if criterion.relative]
    if names:
        yield Paragraph(voice.say("legend.relative", criteria=voice.all_of(names)), notice=True)


def illustrative(voice: Voice, result: Result) -> Iterator[Paragraph]:
    """That the material is made up, where it is."""
    if result.round.illustrative is not None:
        yield Paragraph(voice.say("illustrative", text=voice.of(result.round.illustrative)), notice=True)


def _facts(voice: Voice, result: Result) -> Iterator[tuple[str, str]]:
    round_, rules, network = result.round, voice.rules, voice.network
    if round_.areas:
        yield voice.say("preface.areas"), voice.all_of([area_name(voice, area) for area in round_.areas])
    if round_.period:
        yield voice.say("preface.period"), round_.period
    if round_.holder:
        yield voice.say("preface.holder"), actor_name(voice, round_.holder)
    if result.decided_on is not None:
        yield voice.say("preface.decided-on"), date_words(result.decided_on)
    if round_.previous_round:
        yield voice.say("preface.previous"), round_.previous_round
    yield (
        voice.say("preface.rules"),
        marked(voice, version_words(voice), rules.status),
    )
    if rules.criteria:
        yield weights_row(voice)
    if rules.classes is not None:
        yield voice.say("preface.classes"), ordering_words(voice, rules.classes)
    if rules.tie_breakers:
        yield voice.say("preface.ties"), "; ".join(ordering_words(voice, one) for one in rules.tie_breakers)
    yield voice.say("preface.network"), marked(voice, voice.of(network.label), network.status)
    responses = [(state, sum(response.state == state for response in round_.responses)) for state in RESPONSE_STATES]
    if round_.responses:
        # Who has not answered is told to their own support structure only, so the report counts.
        counted = [voice.count(f"responses.{state}", number) for state, number in responses if number]
        yield voice.say("preface.responses"), voice.all_of(counted)


def version_words(voice: Voice) -> str:
    """The rule set with its version, and the days that it is in force where they are said."""
    rules = voice.rules
    name = voice.say("preface.version", name=voice.of(rules.label), version=rules.version)
    if rules.valid_from is None and rules.valid_to is None:
        return name
    first, last = ("" if day is None else date_words(day) for day in (rules.valid_from, rules.valid_to))
    key = "in-force" if first and last else "in-force-from" if first else "in-force-until"
    return voice.say(f"preface.{key}", name=name, first=first, last=last)


def weights_row(voice: Voice) -> tuple[str, str]:
    """The weights with what they are called; of a single criterion, which has no other to weigh against, its name."""
    if len(voice.rules.criteria) == 1:
        return voice.say("preface.criterion"), voice.say("weights.only", criterion=voice.of(voice.rules.criteria[0].label))
    return voice.say("preface.weights"), weights_words(voice)


def weights_words(voice: Voice) -> str:
    """The weights, and whether anybody has decided them, or where they are published."""
    weights = {criterion.weight for criterion in voice.rules.criteria}
    if len(weights) == 1:
        words = voice.say("weights.equal")
    elif _is_listed(voice):
        domains = len(voice.rules.weights_domains)
        words = voice.say("weights.in-domains" if domains else "weights.listed", number=len(voice.rules.criteria), domains=domains)
    else:
        words = voice.all_of([_share(voice, one) for one in voice.rules.criteria])
    decided = voice.rules.weights_decided
    if decided:
        return voice.say("weights.decided", weights=words, by=decided)
    if voice.rules.weights_source:
        return voice.say("weights.sourced", weights=words, source=voice.rules.weights_source)
    return voice.say("weights.undecided-equal" if len(weights) == 1 else "weights.undecided", weights=words)


def _is_listed(voice: Voice) -> bool:
    """Whether the weights are too many for a sentence."""
    criteria = voice.rules.criteria
    return len({one.weight for one in criteria}) > 1 and bool(voice.rules.weights_domains or len(criteria) > _MOST_IN_A_SENTENCE)


def _share(voice: Voice, criterion: Criterion) -> str:
    return voice.say("weights.share", criterion=voice.of(criterion.label), weight=criterion.weight, of=voice.rules.weight_sum)


def weights_listing(voice: Voice) -> Iterator[Listing]:
    """The weights one by one, by domain where there are domains, all of the same sum; nothing where a sentence holds them."""
    rules = voice.rules
    if _is_listed(voice):
        yield Listing([_domain(voice, domain) for domain in rules.weights_domains] or [Item(_share(voice, one)) for one in rules.criteria])


def _domain(voice: Voice, domain: Domain) -> Item:
    criteria = [voice.rules.criterion(name) for name in domain.criteria]
    label = capital(voice.of(domain.label)) if domain.label is not None else domain.id
    weight = sum(one.weight for one in criteria)
    share = voice.say("weights.share", criterion=label, weight=weight, of=voice.rules.weight_sum)
    return Item(voice.say("weights.domain", share=share, criteria=voice.all_of([_share(voice, one) for one in criteria])))


def counts_words(voice: Voice, result: Result) -> str:
    """How many have come in, and what became of them."""
    return " ".join(_counts(voice, result))


def _counts(voice: Voice, result: Result) -> Iterator[str]:
    decisions = result.decisions
    if not decisions:
        yield voice.say("count.none")
        return
    yield voice.count("count.records", len(decisions))
    numbers = {
        "ranked": sum(decision.placed for decision in decisions),
        "not-grouped" if voice.rules.bands else "not-placed": sum(bool(one.list_id) and not one.placed for one in decisions),
        "unranked": sum(is_unranked(voice, decision) for decision in decisions),
        "merged": sum(decision.outcome == MERGED for decision in decisions),
        "conflict": sum(decision.outcome == CONFLICT for decision in decisions),
        "forbidden": sum(decision.is_forbidden for decision in decisions),
        "error": sum(decision.outcome == ERROR and not decision.is_forbidden for decision in decisions),
    }
    said = [voice.count(f"count.{name}", number) for name, number in numbers.items() if number]
    yield f"{voice.all_of(said)}."


def proposals_words(voice: Voice) -> str:
    """What of the rules is a proposal that nobody has decided."""
    rules = voice.rules
    rows = [rule for table in rules.all_tables for rule in table.all_rules]
    proposed = sum(rule.status == PROPOSAL for rule in rows)
    scales = sum(criterion.status == PROPOSAL for criterion in rules.criteria)
    limits = "bands" if rules.bands and rules.status == PROPOSAL else "known" if rules.min_known_status == PROPOSAL else ""
    parts = [
        *([voice.count("proposals-of.scales", scales, of=len(rules.criteria))] if scales else []),
        *([voice.say(f"proposals-of.{limits}")] if limits else []),
        *([voice.count("proposals-of.rules", proposed, of=len(rows))] if proposed else []),
    ]
    return voice.say("proposals", mark=marked(voice, "", PROPOSAL).strip(), parts=voice.all_of(parts)) if parts else ""


def legend(voice: Voice, result: Result) -> Iterator[str]:
    """What the marks on the ways mean, where there are any, and that no time is known, where none is."""
    if any(is_inferred(voice, decision) for decision in result.decisions):
        yield voice.say("legend.inferred", mark=f"{ARROW}{INFERRED}")
    if goes_anywhere(result) and not clock_of(result).knows_times:
        yield voice.say("legend.no-time")


def closing(voice: Voice, result: Result) -> Section:
    """What the result rests on, short: enough to run it again and get the same."""
    rules, network = voice.rules, voice.network
    text = voice.say(
        "closing.rules",
        rules=rules.id,
        version=rules.version,
        rules_hash=result.rules_hash[:HASH_SHOWN],
        network=network.id,
        network_hash=result.network_hash[:HASH_SHOWN],
    )
    files = [voice.count("closing.files", len(result.files))] if result.files else []
    return Section(voice.say("closing.title"), (Paragraph(" ".join([text, *files])), *illustrative(voice, result)))
