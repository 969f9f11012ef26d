"""Lex V2, as far as a bot of the template needs it: bots, versions and aliases of CloudFormation, and RecognizeText."""
import copy
import fnmatch
import json
import re
import uuid

import botocore.session
from botocore.validate import ParamValidator
from werkzeug.wrappers import Response

from backend import ACCOUNT, find_function
from resources import Handler
from template import CfnError

BOTS = {}  # id -> Bot
EVENT, ANSWER, SESSION = 12 * 1024, 25 * 1024, 12 * 1024  # bytes at most: the event, the answer, the session attributes in it
MODEL = botocore.session.get_session().get_service_model("lexv2-runtime")


class Bot:
    def __init__(self, region, draft):
        self.id, self.region, self.versions, self.aliases = uuid.uuid4().hex[:10].upper(), region, {"DRAFT": draft}, {}
        self.last_version = 0
        self.sessions = {}  # (alias, session) -> session attributes


def described():
    return sorted(({"name": b.versions["DRAFT"]["Name"], "versions": sorted(b.versions), "aliases": sorted(a["BotAliasName"] for a in b.aliases.values())}
                   for b in BOTS.values()), key=lambda b: b["name"])


def locale(settings, name="en_US"):
    return next((s for s in settings if s["LocaleId"] == name), None)


class BotHandler(Handler):
    def create(self, ctx, p):
        self._build(p)
        if any(b.region == ctx.region and b.versions["DRAFT"]["Name"] == p["Name"] for b in BOTS.values()):
            raise CfnError(f"A bot named {p['Name']} already exists")
        bot = Bot(ctx.region, copy.deepcopy(p))
        BOTS[bot.id] = bot
        return self.update(ctx, bot.id, p, p)

    def update(self, ctx, ref, old, new):
        self._build(new)
        BOTS[ref].versions["DRAFT"] = copy.deepcopy(new)
        return ref, {"Id": ref, "Arn": f"arn:aws:lex:{ctx.region}:{ACCOUNT}:bot/{ref}"}

    def delete(self, ctx, ref, p):
        del BOTS[ref]

    @staticmethod
    def _build(p):
        if not re.fullmatch(r"([0-9a-zA-Z][_-]?){1,100}", p["Name"]):
            raise CfnError("Value at 'botName' failed to satisfy constraint")
        if not 60 <= int(p["IdleSessionTTLInSeconds"]) <= 86400:
            raise CfnError("Value at 'idleSessionTTLInSeconds' failed to satisfy constraint")
        for each in p["BotLocales"]:
            own = [i for i in each["Intents"] if "ParentIntentSignature" not in i]
            if not any(i.get("SampleUtterances") for i in own):
                raise CfnError(f"Failed to build locale {each['LocaleId']}: it must have at least one custom intent with a valid utterance")
            if not any(i.get("ParentIntentSignature") == "AMAZON.FallbackIntent" for i in each["Intents"]):
                raise CfnError(f"Failed to build locale {each['LocaleId']}: it has no AMAZON.FallbackIntent")


class VersionHandler(Handler):
    """Only another bot makes another version: any other change leaves the version as it is."""
    replace = ("BotId",)

    def create(self, ctx, p):
        bot = BOTS[p["BotId"]]
        for each in p["BotVersionLocaleSpecification"]:
            source = bot.versions[each["BotVersionLocaleDetails"]["SourceBotVersion"]]
            if not locale(source["BotLocales"], each["LocaleId"]):
                raise CfnError(f"Locale {each['LocaleId']} does not exist in the bot")
        bot.last_version += 1
        number = str(bot.last_version)
        bot.versions[number] = copy.deepcopy(source)
        return f"{bot.id}|{number}", {"BotVersion": number}

    def update(self, ctx, ref, old, new):
        return ref, {"BotVersion": ref.split("|")[1]}

    def delete(self, ctx, ref, p):
        bot, number = BOTS[p["BotId"]], ref.split("|")[1]
        if any(a["BotVersion"] == number for a in bot.aliases.values()):
            raise CfnError(f"Version {number} is used by an alias")
        del bot.versions[number]


class AliasHandler(Handler):
    replace = ("BotId",)

    def create(self, ctx, p):
        bot = BOTS[p["BotId"]]
        if any(a["BotAliasName"] == p["BotAliasName"] for a in bot.aliases.values()):
            raise CfnError(f"An alias named {p['BotAliasName']} already exists")
        alias = uuid.uuid4().hex[:10].upper()
        return self.update(ctx, f"{alias}|{bot.id}", p, p)

    def update(self, ctx, ref, old, new):
        alias, bot = ref.split("|")
        if new["BotVersion"] not in BOTS[bot].versions or new["BotVersion"] == "DRAFT":
            raise CfnError(f"The bot has no version {new['BotVersion']}")
        BOTS[bot].aliases[alias] = copy.deepcopy(new)
        return ref, {"BotAliasId": alias, "Arn": f"arn:aws:lex:{ctx.region}:{ACCOUNT}:bot-alias/{bot}/{alias}"}

    def delete(self, ctx, ref, p):
        alias, bot = ref.split("|")
        del BOTS[bot].aliases[alias]


HANDLERS = {"AWS::Lex::Bot": BotHandler(), "AWS::Lex::BotVersion": VersionHandler(), "AWS::Lex::BotAlias": AliasHandler()}


