#!/usr/bin/env python3
"""scale.py [FILE]: the costs of a load, and the quota that it reaches first.

Prices, durations and quotas come from FILE. Without FILE they come from scale.json beside this script: copy it, and change the figures to yours.
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
    """The monthly costs of each way to the function, by part."""
    measured = {name: figure["is"] for name, figure in figures["measured"].items()}
    prices, requests = figures["prices"], rate * SECONDS
    compute = (cost(requests, prices["lambda_request"])
               + cost(requests * measured["billed_ms"] / 1000 * measured["memory_mb"] / 1024, prices["lambda_gb_second"]))
    logs = cost(requests * measured["log_bytes"] / GB, prices["log_gb"])
    transfer = cost(requests * measured["answer_bytes"] / GB, prices["transfer_gb"])
    return {
        "HTTP API": {"entry": cost(requests, prices["http_api_request"]), "Lambda": compute, "logs": logs, "transfer": transfer},
        "Function URL": {"entry": 0, "Lambda": compute, "logs": logs, "transfer": transfer},
        "Lex": {"entry": cost(requests, prices["lex_text_request"]), "Lambda": compute, "logs": logs, "transfer": 0},
    }


def quotas(figures):
    """The quotas of each way to the function, as requests a second. The smallest comes first."""
    measured = {name: figure["is"] for name, figure in figures["measured"].items()}
    given = {name: figure["is"] for name, figure in figures["quotas"].items() if name != "about"}
    function = [
        ("Lambda's requests a second", given["lambda_concurrency"] * given["lambda_per_instance"]),
        ("Lambda's concurrency", given["lambda_concurrency"] * 1000 / measured["busy_ms"]),
    ]
    return {entry: sorted(of_entry + function, key=lambda quota: quota[1]) for entry, of_entry in {
        "HTTP API": [("the stack's own throttle", given["http_api_stage_per_second"]), ("API Gateway's account", given["http_api_per_second"])],
        "Function URL": [],
        "Lex": [("Lex's conversations at once", given["lex_conversations"] * 1000 / measured["lex_busy_ms"])],
    }.items()}


def main(path):
    figures = json.loads(pathlib.Path(path).read_text())
    print(f"{'requests/s':>10}  {'by':<12}{'USD a month':>13}{'entry':>13}{'Lambda':>11}{'logs':>11}{'transfer':>11}  quotas that are reached, the first one first")
    limits = quotas(figures)
    for rate in figures["load"]:
        for entry, parts in costs(figures, rate).items():
            over = [name for name, limit in limits[entry] if limit < rate]
            shown = "".join(f"{value:>{width},.0f}" for value, width in zip([sum(parts.values()), *parts.values()], (13, 13, 11, 11, 11)))
            print(f"{rate:>10,}  {entry:<12}{shown}  {', '.join(over) or '-'}")
    print()
    for entry, of_entry in limits.items():
        print(f"{entry}: {', '.join(f'{name} at {limit:,.0f}' for name, limit in of_entry)} requests/s")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("scale.json"))
