#!/usr/bin/env python3
"""The rules for stacks/lex.yaml with any parameters."""
import os
import unittest

from cloudformation import Evaluated, Refused, load

TEMPLATE = load(os.path.join(os.path.dirname(__file__), "../../stacks/lex.yaml"))
ALIAS = "arn:aws:lambda:eu-central-1:123456789012:function:eliza-Function-1A2B:live"


def evaluate(partition="aws", **given):
    return Evaluated(TEMPLATE, partition, **{"FunctionName": "eliza-Function-1A2B", **given})


class Bot(unittest.TestCase):
    def test_the_role_may_do_nothing_and_lex_alone_may_take_it(self):
        (role,) = evaluate().of_type("AWS::IAM::Role").values()
        self.assertEqual(set(role), {"AssumeRolePolicyDocument"})
        self.assertEqual(role["AssumeRolePolicyDocument"]["Statement"],
                         [{"Effect": "Allow", "Principal": {"Service": "lexv2.amazonaws.com"}, "Action": "sts:AssumeRole"}])

    def test_the_role_has_the_bound_that_is_given(self):
        bound = "arn:aws:iam::123456789012:policy/teams/boundary"
        self.assertEqual(evaluate(PermissionsBoundary=bound).properties("BotRole")["PermissionsBoundary"], bound)

    def test_this_account_s_lex_may_invoke_the_alias_for_this_bot_alone(self):
        (permission,) = evaluate().of_type("AWS::Lambda::Permission").values()
        self.assertEqual(permission, {
            "FunctionName": ALIAS, "Action": "lambda:InvokeFunction", "Principal": "lexv2.amazonaws.com", "SourceAccount": "123456789012",
            "SourceArn": "arn:aws:lex:eu-central-1:123456789012:bot-alias/<ElizaBot>/*"})

    def test_every_intent_is_answered_by_the_alias_of_the_function(self):
        stack = evaluate()
        bot, alias = stack.properties("ElizaBot"), stack.properties("BotAlias")
        for settings in (alias["BotAliasLocaleSettings"], bot["TestBotAliasSettings"]["BotAliasLocaleSettings"]):
            self.assertEqual([s["LocaleId"] for s in settings], [locale["LocaleId"] for locale in bot["BotLocales"]])
            for setting in settings:
                self.assertEqual(setting["BotAliasLocaleSetting"]["CodeHookSpecification"]["LambdaCodeHook"]["LambdaArn"], ALIAS)
        for locale in bot["BotLocales"]:
            self.assertTrue(all(intent["FulfillmentCodeHook"]["Enabled"] for intent in locale["Intents"]))
            self.assertTrue(any(intent.get("SampleUtterances") for intent in locale["Intents"]))
            self.assertIn("AMAZON.FallbackIntent", [intent.get("ParentIntentSignature") for intent in locale["Intents"]])

    def test_the_name_of_the_version_has_the_place_for_a_revision_once_where_it_is_made_and_once_where_it_is_used(self):
        (version,) = evaluate().of_type("AWS::Lex::BotVersion")
        self.assertTrue(version.endswith("OfRevision1"))
        self.assertEqual(evaluate().properties("BotAlias")["BotVersion"], f"<{version}.BotVersion>")

    def test_the_console_is_that_of_the_partition(self):
        for partition, domain in (("aws", "console.aws.amazon.com"), ("aws-us-gov", "console.amazonaws-us-gov.com")):
            self.assertEqual(evaluate(partition).outputs["Console"],
                             f"https://eu-central-1.{domain}/lexv2/home?region=eu-central-1#bot/<ElizaBot>")

    def test_values_that_would_deploy_something_broken_are_refused(self):
        for name, value in (("FunctionName", "a:b"), ("FunctionName", ""), ("ChildDirected", "no"), ("IdleSessionSeconds", "59"),
                            ("IdleSessionSeconds", "86401"), ("PermissionsBoundary", "boundary")):
            with self.subTest(f"{name}={value}"), self.assertRaises(Refused):
                evaluate(**{name: value})


if __name__ == "__main__":
    unittest.main()
