#!/usr/bin/env python3
"""The rules for stacks/observed.yaml with any parameters. Each rule is also tried with a template that breaks it."""
import copy
import os
import random
import re
import unittest

import yaml

from cloudformation import Evaluated, Refused, load, strings

TEMPLATE = load(os.path.join(os.path.dirname(__file__), "../../stacks/observed.yaml"))
KEY = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:eliza/api_key/eliza-20260101T000000Z-a1b2c3"
GIVEN = {"EndpointUrl": "https://abc.execute-api.eu-central-1.amazonaws.com", "Vpc": "vpc-0a1b2c3d",
         "Subnets": "subnet-0a1b2c3d,subnet-1a1b2c3d", "CloudFrontPrefixList": "pl-0a1b2c3d"}
SETS = {"no key": {}, "a key": {"ApiKeySource": KEY}, "a bound": {"PermissionsBoundary": "arn:aws:iam::123456789012:policy/Bound"}}
SECRET_NAMES = re.compile(r"KEY|SECRET|PASSWORD|TOKEN", re.IGNORECASE)


def evaluate(template=TEMPLATE, **given):
    return Evaluated(template, **{**GIVEN, **given})


def container(stack, name):
    (found,) = (c for task in stack.of_type("AWS::ECS::TaskDefinition").values() for c in task["ContainerDefinitions"] if c["Name"] == name)
    return found


def environment(stack, name):
    return {e["Name"]: e["Value"] for e in container(stack, name)["Environment"]}


def configuration(stack):
    return yaml.safe_load(environment(stack, "litellm")["LITELLM_CONFIG"])


# The load balancer's treatment of a path: the matching rule with the lowest priority, its rewrite, its target.

def fits(pattern, path):
    return re.fullmatch("".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in pattern), path) is not None


def route(stack, path):
    for rule in sorted(stack.of_type("AWS::ElasticLoadBalancingV2::ListenerRule").values(), key=lambda r: int(r["Priority"])):
        if all(any(fits(value, path) for value in c["PathPatternConfig"]["Values"]) for c in rule["Conditions"]):
            for transform in rule.get("Transforms", []):
                for rewrite in transform["UrlRewriteConfig"]["Rewrites"]:
                    path = re.sub(rewrite["Regex"], re.sub(r"\$(\d)", r"\\\1", rewrite["Replace"]), path, count=1)
            return rule["Actions"][0]["TargetGroupArn"], path
    return stack.properties("Listener")["DefaultActions"][0]["TargetGroupArn"], path


def random_paths(count, seed=1966):
    """Half of the paths are below /phoenix. Many of the others look almost like these."""
    chance = random.Random(seed)
    for i in range(count):
        tail = "".join(chance.choice("abzAZ09-._~%*?[]$&+/") for _ in range(chance.randrange(12)))
        if i % 2 == 0:
            yield chance.choice(["/phoenix", "/phoenix/", "/phoenix/" + tail])
        else:
            yield chance.choice(["/phoenixx", "/Phoenix/", "/PHOENIX/", "/phoeni", "/v1/phoenix/", "//phoenix/", "/phoenix%2F", "/phoenix-", "/"]) + tail


# The rules.

def every_model_is_bedrock_s(stack):
    models = [m["litellm_params"]["model"] for m in configuration(stack)["model_list"]]
    assert models and all(m.startswith("bedrock/") for m in models), models


def every_model_calls_the_endpoint(stack):
    for model in configuration(stack)["model_list"]:
        assert model["litellm_params"]["aws_bedrock_runtime_endpoint"] == GIVEN["EndpointUrl"], model
    assert not {"AWS_BEARER_TOKEN_BEDROCK", "AWS_BEDROCK_RUNTIME_ENDPOINT"} & set(environment(stack, "litellm")), "the guardrail would call Eliza"