def serve(request, functions):
    """The response to RecognizeText, or None for any other request."""
    found = re.fullmatch(r"/bots/(\w+)/botAliases/(\w+)/botLocales/(\w+)/sessions/([^/]+)/text", request.path)
    if not found or request.method != "POST":
        return None
    bot_id, alias_id, locale_id, session = found.groups()
    bot = BOTS.get(bot_id)
    alias = bot and (bot.aliases.get(alias_id) or (alias_id == "TSTALIASID" and test_alias(bot)))
    settings = alias and locale(alias.get("BotAliasLocaleSettings", []), locale_id)
    said = request.get_json(force=True)
    try:
        if not settings or not settings["BotAliasLocaleSetting"]["Enabled"]:
            return refusal(404, "ResourceNotFoundException", "Could not find bot, alias or locale")
        if not 1 <= len(said["text"]) <= 1024 or not re.fullmatch(r"[0-9a-zA-Z._:-]{2,100}", session):
            return refusal(400, "ValidationException", "1 validation error detected")
        return converse(bot, alias_id, alias, settings["BotAliasLocaleSetting"], locale_id, session, said, functions)
    except Refused as e:
        return refusal(424, "DependencyFailedException", str(e))


class Refused(Exception):
    """Lex would not accept the answer of the function, or its failure."""


def refusal(status, kind, message):
    return Response(json.dumps({"message": message}), status, {"x-amzn-errortype": kind}, mimetype="application/json")


def test_alias(bot):
    draft = bot.versions["DRAFT"]
    return {"BotAliasName": "TestBotAlias", "BotVersion": "DRAFT", **draft.get("TestBotAliasSettings", {})}


def converse(bot, alias_id, alias, setting, locale_id, session, said, functions):
    version = bot.versions[alias["BotVersion"]]
    intents = locale(version["BotLocales"], locale_id)["Intents"]
    words = said["text"].strip().lower()
    intent = next((i for i in intents if words in [u["Utterance"] for u in i.get("SampleUtterances", [])]), None) or \
        next(i for i in intents if i.get("ParentIntentSignature") == "AMAZON.FallbackIntent")
    state = bot.sessions.setdefault((alias_id, session), {})
    state.update(said.get("sessionState", {}).get("sessionAttributes") or {})
    shown = {"name": intent["Name"], "state": "ReadyForFulfillment", "confirmationState": "None", "slots": {}}
    if not intent.get("FulfillmentCodeHook", {}).get("Enabled"):
        raise Refused(f"the intent {intent['Name']} has no fulfillment hook")
    event = {
        "messageVersion": "1.0", "invocationSource": "FulfillmentCodeHook", "inputMode": "Text", "responseContentType": "text/plain; charset=utf-8",
        "sessionId": session, "inputTranscript": said["text"], "invocationLabel": "",
        "bot": {"id": bot.id, "name": version["Name"], "aliasId": alias_id, "aliasName": alias["BotAliasName"], "localeId": locale_id,
                "version": alias["BotVersion"]},
        "interpretations": [{"interpretationSource": "Lex", "intent": shown}], "requestAttributes": said.get("requestAttributes") or {},
        "sessionState": {"activeContexts": [], "sessionAttributes": state, "originatingRequestId": str(uuid.uuid4()), "intent": shown},
        "transcriptions": [{"transcription": said["text"], "transcriptionConfidence": 1.0, "resolvedContext": {"intent": intent["Name"]}, "resolvedSlots": {}}]}
    answer = fulfil(bot, alias_id, setting["CodeHookSpecification"]["LambdaCodeHook"]["LambdaArn"], event, functions)
    bot.sessions[alias_id, session] = answer["sessionState"].get("sessionAttributes") or {}
    return Response(json.dumps({"messages": answer.get("messages", []), "sessionState": answer["sessionState"], "sessionId": session,
                                "interpretations": event["interpretations"], "requestAttributes": answer.get("requestAttributes", {})}),
                    mimetype="application/json")


def fulfil(bot, alias_id, function, event, functions):
    """The answer of the function, if Lex may call it and the answer is valid for Lex."""
    source = f"arn:aws:lex:{bot.region}:{ACCOUNT}:bot-alias/{bot.id}/{alias_id}"
    if not may_invoke(find_function(bot.region, function), function, source):
        raise Refused(f"no permission lets {source} invoke {function}")
    payload = json.dumps(event).encode()
    if len(payload) > EVENT:
        raise Refused(f"the event has {len(payload)} bytes")
    invocation = functions.invoke(bot.region, function, payload)
    if not invocation.finished.wait(30) or invocation.error:
        raise Refused(f"the function failed: {invocation.answer.decode()}")
    if len(invocation.answer) > ANSWER:
        raise Refused(f"the answer has {len(invocation.answer)} bytes")
    answer = json.loads(invocation.answer)
    shapes = MODEL.operation_model("RecognizeText").output_shape.members
    for name in ("sessionState", "messages"):
        broken = ParamValidator().validate(answer.get(name, []), shapes[name])
        if broken.has_errors():
            raise Refused(broken.generate_report())
    for message in answer.get("messages", []):
        if not 1 <= len(message["content"]) <= 1024:
            raise Refused("a message has no character or more than 1024")
    if len(answer.get("messages", [])) > 10 or len(json.dumps(answer["sessionState"].get("sessionAttributes", {}))) > SESSION:
        raise Refused("too many messages, or too much in the session")
    if "dialogAction" not in answer["sessionState"]:
        raise Refused("the answer has no dialogAction")
    return answer


def may_invoke(function, arn, source):
    """Whether the function's policy lets Lex invoke it for this alias of this bot."""
    return any(s["Principal"] == {"Service": "lexv2.amazonaws.com"} and s["Resource"].rstrip(":") == arn and s["Action"] == "lambda:InvokeFunction"
               and s["Condition"].get("StringEquals", {}).get("AWS:SourceAccount") == ACCOUNT
               and fnmatch.fnmatchcase(source, s["Condition"].get("ArnLike", {}).get("AWS:SourceArn", ""))
               for s in function.policy.statements)
