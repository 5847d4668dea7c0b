"""The weights of criteria: whole shares, flat or in domains, with who decided on them."""

from collections.abc import Collection, Mapping
from fractions import Fraction

import attrs

from prioritera.diagnostics import Faults, Related
from prioritera.loading.structure import Items, label_or_none, note_unknown_key
from prioritera.methods.weights import flattened, whole_shares
from prioritera.model.domain import Domain
from prioritera.model.text import Label
from prioritera.reading.cursor import Cursor


@attrs.frozen(kw_only=True)
class Weights:
    """The weight of every criterion, who decided on them ("" for nobody), where they are published, the total and the domains, if given."""

    shares: Mapping[str, int]
    decided: str = ""
    source: str = ""
    total: int | None = None
    domains: tuple[Domain, ...] = ()


def read_weights(cursor: Cursor | None, criteria: Items, faults: Faults, around: Cursor) -> Weights:
    """The weights, one for each criterion and no other; 1 stands in for what has been noted to be wrong.

    The published total is of the weights as they are written: of those of the domains, where there are domains.
    """
    if cursor is None:
        if "weights" not in around.data:
            faults.add("missing-section", around.here, key="weights")
        return Weights(shares={})
    before = faults.count
    shares = cursor.table("shares")
    domains = cursor.table("domains")
    found: dict[str, int] = {}
    written = 0
    grouped: tuple[Domain, ...] = ()
    if cursor.has("domains") and cursor.has("shares"):
        faults.add("weights-twice", cursor.at_key("domains"))
    elif domains is not None:
        found, written, grouped = _in_domains(domains, criteria)
    elif shares is not None:
        found = _shares(shares, criteria)
        written = sum(found.values())
    elif not cursor.has("shares") and not cursor.has("domains"):
        faults.add("missing-key", cursor.here, key="shares")
    decided, source = _decided(cursor), cursor.text("source", "")
    total = cursor.whole("total", least=1)
    if total is not None and faults.count == before and total != written:
        cursor.fault("weights-total", "total", value=total, sum=written)
    cursor.close()
    return Weights(shares=found, decided=decided, source=source, total=None if domains is not None else total, domains=grouped)


def _shares(shares: Cursor, criteria: Items) -> dict[str, int]:
    found = _weighed(shares, criteria)
    _note_unweighed(shares.data, criteria, shares.faults)
    return found


def _weighed(shares: Cursor, criteria: Items) -> dict[str, int]:
    """The weights that are written in one place, each of a criterion that there is."""
    found = {}
    for name in shares.data:
        if name not in criteria:
            note_unknown_key(shares, name, "weight-without-criterion", tuple(criteria))
            continue
        weight = shares.whole(name)
        if weight is not None and weight < 1:
            shares.fault("weight-not-positive", name, value=weight)
        elif weight is not None:
            found[name] = weight
    return found


def _note_unweighed(written: Collection[str], criteria: Items, faults: Faults) -> None:
    for name in criteria:
        if name not in written:
            faults.add("criterion-without-weight", criteria[name].here, value=name)


def _in_domains(section: Cursor, criteria: Items) -> tuple[dict[str, int], int, tuple[Domain, ...]]:
    """Weights in domains as whole weights of all, each exactly the domain's share times the criterion's of it; their sum; they."""
    before = section.faults.count
    domains = [_domain(section, name) for name in section.data]
    written: dict[str, Cursor] = {}
    for shares in (shares for shares, _, _ in domains if shares is not None):
        for name in shares.data:
            if name in written:
                related = (Related(span=written[name].at_key(name), role="first"),)
                section.faults.add("criterion-in-two-domains", shares.at_key(name), value=name, related=related)
            written.setdefault(name, shares)
    weighed = [({} if shares is None else _weighed(shares, criteria), weight) for shares, weight, _ in domains]
    if all(shares is not None for shares, _, _ in domains):
        # Whoever stands in a domain that cannot be read is not known to lack a weight.
        _note_unweighed(written, criteria, section.faults)
    if section.faults.count != before or not weighed:
        return {}, 0, ()
    exact = flattened([(Fraction(weight), [Fraction(share) for share in of.values()]) for of, weight in weighed])
    names = [name for of, _ in weighed for name in of]
    whole = whole_shares([share for of in exact for share in of])
    grouped = [
        Domain(id=name, label=label, criteria=tuple(of))
        for name, (of, _), (_, _, label) in zip(section.data, weighed, domains, strict=True)
    ]
    return dict(zip(names, whole, strict=True)), sum(weight for _, weight in weighed), tuple(grouped)


def _domain(section: Cursor, name: str) -> tuple[Cursor | None, int, Label | None]:
    """The shares inside one domain, None where they cannot be read, the domain's weight, and its label."""
    domain = section.table(name)
    if domain is None:
        return None, 1, None
    shares = domain.table("shares")
    weight = domain.whole("weight", least=1, required=True)
    if not domain.has("shares") or (shares is not None and not shares.data):
        section.faults.add("missing-key", domain.here, key="shares")
    label = label_or_none(domain, "label")
    domain.close()
    return shares, weight or 1, label


def _decided(cursor: Cursor) -> str:
    """Who decided on the weights and when, as people read it; "" when nobody has."""
    by, on = cursor.text("decided_by", ""), cursor.day("decided_on")
    if on is not None and not by:
        cursor.fault("decided-by-nobody", "decided_on")
    return f"{by}, {on.isoformat()}" if by and on is not None else by
