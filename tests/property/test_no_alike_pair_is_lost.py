"""Looking at few pairs finds every pair that looking at all of them finds; a score is a matter of the two needs alone."""

from hypothesis import example, given
from hypothesis import strategies as st

from builders import need
from prioritera.matching.kinship import kinship, vocabulary_of
from prioritera.matching.lexicon import swedish
from prioritera.matching.search import all_pairs, candidates
from prioritera.matching.voices import spoken
from prioritera.model.need import Need, Question, Wording
from prioritera.model.value import Fact

WORDS = swedish()
# Words of every weight, compounds of each other, with letters wrong, taken for others, negations, people, and what is no word.
SAID = (
    *("fallprevention", "fall", "fallolyckor", "missbruk", "missbruksvård", "misbruk", "vård", "vårdbehov", "boende", "SÄBO"),
    *("särskilt boende", "äldre", "barn", "barnfamiljer", "utan", "inte", "metoder", "stöd", "ensamhet", "ensamheten", "och"),
    *("npf", "samsjuklighet", "psykisk ohälsa", "läkemedelsgenomgång", "läkemedelshantering", "–", "\u202eabc\x00", "=1+1"),
)
TEXT = st.lists(st.sampled_from(SAID), max_size=6).map(" ".join) | st.text(max_size=8)


@st.composite
def needs(draw: st.DrawFn) -> list[Need]:
    """A few needs with one or two wordings, in two areas and one that is not stated."""

    def one(number: int) -> Need:
        causes = draw(st.sets(st.sampled_from(["x", "y", "not-established"]), max_size=2))
        return need(
            f"n{number}",
            title=draw(TEXT),
            area=draw(st.sampled_from(["elderly-care", "disability", "not-stated"])),
            wordings=[Wording(need=f"n{number}", text=text) for text in draw(st.lists(TEXT, max_size=2))],
            question=Question(target_group=draw(st.sampled_from(["", "äldre", "brukare", "klienter"]))),
            facts={"causes": Fact(value=frozenset(causes))} if causes else {},
        )

    return [one(number) for number in range(draw(st.integers(2, 7)))]


@given(needs())
@example([need("a", title="stöd", wordings=[]), need("b", title="stöd metoder", wordings=[])])
def test_few_pairs_find_what_all_pairs_find(drawn: list[Need]) -> None:
    heard = [spoken(one, WORDS) for one in drawn]

    assert candidates(heard, WORDS) == all_pairs(heard, WORDS)


@given(needs())
def test_other_needs_change_no_score(drawn: list[Need]) -> None:
    heard = [spoken(one, WORDS) for one in drawn]

    two = {(one.first, one.second): one for one in candidates(heard[:2], WORDS)}

    assert two == {(one.first, one.second): one for one in candidates(heard, WORDS) if {one.first, one.second} == {"n0", "n1"}}


@given(needs())
def test_every_score_is_whole_and_has_a_reason(drawn: list[Need]) -> None:
    for one in candidates([spoken(each, WORDS) for each in drawn], WORDS):
        assert type(one.score) is int
        assert 0 < one.score <= 1000
        assert one.words
        assert one.score >= (WORDS.across_from if one.is_across else WORDS.shown_from)


LETTERS = st.text("abcdåäö", min_size=1, max_size=9)


@given(st.sets(LETTERS, max_size=12))
def test_every_kin_is_found_and_no_other(words: set[str]) -> None:
    found = vocabulary_of(words, WORDS).kin

    assert found == {
        word: {other: near for other in sorted(words) if other != word and (near := kinship(word, other))} for word in sorted(words)
    }