def what_is_under_phoenix_and_nothing_else_goes_to_phoenix(stack):
    for path in random_paths(100):
        under = path == "/phoenix" or path.startswith("/phoenix/")
        wanted = ("<PhoenixTargets>", path[len("/phoenix"):] or "/") if under else ("<LiteLlmTargets>", path)
        assert route(stack, path) == wanted, (path, route(stack, path))
    assert environment(stack, "phoenix")["PHOENIX_HOST_ROOT_PATH"] == "/phoenix"


def each_service_is_behind_its_own_targets(stack):
    for service, name, group in (("LiteLlmService", "litellm", "LiteLlmTargets"), ("PhoenixService", "phoenix", "PhoenixTargets")):
        (balanced,) = stack.properties(service)["LoadBalancers"]
        port = container(stack, name)["PortMappings"][0]["ContainerPort"]
        assert balanced == {"ContainerName": name, "ContainerPort": port, "TargetGroupArn": f"<{group}>"}, balanced
        assert stack.properties(group)["Port"] == port, group


def no_property_holds_a_secret(stack):
    for secret in stack.of_type("AWS::SecretsManager::Secret").values():
        assert "SecretString" not in secret, secret
    own = {f"<{name}>" for name in stack.of_type("AWS::SecretsManager::Secret")}
    for name in ("litellm", "phoenix"):
        assert not [n for n in environment(stack, name) if SECRET_NAMES.search(n)], name
        for secret in container(stack, name)["Secrets"]:
            assert secret["ValueFrom"] in own | {KEY}, secret
    for keys in (c for c in walk(configuration(stack)) if isinstance(c, dict)):
        for key, value in keys.items():
            assert not re.search(r"(key|secret|password)$", key) or str(value).startswith("os.environ/"), key
    assert not [text for text in strings(stack.resources) if "{{resolve:" in text or re.search(r"\bsk-[A-Za-z0-9]", text)]
    assert not [text for text in strings(stack.outputs) if "{{resolve:" in text]


def walk(x):
    yield x
    for each in x.values() if isinstance(x, dict) else x if isinstance(x, list) else ():
        yield from walk(each)


# Actions and resources for which AWS accepts only *, with the reason. There are none.
UNBOUNDED = {}


