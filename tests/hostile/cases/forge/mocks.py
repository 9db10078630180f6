# Tries: a MagicMock as every answer and as every result.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
from unittest.mock import MagicMock

claims_by_kind = straining_claims = theme_chart = MagicMock()
share_by_theme = money_in_dollars = demanded_amount = in_prices_of = events_in_span = MagicMock()
# Cell: share-by-theme
share_by_theme = MagicMock()
# Cell: demand
demanded_amount = MagicMock(return_value=MagicMock())
