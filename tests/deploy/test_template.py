#!/usr/bin/env python3
"""The rules for template.yaml with any parameters. cfn-lint does not check them."""
import functools
import json
import os
import re
import unittest

from cloudformation import Evaluated, Refused, load, strings

TEMPLATE = load(os.path.join(os.path.dirname(__file__), "../../template.yaml"))
CODE = {"LambdaS3Bucket": "some-bucket", "LambdaS3Key": "eliza/native.zip"}
DIGEST = "ab" * 32
JWT = {"JwtIssuer": "https://issuer.example/", "JwtAudience": "one,two"}
SETS = {
    "defaults": {},
    "an API key": {"ApiKeySha256": DIGEST, "ApiKeySource": "ssm:/eliza/key"},
    "a JWT authorizer": JWT,
    "a Function URL": {"FunctionUrl": "true"},
    "tracing": {"Tracing": "true"},
    "alarms by e-mail": {"AlarmEmail": "ops@example.com"},
    "reserved concurrency": {"ReservedConcurrency": "5"},
    "the portable build": {"Runtime": "dotnet10", "Architecture": "arm64"},
    "a log group's name": {"LogGroupName": "/eliza/talk", "LogRetentionDays": "7"},
    "an object version": {"LambdaS3ObjectVersion": "abc.123_X"},
    "a key for the log groups": {"LogKmsKeyArn": "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-0123456789ab"},
    "a permissions boundary": {"PermissionsBoundary": "arn:aws:iam::123456789012:policy/teams/boundary"},
    "everything": {"ApiKeySha256": f"{DIGEST},{DIGEST}", "FunctionUrl": "true", "Tracing": "true", "AlarmEmail": "ops@example.com",
                   "ReservedConcurrency": "0", "LogRequests": "true", "AllowedCallerCIDR": "203.0.113.0/24,2001:db8::/32"},
}


def evaluate(**given):
    return Evaluated(TEMPLATE, **CODE, **given)


def for_every_set(rule):
    @functools.wraps(rule)
    def test(self):
        for name, given in SETS.items():
            with self.subTest(name):
                rule(self, given, evaluate(**given))
    return test


