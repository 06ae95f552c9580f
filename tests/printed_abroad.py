"""Words of scale and of direction in languages other than English and Chinese, for `printed`.

Stems, so that one serves all forms of a word. They are what the rows of tests/linking need, and no list of a language.
"""

from __future__ import annotations

COMMAS = frozenset({"de", "fr", "es", "it", "pt", "ru", "nl", "tr", "sv", "nb", "pl", "bg", "id"})
"""Languages that print a comma before decimals, and a point or a space between thousands."""

SCALES = (
    (r"bill?[oó]n(?:en|es|i)\b|трлн|trilyon|조|兆", 12),
    (r"milliard\w*|miliard\w*|miljard\w*|milyar\w*|bilh\w*|bilyon|mrd\b|mld\b|млрд|मिलियार्ड|مليار", 9),
    (r"millio\w*|millon\w*|milion\w*|milh\w*|miljoen\w*|miljon\w*|milyon\w*|mio\b|млн|مليون", 6),
    (r"करोड़", 7),
    (r"लाख", 5),
    (r"억", 8),
    (r"만", 4),
    (r"тыс|\bbin\b|tausend|\bmil\b|mille|duizend|हजार|천", 3),
)

SHARED = "|".join(form for form, _ in SCALES[:3])
"""Scales that a figure shares with the one after it: "von 4,6 auf 3,9 Milliarden"."""

SENSES = (
    (r"\b(?:rund|etwa|environ|unos|circa|cerca de|около|ongeveer|yaklaşık)|約|약", "about"),
    (r"\b(?:knapp|fast|près de|casi|quasi|quase|почти|bijna)|近く", "nearly"),
    (r"\b(?:mehr als|plus de|más de|oltre|più di|mais de|более|meer dan)", "above"),
    (r"\b(?:weniger als|moins de|menos de|meno di|менее|minder dan)", "below"),
)

UP = (
    # German, Dutch, Swedish, Norwegian
    r"stieg\w*|steig\w*|gestiegen|wuchs\w*|wächst|erhöh\w*|kletter\w*|gewann\w*|legte\w*|verteuer\w*|höher|zuwachs|plus"
    r"|stijg\w*|steeg\w*|gestegen|groei\w*|hoger|klom\w*|steg|ökade|ökning|høyere|høgre|økte|vokste|opp"
    # French, Spanish, Italian, Portuguese
    r"|hausse|augment\w*|aument\w*|progress\w*|gagn\w*|gan[aó]\w*|s[uo]b[ei]\w*|elev\w*|asciend\w*|crec\w*|cresc\w*|cresci\w*|avan[czç]\w*"
    r"|sal[iíe]\w*|guadagn\w*|alta|ganh\w*|mont[ée]\w*|super[aó]\w*|grimp\w*"
    # better, greater
    r"|besser|größer|stärker|supérieur\w*|meilleur\w*|mieux|superior\w*|mayor|mejor\w*|encima|maggior\w*|miglior\w*|meglio"
    r"|maior|melhor\w*|acima|больше|лучше|превы\w*|übertr\w*|verslo\w*|beter|groter"
    # Russian, Turkish, Hindi
    r"|выр[оа]с\w*|повы\w*|рост\w*|подорожал\w*|поднял\w*|увелич\w*|выше|art\w*|yüksel\w*|büyü\w*|çıkt\w*|kazan\w*|बढ़\w*|वृद्धि|चढ़\w*|अधिक"
    # Japanese, Korean
    r"|上昇|増|高|上回|伸び|上げ|증가|늘\w*|상승|올랐|오른|오르|급등|높은|성장"
)

DOWN = (
    r"schlechter|kleiner|geringer|schwächer|inférieur\w*|moins|pire|inferior\w*|menor|peor\w*|debajo|minor\w*|peggi\w*"
    r"|pior\w*|abaixo|меньше|хуже|verfehl\w*|untersch\w*|slechter"
    r"|sank\w*|sink\w*|gesunken|fiel\w*|fällt|verringer\w*|zurück\w*|rückgang|minus|niedriger|verlor\w*"
    r"|daal\w*|daling|gedaald|lager|zakt\w*|föll|sjönk|minsk\w*|falt|sank|ned|lavere"
    r"|baiss\w*|recul\w*|tomb\w*|chut\w*|caí\w*|cay\w*|ca[ie]u?\b|baj[aóo]\w*|descen\w*|reduj\w*|scen\w*|sces\w*|cal[aoi]\w*"
    r"|recuou|recuar\w*|queda|caíram|baixou|perdeu"
    r"|сниз\w*|упал\w*|сократ\w*|паден\w*|снижен\w*|ниже|düş\w*|azal\w*|gerile\w*|घट\w*|गिर\w*|कम\b"
    r"|下落|減|安|下回|低下|下げ|감소|줄\w*|하락|내린|내렸|떨어\w*|급락|낮은"
)
