"""What exists already decides only as a person has said, from its own day on; and nothing goes to research that nobody has checked."""

from datetime import date, timedelta
from functools import cache

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from prioritera.loading.load import load_rules
from prioritera.measures.existing import counts
from prioritera.model.catalogue import STATUSES, Catalogue, Support
from prioritera.model.need import FINDINGS, Check, Need, SupportMatch
from prioritera.model.network import Network
from prioritera.model.result import Decision
from prioritera.model.round import SUPPORT_DECISIONS, Round, SupportDecision
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
from prioritera.model.value import Missing
from prioritera.records.decided_support import with_decided_support
from prioritera.stages.triage import triage
from prioritera.testing.catalogues import every_status
from prioritera.testing.needs import needs
from prioritera.testing.networks import network_for

TODAY = date(2026, 5, 31)
DAYS = st.none() | st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))
CHECKS = st.lists(st.builds(Check, where=st.just(["SBU"]), found=st.sampled_from(FINDINGS), on=DAYS), max_size=3)
RESEARCH = "new-research"


@cache
def shipped() -> RuleSet:
    return load_rules("prioritera:sbu-four")


@cache
def made() -> Network:
    return network_for(shipped())


def outcome(need: Need, catalogue: Catalogue, on: date | None = TODAY) -> str:
    decision = Decision(need_id=need.id, title=need.title, outcome="", need=need)
    return triage([decision], shipped(), made(), catalogue, decided_on=on)[0].outcome


def drawn() -> st.SearchStrategy[Need]:
    """Needs that every rule decides some of, and more of those that might go to research."""
    all_needs = needs(shipped(), network=made())
    return all_needs | st.sampled_from(("gap-well-anchored", "gap-not-checked", "gap-with-something-found")).flatmap(
        lambda rule: needs(shipped(), network=made(), rule=rule)
    )


@settings(max_examples=settings().max_examples // 2)
@given(drawn(), CHECKS)
def test_nothing_goes_to_research_that_nobody_has_checked(need: Need, checks: list[Check]) -> None:
    need = attrs.evolve(need, checked=checks)
    searched = need.facts["searched"].value if "searched" in need.facts else Missing()
    looked = isinstance(searched, frozenset) and searched != {"nothing"}
    found = {check.found for check in checks if check.on is None or check.on <= TODAY}

    if outcome(need, every_status()) == RESEARCH:
        assert looked or found & {"nothing", "gap"}
        assert "something" not in found or "gap" in found


@settings(max_examples=settings().max_examples // 2)
@given(drawn(), st.sampled_from(STATUSES), st.integers(1, 400))
def test_an_entry_never_counts_before_its_day(need: Need, status: str, days: int) -> None:
    later = Support(id="later", title=Label(sv="s", en="s"), status=status, since=TODAY + timedelta(days=days))
    catalogue = Catalogue(entries={**every_status().entries, "later": later})
    confirmed = attrs.evolve(need, support=[*need.support, SupportMatch(entry="later", confirmed=True)])

    assert not counts(later, TODAY)
    assert outcome(confirmed, catalogue) == outcome(need, every_status())


@settings(max_examples=settings().max_examples // 2)
@given(drawn(), st.sampled_from(STATUSES), st.sampled_from(["", "elderly-care"]))
def test_an_entry_that_nobody_has_matched_changes_no_outcome(need: Need, status: str, area: str) -> None:
    more = Support(id="more", title=Label(sv=need.title, en=need.title), status=status, areas=[area] if area else ())

    assert outcome(need, Catalogue(entries={**every_status().entries, "more": more})) == outcome(need, every_status())


@settings(max_examples=settings().max_examples // 2)
@given(drawn(), st.sampled_from(STATUSES), st.sampled_from(SUPPORT_DECISIONS))
def test_a_decision_that_is_taken_back_leaves_no_trace(need: Need, status: str, decision: str) -> None:
    entry = f"support-{status}"

    def of_sheet(decision: str) -> Round:
        rows = [SupportDecision(need=need.id, entry=entry, decision=decision, by="Åsa" if decision else "")]
        return Round(id="r", label=Label(sv="r", en="r"), records=(), catalogue=every_status(), existing=rows)

    before = attrs.evolve(need, support=[match for match in need.support if match.entry != entry])
    (confirmed,) = with_decided_support([before], of_sheet(decision))

    assert confirmed != before
    assert with_decided_support([before], of_sheet("")) == (before,)
