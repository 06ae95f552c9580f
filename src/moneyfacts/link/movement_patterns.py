"""The patterns of what rose or fell, from the most to the least telling: the order in which they are tried.

Their names say the order of the words: `moved` is the verb, `by` the change, `to` the level after, `from` the level
before, `level` a level named before all that. So `moved_by_to_from` is "rose 5% to $3 million from $2.9 million".
"""

from __future__ import annotations

from .patterns import TagPattern as Pattern
from .patterns import TagPatterns

MOVEMENTS = TagPatterns(
    (
        Pattern(
            "quote_in_brackets",
            "<(> {current},{change},{also} <)>",
            "远屿能源（12.30，-0.25，-1.99%）今日公告。",
            "zh",
        ),
        Pattern(
            "moved_by_to_respectively",
            """{change} <and>{rate} ..., <to>{* current} <and>{* current2}
            (?: ..., <from>{* prior} <and>{* prior2} )?""",
            "Sales and profit rose 5 percent and 20 percent to $21 million and $2.4 million.",
        ),
        Pattern(
            "moved_to_from_respectively",
            "{verb} ...& <to>{* current} <and>{* current2} ..., <from>{* prior} <and>{* prior2}",
            "Sales and profit rose to $14 million and $2.1 million from $12 million and $3.2 million, respectively.",
        ),
        Pattern(
            "moved_by_to_by",
            "{change} ..., ,? <to>{* current} ... , <moved|movement>{also}",
            "黄金期货收涨12.5美元，报2533.4美元/盎司，涨幅0.50%。",
            "zh",
        ),
        Pattern(
            "moved_by_to_from",
            """@changes <moved>? ..., <to> <qualifier>?{* current}
            (?: ..., <moved|moved_before>?<from>{* prior}(?!<neutral>{0,4}<to><neutral>{0,4}<amount>)
              | ..., ,?<(>? <versus>{* prior2}
              | <(> <date>?:? {prior3}<)> )""",
            "Sales rose 5% to $3.1 million from $2.95 million.",
        ),
        Pattern(
            "moved_by_from_to",
            "@changes ..., <from>{* prior} ..., <to>{* current}",
            "Fares went up 4% from $250 to $260 in May.",
        ),
        Pattern(
            "from_moved_by_to",
            "<from>{* prior} ... ,? ... <moved|movement>?<of>? @changes ... <moved>? <to>{* current}",
            "北澜股份营收从40.2亿元增长12%至45.0亿元。",
            "zh",
        ),
        Pattern(
            "from_to_moved_by",
            """<from>{* prior} ..., <moved>? ,? ... <to>{* current} ..., ,? ...
            (?: <moved|movement><word>? )?<of>? @changes""",
            "营收由30.0亿元增至36.0亿元，增长20%。",
            "zh",
        ),
        Pattern(
            "level_from_moved_by",
            """{current} ..., <,|(|->? <from>{* prior} (?: <date|earlier|duration>{0,2}(?=<)|,>) )? <)>?,?
            (?: <moved|movement><word>? )?<of>? @changes""",
            "净息差为1.52%，较去年同期的1.70%下降18个基点。",
            "zh",
        ),
        Pattern(
            "level_amount_or_rate_than",
            """{current} ..., {amount} ,? (?: <or> (?:{change}|{rate}) | <(>{rate2}<)> ) ,?
            (?: <moved><than>? | <than|qualifier> ) {* prior}""",
            "Profit was $81.6 million, $25.5 million or 23.8 percent lower than the $107.1 million of 2015.",
        ),
        Pattern(
            "level_moved_by_from",
            """{current} ..., <,|(|->? <or|break>? ... <moved|movement>?<of>? <word>{0,2} @changes ... ,?
            (?: <moved>? ... <from|than|versus|qualifier>{* prior} | <(>{prior2}<)> )""",
            "Group sales were $84 million, up 5 percent from $80 million.",
        ),
        Pattern(
            "level_premium_to",
            "{current} ... <than><of>? {change} <to>{* prior}",
            "The bid of $44 a share is a premium of 10 percent to Friday's close of $40.",
        ),
        Pattern(
            "level_versus_moved_by",
            "{current} ..., <,|(>? <versus>{* prior} ... <)>? ,? (?: <moved|movement><word>? )?<of>? @changes",
            "Turnover came to £64m, against £80m in 2003, a fall of 20%.",
        ),
        Pattern(
            "moved_by_than_to",
            "@changes <than><qualifier>? {* prior} ... ,? <to>{* current}",
            "Outlays were $9.2 billion higher than the estimate of $66.3 billion, at $75.5 billion.",
        ),
        Pattern(
            "moved_to_from_by",
            """{verb} ...& <to>{* current} ..., <from>{* prior} ... ,
            (?: <or>?<moved|movement>?<of>?{change} | <or><word>?{rate} ) (?!<word>?<than|qualifier>)""",
            "Net profit decreased to SEK 1.8 billion from SEK 2.4 billion, or by 25 percent.",
        ),
        Pattern(
            "moved_to_from",
            "{verb} ...& <to> <qualifier>?{* current} ..., <from|versus>{* prior}",
            "Profit fell to $85 million from $98 million.",
        ),
        Pattern(
            "moved_from_to",
            "{verb} ...& <from>{* prior} ..., <to>{* current}",
            "Sales fell from €6 million to €4 million.",
        ),
        Pattern(
            "level_moved_by_than",
            "{current} ...& @changes ,? <than> ..., {prior}",
            "Revenue came to $84 million and was 5 percent higher than, by its own books, the $80 million of 2015.",
        ),
        Pattern(
            "level_of_premium_over",
            """{current} ..., <,|->* (?:<word|date>{1,6},)? <share>?
            (?: {change} <than> | <than> <of> {change2} ) <word|date|of>{0,8} {prior}""",
            "The offer of $41 a share represents a 5 percent premium over the closing price of $39.05.",
        ),
        Pattern(
            "from_moved_to",
            "<from>{* prior} ... , ... {verb} ... <to>{* current}",
            "From 41 million litres in 2004, output rose to 44 million litres in 2005.",
        ),
        Pattern(
            "and_another_to_from",
            """{verb2} ..., <to> {level} ..., ,?<and> <word|of>{0,4} <break>? ...
            <to>?{* current} ..., <from>{* prior}""",
            "Profit rose to $2.5 million from $2.3 million, and that of Markets to $1.4 million from $1.1 million.",
        ),
        Pattern(
            "from_to",
            "<from>{* prior} ... <moved>? ,? <to>{* current} <moved>?",
            "失业率从4.2%升至4.4%。",
            "zh",
        ),
        Pattern(
            "level_moved_from",
            "{moved} <moved>? ..., <,|(|->? <break>? ... <moved> <word>{0,3} <from|versus>{* base}",
            "Incentives averaged $1,120 per vehicle, up from $985 a year earlier.",
        ),
        Pattern(
            "level_beyond",
            "{moved} ..., <,|(|and|->? <break>? ... <moved>? <than|beat>{* base}",
            "Profit was 94 cents a share, beating the 89 cents that analysts expected.",
        ),
        Pattern(
            "level_above",
            "{moved} ..., , <break>?<word>{0,2} <qualifier>{* base}",
            "The funds have made $655 billion since they began, well above the $540 billion that they manage.",
        ),
        Pattern(
            "level_beyond_bracket",
            "{moved} ..., , <than> ... <(> {base} <)>",
            "对东盟出口额为113.1亿美元，超过对美出口额（102.1亿美元）。",
            "zh",
        ),
        Pattern(
            "level_base_times",
            "{moved} ..., , {* base} {factor}",
            "出货量为330万台，是去年110万台的3倍。",
            "zh",
        ),
        Pattern(
            "level_times_base",
            "{moved} ..., <,|(|->? ... {change}<of>?{* base}",
            "Bids for the stake came to $18 million, three times the $6.1 million of a year before.",
        ),
        Pattern(
            "level_moved_to",
            "{base} ... , <moved> <to>{* turned}",
            "The shares had opened at $31, slipping to $29.",
        ),
        Pattern(
            "to_profit_from_loss",
            "<to>{* profit} ..., ,?<(>? <from|versus>{* loss}",
            "The bank swung to a profit of $41 million from a loss of $62 million.",
        ),
        Pattern(
            "profit_from_loss",
            "{profit} ..., ,? <from>{* loss}",
            "The bank made a profit of $41 million, from a loss of $62 million.",
        ),
        Pattern(
            "profit_versus_loss",
            "{profit} ... <(> <versus>{* loss}",
            "The bank had a loss of $41 million (compared with a profit of $62 million).",
        ),
        Pattern(
            "moved_by_moved_by_to",
            "{change} ..., , <moved> {also} ,? <to>{* current}",
            "Homes that burn gas will pay almost 10 percent more this winter, up $74 to an average $851.",
        ),
        Pattern(
            "moved_amount_or_rate_to",
            """(?: <moved><word>{0,3}{amount} (?: <or|(>{rate}<,|)>? )? | {amount2} (?: <or|(>{rate2}<,|)>? )? <moved> )
            ,? <word|date>{0,6} ,? <to>{* current}""",
            "The shares gained $7.40, or 22.8 percent, to $39.80.",
        ),
        Pattern(
            "moved_by_to",
            "@changes <moved>? ..., <to>{* current}",
            "Sales rose 5% to $3.1 million.",
        ),
        Pattern(
            "level_moved_by",
            "{current} ..., <,|(|->? ... <moved|movement>?<of>? <word>{0,3} @changes",
            "Sales were $3.1 million, up 5%.",
        ),
        Pattern(
            "moved_by_from",
            "@changes ..., <from>{* prior}",
            "The mill's output fell 10 percent from 500 tonnes.",
        ),
    )
)

MOVEMENTS_OF_UNSPACED = TagPatterns(
    each for each in MOVEMENTS if "{verb" not in each.notation and each.name != "level_above"
)
"""Those for languages without spaces, whose verbs stand beside their figures: a verb far before them is of others."""
