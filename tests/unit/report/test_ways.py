from datetime import date
from typing import Any

import attrs

from prioritera.model.need import Origin
from prioritera.model.result import Decision
from prioritera.model.table import Course, Target
from prioritera.model.way import LeadTime, Leg, Walk
from prioritera.report.ways import Clock, back_lines, clock_of, conditions, decided, sender_name, time_line, unanswered_line, way_lines
from prioritera.report.width import NO_BREAK
from results import decision, voice, whole


def leg(source: str, target: str, **more: Any) -> Leg:  # noqa: ANN401 -- whatever a leg holds
    return Leg(source=source, target=target, channel="c", kind="raises", **more)


def walk(origin: str, *legs: Leg, back: tuple[Leg, ...] = (), target: str = "council", days: int = 0, unknown: int = 0) -> Walk:
    time = LeadTime(days=days, unknown_stops=unknown)
    return Walk(rule="r", origin=origin, target=target, approach=legs, back=back, lead_time=time)


def walking(*walks: Walk, need: str = "fall") -> Decision:
    return attrs.evolve(decision(need), walks=walks)


def plain(lines: tuple[str, ...]) -> list[str]:
    return [line.replace(NO_BREAK, " ") for line in lines]


def clock(*decisions: Decision, decided_on: date | None = None) -> Clock:
    return clock_of(attrs.evolve(whole()[0], decisions=decisions, decided_on=decided_on))


def test_senders_of_the_same_way_share_a_line() -> None:
    found = walking(
        walk("aby", leg("aby", "ost"), leg("ost", "council")),
        walk("berg", leg("berg", "ost"), leg("ost", "council")),
        walk("ost", leg("ost", "council")),
    )

    assert plain(way_lines(voice(), found)) == ["Åby och Berg → RSS Öst → Rådet", "RSS Öst → Rådet"]


def test_a_step_that_no_source_states_is_marked() -> None:
    found = walking(walk("aby", leg("aby", "ost", status="inference"), leg("ost", "council")))

    assert plain(way_lines(voice(), found)) == ["Åby →* RSS Öst → Rådet"]


def test_many_senders_are_counted_after_the_first() -> None:
    found = walking(*(walk(f"kommun {number}", leg("x", "council")) for number in range(6)))

    assert plain(way_lines(voice(), found)) == ["kommun 0, kommun 1, kommun 2 och 3 till → Rådet"]


def test_many_ways_are_counted_after_the_first() -> None:
    found = walking(*(walk("aby", leg("aby", f"rss {number}")) for number in range(6)))

    assert plain(way_lines(voice(), found)) == ["Åby → rss 0", "Åby → rss 1", "Åby → rss 2", "och 3 vägar till"]


def test_an_unknown_sender_is_said_to_be_unknown_and_the_forum_is_where_the_way_begins() -> None:
    found = walking(walk("", leg("council", "agency")), need="vanta")

    assert plain(way_lines(voice(), found)) == ["okänd avsändare → Rådet → Myndigheten"]


def test_an_unknown_sender_without_a_forum_begins_at_the_target() -> None:
    assert plain(way_lines(voice(), walking(walk(""), need="vanta"))) == ["okänd avsändare → Rådet"]


def test_a_way_that_has_no_target_either_stays_with_the_unknown_sender() -> None:
    assert plain(way_lines(voice(), walking(walk("", target=""), need="vanta"))) == ["stannar hos okänd avsändare"]


def test_the_nearest_to_a_sender_nobody_knows_is_said_to_be_unknown() -> None:
    found = attrs.evolve(walking(walk("", target=""), need="vanta"), course=Course(to=Target(nearest="rss")))

    assert plain(way_lines(voice(), found)) == ["okänd avsändare → närmaste RSS (vilken är inte känt)"]


def test_a_sender_that_takes_the_question_on_itself_keeps_it_and_needs_no_answer() -> None:
    found = walking(walk("ost", target="ost"))

    assert plain(way_lines(voice(), found)) == ["stannar hos RSS Öst"]
    assert back_lines(voice(), found) == ()


def test_senders_without_a_name_are_counted_as_the_source_counts_them() -> None:
    origins = [Origin(at_least=3, of="municipality"), Origin(at_least=2, of="municipality", within="ost")]

    assert [sender_name(voice(), origin) for origin in origins] == ["minst 3 avsändare (kommun)", "minst 2 avsändare (kommun) i RSS Öst"]


def test_the_same_way_back_is_said_shortly_with_the_steps_that_are_inferred() -> None:
    there = (leg("aby", "ost"), leg("ost", "council"))
    back = (leg("council", "ost"), leg("ost", "aby"))
    inferred = (leg("council", "ost", status="inference"), leg("ost", "aby"))

    assert plain(back_lines(voice(), walking(walk("aby", *there, back=back)))) == ["samma väg tillbaka"]
    assert plain(back_lines(voice(), walking(walk("aby", *there, back=inferred)))) == ["samma väg tillbaka (Rådet →* RSS Öst)"]


