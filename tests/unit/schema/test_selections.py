"""Selections in the schema of a round."""

import pytest

from prioritera.schema.known import Known
from schema_files import fits

ROUND = {"id": "r", "label": "r", "needs": []}


@pytest.mark.parametrize("key", ["min", "max", "groups"])
def test_limits_of_groups_say_what_the_groups_are(key: str) -> None:
    limits = {"groups": {"a": {"max": 1}}} if key == "groups" else {key: 1}
    is_right = fits("round", Known(language="en"))

    assert is_right({"round": ROUND, "selections": [{"id": "a", "size": 5, "per": "area", **limits}]})
    assert not is_right({"round": ROUND, "selections": [{"id": "a", "size": 5, **limits}]})
