"""A compilation as a workbook to read: needs, senders, wordings and checks, a page each. What a larger round takes in is TOML or JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from prioritera.model.agreement import Tally
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.report.checked import answer_name, tally_line
from prioritera.report.voice import Voice, actor_name, area_name
from prioritera.workbooks.book import Book, Column, Page

Data = Mapping[str, Any]


def compiled_book(data: Data, result: Result, model: Model, language: str) -> Book:
    """The workbook of a compilation.

    Args:
        data: what `compilation` gave of the run.
        result: the run.
        model: what it was run with.
        language: "sv" or "en".
    """
    voice = Voice(language, model.rules, model.network)
    above = [voice.of(result.round.label)]
    if result.round.illustrative is not None:
        above.append(voice.say("illustrative", text=voice.of(result.round.illustrative)))
    needs = data["needs"]
    return Book(
        pages=[
            _page(voice, "needs", ("need", "title", "area", "organisations", "merged", "check"), _needs(voice, needs, result), above),
            _page(voice, "senders", ("need", "record", "through", "sender", "document", "wording"), _senders(voice, needs), above),
            _page(voice, "wordings", ("need", "record", "wording", "source"), _wordings(needs), above),
            _page(voice, "checks", ("need", "through", "who", "answer", "comment"), _comments(voice, needs), above),
        ]
    )


_WIDTHS = {"title": 40, "check": 50, "wording": 60, "comment": 50, "document": 34}


def _page(voice: Voice, name: str, columns: Sequence[str], rows: Iterator[tuple[str, ...]], above: Sequence[str]) -> Page:
    made = [Column(id=one, label=voice.say(f"compiled.{one}"), width=_WIDTHS.get(one, 22)) for one in columns]
    return Page(title=voice.say(f"compiled.page-{name}"), columns=made, rows=list(rows), above=above)


def _needs(voice: Voice, needs: Sequence[Data], result: Result) -> Iterator[tuple[str, ...]]:
    for need in needs:
        found = result.decision(need["id"]).need
        checks: tuple[Tally, ...] = found.tallies if found is not None else ()
        yield (
            need["id"],
            need["title"],
            area_name(voice, need["area"]),
            _range(voice, need["compiled"]["organisations"]),
            ", ".join(need["compiled"].get("merged", ())),
            "\n".join(tally_line(voice, tally) for tally in checks),
        )


def _range(voice: Voice, counts: Mapping[str, int]) -> str:
    low, high = counts["low"], counts.get("high")
    if high is None:
        return voice.say("spread.from", low=low)
    return str(low) if low == high else voice.term("range", low=low, high=high)


def _senders(voice: Voice, needs: Sequence[Data]) -> Iterator[tuple[str, ...]]:
    for need in needs:
        for origin in need["origins"]:
            through = ", ".join(actor_name(voice, rss) for rss in origin.get("through", ()))
            texts = (origin.get("document", ""), origin.get("wording", ""))
            yield (need["id"], origin["record"], through, _sender(voice, origin), *texts)


def _sender(voice: Voice, origin: Data) -> str:
    if "actor" in origin:
        return actor_name(voice, origin["actor"])
    if "at_least" in origin:
        return voice.say("compiled.at-least", number=origin["at_least"])
    return voice.say("sender.unknown")


def _wordings(needs: Sequence[Data]) -> Iterator[tuple[str, ...]]:
    for need in needs:
        for one in need["compiled"].get("wordings", ()):
            yield (need["id"], one["need"], one["text"], one.get("source", ""))


def _comments(voice: Voice, needs: Sequence[Data]) -> Iterator[tuple[str, ...]]:
    for need in needs:
        for check in need["compiled"].get("checks", ()):
            through = ", ".join(actor_name(voice, rss) for rss in check.get("through", ()))
            for one in check.get("comments", ()):
                answer = answer_name(voice, one["answer"]) if "answer" in one else ""
                yield (need["id"], through, actor_name(voice, one["actor"]), answer, one["text"])