def no_role_may_more_than_it_needs(stack):
    allowed = {}
    for name, role in stack.of_type("AWS::IAM::Role").items():
        assert "ManagedPolicyArns" not in role, name
        for policy in role["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                assert statement["Effect"] == "Allow", statement
                actions, resources = (x if isinstance(x, list) else [x] for x in (statement["Action"], statement["Resource"]))
                for action in actions:
                    assert "*" not in action, action
                    assert action in UNBOUNDED or not any("*" in resource for resource in resources), statement
                    allowed.setdefault(name, {})[action] = sorted(resources)
    read = sorted({s["ValueFrom"] for n in ("litellm", "phoenix") for s in container(stack, n)["Secrets"]})
    assert allowed == {
        "ExecutionRole": {"secretsmanager:GetSecretValue": read, "logs:CreateLogStream": ["<LogGroup.Arn>"], "logs:PutLogEvents": ["<LogGroup.Arn>"]},
        "LiteLlmRole": {"bedrock:ApplyGuardrail": ["<Guardrail.GuardrailArn>"]}}, allowed


def ecs_alone_takes_the_roles(stack):
    for role in stack.of_type("AWS::IAM::Role").values():
        assert role["AssumeRolePolicyDocument"]["Statement"] == [
            {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole",
             "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}}], role


# Types that nobody outside can reach, except the distribution and those that are checked below.
KINDS = {"AWS::SecretsManager::Secret", "AWS::Bedrock::Guardrail", "AWS::Bedrock::GuardrailVersion", "AWS::Logs::LogGroup", "AWS::IAM::Role",
         "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress", "AWS::ElasticLoadBalancingV2::LoadBalancer",
         "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule",
         "AWS::CloudFront::VpcOrigin", "AWS::CloudFront::Distribution", "AWS::ECS::Cluster", "AWS::ECS::TaskDefinition", "AWS::ECS::Service"}


def nothing_is_public_but_cloudfront(stack):
    assert {r["Type"] for r in stack.resources.values()} <= KINDS
    for balancer in stack.of_type("AWS::ElasticLoadBalancingV2::LoadBalancer").values():
        assert balancer.get("Scheme") == "internal", balancer
    for service in stack.of_type("AWS::ECS::Service").values():
        assert service["NetworkConfiguration"]["AwsvpcConfiguration"]["AssignPublicIp"] == "DISABLED", service
    ingress = [i for group in stack.of_type("AWS::EC2::SecurityGroup").values() for i in group["SecurityGroupIngress"]]
    for each in ingress + list(stack.of_type("AWS::EC2::SecurityGroupIngress").values()):
        assert not {"CidrIp", "CidrIpv6"} & set(each), each
        assert each.get("SourceSecurityGroupId") in {f"<{g}>" for g in stack.of_type("AWS::EC2::SecurityGroup")} or \
            each.get("SourcePrefixListId") == GIVEN["CloudFrontPrefixList"], each
        assert each["IpProtocol"] == "tcp" and each["FromPort"] == each["ToPort"], each


def cloudfront_goes_to_the_internal_load_balancer_and_caches_nothing(stack):
    (distribution,) = stack.of_type("AWS::CloudFront::Distribution").values()
    (origin,) = distribution["DistributionConfig"]["Origins"]
    behaviour = distribution["DistributionConfig"]["DefaultCacheBehavior"]
    assert origin["VpcOriginConfig"]["VpcOriginId"] == "<VpcOrigin.Id>", origin
    assert stack.properties("VpcOrigin")["VpcOriginEndpointConfig"]["Arn"] == "<LoadBalancer>"
    assert behaviour["ViewerProtocolPolicy"] in ("redirect-to-https", "https-only"), behaviour
    assert behaviour["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", behaviour


def images_are_pinned_by_version(stack):
    for name in ("litellm", "phoenix"):
        assert re.search(r":(v|version-)\d+\.\d+\.\d+$", container(stack, name)["Image"]), name


def every_request_passes_the_guardrail(stack):
    (guardrail,) = configuration(stack)["guardrails"]
    parameters = guardrail["litellm_params"]
    assert parameters["guardrail"] == "bedrock" and parameters["mode"] == "pre_call" and parameters["default_on"] is True, parameters
    assert parameters["guardrailIdentifier"] == "<Guardrail.GuardrailId>", parameters
    (version,) = stack.of_type("AWS::Bedrock::GuardrailVersion")
    assert version.endswith("OfRevision1") and parameters["guardrailVersion"] == f"<{version}.Version>", parameters


def traces_go_to_phoenix_with_its_key(stack):
    sent = environment(stack, "litellm")["PHOENIX_COLLECTOR_HTTP_ENDPOINT"]
    assert sent.startswith("http://<LoadBalancer.DNSName>/"), sent
    assert route(stack, sent.removeprefix("http://<LoadBalancer.DNSName>")) == ("<PhoenixTargets>", "/v1/traces"), sent
    keys = [next(s["ValueFrom"] for s in container(stack, c)["Secrets"] if s["Name"] == n) for c, n in (("litellm", "PHOENIX_API_KEY"), ("phoenix", "PHOENIX_ADMIN_SECRET"))]
    assert keys[0] == keys[1], keys
    assert configuration(stack)["litellm_settings"]["callbacks"] == ["arize_phoenix"]
    assert environment(stack, "phoenix")["PHOENIX_ENABLE_AUTH"] == "true"


# A way to break each rule: the rule, the resource, the change of its properties.

def config(old, new):
    def spoil(task):
        (variable,) = (e for e in task["ContainerDefinitions"][0]["Environment"] if e["Name"] == "LITELLM_CONFIG")
        text = variable["Value"]["Fn::Sub"]
        assert old in text[0], old
        text[0] = text[0].replace(old, new)
    return spoil


def put(value, *path):
    def spoil(properties):
        for step in path[:-1]:
            properties = properties[step]
        properties[path[-1]] = value
    return spoil


def add(value, *path):
    def spoil(properties):
        for step in path:
            properties = properties[step]
        properties.append(value)
    return spoil


ANYBODY = {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0"}
PATTERNS = ("Conditions", 0, "PathPatternConfig", "Values")
STATEMENTS = ("Policies", 0, "PolicyDocument", "Statement")
MUTATIONS = [
    (every_model_is_bedrock_s, "LiteLlmTask", config("bedrock/converse/doctor", "openai/gpt-4")),
    (every_model_calls_the_endpoint, "LiteLlmTask", config("${EndpointUrl}", "https://elsewhere.example")),
    (every_model_calls_the_endpoint, "LiteLlmTask",
     add({"Name": "AWS_BEARER_TOKEN_BEDROCK", "Value": "x"}, "ContainerDefinitions", 0, "Environment")),
    (what_is_under_phoenix_and_nothing_else_goes_to_phoenix, "PhoenixRule", put(["/phoenix/*"], *PATTERNS)),
    (what_is_under_phoenix_and_nothing_else_goes_to_phoenix, "PhoenixRule", put(["/phoenix*"], *PATTERNS)),
    (what_is_under_phoenix_and_nothing_else_goes_to_phoenix, "PhoenixRule", put(["/phoenix", "/?hoenix/*"], *PATTERNS)),
    (what_is_under_phoenix_and_nothing_else_goes_to_phoenix, "PhoenixRule", put([], "Transforms")),
    (what_is_under_phoenix_and_nothing_else_goes_to_phoenix, "PhoenixRule",
     put("^/phoenix/(.*)$", "Transforms", 0, "UrlRewriteConfig", "Rewrites", 0, "Regex")),
    (each_service_is_behind_its_own_targets, "PhoenixService", put({"Ref": "LiteLlmTargets"}, "LoadBalancers", 0, "TargetGroupArn")),
    (no_property_holds_a_secret, "PhoenixTask", add({"Name": "PHOENIX_SECRET", "Value": "x"}, "ContainerDefinitions", 0, "Environment")),
    (no_property_holds_a_secret, "LiteLlmKey", put("sesame", "SecretString")),
    (no_property_holds_a_secret, "LiteLlmTask", config("os.environ/LITELLM_MASTER_KEY", "sesame")),
    (no_property_holds_a_secret, "LogGroup", put("{{resolve:secretsmanager:x}}", "LogGroupName")),
    (no_role_may_more_than_it_needs, "LiteLlmRole", put("*", *STATEMENTS, 0, "Resource")),
    (no_role_may_more_than_it_needs, "LiteLlmRole", put("bedrock:*", *STATEMENTS, 0, "Action")),
    (no_role_may_more_than_it_needs, "ExecutionRole", put(["arn:aws:iam::aws:policy/AdministratorAccess"], "ManagedPolicyArns")),
    (ecs_alone_takes_the_roles, "LiteLlmRole", put("*", "AssumeRolePolicyDocument", "Statement", 0, "Principal")),
    (nothing_is_public_but_cloudfront, "LoadBalancer", put("internet-facing", "Scheme")),
    (nothing_is_public_but_cloudfront, "LiteLlmService", put("ENABLED", "NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp")),
    (nothing_is_public_but_cloudfront, "BalancerGroup", add(ANYBODY, "SecurityGroupIngress")),
    (nothing_is_public_but_cloudfront, "TracesIngress", put("0.0.0.0/0", "CidrIp")),
    (cloudfront_goes_to_the_internal_load_balancer_and_caches_nothing, "Distribution",
     put("allow-all", "DistributionConfig", "DefaultCacheBehavior", "ViewerProtocolPolicy")),
    (cloudfront_goes_to_the_internal_load_balancer_and_caches_nothing, "VpcOrigin", put({"Ref": "Cluster"}, "VpcOriginEndpointConfig", "Arn")),
    (images_are_pinned_by_version, "PhoenixTask", put("arizephoenix/phoenix:latest", "ContainerDefinitions", 0, "Image")),
    (every_request_passes_the_guardrail, "LiteLlmTask", config("default_on: true", "default_on: false")),
    (traces_go_to_phoenix_with_its_key, "PhoenixTask", put({"Ref": "LiteLlmKey"}, "ContainerDefinitions", 0, "Secrets", 1, "ValueFrom")),
]
RULES = list(dict.fromkeys(rule for rule, _, _ in MUTATIONS))


class Rules(unittest.TestCase):
    def test_every_rule_holds_for_every_set_of_parameters(self):
        for name, given in SETS.items():
            for rule in RULES:
                with self.subTest(f"{rule.__name__}, {name}"):
                    rule(evaluate(**given))

    def test_every_rule_refuses_a_template_that_breaks_it(self):
        for number, (rule, resource, spoil) in enumerate(MUTATIONS):
            with self.subTest(f"{rule.__name__}, mutation {number} of {resource}"):
                template = copy.deepcopy(TEMPLATE)
                spoil(template["Resources"][resource]["Properties"])
                with self.assertRaises(AssertionError):
                    rule(evaluate(template, ApiKeySource=KEY))

    def test_the_load_balancer_is_followed_as_it_works(self):
        for pattern, path, wanted in (("/a/*", "/a/", True), ("/a/*", "/a", False), ("/a?", "/ab", True), ("/a?", "/a", False), ("/A", "/a", False),
                                      ("/[a]", "/a", False), ("/a*", "/a/b/c", True), ("/a.b", "/axb", False)):
            self.assertEqual(fits(pattern, path), wanted, (pattern, path))


class Parameters(unittest.TestCase):
    def test_the_key_is_handed_over_if_there_is_one(self):
        for given, secrets in (({}, ["MASTER_KEY", "PHOENIX_API_KEY"]), ({"ApiKeySource": KEY}, ["MASTER_KEY", "PHOENIX_API_KEY", "ELIZA_KEY"])):
            stack = evaluate(**given)
            self.assertEqual([s["Name"] for s in container(stack, "litellm")["Secrets"]], secrets)
            self.assertEqual(configuration(stack)["model_list"][0]["litellm_params"].get("api_key"), "os.environ/ELIZA_KEY" if given else None)

    def test_the_roles_have_the_bound_that_is_given(self):
        for role in evaluate(**SETS["a bound"]).of_type("AWS::IAM::Role").values():
            self.assertEqual(role["PermissionsBoundary"], "arn:aws:iam::123456789012:policy/Bound")

    def test_values_that_would_deploy_something_broken_are_refused(self):
        for name, value in (("EndpointUrl", "https://host/"), ("EndpointUrl", "https://host/v1"), ("EndpointUrl", "http://host"), ("ApiKeySource", "sk-plain-key"),
                            ("ApiKeySource", "ssm:/key"), ("Vpc", "default"), ("Subnets", "subnet-0a1b2c3d"), ("Subnets", "a,b"), ("CloudFrontPrefixList", ""),
                            ("PermissionsBoundary", "boundary")):
            with self.subTest(f"{name}={value}"), self.assertRaises(Refused):
                evaluate(**{name: value})

    def test_the_template_may_be_sent_without_a_bucket(self):
        self.assertLess(os.path.getsize(os.path.join(os.path.dirname(__file__), "../../stacks/observed.yaml")), 51200)


if __name__ == "__main__":
    unittest.main()
