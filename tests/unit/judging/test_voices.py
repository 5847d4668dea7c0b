from prioritera.judging.voices import Voices, weights
from prioritera.model.judgement import Judge

JUDGES = [Judge("a", "g", "lund"), Judge("b", "g", "lund"), Judge("c", "g", "umea"), Judge("d", "h")]


def shown(voice: str = "person", groups: str = "as-they-are", **populations: int) -> list[str]:
    return [str(weight) for weight in weights(JUDGES, Voices(voice=voice, groups=groups, populations=populations))]


def test_everybody_has_one_voice() -> None:
    assert shown() == ["1", "1", "1", "1"]


def test_an_organisation_has_one_voice_and_who_names_none_speaks_for_itself() -> None:
    assert shown("organisation") == ["1/2", "1/2", "1", "1"]


def test_an_organisation_in_two_groups_has_a_voice_in_each() -> None:
    two = [Judge("a", "g", "lund"), Judge("b", "h", "lund")]

    assert weights(two, Voices(voice="organisation")) == [1, 1]


def test_voices_by_population_are_shared_within_an_organisation() -> None:
    assert shown("population", lund=100, umea=300) == ["50", "50", "300", "0"]


def test_groups_of_equal_voice_come_to_one_each() -> None:
    assert shown(groups="equal") == ["1/3", "1/3", "1/3", "1"]
    assert shown("organisation", "equal") == ["1/4", "1/4", "1/2", "1"]


def test_a_group_nobody_knows_the_population_of_counts_for_nothing() -> None:
    assert shown("population", "equal", lund=100, umea=300) == ["1/8", "1/8", "3/4", "0"]
