"""The pages are true: each example is run, each link leads somewhere, and what can be counted is counted from the code.

Examples are doctests, compared to the letter. A `console` block shows commands after "$" and all that they print:
"moneyfacts ...", "echo '...' | moneyfacts ..." and "echo $?". A `sh` block is shown and not run.
"""

from __future__ import annotations

import doctest
import inspect
import re
import runpy
import shlex
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest
from click.testing import CliRunner, Result

import moneyfacts
from moneyfacts import checks, rates
from moneyfacts.cli.commands import moneyfacts as command_line
from moneyfacts.lang import language_file, languages
from moneyfacts.lang.cldr import UNDETERMINED
from moneyfacts.lang.schema import LanguageFile
from moneyfacts.link import Relation
from moneyfacts.model import values
from moneyfacts.model.facts import Context, Document, Fact, Qualifier
from moneyfacts.model.findings import VERDICTS, Assumed, Derived, Finding, Part, RateUsed, Report
from moneyfacts.model.grounding import Evidence, Grounded, Grounding
from moneyfacts.model.interval import Interval
from moneyfacts.model.readings import SENSES, Precision
from test_architecture import ROOMS

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "moneyfacts"
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
_WIDEST = 100  # columns of a signature on one line
_PIPED = re.compile(r"echo ('[^']*'|\"[^\"]*\") \| (.*)").fullmatch


def blocks(page: Path, language: str) -> list[str]:
    return [match[2] for match in _FENCE.finditer(page.read_text(encoding="utf-8")) if match[1] == language]


def sections(text: str) -> dict[str, str]:
    """Return what stands below each heading, up to the next one; a comment in a fenced block is no heading."""
    text = _FENCE.sub(lambda match: match[0].replace("\n#", "\n #"), text)
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    return {heading[2]: text[heading.end() : end] for heading, end in zip(headings, ends, strict=True)}


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def first_column(section: str) -> list[str]:
    """Return what the rows of a section's table are about: the words in backticks that begin each row."""
    return re.findall(r"^\| `([^`]+)` ", section, re.MULTILINE)


# Examples


