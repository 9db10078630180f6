# Tries: to take nearly all the time that each cell may take, in every cell.
# Expect: any mark
# Cell: claims-by-kind
import time

time.sleep(@CELL@ * 0.8)
claims = usjapan.load("claims")
claims_by_kind = claims[claims["report_id"] == "flux2024"]["kind"].value_counts()
# Cell: own first
time.sleep(1)
# Cell: own after demand
time.sleep(@CELL@ * 0.8)
# Cell: own after real-terms
time.sleep(@CELL@ * 0.8)
# Cell: own after money
time.sleep(@CELL@ * 0.8)
