from prioritera.report.width import plain, width, wrap


def test_a_plain_text_stays_as_it_is() -> None:
    assert plain("Hot [och] våld, 100 %") == "Hot [och] våld, 100 %"


def test_breaks_and_tabs_become_spaces() -> None:
    assert plain("a\nb\tc\u2028d") == "a b c d"


def test_what_a_screen_would_obey_is_shown_as_a_sign_that_it_was_there() -> None:
    assert plain("\x1b[31mröd\x07 \u202eomvänt\ud800") == "�[31mröd� �omvänt�"


def test_a_joined_emoji_is_kept_whole() -> None:
    assert plain("\U0001f469\u200d\u2695\ufe0f") == "\U0001f469\u200d\u2695\ufe0f"


def test_letters_that_combine_take_no_room_of_their_own() -> None:
    assert width("o\u0308") == 1


def test_wide_letters_take_two_columns() -> None:
    assert width("日本") == 4


def test_a_sign_in_emoji_style_takes_two_columns() -> None:
    assert width("❤\ufe0f") == 2


def test_a_combining_letter_alone_takes_no_room() -> None:
    assert width("\u0308") == 0


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]


def test_lines_are_broken_at_spaces_and_never_end_in_one() -> None:
    assert wrap("ett  två tre ", 7) == ["ett två", "tre"]


def test_a_word_that_does_not_fit_is_broken_where_it_must() -> None:
    assert wrap("ab behov-0123456789", 8) == ["ab", "behov-01", "23456789"]


def test_a_long_word_is_broken_between_letters_and_not_inside_one() -> None:
    assert wrap("o\u0308o\u0308o\u0308", 2) == ["o\u0308o\u0308", "o\u0308"]


def test_a_no_break_space_keeps_together_and_is_shown_as_a_space() -> None:
    assert wrap("Väg: A →\u00a0RSS Öst", 8) == ["Väg: A", "→ RSS", "Öst"]


def test_what_is_kept_together_is_parted_rather_than_too_long() -> None:
    assert wrap("→\u00a0Rådet", 5) == ["→", "Rådet"]


def test_thousands_stay_on_one_line() -> None:
    assert wrap("per 10 000", 8) == ["per", "10 000"]


def test_further_lines_are_set_in() -> None:
    assert wrap("Varför: det är så", 10, inset=2) == ["Varför:", "  det är", "  så"]