@every_page
def test_python_examples(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is one session from top to bottom, in a fresh namespace, at the root of the project."""
    monkeypatch.chdir(ROOT)
    text = re.sub(r"^```\w*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)  # else a fence is output
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=0).run(test, out=said.append)
    assert not said, "".join(said)
    assert not any(example.options for example in test.examples), "a directive hides a difference"


@every_page
def test_no_python_is_shown_that_is_not_run(page: Path) -> None:
    assert {match[1] for match in _FENCE.finditer(page.read_text(encoding="utf-8"))} <= {
        "python",
        "console",
        "sh",
        "text",
        "toml",
        "csv",
    }
    for block in blocks(page, "python"):
        assert block.startswith(">>> ")
        assert not re.search(r"ELLIPSIS|NORMALIZE_WHITESPACE|\+SKIP", block)


def sessions(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block, and what it is shown to print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output.strip("\n")


def run(command: str) -> Result | None:
    """Run a command of ours, its output and errors together; None for a command of others."""
    piped = _PIPED(command)
    text, command = (shlex.split(piped[1])[0] + "\n", piped[2]) if piped else (None, command)
    name, *arguments = shlex.split(command)
    if Path(name).name != "moneyfacts":
        return None
    return CliRunner().invoke(command_line, arguments, input=text, prog_name="moneyfacts")


@every_page
def test_console_examples(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown below a command is all that it prints, and below "echo $?" its exit code."""
    monkeypatch.chdir(ROOT)
    for block in blocks(page, "console"):
        assert block.startswith("$ ")
        code = None
        for command, shown in sessions(block):
            if command == "echo $?":
                assert shown == str(code)
                continue
            done = run(command)
            if done is None:
                assert not shown, f"{command!r} is not run, so what it prints is not shown"
                continue
            assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
            assert done.output.strip("\n") == shown, command
            code = done.exit_code


def test_the_console_reader_reads_commands() -> None:
    done = run('echo "I paid \\$5" | .venv/bin/moneyfacts extract --no-text -')
    assert done is not None
    assert done.exit_code == 0
    assert "USD 5" in done.output
    assert run("pip install moneyfacts") is None
    assert list(sessions("$ one\n1\n\n2\n$ two\n")) == [("one", "1\n\n2"), ("two", "")]


# Links


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    """Each link to a file of ours, and each anchor in it, is there; nothing links to a place on one machine."""
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.is_relative_to(ROOT), target
        assert path.exists(), target
        if anchor:
            assert anchor in {slug(heading) for heading in sections(path.read_text(encoding="utf-8"))}, target


def test_every_page_can_be_reached() -> None:
    """The README leads to each page, by itself or through another."""
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            targets = (target.partition("#")[0] for target in _LINK.findall(path.read_text(encoding="utf-8")))
            waiting += [(path.parent / target).resolve() for target in targets if target.endswith(".md")]
    assert reached >= set(PAGES)


# README and CONTRIBUTING


def test_the_commands_for_a_fresh_machine() -> None:
    """The README begins with two commands: one shows a result, and one runs the tests; `.ci/run` runs them both."""
    first, second = blocks(ROOT / "README.md", "sh")[:2]
    run_by_ci = [line.strip() for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()]
    assert [first.strip(), second.strip()] == [line for line in run_by_ci if line in (first.strip(), second.strip())]
    extras = tomllib.loads(page("pyproject.toml"))["project"]["optional-dependencies"]
    for command in (first, second):
        assert command.count("\n") == 1
        assert set(re.findall(r"'\.\[(\w+)\]'", command)) <= set(extras)
    files = [each for each in shlex.split(first) if each.startswith("examples/")]
    assert files
    assert all((ROOT / file).is_file() for file in files)


def test_the_readme_shows_what_its_first_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings shown are those of the first command, which prints the article before them."""
    monkeypatch.chdir(ROOT)
    command = blocks(ROOT / "README.md", "sh")[0].rpartition("&&")[2].strip()
    done = run(command)
    assert done is not None
    assert done.exit_code == 0
    assert blocks(ROOT / "README.md", "text")[0].strip("\n") in done.output


def test_contributing_names_every_module() -> None:
    """The rooms of the house are listed whole, each before the rooms that import it."""
    listed = first_column(sections(page("CONTRIBUTING.md"))["The rooms of the house"])
    found = {
        path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*") if path.suffix in (".py", ".toml", ".json")
    }
    for folder, kind in (("data", "toml"), ("locales", "json")):  # a file a language
        found = {re.sub(rf"^lang/{folder}/.*", f"lang/{folder}/*.{kind}", name) for name in found}
    assert sorted(listed) == sorted(found)
    order = [ROOMS.index(room) for each in listed if (room := each.split("/")[0].removesuffix(".py")) != "__init__"]
    assert order == sorted(order)


# What the pages list


def test_the_page_of_what_is_read_is_written_from_the_files() -> None:
    """`python docs/what_is_read.py` writes it anew."""
    made = runpy.run_path(str(ROOT / "docs" / "what_is_read.py"))
    assert made["PAGE"].read_text(encoding="utf-8") == made["page"]()


def test_the_page_of_ties_is_written_from_their_tables() -> None:
    """`python docs/ties.py` writes it anew."""
    made = runpy.run_path(str(ROOT / "docs" / "ties.py"))
    assert made["PAGE"].read_text(encoding="utf-8") == made["page"]()


def keys(table: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(table)]


def tables(file: type[msgspec.Struct], path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each table of a language file, and the keys in it."""
    hints = get_type_hints(file)
    yield path, keys(file)
    for field in msgspec.structs.fields(file):
        inner = hints[field.name]
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            yield from tables(inner, f"{path}.{field.encode_name}".strip("."))


def test_every_key_of_a_language_file_is_described() -> None:
    """Each table of the schema has a section, and each of its keys a row; nothing else has one."""
    described = {
        heading.strip("`[]"): first_column(text) for heading, text in sections(page("docs/languages.md")).items()
    }
    twins = {"changes.up": "changes.up and changes.down", "changes.down": "changes.up and changes.down"}
    schema = {twins.get(name, name) or "The head of the file": listed for name, listed in tables(LanguageFile)}
    found = {name.replace("]` and `[", " and "): rows for name, rows in described.items() if rows}
    assert {name: sorted(rows) for name, rows in found.items()} == {name: sorted(rows) for name, rows in schema.items()}


MARKS = ("core", "news", "rare")


def marked_keys() -> dict[str, str]:
    """Return the mark of each key of a language file, by its path; `changes.up` stands for `changes.down`, too."""
    found = {}
    for heading, text in sections(page("docs/languages.md")).items():
        table = heading.partition("]`")[0].strip("`[]")
        for key, mark in re.findall(r"^\| `([^`]+)` \| (\w*) \| ", text, re.MULTILINE):
            found[key if table == "The head of the file" else f"{table}.{key}"] = mark
    return found


def test_each_key_of_a_language_file_has_a_mark() -> None:
    """One of the three; a table's rows are in that order, and a table is marked as the first key in it."""
    found = marked_keys()
    described = [path for path, _ in tables(LanguageFile) if path != "changes.down"]
    assert set(found) == {f"{path}.{key}".strip(".") for path, listed in tables(LanguageFile) for key in listed} - {
        f"changes.down.{key}" for key in dict(tables(LanguageFile))["changes.down"]
    }
    for table in described:
        marks = [MARKS.index(mark) for path, mark in found.items() if path.rpartition(".")[0] == table]
        assert marks == sorted(marks), table
        assert not table or found[table] == MARKS[marks[0]], table


def test_what_is_rare_is_counted() -> None:
    """At most three languages have words for a key that is marked rare; more have them for any other."""
    tables_too = {path for path, _ in tables(LanguageFile)}
    files = [msgspec.to_builtins(language_file(name)) for name in languages() if name != UNDETERMINED]
    few = set()
    for path in marked_keys().keys() - tables_too:
        ways = (path, path.replace("changes.up", "changes.down"))
        if sum(any(any(value_at(file, way)) for way in ways) for file in files) <= 3:
            few.add(path)
    heads = {"locale", "numerals", "spaced"}
    assert {path for path, mark in marked_keys().items() if mark == "rare"} - tables_too == few - heads


def value_at(file: Mapping[str, Any], path: str) -> Iterable[Any]:
    """Return the words at a key of a language file."""
    value: Any = file
    for key in path.split("."):
        value = value[key]
    return value if isinstance(value, Iterable) else [value]


def test_a_first_file_is_the_core() -> None:
    """The page says how many keys that is."""
    core = [path for path, mark in marked_keys().items() if mark == "core"]
    alone = set(core) - {path for path, _ in tables(LanguageFile)}
    assert set(re.findall(r"\b(\d+) keys\b", page("docs/languages.md"))) == {str(len(alone))}


def test_toml_examples_are_of_a_language_file() -> None:
    """What is shown of a language file can be read, and its keys are the schema's."""
    known = dict(tables(LanguageFile))

    def held(data: Mapping[str, Any], path: str) -> None:
        for key, value in data.items():
            assert key in known[path]
            inner = f"{path}.{key}".strip(".")
            if isinstance(value, dict) and inner in known:
                held(value, inner)

    examples = [block for path in PAGES for block in blocks(path, "toml")]
    assert examples
    for example in examples:
        held(tomllib.loads(example), "")


def test_the_json_of_each_record_is_described() -> None:
    """Each record has a section, with a row for each field of its `to_dict`, in its order."""
    money, day = values.Money(currency="USD"), moneyfacts.parse_span("2017-01-19")
    assert day.start is not None
    fact = Fact(money, "$5", 0, 2)
    rate = moneyfacts.ECB.rate("USD", "CNY", day.start)
    everything = Interval.everything()
    records = (
        *(Document("", "en"), fact, Qualifier("over", "above"), Context(), everything, Precision(*2 * (rate.value,))),
        *(money, values.Percent(), values.Change(direction="up", unit="percent"), values.Count(), values.Ratio()),
        *(values.Measurement(unit="mile"), day, values.Duration(unit="year")),
        *(Report(), Finding("fx", "agrees", ""), Part("pct", "", 0, 0), RateUsed("ECB", None, (), "")),
        *(Grounding(), Grounded("", 0, 0, "money", "stated", ""), Evidence(0, "", 0, 0)),
        *(Derived("prior", everything), Assumed("start", "", ""), rate, rates.Conversion(money, rate)),
    )
    assert {type(record) for record in records} >= set(values.VALUES)
    shared = keys(values.Quantity)
    described = sections(page("docs/json.md"))
    for record in records:
        fields = list(record.to_dict())
        if isinstance(record, values.Quantity):
            fields = [name for name in fields if name not in shared]
        name = type(record).__name__
        listed = [rows for heading, text in described.items() if heading.endswith(f"`{name}`") for rows in [text]]
        assert len(listed) == 1, name
        assert first_column(listed[0]) == fields, name
    assert first_column(described["All values that are numbers"]) == shared


def test_the_lists_of_names_are_whole() -> None:
    """Senses, kinds, verdicts, rules and relations are each listed where they are explained, all of them."""
    meaning, in_checks = sections(page("docs/meaning.md")), sections(page("docs/checks.md"))
    assert first_column(meaning["The eight kinds of value"]) == list(values.VALUE_OF_KIND)
    assert sorted(first_column(meaning["Qualifiers"])) == sorted(SENSES)
    assert sorted(first_column(meaning["Verdicts"])) == sorted(VERDICTS)
    assert first_column(in_checks["The rules there are"]) == [rule.name for rule in checks.RULES]
    assert first_column(in_checks["What a rule sees"]) == list(get_args(Relation))


# The reference


def spelled(parameter: inspect.Parameter, hints: Mapping[str, str]) -> str:
    """Return a parameter as it is written: its name, its annotation, and its default, a constant by its name."""
    default = "RULES" if parameter.default is moneyfacts.RULES else repr(parameter.default)
    default = "Context()" if default == repr(Context()) else default
    hint = f": {hints[parameter.name]}" if parameter.name in hints else ""
    equals = "" if parameter.default is parameter.empty else f" = {default}" if hint else f"={default}"
    return f"{parameter.name}{hint}{equals}"


def call(name: str, signature: inspect.Signature, hints: Mapping[str, str], shared: list[str]) -> str:
    """Return how something is called; fields that it shares with its whole family are three dots."""
    parts = ["..."] if shared else []
    named = bool(shared)
    for parameter in signature.parameters.values():
        if parameter.name in ("self", "cls", *shared):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not named:
            parts.append("*")
            named = True
        parts.append(spelled(parameter, hints))
    result = f" -> {hints['return']}" if hints.get("return", "None") != "None" else ""
    line = f"{name}({', '.join(parts)}){result}"
    if len(line) <= _WIDEST:
        return line
    return "\n".join((f"{name}(", *(f"    {part}," for part in parts), f"){result}"))


def annotated(cls: type) -> dict[str, str]:
    return {name: hint for base in reversed(cls.__mro__) for name, hint in inspect.get_annotations(base).items()}


def methods(cls: type) -> Iterator[str]:
    """Yield the public methods and properties of a class; all records have `to_dict` and `from_dict`."""
    family = (object, msgspec.Struct, *values.Quantity.__mro__)
    for base in cls.__mro__:
        if base in family or base.__module__.split(".")[0] != "moneyfacts" or base.__name__ == "Series":
            continue
        for name, member in base.__dict__.items():
            if name.startswith("_") or name in ("to_dict", "from_dict") or getattr(cls, name) is None:
                continue
            inner = member.__func__ if isinstance(member, classmethod) else member
            asked = getattr(inner, "fget", None) or getattr(inner, "func", None)  # of a property, of a cached one
            if isinstance(inner, FunctionType):
                yield call(f".{name}", inspect.signature(inner), inner.__annotations__, [])
            elif isinstance(asked, FunctionType):
                yield f".{name} -> {asked.__annotations__['return']}"


def entry(name: str) -> str:
    """Return the block that the reference shows for a public name."""
    thing = getattr(moneyfacts, name)
    if name == "RULES":
        return "RULES: tuple[Rule, ...]"
    if isinstance(thing, str):
        return f"{name}: str"
    if get_origin(thing) is Literal:
        return f"{name}: Literal[{', '.join(map(repr, get_args(thing)))}]"
    if isinstance(thing, FunctionType):
        return call(name, inspect.signature(thing), thing.__annotations__, [])
    cls = thing if isinstance(thing, type) else type(thing)
    if issubclass(cls, BaseException):
        return f"class {name}({', '.join(base.__name__ for base in cls.__bases__)})"
    lines = [f"{name}: ExchangeRates" if not isinstance(thing, type) else f"class {name}"]
    if isinstance(thing, type) and not getattr(thing, "_is_protocol", False) and cls is not values.Value:
        shared = keys(values.Quantity) if issubclass(cls, values.Quantity) else []
        hints = cls.__init__.__annotations__ if isinstance(cls.__init__, FunctionType) else annotated(cls)
        lines = [call(name, inspect.signature(thing), hints, shared)]
    return "\n".join((*lines, *dict.fromkeys(methods(cls))))


def test_the_reference_lists_every_public_name() -> None:
    """Each public name has a heading, a block with its signature as the code has it, and a sentence."""
    found = sections(page("docs/reference.md"))
    named = {heading.strip("`"): text for heading, text in found.items() if heading.startswith("`")}
    assert sorted(named) == sorted(moneyfacts.__all__)
    for name, text in named.items():
        block = re.search(r"^```text\n(.*?)\n```\n", text, re.DOTALL | re.MULTILINE)
        assert block is not None, name
        assert block[1] == entry(name), f"{name}: {entry(name)}"
        assert re.search(r"[A-Z].*\.$", text[block.end() :].strip(), re.DOTALL), name
