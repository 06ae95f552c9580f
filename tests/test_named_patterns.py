# ruff: noqa: E501
"""The named notation compiles to the very same expressions as the letters did."""

from __future__ import annotations

import re

import pytest

from moneyfacts.link.catalogue import PATTERNS
from moneyfacts.link.patterns import TagPattern

OLD = {
    "movements": (
        "[(]{current},{change},{also}[)]",
        "{change} a{rate} ~~ t{~current} a{~current2} (?: ~~ f{~prior} a{~prior2} )?",
        "{verb} ~& t{~current} a{~current2} ~~ f{~prior} a{~prior2}",
        "{change} ~~ ,? t{~current} ~ , [dn]{also}",
        "{change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? d? ~~ t q?{~current} (?: ~~ [du]?f{~prior} | ~~ ,?[(]? v{~prior2} | [(] D?:? {prior3}[)] )",
        "{change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? ~~ f{~prior} ~~ t{~current}",
        "f{~prior} ~ ,? ~ [dn]?h? {change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? ~ d? t{~current}",
        "f{~prior} ~~ d? ,? ~ t{~current} ~~ ,? ~ [dn]?h? {change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )?",
        "{current} ~~ [,(-]? f{~prior} [)]?,? [dn]?h? {change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )?",
        "{current} ~~ [,(-]? [ob]? ~ [dn]?h? w?w? {change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? ~ ,? (?: d? ~ [fkvq]{~prior} | [(]{prior2}[)] )",
        "{current} ~ kh? {change} t{~prior}",
        "{current} ~~ [,(] v{~prior} ~ [)]? ,? [dn]?h? {change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )?",
        "{change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? kq? {~prior} ~ ,? t{~current}",
        "{verb} ~& t{~current} ~~ f{~prior} ~ , (?:o?[dn]?h?{change} | ow?{rate})",
        "{verb} ~& t q?{~current} ~~ [fv]{~prior}",
        "{verb} ~& f{~prior} ~~ t{~current}",
        "{current} ~& {change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? ,? k ~~ {prior}",
        "f{~prior} ~ , ~ {verb} ~ t{~current}",
        "{verb2} ~~ t {level} ~~ ,?a [wh]{0,4} b? ~ t?{~current} ~~ f{~prior}",
        "f{~prior} ~ d? ,? t{~current} d?",
        "{moved} d? ~~ [,(-]? b? ~ d w?w?w? [fv]{~base}",
        "{moved} ~~ [,(a-]? b? ~ d? [km]{~base}",
        "{moved} ~~ , b?w?w? q{~base}",
        "{moved} ~~ , k ~ [(] {base} [)]",
        "{moved} ~~ , {~base} {factor}",
        "{moved} ~~ [,(-]? ~ {change}h?{~base}",
        "{base} ~ , d t{~turned}",
        "t{~profit} ~~ ,?[(]? [fv]{~loss}",
        "{profit} ~~ ,? f{~loss}",
        "{profit} ~ [(] v{~loss}",
        "{change} ~~ , d {also} ,? t{~current}",
        "{change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? d? ~~ t{~current}",
        "{current} ~~ [,(-]? ~ [dn]?h? w?w?w? {change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )?",
        "{change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? ~~ f{~prior}",
    ),
    "parts": (
        "{whole} ~& [,(-]? [ig]{~part} (?: ~~ f?~ [,a]+ {~part2} )? (?: ~~ f?~ [,a]+ {~part3} )?",
        "{whole} ~~ , {part} i",
        "{part} ~ x{~whole}",
        "^ h{~whole} ~ , {~part} (?: ~~ [,a]+ {~part2} )? (?: ~~ [,a]+ {~part3} )?",
    ),
    "sums": (
        "{whole} ~ , ~ {part} ~~ [,a]+ {~part2} (?: ~~ [,a]+ {~part3} )?",
        "{part} ~ ,? a{~part2} ~ t?{~whole}",
    ),
    "shares": (
        "{numerator} w?w?w? ,? [o(] {pct} ,? h[wny]{0,4}h?[wny]{0,3}{denominator}",
        "{pct} ,? [o(] {numerator} [)]? ,? h[wny]{0,4}h?[wny]{0,3}{denominator}",
        "{numerator} ~ , [sab]{0,3} {pct} h[wny]{0,4}h?[wny]{0,3}{denominator}",
        "{pct} h[wny]{0,4}h?[wny]{0,3}{denominator} , [to]{~numerator}",
        "{denominator} ~~ ,?i ~~ t?{~numerator} , (?: o | s ~ t? ){pct}",
        "{numerator} ~~ ,? s{~denominator} ~ {pct}",
    ),
    "loose shares": (
        "{numerator} ~~ [,-]? [ab]?[ab]? ~ [ts]? {pct} h[wny]{0,4}h?[wny]{0,3}{denominator}",
        "{denominator} ~~ {pct} [,-]* o{numerator}",
        "{denominator} ~~ ,?i? ~~ {~numerator} ,? ~ s ~ {pct}",
    ),
    "percentages of all": (
        "{item}[wnheyDTsbkqa,]{1,18}?{item2}[wnheyDTsbkqa,]{1,18}?{item3}(?:[wnheyDTsbkqa,]{1,18}?{item4})?",
    ),
    "conversions": (
        "{amount} w?w? [(] [ro]? {equivalent} (?: [;,/o-] [ro]? {equivalent2} )? (?:,w?w?w?){0,2} [)]",
        "{amount} {equivalent} {equivalent2}?",
        "{amount} ,? b?w? [ro] {equivalent} (?: [,o] [ro]? {equivalent2} )?",
    ),
    "repeats": ("{first} (?: ,o{again},? | o{again2} | [(]o?{again3}[)] | ,{again4}, )",),
    "levels beside others": ("{amount} (?: ,?o{equivalent},? | [(]{equivalent2}[)] | ,o{share},?(?!h) )",),
    "rates": ("{amount} = {equivalent}",),
    "shares of unstated wholes": (
        "{numerator} a{~numerator2} ,? s ~ t?{pct} a{~pct2}",
        "{numerator} ~~ ,? s ~ t?{pct} (?: ~ [,a]? s ~ t?{pct2} )?",
        "{pct} ~ ,?o{~numerator}",
        "{numerator} ,? [o(]{~pct}(?! ,?h[wny]{0,4}h?[wny]{0,3}L)",
        "{numerator} w?w? {pct} w?w?",
    ),
}
_KINDS = (
    dict.fromkeys(("amount", "equivalent", "numerator", "denominator", "whole", "profit", "loss"), "L")
    | dict.fromkeys(("current", "prior", "level", "turned"), "LP")
    | dict.fromkeys(("item", "rate", "share", "again"), "P")
    | dict.fromkeys(("factor", "first"), "R")
    | {"moved": "LPC", "base": "LPCA", "change": "ACR", "also": "AC", "pct": "PR", "part": "LA", "verb": "du"}
)
_MARKS = 0xE000
_CLASS = re.compile(r"\{(~?)([a-z_]+)(\d?)\}|\[[^]]*\]")
_TIMES = re.compile(r"\{[1-9],\d+\}[?+]?")
_OPTIONAL = re.compile(
    r"\(\?[!=][^()]*\)|\(\?:[^()]*\)(?:[?*]|\{0,\d+\})|\(\?:[^()|]*\|[^()]*\)|[^()|~&^?](?:[?*]|\{0,\d+\}[?+]?)"
)
_LETTERS = re.compile(rf"[a-zA-Z,;:=-]|[{chr(_MARKS)}-{chr(_MARKS + 99)}]").findall
_ROLE = re.compile(r"\{(~?)([a-z_]+)(\d?)\}")


