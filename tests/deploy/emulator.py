#!/usr/bin/env python3
"""The emulated AWS of ../shared/aws with what it lacks: Lex V2 (lex.py), and what is around LiteLLM and Phoenix (observed.py). Its options and requests are the same, and so is its README.

Added to it:
- the resource types AWS::Lex::Bot, BotVersion and BotAlias;
- RecognizeText of lexv2-runtime, which calls the function of the alias as Lex does and holds its answer to Lex's rules;
- the resource types of stacks/observed.yaml, kept without any effect; subnets and prefix lists, which moto has;
- in /_fake/resources, "bots" with what each has, "observed" with those types, and "litellm" with what its task is started with.
"""
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/aws"))
import fakeaws  # it reports what is missing, and exits with 3

import lex
import observed
import resources


class App(fakeaws.App):
    def own(self, request):
        if request.path == "/moto-api/reset":
            lex.BOTS.clear()
            observed.KEPT.clear()
        return lex.serve(request, self.functions) or super().own(request)


listed = fakeaws.resources
fakeaws.resources = lambda regions: dict(sorted({**listed(regions), "bots": lex.described(), "litellm": observed.litellm(), "observed": observed.described()}.items()))
fakeaws.App = App
resources.HANDLERS.update({**lex.HANDLERS, **observed.HANDLERS})

if __name__ == "__main__":
    fakeaws.main()
