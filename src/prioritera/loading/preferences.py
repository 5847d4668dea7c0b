"""The preference functions of PROMETHEE II, from a file of their own: they belong to a question that is asked, not to the round."""

from collections.abc import Collection
from fractions import Fraction
from pathlib import Path

from prioritera.diagnostics import Faults
from prioritera.loading.document import open_document
from prioritera.loading.files import Files
from prioritera.methods.outrank import Preference, Shape
from prioritera.reading.cursor import Cursor

TABLE = "promethee2"
_SHAPES = tuple(shape.value for shape in Shape)
# What each threshold is called in the literature and in the file; the least that it may be is above 0 but for the first.
_Q, _P, _S = "q", "p", "s"
_TAKES = {
    Shape.USUAL: (),
    Shape.U_SHAPE: (_Q,),
    Shape.V_SHAPE: (_P,),
    Shape.LEVEL: (_Q, _P),
    Shape.LINEAR: (_Q, _P),
    Shape.GAUSSIAN: (_S,),
}


def load_preferences(path: Path, criteria: Collection[str], *, tree: Path | None = None) -> dict[str, Preference]:
    """The preference function of each criterion that the file names; thresholds are shares of the criterion's scale, 0 to 1.

    Args:
        path: the file.
        criteria: ids of those that there are.
        tree: the folder that nothing outside of may be opened; the file's own when None.

    Raises:
        PrioriteraError: with everything that is wrong with it.
    """
    faults = Faults()
    document = open_document(Files(path.parent, tree=tree), path.name, faults)
    found: dict[str, Preference] = {}
    if document is not None:
        top = document.cursor(faults)
        if TABLE not in document.data:
            faults.add("missing-section", top.here, key=TABLE)
        table = top.table(TABLE)
        if table is not None:
            for name in table.data:
                found |= _of_criterion(name, table, criteria)
        top.close()
    faults.stop()
    return found


def _of_criterion(name: str, table: Cursor, criteria: Collection[str]) -> dict[str, Preference]:
    if name not in criteria:
        table.unknown("unknown-criterion", name, name, tuple(criteria))
    cursor = table.table(name)
    preference = None if cursor is None else _preference(cursor)
    return {} if preference is None else {name: preference}


def _preference(cursor: Cursor) -> Preference | None:
    """One criterion's function, or None after noting what is wrong with it."""
    name = cursor.choice("function", _SHAPES)
    if name not in _SHAPES:
        return None
    shape = Shape(name)
    read = {key: _threshold(cursor, key) for key in _TAKES[shape]}
    cursor.close()
    if cursor.ok and read.get(_P, Fraction(1)) < read.get(_Q, Fraction(0)):
        cursor.fault("preference-below-indifference", _P, value=str(cursor.data[_P]), least=str(cursor.data[_Q]))
    if not cursor.ok:
        return None
    return Preference(shape=shape, indifference=read.get(_Q, 0), preference=read.get(_P, 0), spread=read.get(_S, 0))


def _threshold(cursor: Cursor, key: str) -> Fraction:
    found = cursor.number(key, required=True)
    if found is not None and (not 0 <= found <= 1 or (not found and key != _Q)):
        cursor.fault("preference-outside", key, value=str(cursor.data[key]))
    return Fraction(0) if found is None else found
