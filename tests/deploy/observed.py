"""The resource types of stacks/observed.yaml, as far as a deployment sees them: each is kept by its name, with the attributes that others refer to."""
import uuid

import moto.ec2.responses  # noqa: F401: subnets and prefix lists

from backend import ACCOUNT
from resources import Handler

KEPT = {}  # physical id -> (type, properties)
ATTRIBUTES = {
    "AWS::Bedrock::Guardrail": {"GuardrailId": "{ref}", "GuardrailArn": "arn:aws:bedrock:{region}:{account}:guardrail/{ref}"},
    "AWS::Bedrock::GuardrailVersion": {"Version": "1"},
    "AWS::CloudFront::Distribution": {"DomainName": "{ref}.cloudfront.net"},
    "AWS::CloudFront::VpcOrigin": {"Id": "{ref}"},
    "AWS::EC2::SecurityGroup": {"GroupId": "{ref}"},
    "AWS::EC2::SecurityGroupIngress": {},
    "AWS::ECS::Cluster": {},
    "AWS::ECS::Service": {},
    "AWS::ECS::TaskDefinition": {},
    "AWS::ElasticLoadBalancingV2::Listener": {},
    "AWS::ElasticLoadBalancingV2::ListenerRule": {},
    "AWS::ElasticLoadBalancingV2::LoadBalancer": {"DNSName": "internal-{ref}.{region}.elb.amazonaws.com"},
    "AWS::ElasticLoadBalancingV2::TargetGroup": {},
}


class Kept(Handler):
    def __init__(self, kind):
        self.kind = kind

    def create(self, ctx, p):
        return self.update(ctx, uuid.uuid4().hex[:13], p, p)

    def update(self, ctx, ref, old, new):
        KEPT[ref] = (self.kind, new)
        return ref, {name: text.format(ref=ref, region=ctx.region, account=ACCOUNT) for name, text in ATTRIBUTES[self.kind].items()}

    def delete(self, ctx, ref, p):
        del KEPT[ref]


HANDLERS = {kind: Kept(kind) for kind in ATTRIBUTES}


def described():
    return sorted(kind for kind, _ in KEPT.values())


def litellm():
    """The definition of LiteLLM's container."""
    return next((p["ContainerDefinitions"][0] for kind, p in KEPT.values() if kind == "AWS::ECS::TaskDefinition" and p["Family"].endswith("-litellm")), None)
