"""How sheets of judgements may be laid out: a column each of what a heading is made of, or one row an answer, besides one row a need.

A sheet comes in as it was sent; it goes out as sheets whose every row is about one need, all of the same cells.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.judged import BALLOTS, BLANK, ORDERS, SCORES
from prioritera.model.judgement import JudgementSheet
from prioritera.model.judgement_columns import ANSWER, CHOICE, ITEM, NEED, RANK
from prioritera.reading.cursor import Cursor
from prioritera.records.judged_rows import cell_of, heading_word
from prioritera.records.spoken import plain

# What a heading may be made of, by the kind of sheet: what is in the cell is then an answer, a rank, or what is chosen.
PARTS: Mapping[str, tuple[str, ...]] = {SCORES: (NEED, ITEM, "judge"), BALLOTS: (NEED, CHOICE), ORDERS: (NEED, "group", "judge")}
_PLACE = re.compile(r"\{([a-z]+)\}")
# What a heading means that stands over a column of the writer's own.
OWN = "#"
# The number of a choice in a heading, as "Rank 3" or "3rd".
_NUMBER = re.compile(r"\D*([1-9][0-9]?)\D*")
_EXAMPLES: Mapping[str, str] = {SCORES: "{need} [{item}]", BALLOTS: "{need}", ORDERS: "{group}"}
Wide = tuple[int, Mapping[str, str]]


@attrs.frozen(kw_only=True)
class Layout:
    """How round.toml says that a sheet is laid out: what headings mean, and how one is made of several things.

    `columns` are the meanings by plain heading; they hold for what a heading is made of, too. `parts` are what `pattern` finds, in order.
    `answers` are what words of the sheet's own stand for, by plain word, "" for a blank, and `answers_at` where that is said.
    """

    columns: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    answers: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    answers_at: FrozenMap[str, Span] = attrs.field(converter=frozen_map, factory=FrozenMap)
    parts: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    pattern: re.Pattern[str] | None = None

    def means(self, heading: str) -> str:
        """What a heading, or a part of one, stands for; itself where nothing else is said, and "#" for a column of the writer's own."""
        return OWN if heading.startswith(OWN) else self.columns.get(plain(heading), heading)

    def taken_apart(self, heading: str) -> Mapping[str, str]:
        r"""What a heading is made of, by name; nothing where it is not made so.

        >>> layout = Layout(parts=["need", "item"], pattern=re.compile(r"(.+) \[(.+)\]"))
        >>> layout.taken_apart("f01 [q2]"), layout.taken_apart("E-post")
        ({'need': 'f01', 'item': 'q2'}, {})
        """
        found = self.pattern.fullmatch(heading) if self.pattern else None
        return {part: self.means(text.strip()) for part, text in zip(self.parts, found.groups(), strict=True)} if found else {}

    def choice_in(self, heading: str) -> int:
        """Which choice a heading is about, where headings are said to have its number in them; 0 where they are not, or it has none.

        >>> Layout(parts=["choice"], pattern=re.compile(r"Choose (.+)")).choice_in("Choose 3rd")
        3
        """
        found = _NUMBER.fullmatch(self.taken_apart(heading).get(CHOICE, ""))
        return int(found[1]) if found else 0


def read_layout(table: Cursor, kind: str) -> Layout:
    """How a file of `[[judgements]]` is laid out, by its `columns`, `answers` and `headings`."""
    named, meant = table.table("columns"), None if kind == ORDERS else table.table("answers")
    columns = {plain(name): named.text(name) for name in named.data} if named else {}
    answers = {plain(word): _stands_for(meant.text(word, "")) for word in meant.data} if meant else {}
    answers_at = {plain(word): meant.at(word) for word in meant.data} if meant else {}
    known = PARTS.get(kind, ())
    written = " ".join(table.text("headings", "").split())
    parts = tuple(_PLACE.findall(written))
    is_apart = kind == BALLOTS and len(parts) > 1
    if known and written and (not parts or is_apart or len(set(parts)) < len(parts) or not set(parts) <= set(known)):
        table.fault("judgement-headings", "headings", value=written, known=tuple(f"{{{part}}}" for part in known), example=_EXAMPLES[kind])
        return Layout(columns=columns, answers=answers, answers_at=answers_at)
    between = _PLACE.split(written)[::2]
    pattern = re.compile("(.+)".join(re.escape(text) for text in between), re.IGNORECASE) if parts else None
    return Layout(columns=columns, answers=answers, answers_at=answers_at, parts=parts, pattern=pattern)


def _stands_for(answer: str) -> str:
    return "" if plain(answer) == BLANK else answer


def unfolded(sheet: JudgementSheet, wide: Sequence[Wide], faults: Faults) -> list[JudgementSheet]:
    """The sheets that a sheet is, where its headings are made of several things or where each row is one answer; itself otherwise."""
    if sheet.kind == ORDERS:
        return [attrs.evolve(sheet, columns={**sheet.columns, RANK: at}, given={**sheet.given, **said}) for at, said in wide] or [sheet]
    if sheet.kind == BALLOTS:
        return [attrs.evolve(sheet, said={said[NEED]: at for at, said in wide})]
    if not wide and ANSWER in sheet.columns:
        wide = [(sheet.columns[ANSWER], {})]
    together: dict[tuple[tuple[str, str], ...], dict[str, list[int]]] = {}
    for at, said in wide:
        of = tuple((part, text) for part, text in said.items() if part != ITEM)
        together.setdefault(of, {}).setdefault(said.get(ITEM, ""), []).append(at)
    found: list[JudgementSheet] = []
    for of, items in together.items():
        one = attrs.evolve(sheet, given={**sheet.given, **dict(of)})
        found += (
            _by_item(one, items[""][0], faults) if "" in items else [attrs.evolve(one, said={item: at[0] for item, at in items.items()})]
        )
    return found or [sheet]


def _by_item(sheet: JudgementSheet, answer: int, faults: Faults) -> Iterable[JudgementSheet]:
    """A sheet of one row an answer, as one sheet an item; a row that names none is noted, and not read."""
    rows: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, cells in sheet.rows:
        rows.setdefault(cell_of(sheet, cells, ITEM), []).append((number, cells))
    for number, cells in rows.pop("", []):
        if any(cell.strip() for cell in cells):
            faults.add("cell-empty", sheet.at(number, ITEM), key=heading_word(ITEM))
    for item, of in rows.items():
        yield attrs.evolve(sheet, said={item: answer}, rows=of, heading=of[0][0])
