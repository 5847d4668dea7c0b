"""Which methods of other libraries have a door, and what has to be known of each to hand over rightly and to read rightly.

What stands here was read out of scikit-criteria 0.10 and pymcdm 1.4. A method that needs something nobody has given (reference points, an
expert's answers, criteria where less is better) has no door.
"""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple

SKCRITERIA, PYMCDM = "skcriteria", "pymcdm"
EXTRA = "mcda"
# A threshold that the answer hangs on to less than this is a rounding, no threshold.
_NEAR = 1e-9


@attrs.frozen(kw_only=True)
class Kind:
    """What is known of a method.

    Attributes:
        module: where in the library it stands; "" where the library has all methods in one place.
        gives: the name of its scores among what it gives; "" where it gives nothing but scores.
        more: whether more is better in them.
        positive: whether it takes logarithms of values, or divides by them, and so cannot do with 0.
        reverses: whether what other needs there are can turn the order of two.
        bounded: whether it has to be told that values go from 0 to 1.
        once: whether needs that are alike in everything must be handed over as one, for otherwise each strikes out the other.
        note: a word of the report for what is chosen that nobody has decided.
        tried: what it is told besides, each a way to say the same to within a rounding; all must come to the same order.
    """

    module: str = ""
    gives: str = ""
    more: bool = True
    positive: bool = False
    reverses: bool = True
    bounded: bool = False
    once: bool = False
    note: str = ""
    tried: tuple[FrozenMap[str, float], ...] = attrs.field(converter=frozen_tuple, default=(FrozenMap(),))


def _around(above: Mapping[str, float], below: Mapping[str, float]) -> Sequence[FrozenMap[str, float]]:
    """Thresholds as they are, and moved by less than anybody means: those above one way, those below the other."""
    return [
        frozen_map({**{key: value + near for key, value in above.items()}, **{key: value - near for key, value in below.items()}})
        for near in (0, _NEAR, -_NEAR)
    ]


DOORS: Mapping[str, Mapping[str, Kind]] = {
    SKCRITERIA: {
        "ARAS": Kind(module="aras", gives="score"),
        "CODAS": Kind(module="codas", gives="score"),
        "CoCoSo": Kind(module="cocoso", gives="score"),
        "EDAS": Kind(module="edas", gives="score"),
        # The thresholds are the library's own defaults.
        "ELECTRE1": Kind(module="electre", once=True, note="kernel", tried=_around({"p": 0.65}, {"q": 0.35})),
        "ELECTRE2": Kind(
            module="electre",
            more=False,
            once=True,
            note="thresholds",
            tried=_around({"p0": 0.65, "p1": 0.5, "p2": 0.35}, {"q0": 0.65, "q1": 0.35}),
        ),
        "FullMultiplicativeForm": Kind(module="moora", gives="score", positive=True, reverses=False),
        # What it compares with is the same for all needs, and so moves all scores alike.
        "MABAC": Kind(module="mabac", gives="score", reverses=False),
        "MAIRCA": Kind(module="mairca", gives="values", more=False, positive=True),
        "MARCOS": Kind(module="marcos", gives="utility_scores"),
        "MultiMOORA": Kind(module="moora", gives="score", positive=True),
        "OCRA": Kind(module="ocra", gives="performance", positive=True),
        "PROBID": Kind(module="probid", gives="score"),
        "RAM": Kind(module="ram", gives="score"),
        "RIM": Kind(module="rim", gives="score"),
        "RatioMOORA": Kind(module="moora", gives="score", reverses=False),
        "ReferencePointMOORA": Kind(module="moora", gives="score", more=False),
        "SPOTIS": Kind(module="spotis", gives="score", more=False),
        "SimplifiedPROBID": Kind(module="probid", gives="score"),
        "TOPSIS": Kind(module="topsis", gives="similarity"),
        "VIKOR": Kind(module="vikor", gives="q_k", more=False),
        "WASPAS": Kind(module="waspas", gives="score", positive=True),
        "WeightedProductModel": Kind(module="simple", gives="score", positive=True, reverses=False),
        "WeightedSumModel": Kind(module="simple", gives="score", reverses=False),
    },
    PYMCDM: {
        "ARAS": Kind(positive=True),
        "AROMAN": Kind(),
        "COCOSO": Kind(),
        "CODAS": Kind(positive=True),
        "EDAS": Kind(),
        "LMAW": Kind(),
        "MABAC": Kind(),
        "MAIRCA": Kind(more=False),
        "MARCOS": Kind(),
        "OCRA": Kind(positive=True),
        "PROBID": Kind(),
        "RAM": Kind(positive=True),
        "SPOTIS": Kind(more=False, reverses=False, bounded=True, note="bounded"),
        "SPROBID": Kind(),
        "TOPSIS": Kind(),
        "VIKOR": Kind(more=False),
        "WASPAS": Kind(positive=True),
        # What its values are divided by is the same for all needs.
        "WPM": Kind(positive=True, reverses=False),
        "WSM": Kind(positive=True),
    },
}
