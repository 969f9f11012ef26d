"""Evaluates a CloudFormation template against parameters: conditions decided, absent resources gone, references readable.

A reference to a resource becomes "<Name>" or "<Name.Attribute>", so that an assertion reads like the template.
"""
import json
import re

import yaml

PSEUDO = {"AWS::AccountId": "123456789012", "AWS::Region": "eu-central-1", "AWS::StackName": "eliza"}
ABSENT = object()


class Refused(Exception):
    """The parameters break a constraint or a rule of the template."""


class _Loader(yaml.SafeLoader):
    pass


def _short_form(loader, tag, node):
    construct = {yaml.ScalarNode: loader.construct_scalar, yaml.SequenceNode: lambda n: loader.construct_sequence(n, deep=True),
                 yaml.MappingNode: lambda n: loader.construct_mapping(n, deep=True)}[type(node)]
    return {tag if tag in ("Ref", "Condition") else f"Fn::{tag}": construct(node)}


_Loader.add_multi_constructor("!", _short_form)


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, _Loader)


class Evaluated:
    """The resources and outputs that a template has for the given parameters."""

    def __init__(self, template, partition="aws", **given):
        self.template = template
        self.pseudo = {**PSEUDO, "AWS::Partition": partition}
        self.parameters = self._parameters(given)
        self._check_rules()
        self.resources = {name: self._value(resource) for name, resource in template["Resources"].items() if self._exists(resource)}
        self.outputs = {name: self._value(output["Value"]) for name, output in template["Outputs"].items() if self._exists(output)}

    def of_type(self, kind):
        return {name: r["Properties"] for name, r in self.resources.items() if r["Type"] == kind}

    def properties(self, name):
        return self.resources[name]["Properties"]

    def _parameters(self, given):
        declared = self.template["Parameters"]
        unknown = set(given) - set(declared)
        if unknown:
            raise Refused(f"no parameter {unknown}")
        values = {}
        for name, rule in declared.items():
            if name not in given and "Default" not in rule:
                raise Refused(f"{name} is missing")
            values[name] = value = str(given.get(name, rule.get("Default")))
            if not self._fits(value, rule):
                raise Refused(f"{name} {rule.get('ConstraintDescription', 'must be one of ' + str(rule.get('AllowedValues')))}")
        return values

    @staticmethod
    def _fits(value, rule):
        if rule["Type"] == "Number":
            if not re.fullmatch(r"-?\d+", value):
                return False
            if not float(rule.get("MinValue", "-inf")) <= int(value) <= float(rule.get("MaxValue", "inf")):
                return False
        if "AllowedValues" in rule and value not in map(str, rule["AllowedValues"]):
            return False
        return re.fullmatch(rule.get("AllowedPattern", "(?s:.*)"), value) is not None

    def _check_rules(self):
        for rule in self.template.get("Rules", {}).values():
            if self._value(rule["RuleCondition"]):
                for assertion in rule["Assertions"]:
                    if not self._value(assertion["Assert"]):
                        raise Refused(assertion["AssertDescription"])

    def _condition(self, name):
        return self._value(self.template["Conditions"][name])

    def _exists(self, item):
        return "Condition" not in item or self._condition(item["Condition"])

    def _value(self, x):
        if isinstance(x, list):
            return [v for v in map(self._value, x) if v is not ABSENT]
        if not isinstance(x, dict):
            return x
        if len(x) == 1:
            (function, argument), = x.items()
            if function == "Ref":
                return self._ref(argument)
            if function.startswith("Fn::"):
                return getattr(self, "_" + function[4:].lower())(argument)
        return {k: v for k, v in ((k, self._value(v)) for k, v in x.items()) if v is not ABSENT}

    def _ref(self, name):
        if name == "AWS::NoValue":
            return ABSENT
        if name in self.template["Resources"]:
            return self._reference(name)
        return self.pseudo[name] if name in self.pseudo else self.parameters[name]

    def _reference(self, text):
        resource = self.template["Resources"][text.split(".")[0]]
        if not self._exists(resource):
            raise AssertionError(f"{text} is referred to, and does not exist for these parameters")
        return f"<{text}>"

    def _getatt(self, argument):
        return self._reference(argument if isinstance(argument, str) else ".".join(argument))

    def _sub(self, argument):
        text, own = (argument, {}) if isinstance(argument, str) else (argument[0], self._value(argument[1]))
        return re.sub(r"\$\{([^}]+)\}", lambda m: own[m[1]] if m[1] in own else self._getatt(m[1]) if "." in m[1] else self._ref(m[1]), text)

    def _if(self, argument):
        return self._value(argument[1] if self._condition(argument[0]) else argument[2])

    def _equals(self, argument):
        left, right = map(self._value, argument)
        return str(left) == str(right)

    def _not(self, argument):
        return not self._value(argument[0])

    def _split(self, argument):
        return self._value(argument[1]).split(argument[0])


def strings(x):
    """Every text in a value, keys included."""
    if isinstance(x, dict):
        for key, value in x.items():
            yield key
            yield from strings(value)
    elif isinstance(x, list):
        for value in x:
            yield from strings(value)
    else:
        yield x if isinstance(x, str) else json.dumps(x)
