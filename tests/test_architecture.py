"""The shape of the library, held by tests: who may import whom, what an import costs, and what no file may do."""

from __future__ import annotations

import ast
import itertools
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import moneyfacts

SOURCE = Path(moneyfacts.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))

# A room is a module of the package, or a folder of them. It imports only from itself and from rooms before it.
ROOMS = (
    *("errors", "model", "doors", "lang", "read", "resolve", "rates", "measure"),
    *("link", "identities", "checks", "grounding", "api", "report", "cli", "__main__", "strategies"),
)
# A value's verbs are one-line delegations to the rooms that do the work, loaded when they are called.
DELEGATIONS = {("model", "lang"), ("model", "rates"), ("model", "measure")}
HEAVY = ("babel", "pint", "dateutil", "currency_converter", "click", "rich", "msgspec", "hypothesis")


def every_file(law: Callable[[Path], None]) -> Callable[[], None]:
    """Hold all files to a law in one test, which names each file that breaks it."""

    def test() -> None:
        broken = []
        for path in FILES:
            try:
                law(path)
            except AssertionError as error:
                broken.append(f"{path.relative_to(SOURCE)}: {error}")
        assert not broken, "\n".join(broken)

    test.__name__, test.__doc__ = law.__name__, law.__doc__
    return test


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path, tree: ast.AST) -> Iterator[tuple[str, int, bool]]:
    """Yield each room that a file imports from, the line, and whether that is when the module is loaded."""
    package = path.relative_to(SOURCE).parts[:-1]
    later = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        targets: list[tuple[str, ...]] = []
        if isinstance(node, ast.ImportFrom):
            module = tuple(node.module.split(".")) if node.module else ()
            start = package[: len(package) - node.level + 1] if node.level else ()
            if node.level or module[0] == "moneyfacts":
                inside = (*start, *(module if node.level else module[1:]))
                targets = [inside] if inside else [(alias.name,) for alias in node.names]
        elif isinstance(node, ast.Import):
            names = (tuple(alias.name.split(".")) for alias in node.names)
            targets = [name[1:] for name in names if name[0] == "moneyfacts"]
        for target in targets:
            if target and not target[0].startswith("__"):
                yield target[0], getattr(node, "lineno", 0), node not in later


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_room_is_in_the_list() -> None:
    """A new module or folder has its place in the order before it has its first caller."""
    assert {room_of(path) for path in FILES} - {"__init__"} <= set(ROOMS)


@every_file
def test_imports_lead_down(path: Path) -> None:
    """Every import, lazy ones too, is from the same room or one before it; the package itself loads only when asked."""
    here = room_of(path)
    for target, line, at_load in imports(path, parsed(path)):
        where = f"{path.relative_to(SOURCE)}:{line} imports {target}"
        if here == "__init__" or (here, target) in DELEGATIONS:
            assert not at_load, f"{where}: only inside a function"
        else:
            assert ROOMS.index(target) <= ROOMS.index(here), f"{where}: {here} comes before it"


def test_findings_know_no_facts() -> None:
    """A finding quotes figures by their words and place, so that it can be kept without the document."""
    path = SOURCE / "model/findings.py"
    assert "facts" not in {node.module for node in ast.walk(parsed(path)) if isinstance(node, ast.ImportFrom)}


