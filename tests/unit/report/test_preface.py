import re

import attrs
import pytest

from prioritera.model.domain import Domain
from prioritera.model.result import Result
from prioritera.model.round import Response
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.text import Label
from prioritera.report.document import Document
from prioritera.report.preface import closing, illustrative, preface, weights_listing, weights_row, weights_words
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from results import changed, decision, model_of, voice, whole


def bare_round() -> Result:
    """The run as if its round said no more than it must."""
    result = whole()[0]
    quiet = attrs.evolve(result.round, about=None, illustrative=None, areas=(), period="", holder="", responses=())
    return attrs.evolve(result, round=quiet, decisions=(), decided_on=None, files=())


def decided_rules() -> RuleSet:
    """The rules as if somebody had decided all of them."""
    rules = whole()[1].rules
    criteria = [attrs.evolve(one, status="") for one in rules.criteria]
    triage = attrs.evolve(rules.triage, rules=[attrs.evolve(row, status="") for row in rules.triage.rules])
    return attrs.evolve(rules, status="", criteria=criteria, triage=triage, weights_decided="NSK-S, 2026-05-01")


def voice_of(rules: RuleSet) -> Voice:
    network = attrs.evolve(whole()[1].network, status="")
    return Voice("sv", model_of(rules, network).rules, network)


def text_of(speaker: Voice, result: Result) -> list[str]:
    return to_text(Document("T", tuple(preface(speaker, result)))).splitlines()[3:]


def test_a_round_that_says_little_has_a_short_preface() -> None:
    assert text_of(voice_of(decided_rules()), bare_round()) == [
        "Prioriteringsmodell: Liten modell, version 1.2",
        "Vikter: Räckvidd 2/4, Betydelse 1/4 och Variation 1/4 (beslut: NSK-S,",
        "  2026-05-01)",
        "Aktörer och vägar: Litet land",
        "",
        "Inga behov har kommit in.",
    ]


def test_the_round_before_is_named() -> None:
    result = bare_round()
    after = attrs.evolve(result, round=attrs.evolve(result.round, previous_round="../2025"))

    assert "Föregående omgång: ../2025" in text_of(voice(), after)


def test_one_need_is_counted_as_one() -> None:
    result = attrs.evolve(bare_round(), decisions=[decision("fall")])

    assert "1 behov har kommit in: 1 är rangordnat." in text_of(voice(), result)


def test_who_has_not_answered_is_counted_and_never_named() -> None:
    result = bare_round()
    states = ["not-asked", "not-asked", "no-answer", "represented"]
    responses = [Response(actor="dal", state=state) for state in states]

    text = " ".join(text_of(voice(), attrs.evolve(result, round=attrs.evolve(result.round, responses=responses))))

    assert "Svarsläge: 2 är inte tillfrågade, 1 har inte svarat och 1 företräds av nätverk" in " ".join(text.split())
    assert "Dal" not in text


def test_equal_weights_that_nobody_has_decided_are_said_to_be_that() -> None:
    rules = whole()[1].rules
    equal = attrs.evolve(rules, criteria=[attrs.evolve(one, weight=1) for one in rules.criteria])

    assert weights_words(voice_of(equal)) == "lika vikt (ingen har beslutat något annat)"
    assert weights_words(voice_of(attrs.evolve(equal, weights_decided="NSK-S"))) == "lika vikt (beslut: NSK-S)"
    assert weights_words(voice()) == "Räckvidd 2/4, Betydelse 1/4 och Variation 1/4 (ingen har beslutat dem)"


def test_a_single_criterion_has_no_weight_to_speak_of() -> None:
    rules = whole()[1].rules
    single = attrs.evolve(rules, criteria=rules.criteria[:1])

    assert weights_row(voice_of(single)) == ("Kriterium", "Räckvidd (det enda)")
    assert weights_row(Voice("en", single, whole()[1].network)) == ("Criterion", "Reach (the only one)")
    assert weights_row(voice()) == ("Vikter", weights_words(voice()))


def test_weights_in_domains_are_told_domain_by_domain() -> None:
    named = Domain(id="people", label=Label(sv="människor", en="people"), criteria=("weight-of-it", "spread"))
    rules = attrs.evolve(whole()[1].rules, weights_domains=[Domain(id="reach", criteria=("reach",)), named])
    english = Voice("en", rules, whole()[1].network)

    assert weights_words(voice_of(rules)) == "3 kriterier i 2 domäner (ingen har beslutat dem)"
    assert weights_words(english) == "3 criteria in 2 domains (nobody has decided them)"
    assert [item.text for listing in weights_listing(voice_of(rules)) for item in listing.items] == [
        "reach 2/4: Räckvidd 2/4",
        "Människor 2/4: Betydelse 1/4 och Variation 1/4",
    ]
    assert "Vikterna, var för sig:" in text_of(voice_of(rules), bare_round())


