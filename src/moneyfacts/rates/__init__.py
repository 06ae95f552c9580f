"""Exchange rates: the European Central Bank's by default (`ECB`), a table of yours (`RateTable`), or a source of yours.

Anything with a `name`, a `rate` and a `published` is a source (`ExchangeRates`). No rates are read before the first one
is asked for.

>>> from datetime import date
>>> ECB.rate("USD", "CNY", date(2017, 1, 19)).shown
'6.8655 CNY/USD'
"""

from .base import Conversion, ExchangeRates, Rate, convert
from .ecb import ECB
from .table import RateTable

__all__ = ["ECB", "Conversion", "ExchangeRates", "Rate", "RateTable", "convert"]
