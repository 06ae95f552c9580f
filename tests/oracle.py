"""What printed figures allow, worked out a second time: an oracle for the tables of tests/linking.

Each identity is linear in each of its figures. So it can hold where, over the corners of what the figures may be, it is
too low in one and too high in another: all that is needed is fractions. Of the library, only its exchange rates serve.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from moneyfacts.rates.ecb import ECB
from printed import HALF, PERCENT, Box, Figure, currency, read, way, ways

Figures = list[tuple[str, Figure]]
_BASIS = re.compile(r"basis|bps?\b|基点")
_LOSS, _PROFIT_OR_LOSS = re.compile(r"\bloss\b|亏损"), re.compile(r"\b(?:profit|loss)\b|亏损|盈利|利润")
_YEAR = Fraction(36525, 100)  # days


class Scene(NamedTuple):
    """The figures of one finding, the text that they stand in, and the other conversions of that text."""

    text: str
    figures: Figures
    published: date | None = None
    peers: Sequence[Figures] = ()

    def all(self, role: str) -> list[Figure]:
        return [figure for name, figure in self.figures if name == role]

    def one(self, role: str) -> Figure:
        [figure] = self.all(role)
        return figure

    def way(self, role: str) -> int:
        return way(self.text, self.one(role))

    def levels(self, loose: bool) -> Iterator[tuple[Fraction, Fraction]]:
        """Yield the corners of the levels after and before."""
        return product(self.one("current").box(loose), self.one("prior").box(loose))


def verdict(rule: str, scene: Scene) -> str:
    """Return whether the figures of a finding can all be true."""
    codes = {currency(each.words) for role in ("current", "prior", "change") for each in scene.all(role)} - {""}
    if len(codes) > 1:  # "£2.28 billion, up 12% from $2.6 billion"
        return "conflicts"
    if rule == "fx":
        return _fx(scene)
    if RULES[rule](scene, False):
        return "agrees"
    return "strained" if RULES[rule](scene, True) else "conflicts"


def _zero(corners: Iterable[Fraction]) -> bool:
    """Tell whether an expression is zero somewhere in a box, from what it is in the corners."""
    values = list(corners)
    return min(values) <= 0 <= max(values)


def _scaled(box: Box, factor: Fraction | int) -> Box:
    return box[0] * factor, box[1] * factor


def _rate(figure: Figure, loose: bool) -> Box:
    in_percent = PERCENT if _BASIS.search(figure.words) else 1
    return _scaled(figure.box(loose), 1 if figure.is_word else PERCENT * in_percent)


def _sum(figures: Sequence[Figure], loose: bool) -> Box:
    low, high = zip(*(each.box(loose) for each in figures), strict=True)
    return sum(low, Fraction(0)), sum(high, Fraction(0))


def _meet(one: Box, other: Box) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _growth(scene: Scene, loose: bool) -> bool:
    sign, rates = scene.way("pct"), _rate(scene.one("pct"), loose)
    return _zero(c - p * (1 + sign * r) for (c, p), r in product(scene.levels(loose), rates))


def _cagr(scene: Scene, loose: bool) -> bool:
    sign, rates = scene.way("pct"), _rate(scene.one("pct"), loose)
    years = int(scene.one("duration").ends[0])
    return _zero(c - p * (1 + sign * r) ** years for (c, p), r in product(scene.levels(loose), rates))


def _multiple(scene: Scene, loose: bool) -> bool:
    factor = scene.one("factor")
    down = "half" not in factor.words and scene.way("factor") < 0  # "halved" is by two, "half" is a factor of itself
    ends = ((p, c) if down else (c, p) for c, p in scene.levels(loose))
    return _zero(c - p * f for (c, p), f in product(ends, factor.box(loose)))


def _order(scene: Scene, loose: bool) -> bool:
    """Ask the last word between the levels for the way, else the last one before them.

    A loss beside a profit is below zero; two losses are compared by their size.
    """
    current, prior = scene.one("current"), scene.one("prior")
    first, last = sorted((current, prior), key=lambda each: each.start)
    between = max(ways(scene.text, first.start, last.start), default=(0, way(scene.text, first)))
    signs = [-1 if _LOSS.search(scene.text, 0, first.start) else 1]
    other = _PROFIT_OR_LOSS.search(scene.text, first.start, last.start)
    signs.append(signs[0] if other is None else -1 if _LOSS.match(other[0]) else 1)
    if signs[0] == signs[1]:
        signs = [1, 1]
    after, before = signs if first is current else reversed(signs)
    return any((after * c - before * p) * between[1] >= 0 for c, p in scene.levels(loose))


def _absolute(scene: Scene, loose: bool) -> bool:
    """Tie change, percentage and levels, by the bounds a + b x level that the level before sets on the change.

    There is room for a change where no lower bound lies above an upper one, which confines the level before.
    """
    sign, zero = scene.way("change"), Fraction(0)
    lower, upper = scene.one("change").box(loose)
    bounds = [((lower, zero), (upper, zero))]
    for each in scene.all("current"):
        lower, upper = sorted(_scaled(each.box(loose), sign))
        bounds.append(((lower, Fraction(-sign)), (upper, Fraction(-sign))))
    for each in scene.all("pct"):
        lower, upper = _rate(each, loose)
        bounds.append(((zero, lower), (zero, upper)))
    least, most = next((each.box(loose) for each in scene.all("prior")), (zero, Fraction(10) ** 18))
    for ((a, b), _), (_, (c, d)) in product(bounds, bounds):
        if b == d and a > c:
            return False
        if b > d:
            most = min(most, (c - a) / (b - d))
        elif b < d:
            least = max(least, (c - a) / (b - d))
    return least <= most


def _difference(scene: Scene, loose: bool) -> bool:
    if scene.all("result"):
        ends = (scene.one(role).box(loose) for role in ("minuend", "subtrahend", "result"))
        return _zero(m - s - r for m, s, r in product(*ends))
    points = scene.one("pct")
    in_percent = PERCENT if _BASIS.search(points.words) else 1
    moved = _scaled(points.box(loose), in_percent * scene.way("pct"))
    return _zero(c - p - m for (c, p), m in product(scene.levels(loose), moved))


def _share(scene: Scene, loose: bool) -> bool:
    numerators = [each.box(loose) for each in scene.all("numerator")]
    rates = [_rate(each, loose) for each in scene.all("pct")]
    if wholes := scene.all("denominator"):
        return _zero(n - r * w for n, r, w in product(numerators[0], rates[0], _sum(wholes, loose)))
    implied = [(n[0] / r[1], n[1] / r[0]) for n, r in zip(numerators, rates, strict=True)]
    return all(_meet(one, other) for one, other in combinations(implied, 2))


def _total(scene: Scene, loose: bool) -> bool:
    hundred = Fraction(100)
    whole = scene.one("total").box(loose) if scene.all("total") else (hundred, hundred)
    return _meet(_sum(scene.all("item"), loose), whole)


def _parts(scene: Scene, loose: bool) -> bool:
    return _sum(scene.all("part"), loose)[0] <= scene.one("whole").box(loose)[1]


def _per_unit(scene: Scene, loose: bool) -> bool:
    ends = (scene.one(role).box(loose) for role in ("price", "count", "total"))
    return _zero(p * c - t for p, c, t in product(*ends))


def _repeat(scene: Scene, loose: bool) -> bool:
    first, again = scene.one("first"), scene.one("again")
    in_percent = 100 if first.is_word != again.is_word else 1  # "a third, or 33 percent"
    boxes = [_scaled(each.box(loose), in_percent if each.is_word else 1) for each in (first, again)]
    return _meet(*boxes)


_UNITS: tuple[dict[str, str], ...] = (
    {
        **{r"square miles?|平方英里": "2589988.110336", r"square kilomet|sq km|平方公里": "1000000"},
        **{r"sq(?:uare)? (?:m\b|met)|平方米": "1", r"sq(?:uare)? (?:ft|feet)|平方英尺": "0.09290304"},
        **{r"acre|英亩": "4046.8564224", r"hectare|公顷": "10000"},
    },
    {
        **{r"short ton": "907.18474", r"tonne|metric ton|吨": "1000", r"kilogram|kilos?\b|kg|公斤|千克": "1"},
        **{r"pounds|\blbs?\b|磅": "0.45359237", r"ounce|盎司": "0.0311034768"},
    },
    {r"barrel|桶": "158.987294928", r"gallon|加仑": "3.785411784", r"lit(?:re|er)s?|升": "1"},
    {
        **{r"kilomet|\bkm|公里": "1000", r"miles?|英里": "1609.344", r"feet|foot|\bft|英尺": "0.3048"},
        **{r"inch|英寸": "0.0254", r"centimet|\bcm|厘米": "0.01", r"yards?": "0.9144", r"met(?:re|er)|米": "1"},
    },
)


def _unit_conversion(scene: Scene, loose: bool) -> bool:
    amount, equivalent = scene.one("amount"), scene.one("equivalent")
    per = bool(currency(amount.words)) and "pounds" not in amount.words  # a price: its unit stands after it
    told = (scene.text[each.start :][: len(each.words) + 16 * per].lower() for each in (amount, equivalent))
    one, other = _sizes(*told)
    factor = other / one if per else one / other
    return _zero(a * factor - e for a, e in product(amount.box(loose), equivalent.box(loose)))


def _sizes(*told: str) -> list[Fraction]:
    for table in _UNITS:
        sizes = [next((size for form, size in table.items() if re.search(form, said)), "") for said in told]
        if all(sizes):
            return [Fraction(size) for size in sizes]
    raise AssertionError(f"no units of one kind in {told}")


def _span(scene: Scene, loose: bool) -> bool:
    """Hold years to a duration in years: by the calendar, or counting the first and the last."""
    ends = [each.words for role in ("start", "end") for each in scene.all(role)]
    years = [int(year) for words in ends for year in re.findall(r"\d{4}", words)]
    first, last = min(years), max(years)
    least, most = Fraction(last - first - 1), Fraction(last - first + 1)
    if not scene.all("start"):
        assert scene.published is not None, "the start is that of publication"
        least, most = (date(last, 1, 1) - scene.published).days / _YEAR, Fraction(last - scene.published.year + 1)
    duration = scene.one("duration")
    reach = HALF if loose else duration.digit / 2
    return _meet((duration.ends[0] - reach, duration.ends[0] + reach), (least, most))


def _age(scene: Scene, _: bool) -> bool:
    """Hold an age to years, and to days where both are told; an anniversary to years alone."""
    told = [scene.one(role).words for role in ("start", "end")]
    years = [_year_in(words, scene.published) for words in told]
    apart = years[1] - years[0]
    if scene.all("anniversary"):
        words = scene.one("anniversary").words
        return apart == (10 if words == "tenth" else int(re.findall(r"\d+", words)[0]))
    ages = {apart, apart - 1}
    days = [_day_in(words) for words in told]
    if all(days):
        ages = {apart - 1 if days[1] < days[0] else apart}
    return scene.one("age").ends[0] in ages


def _year_in(words: str, published: date | None) -> int:
    year = re.search(r"\d{4}", words)
    assert year or published, "the year is that of publication"
    return int(year[0]) if year else published.year if published else 0


def _day_in(words: str) -> tuple[int, int]:
    """Return the month and the day of a date, nothing for a year or a month."""
    day = re.search(r"\b\d{1,2}\b", words)
    month = next((turn for turn, form in enumerate(_MONTHS, 1) if re.search(rf"\b(?:{form})", words.lower())), 0)
    return (month, int(day[0])) if day else ()  # type: ignore[return-value]


def _percent_or_points(scene: Scene, loose: bool) -> bool:
    """Hold a percentage between two percentages to their growth, and loosely to the points between them."""
    way, rate = scene.way("pct"), scene.one("pct").box(loose)
    after, before = scene.one("current").ends[0], scene.one("prior").ends[0]
    exact = scene.one("pct").box(False)
    is_apart = exact[0] <= way * (after - before) <= exact[1]
    is_growth = exact[0] <= 100 * way * (after / before - 1) <= exact[1]
    if is_apart and not is_growth:
        return loose
    return _zero(c - p * (1 + way * r / 100) for (c, p), r in product(scene.levels(loose), rate))


_WEEKDAYS = (
    *(
        "mon|luned|lundi|lunes|segunda|maandag|понед|pazartesi|周一|星期一|月|월",
        "tue|dien|^di$|mart|mardi|terça|dins|втор|sal",
    ),
    *(
        "wed|mittw|^mi$|mercr|miér|mercol|quarta|woens|сред|çarş|周三|星期三",
        "thu|donn|^do$|jeu|juev|giov|quinta|дон|чет|周四",
    ),
    *("fri|frei|^fr$|vend|viern|vener|sexta|vrij|пят|cuma$|周五|^五", "sat|sams|sonnab|same|sába|sab|zat|суб|cumart"),
    "sun|sonnt|dim|dom|zond|воск|pazar$",
)
_TUESDAY = re.compile("火|화|星期二|周二")
_MONTHS = ("jan", "feb", "mar", "apr", "ma[yi]|mei|mag|мая", "jun", "jul", "aug", "sep", "oct|okt", "nov", "dec|dez")


def _weekday(scene: Scene, _: bool) -> bool:
    """Hold a date to its weekday, by counting days from Saturday, 1 January 2000."""
    said, told = scene.one("date").words.lower(), scene.one("weekday").words.lower()
    numbers = [int(each) for each in re.findall(r"\d+", said)]
    month = next((turn for turn, form in enumerate(_MONTHS, 1) if re.search(rf"(?<![a-zа-я])(?:{form})", said)), 0)
    year = max(numbers) if max(numbers) > 31 else 0
    rest = [each for each in numbers if each != year]
    if not month:
        month, rest = (rest[0], rest[1:]) if "/" in said or "." not in said else (rest[1], rest[:1])
    assert rest, f"{said!r} has no day"
    if not year:
        assert scene.published is not None, "the year is that of publication"
        months = 12 * scene.published.year + scene.published.month
        year = min((abs(12 * each + month - months), each) for each in range(months // 12 - 1, months // 12 + 2))[1]
    years = range(2000, year) if year >= 2000 else range(year, 2000)
    passed = sum(365 + _leaps(each) for each in years) * (1 if year >= 2000 else -1)
    lengths = (31, 28 + _leaps(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    place = (passed + sum(lengths[: month - 1]) + rest[0] - 1 + 5) % 7
    wanted = 1 if _TUESDAY.search(told) else next(n for n, form in enumerate(_WEEKDAYS) if re.search(form, told))
    return place == wanted


def _leaps(year: int) -> int:
    return int(year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _fx(scene: Scene) -> str:
    amount, equivalent = scene.one("amount"), scene.one("equivalent")
    verdicts = {_converted(amount, equivalent, rates) for rates in _rates(scene, amount, equivalent)}
    return next(each for each in ("agrees", "strained", "conflicts") if each in verdicts)


def _converted(amount: Figure, equivalent: Figure, rates: Box) -> str:
    """Hold an amount as printed to its equivalent, and loosely one at most 25% off at rates 2% off."""
    if _meet((amount.ends[0] * rates[0], amount.ends[1] * rates[1]), equivalent.box(False)):
        return "agrees"
    low, high = amount.box(True)
    low, high = max(low, amount.ends[0] * 3 / 4), min(high, amount.ends[1] * 5 / 4)
    loose = low * rates[0] * Fraction(98, 100), high * rates[1] * Fraction(102, 100)
    return "strained" if _meet(loose, equivalent.box(True)) else "conflicts"


def _rates(scene: Scene, amount: Figure, equivalent: Figure) -> Iterator[Box]:
    """Yield the lowest and highest rate that a conversion is held to: printed, published, or of a pair beside it."""
    base, quote = currency(amount.words), currency(equivalent.words)
    base = base or next(code for peer in scene.peers for _, each in peer if (code := currency(each.words)) != quote)
    printed = _printed_rate(scene.text, base, quote)
    if printed:
        yield printed
    elif scene.published is not None:
        rates = ECB.published(base, quote, scene.published - timedelta(days=10), scene.published)
        assert rates, f"no rates of {base} and {quote} at {scene.published}"
        yield min(rate.value for rate in rates), max(rate.value for rate in rates)
    else:
        for peer in scene.peers:
            sides = {currency(figure.words): figure._replace(sense="").box(False) for _, figure in peer}
            if sides.keys() == {base, quote}:
                yield sides[quote][0] / sides[base][1], sides[quote][1] / sides[base][0]


def _printed_rate(text: str, base: str, quote: str) -> Box | None:
    """Return the rate that a text prints: "($1 = 6.88 yuan)"."""
    side = r"[^=()（）；;，]*"
    for match in re.finditer(rf"({side}\b1(?![\d.,]){side}?)=({side}\d{side})", text):
        if {currency(match[1]), currency(match[2])} == {base, quote}:
            low, high = read(match[2], "", 0).box(False)
            return (low, high) if currency(match[1]) == base else (1 / high, 1 / low)
    return None


def _never(_: Scene, __: bool) -> bool:
    raise AssertionError("conversions are held to rates")


RULES: dict[str, Callable[[Scene, bool], bool]] = {
    **{"growth": _growth, "growth_direction": _order, "absolute_change": _absolute, "multiple": _multiple},
    **{"cagr": _cagr, "fx": _never, "unit_conversion": _unit_conversion, "part_whole": _parts, "share": _share},
    **{"ratio": _share, "sum": _total, "difference": _difference, "per_unit": _per_unit, "repeat": _repeat},
    **{"span": _span, "weekday": _weekday, "points": _percent_or_points, "age": _age},
}
