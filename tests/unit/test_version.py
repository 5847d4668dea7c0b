from importlib.metadata import version

from prioritera.version import __version__


def test_the_version_is_the_one_that_the_package_is_installed_as() -> None:
    assert __version__ == version("prioritera")
