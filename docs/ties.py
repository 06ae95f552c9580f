"""Writes ties.md: how figures are tied, from the tables of tags and patterns in `moneyfacts.link`.

    python docs/ties.py

A test holds that the page is what this prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from moneyfacts.link.catalogue import PATTERNS, TIES
from moneyfacts.link.patterns import FRAGMENTS, ROLES, SETS, TagPattern
from moneyfacts.link.tags import FIGURES, WORDS, Tag

PAGE = Path(__file__).parent / "ties.md"
_HEAD = """\
# How figures are tied

Written by `python docs/ties.py` from the tables in `src/moneyfacts/link`; edit those and not this page.

Before a rule can say whether figures agree, the words of the text have to say which of them belong together, and in
which roles. Each figure and each word of a sentence gets a **tag**; a **pattern** over tags ties figures. Which words
have which tag is data of the language ([`[links]`](languages.md#links)), so a pattern knows no word, and serves all
languages.

`moneyfacts explain` shows the tags of a sentence, and what ties its figures:

```console
$ moneyfacts explain 'Sales rose 5% to $3.1 million, including $0.4 million from abroad.'
Sales  rose   5%        to  $3.1 million  ,  including  $0.4 million  from  abroad  .
word   moved  relative  to  amount        ,  including  amount        word  word

whole_including_part: part_whole
  whole  $3.1 million
  part   $0.4 million
  by     {whole} ...& <,|(|->? <including|made_of>{* part} (?: ..., <from>?... <,|and>+ {* part2} )? \
(?: ..., <from>?... <,|and>+ {* part3} )?

moved_by_to: movement, up
  pct      5%
  current  $3.1 million
  by       @changes <moved>? ..., <to>{* current}
```

What has no tag is passed over: words that fill ("a", "about"), what is set aside in brackets, the further words of a
phrase. A "to" or "from" that leads to no figure is a `word`. A tie whose words alone do not make it certain is
[weak](checks.md#weak-links).

Each tie has a name, which stays the same from version to version. A link has it, and each finding that a rule of ours
makes of the link:

```python
>>> import moneyfacts as mf
>>> [(finding.rule, finding.tie) for finding in mf.check("Sales rose 5% to $3.1 million from $2.95 million.")]
[('growth', 'moved_by_to_from')]
```

## Tags

Figures:

"""
_NOTATION = """\

and the signs `,` `(` `)` `;` `:` `-` `/` `=`, which are their own tags.

## The notation

That of regular expressions, over tags instead of letters; blanks mean nothing.

| sign | what it finds |
|---|---|
| `<to>` | a word with a tag |
| `<to\\|or>` | a word with one of two tags |
| `<(>` | a bracket; those without angles are groups |
| `{current}` | a figure in a role; a role that may stand in two places is numbered in the second: `{prior2}` |
| `{* current}` | the same after up to six words that say nothing: "to **an estimated** $2 million" |
| `...` | up to twelve words that say nothing |
| `...,` | such words, with up to two commas among them |
| `...&` | such words, with up to two commas or "and"s |
| `@name` | what several patterns have in common, below |
| `?` `*` `+` `{0,3}` `(?: \\| )` `(?! )` `(?<= )` `^` | as in regular expressions |

Words that say nothing are the set `neutral`:

"""
_PATTERNS = """\

## The patterns

In a list they are tried in this order, from the most to the least telling; what one has taken is folded away before
the next is tried. In the names of movements `moved` is the verb, `by` the change, `to` the level after, `from` the
level before, and `level` a level named before all that.
"""


def page() -> str:
    """Return the text of the page."""
    parts = [_HEAD, *_tags(FIGURES), "\nWords:\n\n", *_words(WORDS), _NOTATION]
    parts += ["| set | tags |\n|---|---|\n"]
    parts += [f"| `{name}` | {_listed(tags)} |\n" for name, tags in SETS.items()]
    parts += ["\n| in common | |\n|---|---|\n"]
    parts += [f"| `@{name}` | {_code(notation)} |\n" for name, notation in FRAGMENTS.items()]
    parts += ["\n| role | what may play it |\n|---|---|\n"]
    parts += [f"| `{role}` | {_listed(tags)} |\n" for role, tags in ROLES.items()]
    parts.append(_PATTERNS)
    for name, patterns in PATTERNS.items():
        parts += [f"\n### {name.capitalize()}\n\n", *_patterns(patterns)]
    parts.append("\n## Ties without a pattern\n\n| name | what ties | a text |\n|---|---|---|\n")
    parts += [f"| `{tie.name}` | {tie.meaning} | {_text(tie.example)} |\n" for tie in TIES]
    return "".join(parts)


def _tags(tags: Iterable[Tag]) -> Iterator[str]:
    yield "| tag | what it is | an example |\n|---|---|---|\n"
    yield from (f"| `{tag.name}` | {tag.meaning} | {tag.example} |\n" for tag in tags)


def _words(tags: Iterable[Tag]) -> Iterator[str]:
    yield "| tag | what it means | an example | keys of `[links]` |\n|---|---|---|---|\n"
    for tag in tags:
        yield f"| `{tag.name}` | {tag.meaning} | {tag.example} | {_listed(tag.keys)} |\n"


def _patterns(patterns: Iterable[TagPattern]) -> Iterator[str]:
    yield "| name | a text | pattern |\n|---|---|---|\n"
    for each in patterns:
        yield f"| `{each.name}` | {_text(each.example)} | {_code(each.notation)} |\n"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _code(notation: str) -> str:
    """Return a notation for a cell of a table, which a bare bar would end."""
    return f"`{notation}`".replace("|", "\\|")


def _text(example: str) -> str:
    return example.replace("|", "\\|").replace("$", "\\$")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
