"""What a round names besides its needs: needs in its decisions, actors of the network, areas and criteria of the rule set.

A name that is not there would be without effect, unseen.
"""

from collections.abc import Collection, Iterator

from prioritera.diagnostics import Diagnostic, Span
from prioritera.model.network import Network
from prioritera.model.offers import Offer
from prioritera.model.round import Record, Round
from prioritera.model.ruleset import RuleSet
from prioritera.reading.close import closest, shortened
from prioritera.reading.ids import need_id, same_id_key
from prioritera.records.cell_values import meant
from prioritera.records.selection_names import wrong_in_selections


def wrong_names(round_: Round, rules: RuleSet, network: Network) -> tuple[Diagnostic, ...]:
    """Every name in a round's decisions and catalogue that is not there.

    That records are the same is checked where they are merged.

    Args:
        round_: the round, its records unread.
        rules: the areas and criteria that decisions may name.
        network: the actors that hold the round, answer for others, decide or are asked.
    """
    needs = {same_id_key(name): name for record in round_.records if (name := _id_of(record))}
    unknown = tuple(
        Diagnostic(code=code, span=span, params={"value": name, "known": shortened(known), "close": closest(name, known)})
        for code, name, span, known in (
            *_of_needs(round_, needs),
            *_of_actors(round_, tuple(network.actors)),
            *_of_areas(round_, rules),
            *_of_criteria(round_, tuple(criterion.id for criterion in rules.criteria)),
            *_of_facts(round_, rules),
            *_of_entries(round_),
        )
    )
    return (*unknown, *_across_areas(round_, rules), *wrong_in_selections(round_.selections, rules))


Named = tuple[str, str, Span | None, Collection[str]]


def _id_of(record: Record) -> str:
    """A record's id as it is written; "" when it has none that is text or a number. A sheet's column may be called ID."""
    written = next((value for key, value in record.data.items() if record.means.get(key, key).casefold() == "id"), "")
    return need_id(str(written)) if isinstance(written, str | int) else ""


def _of_needs(round_: Round, needs: dict[str, str]) -> Iterator[Named]:
    known = tuple(needs.values())
    for answer in round_.answers:
        if same_id_key(answer.need) not in needs:
            yield "round-need-unknown", answer.need, answer.span, known
    for decided in round_.committee:
        if same_id_key(decided.need) not in needs:
            yield "round-need-unknown", decided.need, decided.span, known
    chosen = [(name, one.span) for one in round_.selections for name in one.chosen]
    said_of = [*chosen, *((one.need, one.span) for one in round_.overrides), *((one.need, one.span) for one in round_.appeals)]
    for name, span in said_of:
        if same_id_key(name) not in needs:
            yield "round-need-unknown", name, span, known
    for row in round_.existing:
        if row.decision and same_id_key(row.need) not in needs:
            yield "round-need-unknown", row.need, row.span, known


def _of_entries(round_: Round) -> Iterator[Named]:
    known = tuple(round_.catalogue.entries)
    for row in round_.existing:
        if row.decision and row.entry and row.entry not in known:
            yield "existing-entry-unknown", row.entry, row.span, known


def _of_actors(round_: Round, actors: Collection[str]) -> Iterator[Named]:
    named = [
        (round_.holder, round_.span),
        *((response.actor, response.span) for response in round_.responses),
        *((decided.committee, decided.span) for decided in round_.committee),
        *((compilation.rss, compilation.span) for compilation in round_.compilations),
        *((entry.contact, entry.span) for entry in round_.catalogue.entries.values()),
        *((name, offer.span) for offer in round_.offers.offers for name in _named_by(offer)),
    ]
    for name, span in named:
        if name and name not in actors:
            yield "round-actor-unknown", name, span, actors


def _named_by(offer: Offer) -> tuple[str, ...]:
    return (offer.actor, *(offer.serves if isinstance(offer.serves, tuple) else ()))


def _of_facts(round_: Round, rules: RuleSet) -> Iterator[Named]:
    """The facts, and their words, that kinds of support answer to."""
    for kind in round_.offers.kinds.values():
        for field, words in kind.meets.items():
            if field not in rules.fields:
                yield "offer-field-unknown", field, kind.span, tuple(rules.fields)
            else:
                known = tuple(term.id for term in rules.fields[field].terms)
                yield from (("offer-word-unknown", word, kind.span, known) for word in words if word not in known)


def _of_areas(round_: Round, rules: RuleSet) -> Iterator[Named]:
    areas = tuple(area.id for area in rules.areas)
    named = [
        *((area, round_.span) for area in round_.areas),
        # A cut without an area is for all of them; a blank in a list of areas is none.
        *((cut.area, cut.span) for cut in round_.cuts if cut.area),
        *((decided.area, decided.span) for decided in round_.left_out),
        # In a catalogue, which may be a sheet, an area may be named as people say it.
        *((area, entry.span) for entry in round_.catalogue.entries.values() for area in entry.areas if not meant(area, rules.areas)),
        *((area, round_.offers.span) for area in round_.offers.open_areas),
        *((area, offer.span) for offer in round_.offers.offers for area in offer.areas or ()),
    ]
    for name, span in named:
        if name not in areas:
            yield "round-area-unknown", name, span, areas


def _of_criteria(round_: Round, criteria: Collection[str]) -> Iterator[Named]:
    for decided in round_.left_out:
        if decided.criterion not in criteria:
            yield "round-criterion-unknown", decided.criterion, decided.span, criteria


def _across_areas(round_: Round, rules: RuleSet) -> Iterator[Diagnostic]:
    """Criteria left out for an area where lists hold several: their scores could not be compared."""
    for decided in round_.left_out:
        if "area" not in rules.list_key:
            params = {"area": decided.area, "criterion": decided.criterion}
            yield Diagnostic(code="left-out-across-areas", span=decided.span, params=params)
