"""What judges said becomes values: round by round, by the judges' own words, beside what records say."""

from fractions import Fraction
from pathlib import Path

from judged_rounds import CHNRI, FINAL, INTERIM, RATED, judged, run, voted, write_judged
from prioritera.model.result import Result
from prioritera.model.value import Exact, Interval, Missing, Reason, Value
from prioritera.pipeline import load_model, prioritise
from prioritera.report.json import result_json


def value(result: Result, need: str, criterion: str = "choice") -> Value:
    found = result.decision(need).need
    assert found is not None
    return found.assess[criterion].value


def test_the_exact_value_is_made_whole_steps_once(tmp_path: Path) -> None:
    result = run(write_judged(tmp_path, CHNRI, {"scores.csv": "judge;need;q1;q2;q3\nj1;a;ja;nej;nej\n"}))

    assert judged(result, "a", "answerable").value == Fraction(1, 3)
    assert value(result, "a", "answerable") == Exact(33)
    assert result.decision("a").standing is not None


def test_what_nobody_has_judged_is_not_yet_judged(tmp_path: Path) -> None:
    result = run(write_judged(tmp_path, CHNRI, {"scores.csv": "judge;need;q1;q2;q3\nj1;a;ja;;\nj1;b;vet ej;;\n"}))

    assert value(result, "b", "answerable") == Missing(Reason.NOT_YET_JUDGED)
    assert [(judged(result, need, "answerable").answered, judged(result, need, "answerable").asked) for need in "abc"] == [
        (1, 1),
        (0, 1),
        (0, 1),
    ]


def test_a_number_that_a_word_counts_as_is_that_word(tmp_path: Path) -> None:
    result = run(write_judged(tmp_path, CHNRI, {"scores.csv": "judge;need;q1;q2;q3\nj1;a;1;0,5;0\n"}))

    assert judged(result, "a", "answerable").value == Fraction(1, 2)
    assert not result.diagnostics


def test_the_last_round_that_says_anything_of_a_need_decides(tmp_path: Path) -> None:
    rows = [("j1", 1, "a", 2), ("j2", 1, "a", 8), ("j1", 1, "b", 3), ("j1", 2, "a", 6), ("j2", 2, "a", 7), ("j2", 2, "b", "")]
    text = "judge;round;need;choice\n" + "".join(";".join(map(str, row)) + "\n" for row in rows)

    result = run(write_judged(tmp_path, RATED, {"scores.csv": text}))

    now = judged(result, "a")
    assert (now.round, now.value, [(one.round, one.value) for one in now.earlier]) == (2, Fraction(13, 2), [(1, Fraction(5))])
    assert [judged(result, "b").round, judged(result, "b").value, judged(result, "b").earlier] == [1, 3, ()]
    assert [(one.round, one.judges) for one in result.judged[0].rounds] == [(1, 2), (2, 2)]


def test_a_round_may_have_a_file_of_its_own(tmp_path: Path) -> None:
    named = "".join(f'[[judgements]]\nfile = "ballots-{at}.csv"\nkind = "ballots"\nround = {at}\n\n' for at in (1, 2))
    files = {"ballots-1.csv": "voter;choice 1\nv1;a\nv2;a\n", "ballots-2.csv": "voter;choice 1\nv1;b\nv2;b\n"}

    result = run(write_judged(tmp_path, INTERIM, files, named=named))

    assert [[str(one.value) for one in (*judged(result, need).earlier, judged(result, need))] for need in "ab"] == [
        ["3", "3/2"],
        ["3/2", "3"],
    ]


def test_orders_in_two_rounds_are_compared(tmp_path: Path) -> None:
    text = "group;round;need;rank\n" + "".join(f"g;{at};{need};{rank}\n" for at in (1, 2) for need, rank in (("a", at), ("b", 3 - at)))

    result = run(write_judged(tmp_path, FINAL, {"orders.csv": text + "g;2;c;\n"}))

    assert [[str(one.value) for one in (*judged(result, need).earlier, judged(result, need))] for need in "ab"] == [["1", "2"], ["2", "1"]]
    assert judged(result, "c").answered == 0


