from datetime import date
from pathlib import Path

import pytest

from prioritera.cli.asked import Asked, language_in, read
from prioritera.diagnostics import PrioriteraError, describe


def fault_of(argv: list[str], language: str = "sv") -> str:
    """What is said of words that cannot be read."""
    with pytest.raises(PrioriteraError) as error:
        read(argv)
    return "\n".join(describe(found, language) for found in error.value.diagnostics)


@pytest.mark.parametrize("argv", [["2026"], ["run", "2026"], ["--", "2026"], ["run", "--", "2026"]])
def test_a_round_alone_means_run(argv: list[str]) -> None:
    assert read(argv) == Asked(command="run", arguments=["2026"])


def test_options_may_stand_anywhere() -> None:
    argv = ["--lang", "en", "explain", "--format=json", "2026", "--decided-on", "2026-05-04", "behov", "--versus", "annat", "--tree", "."]

    assert read(argv) == Asked(
        command="explain",
        arguments=["2026", "behov"],
        language="en",
        form="json",
        decided_on=date(2026, 5, 4),
        tree=Path(),
        versus="annat",
    )


def test_run_may_save_and_show_points() -> None:
    assert read(["2026", "--out", "ut", "--points"]) == Asked(command="run", arguments=["2026"], out=Path("ut"), points=True)


def test_what_comes_after_two_hyphens_is_never_an_option() -> None:
    assert read(["check", "--", "--lang"]).arguments == ("--lang",)


@pytest.mark.parametrize(
    ("argv", "command"),
    [
        ([], ""),
        (["--help"], ""),
        (["-h"], ""),
        (["help"], ""),
        (["help", "check"], "check"),
        (["explain", "--help"], "explain"),
        (["x.toml", "-h"], "run"),
    ],
)
def test_help_is_given_for_all_and_for_each_command(argv: list[str], command: str) -> None:
    asked = read(argv)

    assert (asked.help, asked.command) == (True, command)


@pytest.mark.parametrize(
    ("argv", "language"),
    [
        ([], "sv"),
        (["--lang"], "sv"),
        (["--lang", "en"], "en"),
        (["--lang=en", "--fel"], "en"),
        (["--lang", "no"], "sv"),
        (["--language", "en"], "sv"),
    ],
)
def test_the_language_is_found_even_where_the_rest_is_wrong(argv: list[str], language: str) -> None:
    assert language_in(argv) == language


def test_a_command_that_is_nearly_one_is_not_taken_for_a_round() -> None:
    assert fault_of(["chekc", "x"]) == (
        "fel[unknown-command]: kommandot ”chekc” finns inte\n"
        "    varför: det går inte att veta vad som ska göras\n"
        "    åtgärd: menade du check? Annars är kommandona "
        "run, check, explain, diff, extract, signals, reconcile, exists, checks, compile, compare, coverage, robustness, "
        "report, supply, "
        "export, weights, template, schema, rule eller methods"
    )
    assert fault_of(["chekc", "x"], "en") == (
        "error[unknown-command]: there is no command “chekc”\n"
        "    why:  it cannot be known what is to be done\n"
        "    mend: did you mean check? Otherwise the commands are "
        "run, check, explain, diff, extract, signals, reconcile, exists, checks, compile, compare, coverage, robustness, "
        "report, supply, "
        "export, weights, template, schema, rule or methods"
    )


def test_help_for_a_command_that_there_is_not_says_so() -> None:
    assert fault_of(["help", "zzz"]) == (
        "fel[unknown-command]: kommandot ”zzz” finns inte\n"
        "    varför: det går inte att veta vad som ska göras\n"
        "    åtgärd: kommandona är run, check, explain, diff, extract, signals, reconcile, exists, checks, compile, compare, coverage, "
        "robustness, report, supply, export, weights, template, schema, rule eller methods; "
        "en omgång rangordnas med prioritera och namnet på dess mapp"
    )


def test_a_folder_with_nearly_the_name_of_a_command_is_a_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cheks").mkdir()
    monkeypatch.chdir(tmp_path)

    assert read(["cheks"]).command == "run"


def test_an_option_that_there_is_not_is_never_skipped() -> None:
    assert fault_of(["2026", "--fromat", "json"]) == (
        "fel[unknown-option]: valet --fromat finns inte för prioritera run\n"
        "    varför: ett val som hoppas över i tysthet ger ett annat svar än väntat\n"
        "    åtgärd: menade du --format?"
    )


def test_an_option_of_another_command_is_told_with_the_ones_of_this() -> None:
    assert fault_of(["methods", "--points"], "en") == (
        "error[unknown-option]: there is no option --points for prioritera methods\n"
        "    why:  an option that is skipped in silence gives another answer than was expected\n"
        "    mend: the options are --lang, --format or --help"
    )


def test_an_option_without_its_value_says_what_it_takes() -> None:
    assert fault_of(["2026", "--decided-on"]) == (
        "fel[option-value-missing]: valet --decided-on saknar värde\n"
        "    varför: valet behöver ett värde för att betyda något\n"
        "    åtgärd: skriv --decided-on följt av ett datum, till exempel 2026-05-31"
    )
    assert fault_of(["2026", "--lang"]).splitlines()[2] == "    åtgärd: skriv --lang följt av sv eller en"


def test_an_option_with_a_value_that_it_does_not_take_says_so() -> None:
    assert fault_of(["2026", "--points=ja"]) == (
        "fel[option-without-value]: valet --points tar inget värde\n"
        "    varför: ett värde som hoppas över i tysthet ger ett annat svar än väntat\n"
        "    åtgärd: skriv bara --points"
    )


