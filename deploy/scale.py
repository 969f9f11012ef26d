#!/usr/bin/env python3
"""scale.py [FILE]: what a load costs, and which quota ends first.

Prices, durations and quotas are those of FILE, which is scale.json beside this script: copy it, and put in your own.
"""
import json
import pathlib
import sys

SECONDS = 30 * 24 * 3600
GB = 1024 ** 3


def cost(amount, tiers):
    """What an amount costs when each tier has its price."""
    total, begin = 0, 0
    for end, price in tiers:
        end = amount if end is None else min(end, amount)
        total += max(end - begin, 0) * price
        begin = max(begin, end)
    return total


def costs(figures, rate):
    """The costs of a month by part, of each door."""
    measured = {name: figure["is"] for name, figure in figures["measured"].items()}
    prices, requests = figures["prices"], rate * SECONDS
    compute = (cost(requests, prices["lambda_request"])
               + cost(requests * measured["billed_ms"] / 1000 * measured["memory_mb"] / 1024, prices["lambda_gb_second"]))
    logs = cost(requests * measured["log_bytes"] / GB, prices["log_gb"])
    transfer = cost(requests * measured["answer_bytes"] / GB, prices["transfer_gb"])
    return {
        "HTTP API": {"door": cost(requests, prices["http_api_request"]), "Lambda": compute, "logs": logs, "transfer": transfer},
        "Function URL": {"door": 0, "Lambda": compute, "logs": logs, "transfer": transfer},
        "Lex": {"door": cost(requests, prices["lex_text_request"]), "Lambda": compute, "logs": logs, "transfer": 0},
    }


def quotas(figures):
    """The quotas of each door as requests a second, the smallest first."""
    measured = {name: figure["is"] for name, figure in figures["measured"].items()}
    given = {name: figure["is"] for name, figure in figures["quotas"].items() if name != "about"}
    function = [
        ("Lambda's requests a second", given["lambda_concurrency"] * given["lambda_per_instance"]),
        ("Lambda's concurrency", given["lambda_concurrency"] * 1000 / measured["busy_ms"]),
    ]
    return {door: sorted(of_door + function, key=lambda quota: quota[1]) for door, of_door in {
        "HTTP API": [("the stack's own throttle", given["http_api_stage_per_second"]), ("API Gateway's account", given["http_api_per_second"])],
        "Function URL": [],
        "Lex": [("Lex's conversations at once", given["lex_conversations"] * 1000 / measured["lex_busy_ms"])],
    }.items()}


def main(path):
    figures = json.loads(pathlib.Path(path).read_text())
    print(f"{'requests/s':>10}  {'by':<12}{'USD a month':>13}{'door':>13}{'Lambda':>11}{'logs':>11}{'transfer':>11}  quotas that end, the first one first")
    limits = quotas(figures)
    for rate in figures["load"]:
        for door, parts in costs(figures, rate).items():
            over = [name for name, limit in limits[door] if limit < rate]
            shown = "".join(f"{value:>{width},.0f}" for value, width in zip([sum(parts.values()), *parts.values()], (13, 13, 11, 11, 11)))
            print(f"{rate:>10,}  {door:<12}{shown}  {', '.join(over) or '-'}")
    print()
    for door, of_door in limits.items():
        print(f"{door}: {', '.join(f'{name} at {limit:,.0f}' for name, limit in of_door)} requests/s")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("scale.json"))
