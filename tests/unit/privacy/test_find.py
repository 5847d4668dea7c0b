"""What is a person's in a text is found, however it is written; what only looks like it is not."""

from pathlib import Path

import pytest

from prioritera.privacy.find import find, is_suspect, names_in
from prioritera.privacy.mask import masked

SOURCES = Path(__file__).parents[3].parent / "shared" / "sources"


def kinds(text: str) -> list[str]:
    return [one.kind for one in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "880320-0016",
        "8803200016",
        "198803200016",
        "19880320-0016",
        "19880320 0016",
        "19 880320 0016",
        "880320+0016",
        "880320 - 0016",
        "880320\u00a00016",
        "880320\u202f0016",
        "880320\u20110016",
        "880320–0016",
        "880320\u22120016",
        "880320-\n0016",
        "880320/0016",
        "880320.0016",
        "880320_0016",
        "1988-03-20-0016",
        "1988-03-20 0016",
        "88 03 20 0016",
        "\uff18\uff18\uff10\uff13\uff12\uff10\uff0d\uff10\uff10\uff11\uff16",
        "\u0668\u0668\u0660\u0663\u0662\u0660-\u0660\u0660\u0661\u0666",
        "880320\u00ad-0016",
        "8\u200b8\u200b0\u200b3\u200b2\u200b0\u200b-\u200b0\u200b0\u200b1\u200b6",
        "880320\u034f-0016",
        "880320\u3164-0016",
        "\u202e880320-0016\u202c",
        "880320\u200f-0016",
        "701063-2391",
        "19701063-2391",
        "197010632391",
        "000229-0005",
        "20010101-T123",
        "010101-T123",
    ],
)
def test_a_number_is_found_however_it_is_written(text: str) -> None:
    assert kinds(f"Brukaren ({text}) hade") == ["identity-number"]
    assert masked(f"Brukaren ({text}) hade").replace("\u202e", "").replace("\u202c", "") == "Brukaren ([personnummer]) hade"


@pytest.mark.parametrize(
    "text",
    [
        "880320-0018",
        "881320-0016",
        "880332-0016",
        "881363-2391",
        "701063-2392",
        "010229-T123",
        "20010101T123",
        "010101T123",
        "556016-0680",
        "2018-01-01 – 2019-01-01",
        "1988-03-20-1990-03-24",
        "1234198803200016",
        "19880320001600",
        "SN 2018/00123",
        "12 345 678 901 kr",
        "2013–2016",
        "ISBN 978-91-7000-000-0",
        "05 % av 290 kommuner, 12 000 personer",
        "17880320-0016",
    ],
)
def test_what_only_looks_like_a_number_is_not_one(text: str) -> None:
    assert kinds(text) == []


def test_letters_beside_a_number_do_not_hide_it() -> None:
    assert masked("pnr880320-0016B") == "pnr[personnummer]B"


