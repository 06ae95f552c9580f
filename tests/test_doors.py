"""What cannot be read is refused at the door, by one error that says what was given and what is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import moneyfacts as mf
from moneyfacts import ECB, Money, RateTable
from moneyfacts.rates.base import convert

TEXT = "Acme sold mills for $5 million on Thursday."
DAY = date(2017, 1, 20)
MONEY = mf.parse_money("$5")

Call = Callable[..., Any]


class NoTime(datetime):
    """Behaves as pandas.NaT does, a datetime that is none: it has no year, and equals nothing."""

    def __new__(cls) -> NoTime:
        return super().__new__(cls, 1, 1, 1)

    @property
    def year(self) -> Any:
        return float("nan")

    month = day = year

    def date(self) -> date:
        raise ValueError("NaTType does not support date")

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "NaT"


def texts(text: Any) -> Iterator[Call]:
    """Yield every call that takes a text, with `text` for it."""
    yield lambda: mf.extract(text)
    yield lambda: mf.check(text)
    yield lambda: mf.ground(text, [TEXT])
    yield lambda: mf.ground(TEXT, text)
    yield lambda: mf.ground(TEXT, [TEXT, text])
    yield lambda: mf.compare(text)
    yield lambda: mf.compare([TEXT, text])
    for parse in (mf.parse_money, mf.parse_percent, mf.parse_change, mf.parse_number, mf.parse_span):
        yield lambda parse=parse: parse(text)


def readings(name: str, value: Any) -> Iterator[Call]:
    """Yield every call that takes an argument of that name, with `value` for it."""
    given = {name: value}
    document = mf.extract(TEXT)
    yield lambda: mf.extract(TEXT, **given)
    yield lambda: mf.check(TEXT, **given)
    yield lambda: mf.check(document, **given)
    yield lambda: mf.ground(TEXT, [TEXT], **given)
    yield lambda: mf.ground(document, [], **given)
    yield lambda: mf.compare([TEXT], **given)
    yield lambda: mf.compare([], **given)
    if name != "published":
        yield lambda: mf.parse_money("$5", **given)
    if name == "locale":
        for parse, said in ((mf.parse_percent, "5%"), (mf.parse_change, "up 5%"), (mf.parse_number, "5")):
            yield lambda parse=parse, said=said: parse(said, **given)
    if name != "home_currency":
        yield lambda: mf.parse_span("last week", **{"published": DAY, **given})


@pytest.mark.parametrize("text", [None, 5, 5.0, {"text": TEXT}, Path("article.txt")], ids=repr)
def test_a_text_is_a_str(text: object) -> None:
    for call in texts(text):
        with pytest.raises(TypeError, match=rf"has to be .*not the {type(text).__name__} "):
            call()


@pytest.mark.parametrize(
    "text", [TEXT.encode(), bytearray(b"$5"), memoryview(b"$5")], ids=lambda each: type(each).__name__
)
def test_bytes_are_to_be_decoded(text: object) -> None:
    for call in texts(text):
        with pytest.raises(TypeError, match=r"decode them first, as in \S+\.decode\("):
            call()


@pytest.mark.parametrize("locale", [None, 5, b"en", ["en"], {}], ids=repr)
def test_a_locale_is_a_str(locale: object) -> None:
    for call in readings("locale", locale):
        with pytest.raises(TypeError, match=r"locale has to be a str, such as 'en' or 'de_CH', not the"):
            call()


@pytest.mark.parametrize("currency", [5, b"USD", ["USD"], {}, float("nan")], ids=repr)
def test_a_home_currency_is_a_code(currency: object) -> None:
    for call in readings("home_currency", currency):
        with pytest.raises(TypeError, match="home_currency has to be a code, such as 'USD', or None, not the"):
            call()


@pytest.mark.parametrize(
    "published",
    [
        DAY,
        datetime(2017, 1, 20, 23, 59),  # noqa: DTZ001 - a moment without a time zone is one, too
        datetime(2017, 1, 20, 2, 34, tzinfo=timezone(timedelta(hours=8))),
        "2017-01-20",
        "2017-01-20T02:34:00+08:00",
        "2017-01-20 02:34",
        "2017-01-20T02:34:00Z",
        "20170120",
    ],
    ids=repr,
)
def test_published_is_a_day_however_it_is_said(published: Any) -> None:
    """Of a moment the day counts as it is written, whatever the time zone."""
    document = mf.extract(TEXT, published=published)
    assert document == mf.extract(TEXT, published=DAY)
    assert type(document.published) is date
    assert mf.parse_span("last week", published=published) == mf.parse_span("last week", published=DAY)
    assert list(mf.check(TEXT, published=published)) == list(mf.check(TEXT, published=DAY))
    assert mf.ground(TEXT, [TEXT], published=published) == mf.ground(TEXT, [TEXT], published=DAY)
    assert mf.compare([TEXT], published=published) == mf.compare([TEXT], published=DAY)


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_the_day_of_a_moment_is_the_one_that_is_written(moment: datetime) -> None:
    for published in (moment, moment.isoformat(), moment.date(), moment.date().isoformat()):
        assert mf.extract("", published=published).published == date(moment.year, moment.month, moment.day)


@pytest.mark.parametrize(
    "published", ["soon", "", "20 Jan 2017", "2017-13-01", "2017-02-30", "01/20/2017", NoTime()], ids=repr
)
def test_what_is_no_day_is_a_value_error(published: Any) -> None:
    for call in readings("published", published):
        with pytest.raises(ValueError, match=r"published has to be .*not ") as refused:
            call()
        assert repr(published) in str(refused.value)


@pytest.mark.parametrize("published", [20170120, 1484841600.0, b"2017-01-20", (2017, 1, 20), [DAY]], ids=repr)
def test_published_of_another_type_is_a_type_error(published: Any) -> None:
    wanted = "published has to be a date, a datetime, an ISO 8601 str or None, not the"
    for call in readings("published", published):
        with pytest.raises(TypeError, match=wanted):
            call()


def test_a_lone_source_is_one_source() -> None:
    """Neither the letters of a text nor the facts of a document are sources."""
    grounded = mf.ground("It sold mills for $5 million.", [TEXT])
    assert mf.ground("It sold mills for $5 million.", TEXT) == grounded
    assert mf.ground("It sold mills for $5 million.", mf.extract(TEXT)) == grounded
    assert [figure.verdict for figure in grounded] == ["stated"]
    assert mf.compare(TEXT) == mf.compare([TEXT]) == mf.compare(mf.extract(TEXT))
    assert mf.ground(TEXT, iter([TEXT])) == mf.ground(TEXT, [TEXT])


def test_the_place_of_a_wrong_source_is_named() -> None:
    for wrong in ([TEXT, None], (TEXT, 5), iter([TEXT, b"$5"])):
        with pytest.raises(TypeError, match=r"sources\[1\] has to be a"):
            mf.ground(TEXT, wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"docs\[2\] has to be a text or a Document, not the Money Money\("):
        mf.compare([TEXT, TEXT, MONEY])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="sources has to be texts or Documents, as in a list of them, not the dict"):
        mf.ground(TEXT, {"first": TEXT})


@pytest.mark.parametrize("rates", [{}, 5, "ECB", RateTable, {"CNY": "6.87"}, 0], ids=repr)
def test_rates_have_the_protocol(rates: Any) -> None:
    wanted = "rates has to be a source of exchange rates, with name, rate and published"
    for call in (
        lambda: mf.check(TEXT, rates=rates),
        lambda: mf.ground(TEXT, [], rates=rates),
        lambda: MONEY.convert("EUR", DAY, rates=rates),
    ):
        with pytest.raises(TypeError, match=wanted):
            call()


@pytest.mark.parametrize(
    ("rules", "wanted"),
    [
        (None, "rules has to be a sequence of rules or their names, such as moneyfacts.RULES, not the NoneType None"),
        ("fx", "rules has to be a sequence of rules"),
        (mf.RULES[0], "rules has to be a sequence of rules"),
        ({"fx": mf.RULES[0]}, "rules has to be a sequence of rules"),
        ([*mf.RULES, 5], r"rules\[\d+\] has to be a rule, with name and find, or a name, not the int 5"),
        ([mf.Rule], r"rules\[0\] has to be a rule"),
    ],
)
def test_rules_are_a_sequence_of_rules(rules: Any, wanted: str) -> None:
    with pytest.raises(TypeError, match=wanted):
        mf.check(TEXT, rules=rules)


def test_a_rule_may_be_named() -> None:
    """By the name that its findings have; the name of none is refused with the names that there are."""
    text = "Sales rose 50% to $3.1 million from $2.4 million, including $4 million from mills."
    assert [finding.rule for finding in mf.check(text)] == ["growth", "part_whole"]
    assert [finding.rule for finding in mf.check(text, rules=["part_whole", "fx"])] == ["part_whole"]
    assert [finding.rule for finding in mf.check(text, rules=("growth", mf.RULES[5]))] == ["growth", "part_whole"]
    with pytest.raises(
        ValueError, match=r"^rules\[1\]: no rule is called 'grwth'; there are growth, growth_direction, "
    ):
        mf.check(text, rules=["fx", "grwth"])


def test_any_sequence_of_rules_will_do() -> None:
    text = "Sales rose 50% to $3.1 million from $2.4 million."
    for rules in (mf.RULES, list(mf.RULES), iter(mf.RULES)):
        assert [finding.rule for finding in mf.check(text, rules=rules)] == ["growth"]  # type: ignore[arg-type]
    assert not mf.check(text, rules=())


@pytest.mark.parametrize(
    ("call", "arguments", "named", "wanted"),
    [
        (MONEY.convert, (5, DAY), {}, "to has to be a currency's code, such as 'USD', not the int 5"),
        (MONEY.convert, ("EUR", "2017-01-20"), {}, "a rate is of a day"),
        (MONEY.convert, ("EUR", NoTime()), {}, "a rate is of a day, a datetime.date, not of NaT"),
        (convert, ("$5", "EUR", DAY), {}, r"money has to be a Money, not the str '\$5'"),
        (ECB.rate, (5, "USD", DAY), {}, "a currency is a code, such as 'USD', not 5"),
        (ECB.rate, ([], "USD", DAY), {}, "a currency is a code"),
        (ECB.published, ("USD", ["CNY"], DAY, DAY), {}, "a currency is a code"),
        (ECB.published, ("USD", "CNY", DAY, NoTime()), {}, "a rate is of a day"),
        (ECB.covered, (None,), {}, "a currency is a code"),
        (RateTable, ([],), {"base": "USD"}, "rates map days to figures"),
        (RateTable, ({DAY: "6.87"},), {"base": "USD"}, "2017-01-20: figures are keyed by currency"),
        (RateTable, ({DAY: {"CNY": "6.87"}},), {"base": "USD", "name": 5}, "name has to be a str"),
        (RateTable.from_csv, (5,), {"base": "USD"}, "path has to be a str or a Path, not 5"),
    ],
)
def test_a_conversion_says_what_it_wants(
    call: Call, arguments: tuple[Any, ...], named: dict[str, Any], wanted: str
) -> None:
    with pytest.raises(TypeError, match=wanted):
        call(*arguments, **named)


def test_money_of_any_currency_is_still_converted() -> None:
    assert isinstance(MONEY, Money)
    assert MONEY.convert("EUR", DAY).money.currency == "EUR"