def test_another_way_back_is_said_in_full_for_all_who_share_it() -> None:
    back = (leg("council", "ost", status="inference"), leg("ost", "aby"))
    found = walking(
        walk("aby", leg("aby", "council"), back=back),
        walk("berg", leg("berg", "council"), back=(back[0], leg("ost", "berg", status="inference"))),
    )

    assert plain(back_lines(voice(), found)) == ["Rådet →* RSS Öst → Åby", "Rådet →* RSS Öst →* Berg"]


def test_an_answer_without_a_step_between_goes_straight() -> None:
    assert plain(back_lines(voice(), walking(walk("aby", leg("aby", "council"))))) == ["direkt till Åby"]


def test_what_goes_back_to_the_sender_names_the_sender() -> None:
    found = attrs.evolve(decision("stod-finns"), walks=[walk("dal", target="dal")])

    assert plain(back_lines(voice(), found)) == ["Dal"]


def test_senders_that_no_answer_can_reach_are_told_of() -> None:
    known, unknown = walk("aby"), walk("")
    counted = attrs.evolve(decision("oklar-forankring"), walks=[unknown])

    assert unanswered_line(voice(), walking(known)) == ""
    assert unanswered_line(voice(), walking(unknown)) == "okänd avsändare, så svaret kan inte lämnas"
    assert unanswered_line(voice(), walking(known, unknown)) == "övriga avsändare är okända, så till dem kan svaret inte lämnas"
    assert unanswered_line(voice(), counted) == "avsändarna är inte namngivna, så svaret kan inte lämnas"
    assert unanswered_line(voice(), attrs.evolve(counted, walks=[known, unknown])) == (
        "övriga avsändare är inte namngivna, så till dem kan svaret inte lämnas"
    )
    assert unanswered_line(voice(), attrs.evolve(counted, need=None)) == "okänd avsändare, så svaret kan inte lämnas"
    assert unanswered_line(voice("en"), walking(unknown)) == "unknown sender, so the answer cannot be given"


def test_a_committee_that_has_not_decided_is_a_condition_and_one_that_has_is_told_of() -> None:
    open_ = walking(walk("aby", leg("aby", "council", subject_to="council-au")))
    closed = {
        said: decided(voice(), walking(walk("aby", leg("aby", "council", subject_to="council-au", decision=said))))
        for said in ("taken-up", "postponed", "redirected", "declined")
    }

    assert conditions(voice(), open_) == ("Rådets arbetsutskott tar upp frågan",)
    assert decided(voice(), open_) == ()
    assert closed == {
        "taken-up": ("Rådets arbetsutskott har tagit upp frågan",),
        "postponed": ("Rådets arbetsutskott har skjutit upp frågan",),
        "redirected": ("Rådets arbetsutskott har hänvisat frågan vidare",),
        "declined": ("Rådets arbetsutskott har avböjt att ta upp frågan",),
    }


def test_a_time_with_unknown_stops_is_at_least_and_never_a_date() -> None:
    found = walking(walk("aby", leg("aby", "council", days=5), days=5, unknown=2))

    assert time_line(voice(), clock(found, decided_on=date(2026, 5, 4)), found) == "minst 5 dagar, 2 stopp utan känd tid"


def test_a_time_that_is_wholly_known_counts_from_the_decision() -> None:
    found = walking(walk("aby", leg("aby", "council", days=1), days=1))

    assert time_line(voice(), clock(found), found) == "1 dag"
    assert time_line(voice(), clock(found, decided_on=date(2026, 5, 4)), found) == "1 dag (till 2026-05-05)"
    assert time_line(voice("en"), clock(found, decided_on=date(2026, 5, 4)), found) == "1 day (until 2026-05-05)"


def test_a_time_past_the_end_of_the_calendar_is_days_without_a_date() -> None:
    found = walking(walk("aby", leg("aby", "council", days=5), days=10**9))

    assert time_line(voice(), clock(found, decided_on=date(2026, 5, 4)), found) == "1000000000 dagar"


def test_a_way_of_which_no_time_is_known_says_so_only_where_others_have_one() -> None:
    timed = walking(walk("aby", leg("aby", "council", days=5), days=5))
    untimed = walking(walk("aby", leg("aby", "council"), unknown=1))

    assert time_line(voice(), clock(timed, untimed), untimed) == "ingen tid är känd"
    assert time_line(voice(), clock(untimed), untimed) == ""


def test_times_that_differ_between_senders_are_told_as_two_or_as_a_range() -> None:
    walks = [walk("aby", leg("aby", "council", days=days), days=days) for days in (5, 7, 9)]
    two, three = walking(*walks[:2]), walking(*walks)

    assert time_line(voice(), clock(two), two) == "5 dagar eller 7 dagar"
    assert time_line(voice(), clock(three), three) == "från 5 dagar till 9 dagar, beroende på avsändare"


def test_the_time_of_an_unknown_sender_is_not_reckoned() -> None:
    found = walking(walk("", leg("council", "agency", days=5), days=5))

    assert time_line(voice(), clock(found), found) == ""
