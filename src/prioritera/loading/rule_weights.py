"""The weights of criteria: whole shares, flat or in domains, with who decided on them."""

from collections.abc import Collection, Mapping
from fractions import Fraction

import attrs

from prioritera.diagnostics import Faults, Related
from prioritera.loading.structure import Items, label_or_none, note_unknown_key
from prioritera.methods.weights import flattened, whole_shares
from prioritera.reading.cursor import Cursor


@attrs.frozen(kw_only=True)
class Weights:
    """The weight of every criterion, who decided on them ("" for nobody), and the published total, if one is given."""

    shares: Mapping[str, int]
    decided: str = ""
    total: int | None = None


def read_weights(cursor: Cursor | None, criteria: Items, faults: Faults, around: Cursor) -> Weights:
    """The weights, one for each criterion and no other; 1 stands in for what has been noted to be wrong."""
    if cursor is None:
        if "weights" not in around.data:
            faults.add("missing-section", around.here, key="weights")
        return Weights(shares={})
    before = faults.count
    shares = cursor.table("shares")
    if cursor.has("domains"):
        if shares is not None:
            faults.add("weights-twice", cursor.at_key("domains"))
        found = _in_domains(cursor, criteria)
    elif shares is None and not cursor.has("shares"):
        faults.add("missing-key", cursor.here, key="shares")
        found = {}
    else:
        found = {} if shares is None else _shares(shares, criteria)
    decided = _decided(cursor)
    total = cursor.whole("total", least=1)
    if total is not None and faults.count == before and total != sum(found.values()):
        cursor.fault("weights-total", "total", value=total, sum=sum(found.values()))
    cursor.close()
    return Weights(shares=found, decided=decided, total=total)


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


def _in_domains(cursor: Cursor, criteria: Items) -> dict[str, int]:
    """Weights of criteria in domains as whole weights of all: the domain's share times the criterion's share of it, exactly."""
    section = cursor.table("domains")
    if section is None:
        return {}
    before = cursor.faults.count
    heads: list[Fraction] = []
    inside: list[dict[str, int]] = []
    written: dict[str, Cursor] = {}
    for name in section.data:
        domain = section.table(name)
        if domain is None:
            continue
        shares = domain.table("shares")
        weight = domain.whole("weight", least=1, required=True)
        if shares is None and not domain.has("shares"):
            cursor.faults.add("missing-key", domain.here, key="shares")
        label_or_none(domain, "label")
        domain.close()
        if shares is None:
            continue
        for criterion in shares.data:
            if criterion in written:
                related = (Related(span=written[criterion].at_key(criterion), role="first"),)
                cursor.faults.add("duplicate-id", shares.at_key(criterion), value=criterion, related=related)
            written.setdefault(criterion, shares)
        heads.append(Fraction(weight or 1))
        inside.append(_weighed(shares, criteria))
    _note_unweighed(written, criteria, cursor.faults)
    if cursor.faults.count != before or not heads:
        return {}
    exact = flattened([(head, [Fraction(share) for share in of.values()]) for head, of in zip(heads, inside, strict=True)])
    names = [name for of in inside for name in of]
    return dict(zip(names, whole_shares([share for of in exact for share in of]), strict=True))


def _decided(cursor: Cursor) -> str:
    """Who decided on the weights and when, as people read it; "" when nobody has."""
    by, on = cursor.text("decided_by", ""), cursor.day("decided_on")
    if on is not None and not by:
        cursor.fault("decided-by-nobody", "decided_on")
    return f"{by}, {on.isoformat()}" if by and on is not None else by
