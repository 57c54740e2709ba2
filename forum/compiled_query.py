"""Queries that are compiled once: for pages that are made so often that writing SQL costs more than asking."""

from collections.abc import Callable, Hashable
from copy import copy
from typing import Any

from django.db import connections, router
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler


class CompiledQuery[Row: Model]:
    """A queryset whose SQL is written once in a process, and that is asked with other values each time.

    `make` gives the queryset for values by name; each has a sample, of its type and like no other parameter of
    the query, that tells where in the SQL it stands. A value must not change the SQL itself (None, a list).
    """

    def __init__(self, model: type[Row], make: Callable[..., QuerySet[Row]], **samples: Hashable) -> None:
        self._model = model
        self._make = make
        self._samples = samples
        self._compiled: dict[str, tuple[QuerySet[Row], SQLCompiler, str, tuple[Any, ...]]] = {}

    def rows(self, **values: Any) -> list[Any]:
        """Ask with these values. Raises TypeError where they are not of the samples' names and types."""
        if {name: type(value) for name, value in values.items()} != {
            name: type(sample) for name, sample in self._samples.items()
        }:
            message = f"Ask with values like {self._samples}, not {values}"
            raise TypeError(message)
        return list(self._asked(router.db_for_read(self._model), values))

    def _asked(self, alias: str, values: dict[str, Any]) -> QuerySet[Row]:
        if alias not in self._compiled:
            self._compiled[alias] = self._compile(alias)
        made, compiler, sql, parameters = self._compiled[alias]
        given = {self._samples[name]: value for name, value in values.items()}
        filled = tuple(given.get(one, one) if isinstance(one, Hashable) else one for one in parameters)
        # Django asks a queryset's query for its compiler, and that for its SQL: both are at hand.
        ready, query = copy(compiler), copy(made.query)
        ready.connection = connections[alias]
        ready.as_sql = lambda *_args, **_more: (sql, filled)  # type: ignore[method-assign]
        query.get_compiler = lambda *_args, **_more: ready  # type: ignore[method-assign]
        return type(made)(model=made.model, query=query, using=alias)

    def _compile(self, alias: str) -> tuple[QuerySet[Row], SQLCompiler, str, tuple[Any, ...]]:
        made = self._make(**self._samples)
        compiler = made.query.get_compiler(using=alias)
        sql, parameters = compiler.as_sql()
        if missing := [name for name, sample in self._samples.items() if sample not in parameters]:
            message = f"The query does not ask for {missing}"
            raise TypeError(message)
        return made, compiler, sql, tuple(parameters)
