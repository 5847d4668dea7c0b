from builders import need
from prioritera.matching.lexicon import swedish
from prioritera.matching.voices import spoken
from prioritera.model.need import Need, Origin, Question, Wording
from prioritera.model.value import Fact, Missing

WORDS = swedish()


def voice_of(text: str) -> dict[str, str]:
    """The words that count, each as it was written."""
    return dict(spoken(Need(id="a", title=text, area="x", origins=[]), WORDS).voices[0].written)


def test_stop_words_do_not_count() -> None:
    assert voice_of("Hur gör vi för att de ska ha det?") == {}


def test_words_for_the_same_are_taken_for_one() -> None:
    assert voice_of("SÄBO") == {"särskilt boend": "säbo"}
    assert voice_of("Särskilt boende") == {"särskilt boend": "särskilt boende"}
    assert voice_of("vård- och omsorgsboende") == {"särskilt boend": "vård och omsorgsboende"}


def test_one_word_may_be_taken_for_two() -> None:
    assert set(voice_of("samsjuklighet")) == {"missbruk", "psykisk sjukdom"}


def test_a_negation_makes_another_word_of_the_next() -> None:
    assert set(voice_of("utan missbruk")) == {"¬missbruk"}
    assert set(voice_of("inte i särskilt boende")) == {"¬särskilt boend"}
    assert set(voice_of("missbruk, inte")) == {"missbruk"}


def test_every_wording_is_a_voice_of_its_own() -> None:
    found = spoken(
        need("a", title="Fall", wordings=[Wording(need="a", text="golv"), Wording(need="b", text="två"), Wording(need="c", text=" ")]),
        WORDS,
    )

    assert [sorted(voice.written) for voice in found.voices] == [["fall", "golv"], ["fall", "två"]]


def test_a_senders_own_wording_is_a_voice_too() -> None:
    found = spoken(need("a", title="Fall", origins=[Origin(unknown=True, wording="golv")], wordings=[]), WORDS)

    assert [sorted(voice.written) for voice in found.voices] == [["fall", "golv"]]


def test_causes_are_known_ones_that_say_something() -> None:
    def causes(value: object) -> frozenset[str]:
        fact = Fact(value=value)  # type: ignore[arg-type]  # the test draws every kind
        return spoken(need("a", facts={"causes": fact}), WORDS).causes

    assert causes(frozenset({"research-gap", "not-established"})) == {"research-gap"}
    assert causes("implementation") == {"implementation"}
    assert causes(Missing()) == frozenset()
    assert spoken(need("a"), WORDS).causes == frozenset()


def test_the_fields_hold_the_words_of_what_is_stated() -> None:
    found = spoken(need("a", question=Question(target_group="klienter")), WORDS)

    assert found.fields["target_group"] == spoken(need("b", question=Question(target_group="brukare")), WORDS).fields["target_group"]
    assert found.fields["context"] == frozenset()


def test_whom_a_wording_is_about_is_read_of_its_words() -> None:
    assert spoken(need("a", title="Fall bland äldre män", wordings=[]), WORDS).voices[0].people == {"elderly", "men"}
