from prioritera.model.text import Label


def test_a_label_is_said_in_both_languages() -> None:
    home_care = Label(sv="Hemtjänst", en="Home care")

    assert home_care.say("sv") == "Hemtjänst"
    assert home_care.say("en") == "Home care"
