"""What may exist already: each need beside the entries of the catalogues, those that are like it kept, the most alike first.

Needs and a catalogue come in; candidates with score and reason come out. Nothing is decided here: a person confirms.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

import attrs

from prioritera.matching.kinship import Vocabulary, vocabulary_of
from prioritera.matching.lexicon import Lexicon, swedish
from prioritera.matching.likeness import Candidate, candidate
from prioritera.matching.voices import Spoken, spoken
from prioritera.measures.checked import checked
from prioritera.measures.existing import counts, status
from prioritera.model.catalogue import Catalogue, Support
from prioritera.model.field import Term
from prioritera.model.found import FoundFor, FoundSupport
from prioritera.model.need import Need, Question, SupportMatch
from prioritera.model.outcome import CONFLICT, ERROR, MERGED
from prioritera.model.result import Decision
from prioritera.model.round import Round, SupportDecision
from prioritera.reading.ids import same_id_key
from prioritera.records.cell_values import meant

# Work that has ended is nothing to confirm.
_ENDED = "ended"
_SET_ASIDE = (CONFLICT, ERROR, MERGED)
Leads = Callable[[Sequence[Need]], Sequence[str]]


def exists(
    decisions: Sequence[Decision], round_: Round, areas: Sequence[Term], leads: Leads, *, decided_on: date | None = None
) -> tuple[FoundFor, ...]:
    """What may exist already on each need that goes on.

    Args:
        decisions: one a record, reconciled and triaged; merged records and those set aside have nothing to be found for.
        round_: the catalogue, and what people have decided.
        areas: those of the rule set: a catalogue may name them by id or by label.
        leads: the outcomes that the rules come to for some needs.
        decided_on: the date that the catalogue is read at; None reads all of it.

    Returns:
        One a need, in order. An entry is there when it is like enough to be shown, or when it has been decided or stands in the need.

    Raises:
        PrioriteraError: the extra `matching` is not installed.
    """
    going = [(decision, need) for decision in decisions if (need := decision.need) is not None and decision.outcome not in _SET_ASIDE]
    beside = _Beside([need for _, need in going], round_.catalogue, areas)
    decided: dict[str, list[SupportDecision]] = {}
    for row in round_.existing:
        decided.setdefault(same_id_key(row.need), []).append(row)
    rows = [_rows(need, decided) for _, need in going]
    alike = [_alike(need, beside, its) for (_, need), its in zip(going, rows, strict=True)]
    led = iter(leads([_confirmed(need, one.entry) for (_, need), its in zip(going, alike, strict=True) for one in its]))
    return tuple(
        FoundFor(
            need=need,
            outcome=decision.outcome,
            existing=status(need, round_.catalogue, decided_on=decided_on),
            checked=checked(need, decided_on=decided_on),
            support=[attrs.evolve(one, counts=counts(one.entry, decided_on), leads=next(led)) for one in support],
            looked=next((row for row in its if not row.entry), None),
        )
        for (decision, need), support, its in zip(going, alike, rows, strict=True)
    )


def _rows(need: Need, decided: Mapping[str, Sequence[SupportDecision]]) -> list[SupportDecision]:
    """What has been decided for a need, and for the records that are merged into it."""
    return [row for name in (need.id, *need.merged) for row in decided.get(same_id_key(name), ()) if row.decision]


def _confirmed(need: Need, entry: Support) -> Need:
    others = [match for match in need.support if match.entry != entry.id]
    return attrs.evolve(need, support=[*others, SupportMatch(entry=entry.id, confirmed=True)])


class _Beside:
    """The needs and the entries as they are compared, and which words of theirs are near to each other: looked up once for all of them."""

    def __init__(self, needs: Sequence[Need], catalogue: Catalogue, areas: Sequence[Term]) -> None:
        self.lexicon: Lexicon = swedish()
        self.catalogue = catalogue
        self.areas = {entry.id: [meant(area, tuple(areas)) or area for area in entry.areas] for entry in catalogue.entries.values()}
        self.entries = {entry.id: _as_spoken(entry, self.lexicon) for entry in catalogue.entries.values()}
        self.needs = {need.id: spoken(need, self.lexicon) for need in needs}
        words = {word for one in (*self.entries.values(), *self.needs.values()) for word in _words(one)}
        self.words: Vocabulary = vocabulary_of(words, self.lexicon)
        self._with: dict[str, set[str]] = defaultdict(set)
        for ident, entry in self.entries.items():
            for word in _words(entry):
                self._with[word].add(ident)

    def near(self, need: Spoken) -> set[str]:
        """The entries that have some word in common with a need; the others are not like it at all."""
        return {ident for word in _words(need) for kin in (word, *self.words.kin[word]) for ident in self._with.get(kin, ())}


def _words(one: Spoken) -> Collection[str]:
    return {word for voice in one.voices for word in voice.words}


def _as_spoken(entry: Support, lexicon: Lexicon) -> Spoken:
    """An entry as needs are compared: its title, whom it is for and what it is about."""
    question = Question(target_group=entry.target_group, intervention=entry.intervention)
    # No id of a need begins like this: of a pair, the need always comes first.
    return spoken(Need(id=f"\U0010ffff{entry.id}", title=entry.title.sv, area="", origins=(), question=question), lexicon)


def _alike(need: Need, beside: _Beside, rows: Sequence[SupportDecision]) -> tuple[FoundSupport, ...]:
    """The entries that are like a need, or that have been decided for it or stand in it, the most alike first."""
    said = beside.needs[need.id]
    by_entry = {row.entry: row for row in rows if row.entry}
    named = {*by_entry, *(match.entry for match in need.support)}
    near = beside.near(said)
    found = []
    for entry in beside.catalogue.entries.values():
        pair = _pair(said, entry, beside) if entry.id in near and (entry.status != _ENDED or entry.id in named) else None
        if pair is not None or entry.id in named:
            found.append(_found(need, entry, beside.areas[entry.id], pair, by_entry.get(entry.id)))
    return tuple(sorted(found, key=lambda one: (-one.score, one.entry.id)))


def _pair(need: Spoken, entry: Support, beside: _Beside) -> Candidate | None:
    """The two as the matching of needs sees them, the entry in the need's area where it is for that or for all."""
    areas = beside.areas[entry.id]
    area = need.area if not areas or need.area in areas else areas[0]
    return candidate(need, attrs.evolve(beside.entries[entry.id], area=area), beside.words, beside.lexicon)


def _found(need: Need, entry: Support, areas: Sequence[str], pair: Candidate | None, decided: SupportDecision | None) -> FoundSupport:
    area = "open" if not areas else "same" if need.area in areas else "other"
    said = bool(need.question.target_group and entry.target_group)
    agrees = "same" if pair is not None and "target_group" in pair.agree else "other"
    return FoundSupport(
        entry=entry,
        score=pair.score if pair is not None else 0,
        words=pair.words if pair is not None else (),
        area=area,
        target_group=agrees if said else "open",
        decided=decided,
    )