def shape(notation: str) -> str:
    pattern = _ROLE.sub(_group, notation.replace(" ", ""))
    return pattern.replace("~&", "(?:~[,a]){0,2}~").replace("~~", "(?:~,){0,2}~").replace("~", "[wnheyDTpjz]{0,12}+")


def _group(match: re.Match[str]) -> str:
    letters = _KINDS[match[2]]
    if match[2] == "verb":
        letters = "u" if match[3] else "d"
    words = "[wnheyDTpjz]{0,6}+" if match[1] else ""
    return f"{words}(?P<{match[2]}{match[3]}>{letters if len(letters) == 1 else f'[{letters}]'})"


def needs(notation: str) -> tuple[frozenset[str], ...]:
    classes: list[str] = []

    def marked(match: re.Match[str]) -> str:
        classes.append(_KINDS[match[2]] if match[2] else match[0][1:-1])
        return chr(_MARKS + len(classes) - 1)

    certain = _TIMES.sub("", _CLASS.sub(marked, notation.replace(" ", "")))
    while _OPTIONAL.search(certain):
        certain = _OPTIONAL.sub("", certain)
    letters = [classes[ord(each) - _MARKS] if ord(each) >= _MARKS else each for each in _LETTERS(certain)]
    return tuple(frozenset(each.replace("u", "d")) for each in letters)


PAIRS = [
    pytest.param(old, new, id=new.name)
    for name, listed in OLD.items()
    for old, new in zip(listed, PATTERNS[name], strict=True)
]


def test_all_are_held() -> None:
    assert len(PAIRS) == sum(map(len, PATTERNS.values())) == 61


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_named_notation_means_the_same_expression(old: str, new: TagPattern) -> None:
    """To the letter, but that "up to three words" was written as three optional ones."""
    old = old.replace("w?w?w?", "w{0,3}").replace("w?w?", "w{0,2}")
    assert new.expression.pattern == shape(old)
    assert new.needs == needs(old)
