"""A page of a diagnostic is read into its examples; the pages are found wherever prioritera is installed."""

from pathlib import Path

import pytest

from prioritera.loading import pages as pages_module
from prioritera.loading.pages import Page, Part, page_of, pages_folder, read_page

PAGE = """\
# code

- **What:** it is wrong

More is said here.

On two paragraphs.

På svenska:

- **Vad:** det är fel

Mer står här.

## Fails

Beside it: [small.toml](with/small.toml), [round.toml](with/sheet/round.toml).

`a.toml`

```toml
a = 1

b = 2
```

```console
$ prioritera check a.toml --lang en
a.toml: error
    why
```

```console
$ prioritera check a.toml
a.toml: fel
```

```python
print(1)
```

```pycon
>>> 1
1
```

## Passes

```console
$ prioritera check b.toml
```
"""


def test_a_page_is_read() -> None:
    assert read_page("code", PAGE) == Page(
        code="code",
        more={"en": "More is said here.\n\nOn two paragraphs.", "sv": "Mer står här."},
        beside={"small.toml": "with/small.toml", "round.toml": "with/sheet/round.toml"},
        fails=[
            Part(kind="file", name="a.toml", text="a = 1\n\nb = 2\n"),
            Part(
                kind="console",
                name="prioritera check a.toml",
                said={"en": "a.toml: error\n    why\n", "sv": "a.toml: fel\n"},
            ),
            Part(kind="python", text="print(1)\n"),
            Part(kind="session", text=">>> 1\n1\n"),
        ],
        passes=[Part(kind="console", name="prioritera check b.toml")],
    )


def test_what_a_page_does_not_say_is_empty() -> None:
    assert read_page("code", "# code\n") == Page(code="code")


def test_a_code_without_a_page_has_none() -> None:
    assert page_of("no-such-code") is None


def test_a_checkout_has_its_pages_in_the_documentation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loading = tmp_path / "src" / "prioritera" / "loading"
    loading.mkdir(parents=True)
    monkeypatch.setattr(pages_module, "__file__", str(loading / "pages.py"))

    assert pages_folder.__wrapped__() == tmp_path / "docs" / "diagnostics"


def test_an_installed_package_has_its_pages_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "prioritera"
    (package / "pages").mkdir(parents=True)
    (package / "loading").mkdir()
    monkeypatch.setattr(pages_module, "__file__", str(package / "loading" / "pages.py"))

    assert pages_folder.__wrapped__() == package / "pages"