def test_orders_that_are_equally_good_leave_a_range(tmp_path: Path) -> None:
    text = "group;need;rank\n" + "".join(
        f"g{at};{need};{rank}\n" for at, order in enumerate(("abc", "bca", "cab")) for rank, need in enumerate(order, 1)
    )

    result = run(write_judged(tmp_path, voted('from = "orders", combine = "kemeny"'), {"orders.csv": text}))

    assert value(result, "a") == Interval(0, 4)
    assert result.judged[0].votes is not None
    assert result.judged[0].votes.cycles == (("a", "b", "c"),)


def test_a_records_own_value_stays_where_no_judge_has_said_anything(tmp_path: Path) -> None:
    more = "[needs.assess]\nchoice = 3\n"

    result = run(write_judged(tmp_path, RATED, {"scores.csv": "judge;need;choice\nj1;a;7\n"}, more=more))

    assert (value(result, "c"), result.diagnostics) == (Exact(6), ())


def test_a_records_own_value_that_is_the_same_is_not_told(tmp_path: Path) -> None:
    more = "[needs.assess]\nchoice = 7\n"

    result = run(write_judged(tmp_path, RATED, {"scores.csv": "judge;need;choice\nj1;c;7\n"}, more=more))

    assert (value(result, "c"), result.diagnostics) == (Exact(14), ())


def test_a_vote_for_a_record_that_became_another_is_a_vote_for_that(tmp_path: Path) -> None:
    named = '[[judgements]]\nfile = "ballots.csv"\nkind = "ballots"\n\n[[same_as]]\nkeep = "a"\nmerged = ["b"]\n'

    result = run(write_judged(tmp_path, INTERIM, {"ballots.csv": "voter;choice 1\nv1;b\n"}, named=named))

    assert (judged(result, "a").chosen, result.diagnostics) == (1, ())


def test_needs_that_are_in_error_are_not_judged(tmp_path: Path) -> None:
    folder = write_judged(tmp_path, RATED, {"scores.csv": "judge;need;choice\nj1;a;7\nj1;c;7\n"}, more='[needs.facts]\nno = "such"\n')

    result = run(folder)

    assert (result.decision("c").outcome, value(result, "a")) == ("error", Exact(14))


def test_an_organisation_is_one_however_its_name_is_written(tmp_path: Path) -> None:
    text = "judge;municipality;need;choice\nj1;Lund;a;1\nj2;Lunds kommun;a;3\nj3;umea;a;9\nj4;umea;b;9\n"
    criterion = RATED.replace('"median"', '"mean", voices = ["organisation", "population"]')

    result = run(write_judged(tmp_path, criterion, {"scores.csv": text}))

    assert (judged(result, "a").value, dict(judged(result, "a").beside)) == (Fraction(11, 2), {"population": Fraction(29, 4)})


def test_ratings_on_another_scale_are_not_spoken_of_by_rand_ucla(tmp_path: Path) -> None:
    text = {"scores.csv": "judge;need;choice\nj1;a;7\n"}
    halves = RATED.replace('"median"', '"median", answer_step = "1/2"')

    assert judged(run(write_judged(tmp_path / "1", RATED, text)), "a").agreement.rand is not None
    assert judged(run(write_judged(tmp_path / "2", halves, text)), "a").agreement.rand is None


def test_a_file_without_a_readable_row_leaves_everything_as_it_was(tmp_path: Path) -> None:
    result = run(write_judged(tmp_path, RATED, {"scores.csv": "judge;need;choice\nj1;x;7\n"}))

    assert [one.code for one in result.diagnostics] == ["round-need-unknown"]
    assert (value(result, "a"), judged(result, "a").asked, result.judged[0].rounds) == (Missing(Reason.NOT_YET_JUDGED), 0, ())


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    folder = write_judged(tmp_path, INTERIM, {"ballots.csv": "voter;group;choice 1\nv1;g;a\nv2;h;b\n"})
    texts = {result_json(prioritise(round_, model), model) for round_, model in (load_model(folder), load_model(folder))}

    assert len(texts) == 1


def test_a_judge_is_one_however_its_name_is_written(tmp_path: Path) -> None:
    text = "judge;group;need;choice\nAnna;Brukare;a;7\n ANNA;brukare ;b;3\n"

    result = run(write_judged(tmp_path, RATED, {"scores.csv": text}))

    assert (judged(result, "b").asked, dict(result.judged[0].rounds[0].groups), result.diagnostics) == (1, {"Brukare": 1}, ())