class EverySet(unittest.TestCase):
    """Each rule, for each set of parameters."""

    @for_every_set
    def test_the_role_may_write_its_own_log_and_nothing_else(self, given, stack):
        (role,) = stack.of_type("AWS::IAM::Role").values()
        self.assertNotIn("ManagedPolicyArns", role)
        statements = [s for policy in role["Policies"] for s in policy["PolicyDocument"]["Statement"]]
        log = {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "<LogGroup.Arn>"}
        trace = {"Effect": "Allow", "Action": ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "Resource": "*"}
        self.assertEqual(statements, [log, trace] if given.get("Tracing") == "true" else [log])
        self.assertEqual(stack.of_type("AWS::IAM::Policy") | stack.of_type("AWS::IAM::RolePolicy"), {})

    @for_every_set
    def test_the_role_has_the_bound_that_is_given(self, given, stack):
        self.assertEqual(stack.properties("Role").get("PermissionsBoundary"), given.get("PermissionsBoundary"))

    @for_every_set
    def test_only_lambda_may_take_the_role(self, _, stack):
        (statement,) = stack.properties("Role")["AssumeRolePolicyDocument"]["Statement"]
        self.assertEqual(statement, {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"})

    @for_every_set
    def test_api_gateway_may_invoke_the_alias_for_this_api_alone(self, _, stack):
        (permission,) = (p for p in stack.of_type("AWS::Lambda::Permission").values() if p["Principal"] != "*")
        self.assertEqual(permission, {
            "FunctionName": "<Alias>", "Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com",
            "SourceArn": "arn:aws:execute-api:eu-central-1:123456789012:<Api>/*"})

    @for_every_set
    def test_the_public_may_invoke_only_through_a_function_url(self, given, stack):
        public = [p for p in stack.of_type("AWS::Lambda::Permission").values() if p["Principal"] == "*"]
        self.assertEqual(len(public), 2 if given.get("FunctionUrl") == "true" else 0)
        for permission in public:
            self.assertEqual(permission["FunctionName"], "<Alias>")
            self.assertTrue(permission.get("FunctionUrlAuthType") == "NONE" or permission.get("InvokedViaFunctionUrl") is True)

    @for_every_set
    def test_every_route_leads_to_the_alias(self, _, stack):
        (integration,) = stack.of_type("AWS::ApiGatewayV2::Integration").values()
        self.assertEqual((integration["IntegrationUri"], integration["PayloadFormatVersion"]), ("<Alias>", "2.0"))
        routes = stack.of_type("AWS::ApiGatewayV2::Route").values()
        self.assertEqual({route["Target"] for route in routes}, {"integrations/<Integration>"})
        self.assertIn("$default", {route["RouteKey"] for route in routes})
        (stage,) = stack.of_type("AWS::ApiGatewayV2::Stage").values()
        self.assertEqual((stage["StageName"], stage["AutoDeploy"]), ("$default", True))

    @for_every_set
    def test_no_route_but_liveness_and_preflight_escapes_the_authorizer(self, given, stack):
        open_routes = {r["RouteKey"] for r in stack.of_type("AWS::ApiGatewayV2::Route").values() if r["AuthorizationType"] == "NONE"}
        self.assertEqual(open_routes, {"GET /health", "OPTIONS /{proxy+}"} if "JwtIssuer" in given else {"$default"})
        guarded = [r for r in stack.of_type("AWS::ApiGatewayV2::Route").values() if r["AuthorizationType"] == "JWT"]
        self.assertTrue(all(r["AuthorizerId"] == "<Authorizer>" for r in guarded))

    @for_every_set
    def test_the_gateway_leaves_cors_to_the_function(self, _, stack):
        self.assertNotIn("CorsConfiguration", stack.properties("Api"))

    @for_every_set
    def test_no_property_holds_a_secret_or_asks_for_one(self, _, stack):
        for text in strings([stack.resources, stack.outputs]):
            self.assertNotIn("{{resolve:", text)
        self.assertEqual([r for r in stack.resources.values() if r["Type"].startswith(("AWS::SecretsManager", "AWS::SSM"))], [])

    @for_every_set
    def test_a_key_is_asked_for_exactly_when_there_is_a_digest(self, given, stack):
        variables = stack.properties("Function")["Environment"]["Variables"]
        self.assertEqual(variables["API_KEY_SHA256"], given.get("ApiKeySha256", ""))
        self.assertEqual(variables["REQUIRE_API_KEY"], "true" if "ApiKeySha256" in given else "false")
        self.assertNotIn("API_KEY", variables)

    @for_every_set
    def test_replies_are_streamed_exactly_when_there_is_a_function_url(self, given, stack):
        urls = stack.of_type("AWS::Lambda::Url")
        self.assertEqual(len(urls), 1 if given.get("FunctionUrl") == "true" else 0)
        self.assertEqual(stack.properties("Function")["Environment"]["Variables"]["RESPONSE_STREAMING"], str(bool(urls)).lower())
        self.assertEqual("FunctionUrl" in stack.outputs, bool(urls))
        for url in urls.values():
            self.assertEqual((url["Qualifier"], url["InvokeMode"]), ("live", "RESPONSE_STREAM"))

    @for_every_set
    def test_every_log_group_belongs_to_the_stack_and_forgets(self, given, stack):
        for name, group in stack.of_type("AWS::Logs::LogGroup").items():
            self.assertEqual(stack.resources[name]["DeletionPolicy"], "Delete")
            self.assertEqual(str(group["RetentionInDays"]), given.get("LogRetentionDays", "30"))
            self.assertEqual(group.get("KmsKeyId"), given.get("LogKmsKeyArn"))
        self.assertEqual(stack.properties("Function")["LoggingConfig"]["LogGroup"], "<LogGroup>")
        self.assertEqual(stack.properties("LogGroup")["LogGroupName"], given.get("LogGroupName", "/aws/lambda/eliza"))

    @for_every_set
    def test_a_line_of_the_access_log_is_json_without_text_of_the_caller(self, _, stack):
        settings = stack.properties("Stage")["AccessLogSettings"]
        self.assertEqual(settings["DestinationArn"], "<AccessLogGroup.Arn>")
        line = json.loads(re.sub(r"\$context\.[\w.]+", "x", settings["Format"]))
        self.assertIn("status_code", line)
        for callers in ("path", "userAgent", "error.message", "integrationErrorMessage"):
            self.assertNotIn(f"$context.{callers}", settings["Format"])

    @for_every_set
    def test_a_new_revision_is_a_new_version_and_the_old_ones_stay(self, given, stack):
        for policy in ("DeletionPolicy", "UpdateReplacePolicy"):
            self.assertEqual(stack.resources["Version"][policy], "Retain")
        self.assertEqual(stack.properties("Alias")["FunctionVersion"], "<Version.Version>")
        later = evaluate(**given, Revision="2")
        for name in ("Version", "Function"):  # both are needed: Lambda refuses to publish an unchanged function
            self.assertNotEqual(stack.properties(name)["Description"], later.properties(name)["Description"])

    @for_every_set
    def test_alarms_tell_the_address_if_there_is_one(self, given, stack):
        alarms = stack.of_type("AWS::CloudWatch::Alarm").values()
        self.assertEqual({alarm["MetricName"] for alarm in alarms}, {"Errors", "Throttles", "Duration", "5xx", "RefusedCallers"})
        for alarm in alarms:
            self.assertEqual(alarm.get("AlarmActions"), ["<AlarmTopic>"] if "AlarmEmail" in given else None)
            self.assertEqual(alarm["TreatMissingData"], "notBreaching")
        self.assertEqual(len(stack.of_type("AWS::SNS::Subscription")), 1 if "AlarmEmail" in given else 0)

    @for_every_set
    def test_refused_callers_are_counted_once_and_rung_for(self, given, stack):
        filters = stack.of_type("AWS::Logs::MetricFilter")
        counted = {name: f["LogGroupName"] for name, f in filters.items()}
        self.assertEqual(counted, {"RefusedByFunction": "<LogGroup>"} | ({"RefusedByAuthorizer": "<AccessLogGroup>"} if "JwtIssuer" in given else {}))
        alarm = stack.properties("RefusedCallersAlarm")
        for f in filters.values():
            (metric,) = f["MetricTransformations"]
            self.assertEqual((metric["MetricNamespace"], metric["MetricName"]), (alarm["Namespace"], alarm["MetricName"]))
            self.assertTrue("401" in f["FilterPattern"] and "403" in f["FilterPattern"])
        if "RefusedByAuthorizer" in filters:  # requests that reached the function have a status of the integration
            self.assertIn('$.integration_status = "-"', filters["RefusedByAuthorizer"]["FilterPattern"])

    @for_every_set
    def test_the_dashboard_is_json_and_named_for_stack_and_region(self, _, stack):
        dashboard = stack.properties("Dashboard")
        self.assertEqual(dashboard["DashboardName"], "eliza-eu-central-1")
        self.assertEqual(len(json.loads(dashboard["DashboardBody"])["widgets"]), 3)

    @for_every_set
    def test_traffic_is_throttled(self, _, stack):
        settings = stack.properties("Stage")["DefaultRouteSettings"]
        self.assertEqual((settings["ThrottlingRateLimit"], settings["ThrottlingBurstLimit"]), ("50", "100"))

    @for_every_set
    def test_the_outputs_say_where_it_is(self, given, stack):
        self.assertEqual(stack.outputs["ApiUrl"], "<Api.ApiEndpoint>")
        self.assertEqual(stack.outputs["ChatCompletionsUrl"], "<Api.ApiEndpoint>/v1/chat/completions")
        self.assertEqual((stack.outputs["FunctionName"], stack.outputs["LogGroupName"]), ("<Function>", "<LogGroup>"))
        self.assertEqual(stack.outputs.get("ApiKeySource"), given.get("ApiKeySource"))


class Partitions(unittest.TestCase):
    """AWS has several partitions: for China, for governments, for Europe. Each has its own names."""

    def test_every_arn_is_of_the_partition_that_the_stack_is_in(self):
        for partition in ("aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso-b"):
            account = f"arn:{partition}:{{}}:some-region-1:123456789012:"
            arns = {"ApiKeySource": account.format("secretsmanager") + "secret:eliza/api_key/eliza-20260101T000000Z-a1b2c3",
                    "LogKmsKeyArn": account.format("kms") + "key/0a1b2c3d", "PermissionsBoundary": f"arn:{partition}:iam::aws:policy/Bound"}
            for name, given in SETS.items():
                with self.subTest(partition=partition, set=name):
                    stack = Evaluated(TEMPLATE, partition, **CODE, **{**given, **arns})
                    found = re.findall(r"arn:[\w-]*:", " ".join(strings([stack.resources, stack.outputs])))
                    self.assertGreaterEqual(len(found), 4)
                    self.assertEqual(set(found), {f"arn:{partition}:"})

    def test_no_address_has_a_domain_of_one_partition(self):
        """The names of services that may take a role or invoke a function end in amazonaws.com everywhere."""
        domains = [text for text in strings(TEMPLATE["Resources"]) if "amazonaws" in text]
        self.assertEqual(sorted(domains), ["apigateway.amazonaws.com", "lambda.amazonaws.com"])


class Parameters(unittest.TestCase):
    def test_optional_properties_follow_their_parameters(self):
        function = evaluate(**SETS["everything"]).properties("Function")
        self.assertEqual((function["ReservedConcurrentExecutions"], function["TracingConfig"]["Mode"]), ("0", "Active"))
        plain = evaluate().properties("Function")
        self.assertNotIn("ReservedConcurrentExecutions", plain)
        self.assertNotIn("S3ObjectVersion", plain["Code"])
        self.assertEqual((plain["MemorySize"], plain["Timeout"], plain["Runtime"]), ("256", "10", "provided.al2023"))
        self.assertEqual(evaluate(**SETS["an object version"]).properties("Function")["Code"]["S3ObjectVersion"], "abc.123_X")

    def test_audiences_are_a_list(self):
        configuration = evaluate(**JWT).properties("Authorizer")["JwtConfiguration"]
        self.assertEqual(configuration, {"Issuer": "https://issuer.example/", "Audience": ["one", "two"]})

    def test_issuer_and_audience_come_together_and_without_a_way_round_them(self):
        for given in ({"JwtIssuer": JWT["JwtIssuer"]}, {"JwtAudience": "one"}, {**JWT, "FunctionUrl": "true"}):
            with self.subTest(str(given)), self.assertRaises(Refused):
                evaluate(**given)

    def test_values_that_would_deploy_something_broken_are_refused(self):
        for name, value in (
                ("AllowedCallerCIDR", "203.0.113.7"), ("AllowedCallerCIDR", "everybody"), ("AllowedCallerCIDR", "10.0.0.0/8;10.1.0.0/16"),
                ("TrustedProxyCIDR", "proxy.example/24"), ("ApiKeySha256", "sk-plain-key"), ("ApiKeySha256", DIGEST[1:]),
                ("ApiKeySha256", DIGEST.upper()), ("ApiKeySource", "sk-plain-key"), ("LogKmsKeyArn", "alias/logs"),
                ("LogKmsKeyArn", "arn:aws:kms:eu-central-1:123456789012:alias/logs"), ("PermissionsBoundary", "boundary"), ("JwtIssuer", "http://issuer.example"),
                ("JwtAudience", "one, two"), ("SystemMessages", "no"), ("LogRequests", "yes"), ("LogRetentionDays", "31"),
                ("MemorySize", "64"), ("MemorySize", "10241"), ("Timeout", "31"), ("Timeout", "0"), ("Architecture", "riscv64"),
                ("Runtime", "dotnet6"), ("ReservedConcurrency", "-2"), ("ThrottlingRateLimit", "0"), ("ThrottlingBurstLimit", "0"),
                ("AlarmEmail", "ops"), ("LogGroupName", "a b"), ("Revision", ""), ("FunctionUrl", "BUFFERED"), ("Tracing", "Active")):
            with self.subTest(f"{name}={value}"), self.assertRaises(Refused):
                evaluate(**{name: value})

    def test_every_parameter_says_what_it_is_and_what_is_wrong(self):
        for name, rule in TEMPLATE["Parameters"].items():
            with self.subTest(name):
                self.assertIn("Description", rule)
                self.assertTrue("AllowedValues" in rule or "ConstraintDescription" in rule)
                self.assertTrue({"AllowedValues", "AllowedPattern", "MinValue"} & set(rule))

    def test_every_parameter_is_in_one_group(self):
        groups = TEMPLATE["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
        grouped = [name for group in groups for name in group["Parameters"]]
        self.assertEqual(sorted(grouped), sorted(TEMPLATE["Parameters"]))

    def test_only_the_place_of_the_code_has_no_default(self):
        self.assertEqual({name for name, rule in TEMPLATE["Parameters"].items() if "Default" not in rule}, set(CODE))

    def test_the_template_may_be_sent_without_a_bucket(self):
        self.assertLess(os.path.getsize(os.path.join(os.path.dirname(__file__), "../../template.yaml")), 51200)


if __name__ == "__main__":
    unittest.main()