def test_the_number_of_a_sole_traders_firm_is_the_persons() -> None:
    assert kinds("org.nr 880320-0016") == ["identity-number"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anna Berg, anna.berg@gr.example", "[namn], [e-post]"),
        ("anna.berg @ gr.example", "[e-post]"),
        ("anna.berg (at) gr.example", "[e-post]"),
        ("anna.berg[snabel-a]gr.example", "[e-post]"),
        ("anna\uff20gr.example.", "[e-post]."),
        ("åsa.öberg@örebro.example", "[e-post]"),
        ("Åsa Öberg skrev. asa.oberg@orebro.example", "[namn] skrev. [e-post]"),
        ("mailto:anna_berg+1@gr.example", "mailto:[e-post]"),
        ("socialtjanst@kommun.example", "socialtjanst@kommun.example"),
        ("registrator.socialnamnden@kommun.example", "registrator.socialnamnden@kommun.example"),
        ("Anna Berg, registrator@kommun.example", "[namn], [e-post]"),
        ("Skövde, info@skovde.example", "Skövde, info@skovde.example"),
        ("anna@kommun", "anna@kommun"),
        ("@kommunen och a @ b", "@kommunen och a @ b"),
        ("1 @ 2.", "1 @ 2."),
    ],
)
def test_an_address_is_found_and_that_of_a_function_passes(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tel 08-123 456 78", "tel [telefon]"),
        ("tfn. 0701234567", "tfn. [telefon]"),
        ("070-123\u00a045\u00a067", "[telefon]"),
        ("+46 (0)70-123 45 67", "[telefon]"),
        ("0046 8 508 25 000", "[telefon]"),
        ("+47 22 12 34 56", "[telefon]"),
        ("08-123 45 60–65", "[telefon]–65"),
        ("08-508 25 000 – 08-508 25 999", "[telefon] – [telefon]"),
        ("020-123 456 och 0771-123 456, 112, 1177", "020-123 456 och 0771-123 456, 112, 1177"),
        ("a1@b2.example 0701234567 08-123 45 67", "[e-post] [telefon] [telefon]"),
        ("dnr 08-123 456 78", "dnr 08-123 456 78"),
        ("diarienummer: 08-123 456 78", "diarienummer: 08-123 456 78"),
        ("2018-08-12 345 67 89", "2018-08-12 345 67 89"),
        ("01-02-03-04", "01-02-03-04"),
        ("0700-00", "0700-00"),
    ],
)
def test_a_telephone_is_found_and_a_service_passes(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ring Anna på 070-123 45 67", "Ring [namn] på [telefon]"),
        ("Kontakta A. Berg (tel. 070-123 45 67)", "Kontakta [namn] (tel. [telefon])"),
        ("Berg, Anna, 070-123 45 67", "[namn], [telefon]"),
        ("Carl af Ugglas 070-123 45 67", "[namn] [telefon]"),
        ("Anna-Lena O’Berg\n070-123 45 67", "[namn]\n[telefon]"),
        ("070-123 45 67 (Anna)", "[telefon] ([namn])"),
        ("070-123 45 67, Anna Berg", "[telefon], [namn]"),
        ("070-123 45 67 mobil Anna Berg svarar", "[telefon] mobil [namn] svarar"),
        ("070-123 45 67 Vi behöver stöd", "[telefon] Vi behöver stöd"),
        ("070-123 45 67. Anna Berg", "[telefon]. Anna Berg"),
        ("Vi saknar stöd i Skåne. 070-123 45 67", "Vi saknar stöd i Skåne. [telefon]"),
        ("Göteborgs stad, 031-335 50 00", "Göteborgs stad, [telefon]"),
        ("Kommunförbundet, 031-335 50 00", "Kommunförbundet, [telefon]"),
        ("Anna Berg 880320-0016. Sedan sa Anna Berg", "[namn] [personnummer]. Sedan sa [namn]"),
        ("070-123 45 67 af berg", "[telefon] af berg"),
        ("Anna Berg skrev om demens", "Anna Berg skrev om demens"),
        ("En Två Tre Fyra Fem Sex 070-123 45 67", "En [namn] [telefon]"),
    ],
)
def test_a_name_is_found_beside_the_rest(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_find_shows_nothing_of_what_it_found() -> None:
    found = find("Anna Berg, 198803200016, 880320-0016, a@b.example, 08-123 456 78")

    assert [(one.kind, one.shown) for one in found] == [
        ("name", "••• •••"),
        ("identity-number", "19••••••-••••"),
        ("identity-number", "••••••-••••"),
        ("email", "•••@•••"),
        ("phone", "•••"),
    ]
    assert "Anna" not in repr(found)


def test_a_name_from_elsewhere_is_found_in_a_text_that_holds_nothing_else() -> None:
    names = names_in("Anna Berg, 08-123 456 78")

    assert [(one.start, one.end) for one in find("Samtal med Anna Berg och Anna Bergström", names=names)] == [(11, 20)]
    assert find("Samtal med Anna Bergström", names=names) == ()
    assert names_in("Anna Berg") == frozenset()


def test_most_texts_are_not_looked_into() -> None:
    assert not is_suspect("12 av 14 kommuner svarade 2018, sid. 7")
    assert is_suspect("8\u200b\u200b\u200b\u200b\u200b\u200b\u200b8 0 3 2 0-0016")


@pytest.mark.skipif(not SOURCES.exists(), reason="the sources stand beside the project, not in it")
def test_in_the_five_sources_only_what_is_there_is_found() -> None:
    found = [
        (path.name[:3], one.kind, line[one.start : one.end].split()[0])
        for path in sorted(SOURCES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for one in find(line)
    ]

    # Two officials with telephone and address in a brochure (RSSB), one with an address in a report (K18). Nobody else is.
    assert [(source, kind) for source, kind, _ in found] == [
        ("001", "name"),
        ("001", "phone"),
        ("001", "email"),
        ("001", "name"),
        ("001", "phone"),
        ("001", "email"),
        ("004", "name"),
        ("004", "email"),
    ]
