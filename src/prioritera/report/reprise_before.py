"""The first five domains of REPRISE: what there was before anything was put in order, as far as the round itself knows it."""

from collections.abc import Iterator

from prioritera.model.criterion import Criterion
from prioritera.model.domain import Domain
from prioritera.report.coverage import areas_section, taking_part
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.judged import judges_words
from prioritera.report.notes import marked, shared_notes
from prioritera.report.preface import counts_words, proposals_words, relative_scales, version_words, weights_row
from prioritera.report.reprise_telling import Telling
from prioritera.report.scale_words import scale_rows
from prioritera.report.voice import actor_name, area_name, capital, criterion_of, date_words
from prioritera.report.ways import sender_name


def context(told: Telling) -> Iterator[Block]:
    """Which round it is: areas, period, the round before."""
    voice, round_ = told.voice, told.result.round
    if round_.about is not None:
        yield Paragraph(voice.of(round_.about))
    areas = voice.all_of([area_name(voice, area) for area in round_.areas])
    yield told.pairs(areas=areas, period=round_.period, previous=round_.previous_round)


def governance(told: Telling) -> Iterator[Block]:
    """Who holds the round, and when it was decided."""
    voice, result = told.voice, told.result
    holder = actor_name(voice, result.round.holder)
    yield told.pairs(holder=holder, decided_on="" if result.decided_on is None else date_words(result.decided_on))


def framework(told: Telling) -> Iterator[Block]:
    """The rule set with what of it nobody has decided, and each criterion with its scale and weight."""
    voice, rules, network = told.voice, told.voice.rules, told.voice.network
    if rules.about is not None:
        yield Paragraph(voice.of(rules.about))
    yield told.pairs(
        rules=marked(voice, version_words(voice), rules.status),
        source=rules.source,
        owner=rules.owner,
        rules_hash=told.result.rules_hash,
        network=marked(voice, voice.of(network.label), network.status),
        network_source=network.source,
        network_hash=told.result.network_hash,
    )
    proposals = proposals_words(voice)
    if proposals:
        yield Paragraph(proposals)
    yield from relative_scales(voice)
    if not rules.criteria:
        yield Paragraph(told.say("framework.no-criteria"))
        return
    yield Section(told.say("framework.criteria"), tuple(_criteria(told)))


def _criteria(told: Telling) -> Iterator[Block]:
    """What all criteria share is told once, before them."""
    voice, criteria = told.voice, told.voice.rules.criteria
    rows = {one.id: tuple(_criterion(told, one)) for one in criteria}
    shared = shared_notes(list(rows.values()))
    if len(criteria) > 1:
        yield Pairs((weights_row(voice),))
    if shared:
        yield Paragraph(told.say("framework.of-all"))
        yield Pairs(shared)
    if voice.rules.weights_domains:
        yield Listing([Item(_domain(told, one)) for one in voice.rules.weights_domains])
    own = {name: [row for row in its if row not in shared] for name, its in rows.items()}
    yield Listing([Item(marked(voice, capital(voice.of(one.label)), one.status), (Pairs(own[one.id]),)) for one in criteria])


def _criterion(told: Telling, criterion: Criterion) -> Iterator[tuple[str, str]]:
    yield from scale_rows(told.voice, criterion)
    if len(told.voice.rules.criteria) > 1:
        of = told.voice.rules.weight_sum
        yield told.say("framework.weight"), told.say("framework.of", weight=criterion.weight, of=of)
    yield told.say("row.source"), told.known(criterion.source)


def _domain(told: Telling, domain: Domain) -> str:
    """A domain of weights with its share and its criteria."""
    voice, rules = told.voice, told.voice.rules
    criteria = [rules.criterion(name) for name in domain.criteria]
    share = told.say("framework.of", weight=sum(one.weight for one in criteria), of=rules.weight_sum)
    name = capital(voice.of(domain.label)) if domain.label is not None else domain.id
    return told.say("framework.domain", domain=name, share=share, criteria=voice.all_of([voice.of(one.label) for one in criteria]))


def stakeholders(told: Telling) -> Iterator[Block]:
    """Who took part and who did not; every sender by name; the groups of judges. Who has not answered is counted, never named."""
    yield from taking_part(told.voice, told.coverage)
    counts: dict[str, int] = {}
    for _, need in told.kept():
        for name in dict.fromkeys(sender_name(told.voice, origin) for origin in need.origins):
            counts[name] = counts.get(name, 0) + 1
    if counts:
        head = (told.say("stakeholders.sender"), told.say("stakeholders.needs"))
        table = Table(head, [(capital(name), str(number)) for name, number in counts.items()], numbers=(1,))
        yield Section(told.say("stakeholders.senders"), (table,))
    judges = list(_judges(told))
    if judges:
        yield Section(told.say("stakeholders.judges"), (Pairs(judges),))


def _judges(told: Telling) -> Iterator[tuple[str, str]]:
    """Who judged what; what the same judges judged, together."""
    voice = told.voice
    found: dict[str, list[str]] = {}
    for one in told.result.judged:
        criterion = criterion_of(voice.rules, one.criterion)
        if criterion is not None:
            several = len(one.rounds) > 1
            for judged in one.rounds:
                who = judges_words(voice, judged, criterion.judged)
                words = told.say("stakeholders.round", round=judged.round, judges=who) if several else who
                found.setdefault(words, []).append(voice.of(criterion.label))
    for words, criteria in found.items():
        yield capital(voice.all_of(criteria)), words


def identification(told: Telling) -> Iterator[Block]:
    """How needs were found and collected: files, forums, documents, days; how many there are, and of which areas."""
    voice, result = told.voice, told.result
    origins = [origin for _, need in told.kept() for origin in need.origins]
    forums = dict.fromkeys(actor_name(voice, origin.forum) for origin in origins if origin.forum)
    documents = dict.fromkeys(name for one in told.coverage.sources for name in one.documents)
    kinds = dict.fromkeys(kind for one in told.coverage.sources for kind in one.kinds)
    yield Paragraph(counts_words(voice, result))
    more = {
        "compilations": "; ".join(
            told.say("identification.compiled", rss=actor_name(voice, one.rss), needs=one.needs) for one in result.round.compilations
        ),
        "catalogues": ", ".join(voice.of(one.label) or one.id for one in result.round.catalogue.listed),
    }
    yield told.pairs(
        files=", ".join(file.name for file in result.files),
        forums=voice.all_of(list(forums)) if forums else "",
        kinds=", ".join(kinds),
        days=_days(told),
        **{key: text for key, text in more.items() if text},
        people=told.say(f"identification.{result.round.personal_data}"),
    )
    without = sum(not one.documents for one in told.coverage.sources)
    said = [Paragraph(told.say("identification.without", number=without, of=len(told.coverage.sources)))] if without else []
    listed = [Listing([Item(name) for name in documents])] if documents else []
    if said or listed:
        yield Section(told.say("identification.documents"), (*listed, *said))
    yield areas_section(voice, told.coverage)


def _days(told: Telling) -> str:
    """The first and the last day that a need was raised, and of how many senders nobody has said any; "" where none is said."""
    raised = [origin.on for _, need in told.kept() for origin in need.origins]
    days = [day for day in raised if day is not None]
    if not days:
        return ""
    first, last = date_words(min(days)), date_words(max(days))
    words = first if first == last else told.say("identification.between", first=first, last=last)
    without = len(raised) - len(days)
    return told.say("identification.some", days=words, number=without, of=len(raised)) if without else words
