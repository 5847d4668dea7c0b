from prioritera.privacy.mask import masked, veiled


def test_a_text_without_finds_is_the_same_text() -> None:
    text = "12 av 14 kommuner, dnr SN 2018/00123"

    assert masked(text) is text
    assert veiled(text) is text


def test_a_veiled_text_keeps_every_place() -> None:
    text = 'note = "tel 08-123\u00ad456 78", x = 1'

    assert veiled(text) == 'note = "tel •••••••••••••", x = 1'
    assert len(veiled(text)) == len(text)
