# A typical handler for Python: the standard library's HTTP client and JSON, and a fixed reply.
import http.client
import json
import os

api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    event = json.loads(answer.read())
    json.loads(event["body"])
    reply = json.dumps({"reply": "Please go on."})
    response = json.dumps({"statusCode": 200, "headers": {"content-type": "application/json"}, "body": reply})
    api.request("POST", f"/2018-06-01/runtime/invocation/{answer.headers['Lambda-Runtime-Aws-Request-Id']}/response", response)
    api.getresponse().read()
