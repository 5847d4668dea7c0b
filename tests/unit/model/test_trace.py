from prioritera.model.trace import Of, Trace, Verdict


def test_reasons_have_reasons_under_them() -> None:
    under = Trace(kind=Of.RULE, id="r", verdict=Verdict.FIRED)

    over = Trace(kind=Of.TABLE, id="t", verdict=Verdict.FIRED, parts=[under])

    assert over.parts == (under,)
    assert under.parts == ()
    assert under.known
