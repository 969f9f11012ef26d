using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Function;
using Eliza.Function.Contract;
using Eliza.Function.Contract.Chat;
using Eliza.Function.Contract.Models;
using Eliza.Function.Http;
using Eliza.Local.Serving;
using Eliza.Local.Tracing;
using Eliza.Runtime;

namespace Eliza.Local.Page;

/// <summary>
/// <c>/trace</c>, which only the local host has. GET tells which build of the scripts is running; POST takes the body
/// of a chat completion and tells how its reply comes about.
/// </summary>
internal sealed class TraceRoute
{
    private const string AskedPath = "/v1/chat/completions";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly IReadOnlyList<Script> _scripts;
    private readonly ModelCatalog _models;
    private readonly Handler _handler;
    private readonly bool _hearsSystemMessages;

    public TraceRoute(Settings settings, IReadOnlyList<Script> scripts)
    {
        _scripts = scripts;
        _models = new ModelCatalog(scripts);
        _hearsSystemMessages = settings.HearsSystemMessages;
        // The page asks for a trace besides the reply, which is in the log already.
        _handler = new Handler(settings, scripts, TimeProvider.System, () => Guid.NewGuid().ToString("N"), _ => { });
    }

    public static bool Takes(HttpRequest request) => request.Path.Value == "/trace" && request.Method is "GET" or "POST";

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Method == "GET")
        {
            var scripts = _scripts.Select(script => new { script.Name, script.Greeting });
            await context.Response.WriteAsJsonAsync(new { Build = typeof(Scripts).Module.ModuleVersionId, Scripts = scripts }, Json, context.RequestAborted);
            return;
        }

        // Who may ask, and how, is the handler's to say: it answers the same request first.
        var body = await RequestBytes.ReadAsync(context.Request.Body, context.RequestAborted);
        context.Request.Path = AskedPath;
        var response = new Response();
        var asked = GatewayEvent.Of(context, body).ToArray();
        _handler.Handle(asked, response);
        if (response.Status != StatusCodes.Status200OK)
        {
            await HttpBridge.SendAsync(response, context);
            return;
        }
        await context.Response.WriteAsJsonAsync(Explain(asked), Json, context.RequestAborted);
    }

    private object Explain(byte[] asked)
    {
        HttpEvent.TryRead(asked, new byte[asked.Length], out var request);
        var chat = ChatRequest.Read(RequestBody.Read(request), _hearsSystemMessages);
        var script = _models.Find(chat.Parameters.Model);
        var conversation = chat.Parameters.Seed is { } seed ? script.Start(seed) : script.Start();
        using var lines = chat.Lines;
        for (var i = 0; i < lines.Count - 1; i++)
            conversation.Hear(lines[i]);
        var trace = ReplyTrace.Of(conversation, lines[^1].ToString(), Scripts.MapOf(script)!);
        return new
        {
            trace.File,
            trace.Line,
            trace.Reply,
            trace.Omitted,
            Steps = trace.Steps.Select(step => new { step.Kind, step.Text, step.Rule?.Line, step.Rule?.Quote, step.Components }),
        };
    }
}
