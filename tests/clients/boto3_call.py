"""One call through boto3: {"service", "operation", "arguments"} on standard input, what came back on standard output."""
import base64
import json
import sys

import boto3
from botocore.exceptions import ClientError
from botocore.response import StreamingBody


def plain(value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, StreamingBody):
        return value.read().decode()
    return value


def main():
    call = json.load(sys.stdin)
    arguments = call["arguments"]
    if "input" in arguments and "invokeModel" in arguments["input"]:
        arguments["input"]["invokeModel"]["body"] = arguments["input"]["invokeModel"]["body"].encode()
    client = boto3.client(call["service"], endpoint_url=call["endpoint"], region_name="us-east-1")
    try:
        answer = getattr(client, call["operation"])(**arguments)
        for name in ("stream", "body"):
            if name in answer:
                streamed = answer[name]
                answer[name] = plain(streamed) if isinstance(streamed, StreamingBody) else list(streamed)
    except ClientError as error:
        answer = {"Error": error.response["Error"], "ResponseMetadata": error.response["ResponseMetadata"]}
    json.dump(answer, sys.stdout, default=plain)


main()
