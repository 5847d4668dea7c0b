"""A round: one inventory of needs, from question to answer, with what people have decided about it."""

from collections.abc import Mapping
from datetime import date

import attrs

from prioritera.diagnostics import Diagnostic, Span
from prioritera.frozen import FrozenMap, frozen_data, frozen_map, frozen_tuple
from prioritera.model.agreement import Check, Missed
from prioritera.model.by_hand import Appeal, Override
from prioritera.model.catalogue import Catalogue
from prioritera.model.checks import one_of, whole_number
from prioritera.model.indicator import Indicator
from prioritera.model.judgement import JudgementSheet
from prioritera.model.merge import PairDecision
from prioritera.model.offers import Offers
from prioritera.model.reprise import Said
from prioritera.model.selection import Selection
from prioritera.model.text import Label
from prioritera.reading.place import NoFile, Place

# Four different things; only "no-answer" has not answered.
RESPONSE_STATES = ("not-asked", "no-answer", "no-need", "represented")
# How a municipality stands that is counted in a compilation: it has sent a need, or one of the states above, or nothing is recorded.
COUNTED_STATES = ("sent", *RESPONSE_STATES, "unrecorded")
# Whom an inventory can have reached or missed, besides municipalities.
GROUPS = ("profession", "authority-side", "provider-side", "users", "user-organisation")
REACHED_STATES = ("reached", "missed")
# What is done about people's data in free text: the record is set aside, or read with a mask in its place.
STOP, MASK = PERSONAL_DATA = ("stop", "mask")
COMMITTEE_DECISIONS = ("taken-up", "postponed", "redirected", "declined")
# Whether an entry of the catalogue answers a need's question: it does, it does not, or it is only about the same area.
SUPPORT_DECISIONS = ("yes", "no", "partly")


