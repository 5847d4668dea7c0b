from prioritera.diagnostics import Diagnostic, Severity, Span
from prioritera.model.network import Mandate
from prioritera.verify.parallel import check_parallel
from small_networks import actor, network
from small_rules import told


def _row(line: int, *actors: str, outcomes: str = "review", areas: str = "") -> list[Mandate]:
    """The mandates of one row of a file."""
    return [Mandate(actor=name, outcomes=outcomes.split(), areas=areas.split(), span=Span("n.toml", line, 1)) for name in actors]


KINDS = {"sbu": "agency", "soc": "agency", "fou": "fou", "rss-a": "rss", "rss-b": "rss"}


def _found(*rows: list[Mandate]) -> list[Diagnostic]:
    mandates = [mandate for row in rows for mandate in row]
    return list(check_parallel(network([actor(name, kind) for name, kind in KINDS.items()], (), mandates)))


def _overlaps(*rows: list[Mandate]) -> list[tuple[object, object, object]]:
    return [(one.params["actors"], one.params["outcomes"], one.params["areas"]) for one in _found(*rows)]


def test_two_actors_with_a_mandate_for_the_same_are_told() -> None:
    found = _found(_row(1, "sbu", outcomes="review research"), _row(2, "soc", outcomes="review support"))

    assert [one.severity for one in found] == [Severity.NOTE]
    assert told(tuple(found), "en") == (
        "n.toml:1:1: note[mandates-overlap]: the outcome review may be taken on by sbu or soc, in all areas\n"
        "    n.toml:2:1: a mandate stands here\n"
        "    why:  when several may take on the same question, work can go on in parallel without anyone knowing\n"
        "    mend: leave it if the rules say to which of them a need goes; otherwise let one of them have the mandate"
    )
    assert told(tuple(found), "sv") == (
        "n.toml:1:1: upplysning[mandates-overlap]: utfallet review kan tas om hand av sbu eller soc, inom alla områden\n"
        "    n.toml:2:1: ett mandat står här\n"
        "    varför: när flera får ta sig an samma fråga kan arbete pågå parallellt utan att någon vet om det\n"
        "    åtgärd: låt det vara om reglerna säger vem av dem ett behov går till; låt annars en av dem ha mandatet"
    )


def test_where_they_share_some_areas_only_those_are_told() -> None:
    found = _found(_row(1, "sbu", areas="elderly youth"), _row(2, "soc", areas="youth disability"))

    assert told(tuple(found), "en").splitlines()[0] == (
        "n.toml:1:1: note[mandates-overlap-in-areas]: in the area youth the outcome review may be taken on by sbu or soc"
    )
    assert told(tuple(found), "sv").splitlines()[0] == (
        "n.toml:1:1: upplysning[mandates-overlap-in-areas]: inom området youth kan utfallet review tas om hand av sbu eller soc"
    )


def test_what_a_third_shares_in_some_areas_is_told_apart() -> None:
    assert _overlaps(_row(1, "sbu"), _row(2, "soc"), _row(3, "fou", areas="elderly")) == [
        (("sbu", "soc"), ("review",), ("…",)),
        (("sbu", "soc", "fou"), ("review",), ("elderly",)),
    ]


def test_outcomes_and_areas_that_the_same_share_are_told_together() -> None:
    assert _overlaps(_row(1, "sbu", outcomes="a b", areas="x y"), _row(2, "soc", outcomes="a b c", areas="x y z")) == [
        (("sbu", "soc"), ("a", "b"), ("x", "y")),
    ]
    assert _overlaps(*(_row(line, name, outcomes=words) for line, name, words in ((1, "sbu", "a b"), (2, "soc", "b a")))) == [
        (("sbu", "soc"), ("a", "b"), ("…",)),
    ]


def test_outcomes_that_the_same_share_in_different_areas_are_told_apart() -> None:
    rows = [
        _row(1, "sbu", outcomes="a b", areas="x y"),
        _row(2, "soc", outcomes="a b", areas="x y"),
        _row(3, "fou", outcomes="b", areas="y"),
    ]

    assert _overlaps(*rows) == [
        (("sbu", "soc"), ("a",), ("x", "y")),
        (("sbu", "soc"), ("b",), ("x",)),
        (("sbu", "soc", "fou"), ("b",), ("y",)),
    ]


def test_what_one_row_gives_to_every_actor_of_a_kind_is_no_parallel_track() -> None:
    assert _overlaps(_row(1, "rss-a", "rss-b")) == []
    assert _overlaps(_row(1, "rss-a", "rss-b"), _row(2, "rss-a")) == []
    assert _overlaps(_row(1, "rss-a", "rss-b"), _row(2, "fou")) == [(('{ kind = "rss" }', "fou"), ("review",), ("…",))]


def test_several_rows_of_one_actor_are_no_parallel_track() -> None:
    assert _overlaps(_row(1, "sbu"), _row(2, "sbu")) == []
    assert _overlaps(_row(1, "sbu"), _row(2, "sbu"), _row(3, "soc")) == [(("sbu", "soc"), ("review",), ("…",))]


def test_without_mandates_there_is_nothing_to_tell() -> None:
    assert _overlaps() == []


def test_mandates_that_come_from_no_file_are_rows_of_their_own() -> None:
    (found,) = _found([Mandate(actor=name, outcomes=["review"]) for name in ("rss-a", "rss-b")])

    assert (found.params["actors"], found.span, found.related) == (("rss-a", "rss-b"), None, ())


def test_of_many_rows_a_few_places_are_shown() -> None:
    net = network([actor(f"x{line}") for line in range(9)], (), [one for line in range(9) for one in _row(line, f"x{line}")])

    (found,) = check_parallel(net)

    assert [related.span.line for related in found.related] == [1, 2, 3, 4]