def test_every_value_that_is_wrong_is_told_at_once() -> None:
    assert fault_of(["2026", "--lang", "no", "--format", "jsom", "--decided-on", "4 maj", "--tree", "finns inte"]) == (
        "fel[option-date]: ”4 maj” är inget datum\n"
        "    varför: datum skrivs på ett enda sätt, så att ingen kan läsa dem fel\n"
        "    åtgärd: skriv år, månad och dag, till exempel 2026-05-31\n"
        "fel[option-value-unknown]: valet --format kan inte vara ”jsom”\n"
        "    varför: det går inte att veta vad som menas\n"
        "    åtgärd: menade du json? Det kan vara text eller json\n"
        "fel[option-value-unknown]: valet --lang kan inte vara ”no”\n"
        "    varför: det går inte att veta vad som menas\n"
        "    åtgärd: skriv sv eller en\n"
        "fel[tree-not-folder]: ”finns inte” är ingen mapp\n"
        "    varför: --tree anger i vilken mapp filer får läsas\n"
        "    åtgärd: ange en mapp efter --tree"
    )


@pytest.mark.parametrize("text", ["2026-13-01", "20260504", "2026-5-4", "2026-05-04 "])
def test_a_date_is_written_in_one_way(text: str) -> None:
    assert fault_of(["2026", "--decided-on", text]).splitlines()[0] == f"fel[option-date]: ”{text}” är inget datum"


def test_too_few_words_say_what_is_missing() -> None:
    assert fault_of(["explain", "2026"]) == (
        "fel[argument-missing]: kommandot explain behöver en omgång och id på ett behov\n"
        "    varför: utan det går det inte att veta vad som ska göras\n"
        "    åtgärd: skriv prioritera explain OMGÅNG ID"
    )


def test_too_few_words_of_an_english_command_are_told_in_english() -> None:
    assert fault_of(["check", "--lang", "en"], "en") == (
        "error[argument-missing]: the command check needs at least one file or folder\n"
        "    why:  without it, it cannot be known what is to be done\n"
        "    mend: write prioritera check FILE …"
    )


def test_options_alone_ask_for_a_round() -> None:
    assert fault_of(["--points"]).splitlines()[0] == "fel[argument-missing]: kommandot run behöver en omgång"


def test_every_word_too_many_is_named() -> None:
    assert fault_of(["2026", "två", "tre"]) == (
        "fel[argument-extra]: kommandot run vet inte vad det ska göra med ”tre”\n"
        "    varför: ett ord som hoppas över i tysthet ger ett annat svar än väntat\n"
        "    åtgärd: skriv prioritera OMGÅNG; ett namn med mellanslag skrivs inom citattecken\n"
        "fel[argument-extra]: kommandot run vet inte vad det ska göra med ”två”\n"
        "    varför: ett ord som hoppas över i tysthet ger ett annat svar än väntat\n"
        "    åtgärd: skriv prioritera OMGÅNG; ett namn med mellanslag skrivs inom citattecken"
    )


def test_a_word_too_long_for_any_file_is_no_command() -> None:
    assert fault_of(["a" * 5000, "--help"]).startswith("fel[unknown-command]: kommandot ”aaa")


def test_a_folder_to_read_in_with_a_name_too_long_is_no_folder() -> None:
    assert fault_of(["2026", "--tree", "a" * 5000]).startswith("fel[tree-not-folder]: ”aaa")


def test_methods_to_compare_with_are_read_each_once() -> None:
    asked = read(["compare", "2026", "--with", "topsis, borda,topsis", "--top", "3"])

    assert (asked.methods, asked.top) == (("topsis", "borda"), 3)
    assert (read(["compare", "2026"]).methods, read(["compare", "2026"]).top) == ((), None)


def test_a_method_that_there_is_not_is_told_with_the_nearest() -> None:
    assert fault_of(["compare", "2026", "--with", "topsys"], "en") == (
        "error[option-value-unknown]: the option --with cannot be “topsys”\n"
        "    why:  it cannot be known what is meant\n"
        "    mend: did you mean topsis? It can be equal-weights, roc, lexicographic, relative-range, borda, copeland, "
        "topsis, promethee2, skcriteria:ARAS or pymcdm:ARAS"
    )


@pytest.mark.parametrize("value", ["0", "-1", "2,5", "½", "två", "٣", "", "1000000000"])
def test_places_at_the_top_are_a_whole_number(value: str) -> None:
    assert fault_of(["compare", "2026", f"--top={value}"]) == (
        f"fel[option-not-whole]: ”{value}” är inget heltal från 1 till 999999999\n"
        "    varför: --top räknas i heltal från 1\n"
        "    åtgärd: skriv ett heltal med bara siffror, till exempel 3"
    )


def test_what_is_tried_of_the_weights_is_read_with_its_defaults() -> None:
    asked = read(["robustness", "2026", "--k", "3", "--weights", "order", "--samples", "500", "--seed", "9"])
    plain = read(["robustness", "2026"])

    assert (asked.k, asked.weights, asked.samples, asked.seed) == (3, "order", 500, 9)
    assert read(["robustness", "2026", "--seed", "999999999"]).seed == 999_999_999
    assert (plain.k, plain.weights, plain.samples, plain.seed) == (None, "any", 10_000, 1)


@pytest.mark.parametrize("option", ["--k", "--samples", "--seed"])
def test_draws_and_seeds_are_whole_numbers(option: str) -> None:
    assert fault_of(["robustness", "2026", f"{option}=0"], "en") == (
        "error[option-not-whole]: “0” is no whole number from 1 to 999999999\n"
        f"    why:  {option} is counted in whole numbers from 1\n"
        "    mend: write a whole number with digits alone, for example 3"
    )
