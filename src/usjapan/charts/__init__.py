"""Charts of the tables: pure functions, frame in, Altair chart out, in one visual language.

Importing this package makes every Altair chart show as a picture with alt text, also offline (see `style`).
"""

from usjapan.charts.bars import bars, claims_by
from usjapan.charts.style import picture
from usjapan.charts.timeline import dated_events, timeline, timeline_text

__all__ = ["bars", "claims_by", "dated_events", "picture", "timeline", "timeline_text"]
