#!/usr/bin/env python3
"""The results of deploy/scale.py."""
import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "deploy"))
import scale  # noqa: E402

FIGURES = json.loads((ROOT / "deploy/scale.json").read_text())


def run(*arguments):
    return subprocess.run([sys.executable, ROOT / "deploy/scale.py", *arguments], capture_output=True, text=True, check=True).stdout


class Scale(unittest.TestCase):
    def test_the_documentation_shows_its_output(self):
        self.assertIn(run(), (ROOT / "docs/stacks.md").read_text())

    def test_another_file_is_read_instead(self):
        figures = copy.deepcopy(FIGURES)
        figures["load"] = [7]
        figures["prices"]["http_api_request"] = [[None, 1]]
        path = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "mine.json"
        path.write_text(json.dumps(figures))
        self.assertRegex(run(path), r"\n +7  HTTP API +18,144,0\d\d +18,144,000 ")

    def test_a_tier_costs_its_own_price(self):
        tiers = [[10, 3], [30, 2], [None, 1]]
        for amount, expected in ((0, 0), (4, 12), (10, 30), (11, 32), (30, 70), (35, 75)):
            self.assertEqual(scale.cost(amount, tiers), expected)

    def test_a_million_requests_cost_what_the_price_pages_say(self):
        parts = scale.costs(FIGURES, 1e6 / scale.SECONDS)
        self.assertAlmostEqual(parts["HTTP API"]["entry"], 1.00)
        self.assertAlmostEqual(parts["Lex"]["entry"], 750)
        self.assertAlmostEqual(parts["Function URL"]["Lambda"], 0.20 + 250 * 0.0000166667)

    def test_costs_grow_with_the_load_and_never_faster(self):
        dice = random.Random(22)
        for _ in range(500):
            less = dice.uniform(0.01, 1e6)
            more = less * dice.uniform(1.01, 1000)
            for entry, parts in scale.costs(FIGURES, less).items():
                for part, value in parts.items():
                    grown = scale.costs(FIGURES, more)[entry][part]
                    self.assertLessEqual(value, grown)
                    self.assertLessEqual(grown, value * more / less * 1.000001)
                self.assertLess(sum(parts.values()), sum(scale.costs(FIGURES, more)[entry].values()))

    def test_the_first_quota_is_the_smallest_whatever_the_figures_are(self):
        dice = random.Random(22)
        for _ in range(200):
            figures = copy.deepcopy(FIGURES)
            for of in ("measured", "quotas"):
                for name in figures[of].keys() - {"about"}:
                    figures[of][name]["is"] = dice.uniform(1, 1e5)
            for limits in scale.quotas(figures).values():
                self.assertEqual(limits[0][1], min(limit for _, limit in limits))

    def test_ours_are_those_of_the_template(self):
        template = (ROOT / "template.yaml").read_text()
        for parameter, figure in (("MemorySize", FIGURES["measured"]["memory_mb"]), ("ThrottlingRateLimit", FIGURES["quotas"]["http_api_stage_per_second"])):
            self.assertEqual(re.search(rf"  {parameter}:\n    Type: Number\n    Default: (\d+)", template)[1], str(figure["is"]))


if __name__ == "__main__":
    unittest.main()
