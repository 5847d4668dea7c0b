"""The difference between two runs as a document: which needs came and went, which ended otherwise, and why."""

from collections.abc import Iterator, Sequence

from prioritera.frozen import FrozenMap
from prioritera.model.run import Aspect, Move, Run, RunsDiff, Stood
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section
from prioritera.words.catalogue import has, listing, say

_MOST_SHOWN = 60
_ARROW = " → "


def runs_diff_document(found: RunsDiff, language: str) -> Document:
    """What differs between two runs.

    Args:
        found: of two runs.
        language: "sv" or "en".

    >>> from prioritera import diff_results, load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> result = prioritise(round_, model)
    >>> runs_diff_document(diff_results(result, model, result, model), "en").blocks[2].text
    '9 are as they were.'
    """
    tell = _Tell(language, found)
    parts: list[Block | None] = [
        Pairs([(tell.say("before"), tell.name(found.old)), (tell.say("after"), tell.name(found.new))]),
        Paragraph(tell.say(_rules(found))),
        Paragraph(tell.counts()),
        _needs_section(tell, "come", [found.new.needs[need] for need in found.come]),
        _needs_section(tell, "gone", [found.old.needs[need] for need in found.gone]),
        _moves_section(tell, found.moves),
    ]
    return Document(tell.say("runs-title"), [part for part in parts if part is not None], language=language)


def _rules(found: RunsDiff) -> str:
    if found.old.rules_hash == found.new.rules_hash:
        return "run.same-rules"
    return "run.other-rules" if found.again else "run.other-rules-saved"


class _Tell:
    """The words of one language, with the names that the two runs have for what they name by id."""

    def __init__(self, language: str, found: RunsDiff) -> None:
        self.language = language
        self.found = found
        self.words = FrozenMap({**found.old.words, **found.new.words})

    def say(self, key: str, **parameters: object) -> str:
        """A sentence of this document."""
        return say(self.language, f"report.diff.{key}", **parameters)

    def word(self, ident: str) -> str:
        """What an id is called; a destination that is no actor has its own word."""
        if ident in self.words:
            return self.words[ident].say(self.language)
        for key in (f"terms.outcomes.{ident}", f"report.destination.{ident}"):
            if has(self.language, key):
                return say(self.language, key)
        return ident

    def name(self, run: Run) -> str:
        """A run with its rules, and the date of its decisions."""
        name = self.say("run.name", label=run.label.say(self.language), rules=run.rules)
        return self.say("run.decided-on", name=name, date=run.decided_on) if run.decided_on else name

    def counts(self) -> str:
        """How many needs came, went, ended otherwise and stayed."""
        found = self.found
        numbers = {"come": len(found.come), "gone": len(found.gone), "moved": len(found.moves), "same": found.same}
        said = [self.say(f"run.count-{key}.{'one' if number == 1 else 'many'}", number=number) for key, number in numbers.items() if number]
        return self.say("run.counts", counts=listing(self.language, said, "and")) if said else self.say("run.nobody")

    def need(self, stood: Stood) -> str:
        """A need by its title and id."""
        return self.say("run.need", title=stood.title or stood.id, id=stood.id)


def _needs_section(tell: _Tell, key: str, needs: Sequence[Stood]) -> Section | None:
    if not needs:
        return None
    items = [Item(f"{tell.need(one)}: {', '.join(_ends(tell, one))}") for one in needs]
    return Section(tell.say(f"run.{key}"), (Listing(items),))


def _ends(tell: _Tell, stood: Stood) -> Iterator[str]:
    yield tell.word(stood.outcome)
    if stood.destination:
        yield tell.word(stood.destination)


def _moves_section(tell: _Tell, moves: Sequence[Move]) -> Section | None:
    if not moves:
        return None
    return Section(tell.say("run.moved"), (Listing([Item(tell.need(move.after), (Pairs(list(_move(tell, move))),)) for move in moves]),))


def _move(tell: _Tell, move: Move) -> Iterator[tuple[str, str]]:
    """Each thing that is otherwise with why, then what of the need is written otherwise."""
    for aspect in move.aspects:
        before, after = (_value(tell, aspect, text) for text in (aspect.before, aspect.after))
        why = listing(tell.language, [tell.say(f"why.{why.value}") for why in aspect.why], "and")
        yield tell.say(f"about.{aspect.about}"), f"{before}{_ARROW}{after} ({why})"
    if move.changed:
        lines = [
            tell.say(
                "run.change",
                name=tell.word(name),
                before=_shown(move.before.inputs.get(name, "")) or tell.say("run.none"),
                after=_shown(move.after.inputs.get(name, "")) or tell.say("run.none"),
            )
            for name in move.changed
        ]
        yield tell.say("run.changed"), "; ".join(lines)


def _value(tell: _Tell, aspect: Aspect, text: str) -> str:
    if not text:
        return tell.say("run.none")
    if aspect.about == "way":
        return ", ".join(_ARROW.join(tell.word(actor) for actor in way.split("<", 1)[0].split(">") if actor) for way in text.split(" "))
    return "/".join(tell.word(part) for part in text.split("/")) if aspect.about == "list" else tell.word(text)


def _shown(text: str) -> str:
    """A value as it is written in JSON, cut where it is long."""
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"