@pytest.mark.parametrize(
    ("where", "source", "found"),
    [
        ("lang/cldr.py", "from ..errors import E", ("errors", True)),
        ("lang/__init__.py", "from .cldr import C", ("lang", True)),
        ("lang/__init__.py", "from . import cldr", ("lang", True)),
        ("model/values.py", "def f():\n    from ..rates import convert", ("rates", False)),
        ("model/values.py", "if TYPE_CHECKING:\n    from ..rates import convert", ("rates", False)),
        ("api.py", "from . import read", ("read", True)),
        ("cli.py", "import moneyfacts.api", ("api", True)),
        ("cli.py", "from moneyfacts.api import check", ("api", True)),
        ("cli.py", "from moneyfacts import api", ("api", True)),
        ("cli.py", "from . import __version__", None),
        ("cli.py", "import json, decimal\nfrom collections import abc", None),
    ],
)
def test_the_import_reader_reads_imports(where: str, source: str, found: tuple[str, bool] | None) -> None:
    read = [(target, at_load) for target, _, at_load in imports(SOURCE / where, ast.parse(source))]
    assert read == ([] if found is None else [found])


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import moneyfacts` is next to free: what it stands on is loaded when it is first used."""
    loaded = run(f"import sys, moneyfacts; print([name for name in {HEAVY} if name in sys.modules])")
    assert loaded.strip() == "[]"


def test_the_vocabulary_needs_only_msgspec() -> None:
    """Values, facts and findings can be read from JSON without loading anything else."""
    heavy = [name for name in HEAVY if name != "msgspec"]
    program = "import sys, moneyfacts.model.facts, moneyfacts.model.findings, moneyfacts.errors"
    assert run(f"{program}; print([name for name in {heavy} if name in sys.modules])").strip() == "[]"


@every_file
def test_no_reading_asks_babel(path: Path) -> None:
    """Babel prints money, and `lang/gather.py` asks it for what is kept: another Babel must not be another reading."""
    readers = ("lang", "read", "resolve", "link", "checks", "grounding", "api")
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]
        if "babel" in [name.partition(".")[0] for name in names]:
            assert node.col_offset > 0, f"{path.name}:{node.lineno}: only inside a function"
            may_ask = path.name in ("amounts.py", "gather.py")
            assert may_ask or room_of(path) not in readers, f"{path.name}:{node.lineno}"


def test_texts_are_read_without_babel() -> None:
    """Any locale is found and read where there is no Babel at all."""
    program = """
        import sys; sys.modules["babel"] = None
        import moneyfacts
        moneyfacts.check("Sales rose 5% to $2.1 million from $2 million.", locale="en-gb")
        moneyfacts.extract("1 450.50 CHF", locale="de_CH"), moneyfacts.extract("5 €", locale="und")
        print(moneyfacts.parse_money("1.23 करोड अमेरिकी डलर", locale="ne").currency)
    """
    assert run(textwrap.dedent(program)).strip() == "USD"


@pytest.mark.parametrize("name", moneyfacts.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(moneyfacts, name) is not None
    assert name in dir(moneyfacts)


def test_public_names_are_listed_once_and_no_others_answer() -> None:
    assert len(set(moneyfacts.__all__)) == len(moneyfacts.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'parse_everything'"):
        moneyfacts.parse_everything  # noqa: B018 - asking is the test


def test_the_lazy_table_and_the_types_agree() -> None:
    """What type checkers see in `__init__` and what the table loads are the same names from the same modules."""
    tree = parsed(SOURCE / "__init__.py")
    typed = {
        alias.name: node.module
        for block in tree.body
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert typed == moneyfacts._HOME


@every_file
def test_no_float(path: Path) -> None:
    """No float constant, annotation or conversion: only a refusal of floats, or a line that gives its reason."""
    lines, tree = path.read_text(encoding="utf-8").splitlines(), parsed(path)
    asked = {
        node
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "isinstance"
        for node in ast.walk(call)
    }
    for node in ast.walk(tree):
        if (isinstance(node, ast.Constant) and isinstance(node.value, float)) or (
            isinstance(node, ast.Name) and node.id == "float" and node not in asked
        ):
            assert "  # " in lines[node.lineno - 1], f"{path.relative_to(SOURCE)}:{node.lineno} has a float"


@every_file
def test_one_door_for_decimal(path: Path) -> None:
    """Nobody asks for the caller's decimal context or changes it, and outside `interval.py` nobody computes in it."""
    for node in ast.walk(parsed(path)):
        operands: list[ast.expr] = []
        if isinstance(node, ast.BinOp):
            operands = [node.left, node.right]
        elif isinstance(node, ast.UnaryOp) and not isinstance(node.op, ast.Not):
            operands = [node.operand]
        made = [each for each in operands if isinstance(each, ast.Call) and ast.unparse(each.func) == "Decimal"]
        assert not made or path.name == "interval.py", f"{path.relative_to(SOURCE)}:{made[0].lineno} may round"
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            assert name not in {"getcontext", "setcontext"}
            assert name != "localcontext" or node.args, f"{path.relative_to(SOURCE)}:{node.lineno}: in whose context?"


@every_file
def test_nothing_is_ambient(path: Path) -> None:
    """Nobody reads the clock or the environment; the command line may."""
    if room_of(path) == "cli":
        return
    for node in ast.walk(parsed(path)):
        attribute = node.attr if isinstance(node, ast.Attribute) else None
        assert attribute not in {"today", "now", "utcnow", "environ", "getenv"}, f"{path.relative_to(SOURCE)} asks"


@every_file
def test_files_stay_small_and_say_what_they_are_for(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "tools"}
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines < 400


def public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield every class, function and method that is not private."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if "overload" not in [ast.unparse(each) for each in node.decorator_list]:
                yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@every_file
def test_everything_public_is_documented(path: Path) -> None:
    tree = parsed(path)
    assert ast.get_docstring(tree), f"{path.relative_to(SOURCE)} says nothing of itself"
    for node in public(tree.body):
        assert ast.get_docstring(node), f"{path.relative_to(SOURCE)}:{node.lineno} {node.name} says nothing of itself"


def test_the_order_has_no_room_twice() -> None:
    assert all(one != two for one, two in itertools.combinations(ROOMS, 2))


def branches(function: ast.AST) -> int:
    """Return in how many places a function parts: conditions, loops, errors caught, cases; a condition is one."""
    parting = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.comprehension, ast.match_case)
    return sum(isinstance(node, parting) for node in ast.walk(function))


@every_file
def test_functions_fit_a_screen(path: Path) -> None:
    """No function has more than 60 lines or 15 branches, those of what is defined in it among them."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 60, f"{node.lineno} {node.name} has {lines} lines"
            assert branches(node) <= 15, f"{node.lineno} {node.name} has {branches(node)} branches"


def test_branches_are_counted() -> None:
    source = (
        "def f(x):\n    for y in x:\n        if y and x or z: a = [w for w in y if w]\n        else: b = 1 if y else 2"
    )
    assert branches(ast.parse(source)) == 4


def of_the_file(tree: ast.AST) -> Iterator[ast.Attribute]:
    """Yield where a language is asked for its file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "data" and _is_language(node.value):
            yield node


def _is_language(node: ast.expr) -> bool:
    return ast.unparse(node).rpartition(".")[2].startswith("language")


@every_file
def test_readers_ask_the_tables_of_a_language(path: Path) -> None:
    """What a word does is compiled once: outside `lang` nobody goes past the look-ups to the file they are made of."""
    asked = [] if room_of(path) == "lang" else [node.lineno for node in of_the_file(parsed(path))]
    assert not asked, f"language.data in lines {asked}"


def test_the_file_of_a_language_is_found_by_its_name() -> None:
    tree = ast.parse("language.data.links; self.language.data; language('en').data; language.dates.data; table.data")
    assert sorted(node.col_offset for node in of_the_file(tree)) == [0, 21, 41]