def test_many_weights_are_listed_and_few_are_not() -> None:
    rules = whole()[1].rules
    seven = attrs.evolve(rules, criteria=[attrs.evolve(rules.criteria[0], id=f"c{at}", weight=at) for at in range(1, 8)])
    six = attrs.evolve(seven, criteria=seven.criteria[:6])

    assert weights_words(voice_of(seven)) == "7 kriterier med olika vikt (ingen har beslutat dem)"
    assert weights_words(Voice("en", seven, whole()[1].network)) == "7 criteria of different weight (nobody has decided them)"
    assert [item.text for listing in weights_listing(voice_of(seven)) for item in listing.items][:2] == ["Räckvidd 1/28", "Räckvidd 2/28"]
    assert list(weights_listing(voice_of(six))) == []
    assert weights_words(voice_of(six)).startswith("Räckvidd 1/21, Räckvidd 2/21")


def test_published_weights_say_where_and_that_nobody_has_decided_to_use_them() -> None:
    rules = attrs.evolve(whole()[1].rules, weights_source="a table")
    decided = attrs.evolve(rules, weights_decided="NSK-S")

    assert weights_words(voice_of(rules)) == (
        "Räckvidd 2/4, Betydelse 1/4 och Variation 1/4 (publicerade: a table; ingen har beslutat att använda dem)"
    )
    assert weights_words(voice_of(decided)) == "Räckvidd 2/4, Betydelse 1/4 och Variation 1/4 (beslut: NSK-S)"


def test_a_rule_set_without_groups_proposes_no_limits() -> None:
    rules = attrs.evolve(whole()[1].rules, bands=())

    text = " ".join(text_of(voice_of(rules), bare_round()))

    assert "Det gäller skalan för 1 av 3 kriterier och 2 av 13 regler." in text


def test_a_limit_of_how_much_must_be_known_is_a_proposal_of_its_own_where_the_rest_is_published() -> None:
    rules = attrs.evolve(decided_rules(), min_known_status="proposal")

    text = " ".join(text_of(voice_of(rules), bare_round()))

    assert "Det gäller gränsen för hur mycket som måste vara känt" in text
    assert "gränsen för hur mycket" not in " ".join(text_of(voice_of(decided_rules()), bare_round()))


def test_the_field_that_classes_are_read_off_is_marked_where_nobody_has_decided_it() -> None:
    rules = decided_rules()
    urgent = attrs.evolve(rules.fields["urgent"], status="proposal")
    proposed = attrs.evolve(rules, classes=TieBreaker(field="urgent"), fields={**rules.fields, "urgent": urgent})

    assert "Rangordnas efter: bråttom [förslag], från ja till nej" in text_of(voice_of(proposed), bare_round())


def test_a_round_that_is_not_made_up_is_not_said_to_be() -> None:
    assert list(illustrative(voice(), bare_round())) == []


def test_the_closing_says_what_it_takes_to_run_it_again() -> None:
    result = whole()[0]
    one_file = attrs.evolve(bare_round(), files=result.files[:1])

    text = to_text(Document("T", (closing(voice("en"), one_file),)))

    assert text.splitlines()[6:] == [
        f"Rule set small 1.2, hash {result.rules_hash[:12]}. Actors and ways small-country, hash",
        f"{result.network_hash[:12]}. 1 file was read. The same files and the same rules give the same",
        "answer.",
    ]
    assert "read" not in to_text(Document("T", (closing(voice("en"), bare_round()),)))


def test_that_no_time_is_known_is_told_once_for_the_whole_round() -> None:
    walk = decision("hot").walks[0]
    timeless = [attrs.evolve(leg, days=None) for leg in walk.course]
    found = changed("hot", walks=[attrs.evolve(walk, approach=(), course=timeless)])

    text = text_of(voice(), attrs.evolve(bare_round(), decisions=[found]))

    assert " ".join(text[-2:]).endswith("ingen källa säger rakt ut. Ingen tid är känd för något steg i ärendegången.")


def test_every_record_is_counted_once() -> None:
    text = " ".join(" ".join(text_of(voice(), whole()[0])).split())

    total, parts = re.findall(r"(\d+) behov har kommit in: (.*?)\.", text)[0]
    assert sum(int(number) for number in re.findall(r"\d+", parts)) == int(total) == len(whole()[0].decisions)


@pytest.mark.parametrize(
    ("classes", "said"),
    [
        (TieBreaker(field="urgent"), "bråttom, från ja till nej"),
        (TieBreaker(field="urgent", prefer="less"), "bråttom, från nej till ja"),
        (TieBreaker(field="units"), "antal enheter, från 20 till 0"),
        (TieBreaker(field="units", prefer="less"), "antal enheter, från 0 till 20"),
        (TieBreaker(field="size", prefer="less"), "storlek, från liten till stor"),
    ],
)
def test_classes_are_named_from_the_first_to_the_last(classes: TieBreaker, said: str) -> None:
    lines = text_of(voice_of(attrs.evolve(decided_rules(), classes=classes)), bare_round())

    assert f"Rangordnas efter: {said}" in lines


def test_weights_are_not_spoken_of_where_there_are_no_criteria() -> None:
    rules = attrs.evolve(decided_rules(), classes=TieBreaker(field="urgent"), criteria=[], bands=[])

    assert [line for line in text_of(voice_of(rules), bare_round()) if "Vikter" in line] == []
