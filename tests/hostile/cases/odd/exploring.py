# Tries: looking around in good faith: help, source, versions, time zones, memory, system.
# Expect: loses nothing
# Cell: own
import inspect
import os
import platform
import sys
from zoneinfo import ZoneInfo

print(sys.version, platform.platform(), os.cpu_count(), os.getcwd(), len(os.listdir(".")))
print(inspect.getsource(usjapan.load)[:100], pd.Timestamp.now(ZoneInfo("Asia/Tokyo")).year > 2000)
help(usjapan.load)
claims.info()
claims.describe(include="all")
pd.Timestamp("2024-04-10", tz="America/New_York")