@attrs.frozen
class Record:
    """One need as it came in, unread: plain data and where it stands. `path` leads to it in the data that `place` knows.

    The data is a frozen copy: what is done to the row afterwards changes nothing. `text` says that every value is text, as in CSV, to be
    read as people write; `means` is then what the round says that columns mean, and `guess` whether a column that nobody knows is taken for
    the one it is most like. `faults` are what was wrong with taking it from its file; a record with any is refused. `more` are parts of the
    need that its cells have no room for, as TOML would have them.
    """

    data: Mapping[str, object] = attrs.field(converter=frozen_data, hash=False)
    place: Place = attrs.field(default=NoFile("record"), eq=False)
    path: tuple[str | int, ...] = attrs.field(default=(), eq=False)
    text: bool = False
    faults: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=(), kw_only=True)
    more: Mapping[str, object] = attrs.field(converter=frozen_data, factory=dict, hash=False, kw_only=True)
    means: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap, kw_only=True)
    guess: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse data without keys."""
        if not isinstance(self.data, Mapping):
            raise TypeError(f"the data of a record is {self.data!r}; expected a mapping, such as {{'id': 'n1'}}")


@attrs.frozen(kw_only=True)
class Answer:
    """What a recipient said, bound to the need and the question that was asked."""

    need: str
    question: str
    who: str
    on: date | None = None
    text: str
    link: str = ""
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Response:
    """Where an actor stands to the round when it has sent no need."""

    actor: str
    state: str = attrs.field(validator=one_of(*RESPONSE_STATES))
    by: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Reached:
    """Whether an inventory reached a group of people: a profession, the side of the authority or of the providers, users, their bodies."""

    group: str = attrs.field(validator=one_of(*GROUPS))
    name: str = ""
    state: str = attrs.field(validator=one_of(*REACHED_STATES))
    how: str = ""
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Compilation:
    """The list of needs of one support structure that has come into the round. Its needs' ids begin with `prefix`.

    `municipalities` counts the structure's municipalities by state, named in no file that is sent on; empty where it is not said.
    `rules`, their `version` and their meaning hash are what it was made by, and `definitions` what each thing that its needs say meant
    there, as a hash; a list that says none of these has them empty. `made_by` is where it says so.
    """

    rss: str
    file: str
    prefix: str
    rules: str = ""
    version: str = ""
    hash: str = ""
    definitions: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    made_by: Span | None = attrs.field(default=None, eq=False, repr=False)
    round_id: str = ""
    label: Label | None = None
    illustrative: Label | None = None
    municipalities: FrozenMap[str, int] = attrs.field(converter=frozen_map, factory=FrozenMap)
    needs: int = 0
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class SameAs:
    """A person's decision that these records are one need: `merged` go into `keep`."""

    keep: str
    merged: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    by: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class LeftOut:
    """A recorded decision to leave a criterion out for an area, because too little is known of it."""

    area: str
    criterion: str
    decided_by: str
    on: date | None = None
    because: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Cut:
    """How many needs of each list may be proposed: of all lists, or only those of an area or a destination."""

    k: int = attrs.field(validator=whole_number)
    area: str = ""
    destination: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class CommitteeDecision:
    """What a working committee decided about a need; unrecorded, the way is subject to it."""

    need: str
    committee: str
    decision: str = attrs.field(validator=one_of(*COMMITTEE_DECISIONS))
    on: date | None = None
    because: str = ""
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class SupportDecision:
    """Whether an entry of the catalogue answers a need, as a person decided it; `decision` is "" for a row that nobody has decided yet.

    `entry` is "" for a need that nothing was proposed for: "no" then says that somebody has looked in the catalogues and found nothing.
    """

    need: str
    entry: str = ""
    decision: str = attrs.field(validator=one_of("", *SUPPORT_DECISIONS), default="")
    by: str = ""
    on: date | None = None
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class InputFile:
    """One file that was read: its name relative to the round, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@attrs.frozen(kw_only=True)
class FormMark:
    """What a filled form says of itself: the rule set that it was made for, and the hash of each definition that it asks by."""

    schema: str
    kind: str = ""
    rules: str = ""
    version: str = ""
    hash: str = ""
    asked: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    read: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Round:
    """Everything that a run needs besides rules and network.

    `holder` is the actor that holds the round and answers for it. `illustrative` says, when it is given, that the material is made up to
    show something; it is said wherever the round is shown. `pairs` are decisions about two needs each, and `merge_identical` says that
    needs whose texts are identical are one without anybody deciding it; `merge_name` is the sheet that they stand in. Of several rule
    sets, the one in force on `decided_on` decides. `personal_data` says what is done about people's data; `smallest_cell` is the least
    count of persons that is shown of a municipality, None when nobody has said. `size_limits` are the populations that part municipalities
    into classes, rising. `reprise` is what people say of the round itself, for a report. `records` are unread, and so are the rows of the
    analyst's sheets, in `analyst`, and the sheets of `judgements`; `area_not_given` is the area of needs whose sheet has no column of
    areas, where a file is run by itself; "" where nothing is guessed. `forms` are the marks of the forms among the files; `faults` are
    what was wrong with reading the files, which did not stop the rest.
    """

    id: str
    label: Label
    areas: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    period: str = ""
    holder: str = ""
    decided_on: date | None = None
    look_again: date | None = None
    illustrative: Label | None = None
    about: Label | None = None
    catalogue: Catalogue = attrs.field(factory=Catalogue)
    indicators: FrozenMap[str, Indicator] = attrs.field(converter=frozen_map, factory=FrozenMap)
    offers: Offers = attrs.field(factory=Offers)
    personal_data: str = attrs.field(default=STOP, validator=one_of(*PERSONAL_DATA))
    smallest_cell: int | None = None
    records: tuple[Record, ...] = attrs.field(converter=frozen_tuple)
    analyst: tuple[Record, ...] = attrs.field(converter=frozen_tuple, default=())
    forms: tuple[FormMark, ...] = attrs.field(converter=frozen_tuple, default=())
    answers: tuple[Answer, ...] = attrs.field(converter=frozen_tuple, default=())
    responses: tuple[Response, ...] = attrs.field(converter=frozen_tuple, default=())
    same_as: tuple[SameAs, ...] = attrs.field(converter=frozen_tuple, default=())
    pairs: tuple[PairDecision, ...] = attrs.field(converter=frozen_tuple, default=())
    merge_identical: bool = False
    merge_name: str = ""
    left_out: tuple[LeftOut, ...] = attrs.field(converter=frozen_tuple, default=())
    cuts: tuple[Cut, ...] = attrs.field(converter=frozen_tuple, default=())
    selections: tuple[Selection, ...] = attrs.field(converter=frozen_tuple, default=())
    committee: tuple[CommitteeDecision, ...] = attrs.field(converter=frozen_tuple, default=())
    overrides: tuple[Override, ...] = attrs.field(converter=frozen_tuple, default=())
    appeals: tuple[Appeal, ...] = attrs.field(converter=frozen_tuple, default=())
    checks: tuple[Check, ...] = attrs.field(converter=frozen_tuple, default=())
    missed: tuple[Missed, ...] = attrs.field(converter=frozen_tuple, default=())
    judgements: tuple[JudgementSheet, ...] = attrs.field(converter=frozen_tuple, default=())
    compilations: tuple[Compilation, ...] = attrs.field(converter=frozen_tuple, default=())
    size_limits: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())
    reached: tuple[Reached, ...] = attrs.field(converter=frozen_tuple, default=())
    existing: tuple[SupportDecision, ...] = attrs.field(converter=frozen_tuple, default=())
    reprise: tuple[Said, ...] = attrs.field(converter=frozen_tuple, default=())
    previous_round: str = ""
    rules_names: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    network_name: str = ""
    area_not_given: str = ""
    files: tuple[InputFile, ...] = attrs.field(converter=frozen_tuple, default=())
    faults: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=())
    span: Span | None = attrs.field(default=None, eq=False, repr=False)
