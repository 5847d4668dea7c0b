"""Diff two runs: which needs came and went, which ended otherwise, and why.

With the needs of the new run judged by the rules of the old one as well, the step from the old run to that is what happened to needs and
round, and the step from that to the new run is what the rules did. Without it, only what follows from what is saved is said.
"""

from collections.abc import Callable, Iterator

from prioritera.frozen import FrozenMap
from prioritera.model.run import Aspect, Move, Run, RunsDiff, Stood, Why


def _place(stood: Stood) -> str:
    best, worst = stood.place or (0, 0)
    return "" if not stood.place else str(best) if best == worst else f"{best}–{worst}"


ASPECTS: FrozenMap[str, Callable[[Stood], str]] = FrozenMap(
    {
        "outcome": lambda stood: stood.outcome,
        "destination": lambda stood: stood.destination,
        "list": lambda stood: stood.list_id,
        "group": lambda stood: stood.group,
        "place": _place,
        "way": lambda stood: " ".join(stood.way),
    }
)


def diff_runs(old: Run, new: Run, again: Run | None = None) -> RunsDiff:
    """What differs between two runs.

    Args:
        old: the run of before.
        new: the run of after.
        again: the needs of the new run by the rules of the old one, where that could be run.
    """
    both = [need for need in old.needs if need in new.needs]
    moves = [move for need in both if (move := _move(need, old, new, again)) is not None]
    return RunsDiff(
        old=old,
        new=new,
        come=[need for need in new.needs if need not in old.needs],
        gone=[need for need in old.needs if need not in new.needs],
        moves=moves,
        same=len(both) - len(moves),
        again=again is not None,
    )


def _move(need: str, old: Run, new: Run, again: Run | None) -> Move | None:
    before, after = old.needs[need], new.needs[need]
    names = dict.fromkeys([*before.inputs, *after.inputs])
    changed = [name for name in names if before.inputs.get(name, "") != after.inputs.get(name, "")]
    between = None if again is None else again.needs.get(need)
    aspects = [
        Aspect(
            about=about, before=of(before), after=of(after), why=dict.fromkeys(_why(about, (before, between, after), changed, (old, new)))
        )
        for about, of in ASPECTS.items()
        if of(before) != of(after)
    ]
    return Move(before=before, after=after, aspects=aspects, changed=changed) if aspects else None


def _why(about: str, ends: tuple[Stood, Stood | None, Stood], changed: list[str], runs: tuple[Run, Run]) -> Iterator[Why]:
    before, between, after = ends
    of = ASPECTS[about]
    same_rules = runs[0].rules_hash == runs[1].rules_hash
    if between is not None:
        if of(between) != of(after):
            yield Why.RULES
        if of(before) != of(between):
            yield from _material(about, before, between, changed, runs)
    elif same_rules:
        yield from _material(about, before, after, changed, runs)
    else:
        yield _one_of(about, (before, after), changed, runs)


def _material(about: str, before: Stood, after: Stood, changed: list[str], runs: tuple[Run, Run]) -> Iterator[Why]:
    """Why, by the same rules."""
    if about == "place" and before.list_id == after.list_id and before.key == after.key:
        yield Why.OTHERS
        return
    by_hand = before.by_hand != after.by_hand
    found = [
        *([Why.FACTS] if changed else []),
        *([Why.BY_HAND] if by_hand else []),
        *([Why.NETWORK] if runs[0].network_hash != runs[1].network_hash and (about == "way" or not (changed or by_hand)) else []),
    ]
    yield from found or [Why.ROUND]


def _one_of(about: str, ends: tuple[Stood, Stood], changed: list[str], runs: tuple[Run, Run]) -> Why:
    """Why, when the rules are others and nobody can judge again: they must be it where all else that it hangs on is the same."""
    settled = about in {"outcome", "destination", "group"} and runs[0].left_out == runs[1].left_out
    return Why.RULES if settled and not changed and ends[0].by_hand == ends[1].by_hand else Why.UNKNOWN
