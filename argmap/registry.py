"""One registry for every kind of plug-in: a folder of our own modules, and other people's entry points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

T = TypeVar("T")


class Registry(Mapping[str, T], Generic[T]):
    """The plug-ins of one kind, by name and in its order; a module is imported when its plug-in is first used.

    A plug-in is a module, and its file name says its name. Ours lie in the package's folder; third parties declare
    theirs as an entry point in the group of the package's name, called like such a file. Nothing is ever loaded
    from the working directory.

    Args:
        package: dotted name of the package whose modules are the plug-ins, and of the entry-point group.
        name: from the file name of a module (without `.py`) to the name of the plug-in.
        describe: from the file name and the module to the registered value; an `AttributeError` where the module
            lacks what this kind of plug-in needs.
    """

    def __init__(
        self, package: str, name: Callable[[str], str], describe: Callable[[str, ModuleType], T]
    ) -> None:
        self._package = package
        self._name = name
        self._describe = describe
        self._values: dict[str, T] = {}

    @cached_property
    def _ours(self) -> dict[str, str]:
        """The file names of our own plug-ins by name."""
        found = (module.name for module in iter_modules(import_module(self._package).__path__))
        return {self._name(file): file for file in sorted(found) if not file.startswith("_")}

    @cached_property
    def _theirs(self) -> dict[str, EntryPoint]:
        """The entry points of third parties by name."""
        from importlib.metadata import entry_points

        found: dict[str, EntryPoint] = {}
        for point in entry_points(group=self._package):
            name = self._name(point.name)
            if name in self._ours or name in found:
                raise ValueError(f"two plug-ins of {self._package} are called {name}")
            found[name] = point
        return found

    def __getitem__(self, name: str) -> T:
        if name not in self._values:
            file = self._ours.get(name)
            if file is not None:
                self._values[name] = self._describe(file, import_module(f"{self._package}.{file}"))
            else:
                point = self._theirs[name]
                self._values[name] = self._describe(point.name, point.load())
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted((*self._ours, *self._theirs)))

    def __len__(self) -> int:
        return len(self._ours) + len(self._theirs)
