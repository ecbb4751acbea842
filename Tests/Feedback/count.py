"""Counts a report of feedback in UTF-8 with days as M/D/YY, to hold the program's figures against.

usage: count.py REPORT AS-OF; prints {window: [total, positive, its percent, neutral, its percent, negative, its percent]}
"""
import datetime, decimal, json, sys

as_of = datetime.date.fromisoformat(sys.argv[2])
latest = {}
for line in open(sys.argv[1], encoding="utf-8-sig").read().splitlines()[1:]:
    cells = line.split("\t")
    try:
        date = datetime.datetime.strptime(cells[0], "%m/%d/%y").date()
    except ValueError:
        continue
    if len(cells) == 6 and (cells[4] not in latest or latest[cells[4]][0] <= date):
        latest[cells[4]] = (date, int(cells[1]))

result = {}
for name, first in [(str(n), as_of - datetime.timedelta(n)) for n in (30, 90, 365)] + [("lifetime", datetime.date.min)]:
    stars = [rating for date, rating in latest.values() if first < date <= as_of]
    row = [len(stars)]
    for ratings in ((4, 5), (3,), (1, 2)):
        count = sum(rating in ratings for rating in stars)
        share = decimal.Decimal(100 * count) / len(stars) if stars else None
        row += [count, share and int(share.quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP)) if share is not None else None]
    result[name] = row
print(json.dumps(result))
