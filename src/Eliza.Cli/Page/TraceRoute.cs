using Eliza.AspNetCore;
using Eliza.Cli.Tracing;
using Eliza.Compiler;
using Eliza.Runtime;
using Eliza.Service;
using Eliza.Service.Contract;
using Eliza.Service.Contract.Chat;
using Eliza.Service.Contract.Models;

namespace Eliza.Cli.Page;

/// <summary>
/// <c>/trace</c>, which only the local host has. GET lists the scripts and the build of each that is in use. POST takes the body
/// of a chat completion, and returns how the reply is made and which rules the conversation has used.
/// </summary>
internal sealed class TraceRoute(ElizaService service, Settings settings, LiveScripts scripts)
{
    public static bool Takes(HttpRequest request) => request.Path.Value == "/trace" && request.Method is "GET" or "POST";

    /// <summary>Lists the scripts.</summary>
    public async Task TellScriptsAsync(HttpContext context)
    {
        await scripts.Loaded;
        var files = scripts.Current.Files;
        await PageJson.SendAsync(context, new
        {
            Scripts = files.Select(file => new
            {
                file.Name,
                file.Script?.Greeting,
                Build = file.Script is { } script ? BuildOf(script) : null,
                Version = ScriptFile.VersionOf(file.Text),
                Works = !file.HasErrors,
            }),
        });
    }

    /// <summary>Explains the reply to a chat completion. The service answers the request first, so that errors are the same as there.</summary>
    public async Task ExplainAsync(HttpContext context, Response response)
    {
        await scripts.Loaded;
        var body = await RequestBridge.ReadBodyAsync(context);
        service.Answer(body.Span, response);
        if (response.Status == StatusCodes.Status200OK)
            await PageJson.SendAsync(context, Explain(body.Span));
        else
            await RequestBridge.SendAsync(response, context);
    }

    /// <summary>A trace in the form of the page, with the rules that the conversation has used.</summary>
    public static object Shown(ReplyTrace trace, PlayedTalk played)
    {
        var (rules, used) = played.Coverage();
        return new
        {
            trace.File,
            trace.Line,
            trace.Reply,
            trace.Omitted,
            Steps = trace.Steps.Select(step => new { step.Kind, step.Text, step.Rule?.Line, step.Rule?.Quote, step.Components }),
            played.IsOver,
            Rules = rules,
            Used = used,
        };
    }

    // Scripts with the same C# have the same id, even in another process.
    private static string BuildOf(Script script) => script.GetType().GenericTypeArguments[0].Module.ModuleVersionId.ToString("N");

    private object Explain(ReadOnlySpan<byte> body)
    {
        var chat = ChatRequest.Read(RequestBody.TextOf(body), settings.HearsSystemMessages);
        var now = scripts.Current;
        var script = new ModelCatalog(now.Scripts).Find(chat.Parameters.Model);
        using var said = chat.Lines;
        var lines = new List<string>();
        for (var i = 0; i < said.Count; i++)
            lines.Add(said[i].ToString());
        var played = PlayedTalk.Of(Start(), lines, now.MapOf(script)!);
        return Shown(played.Explain(Start(), lines), played);

        Conversation Start() => chat.Parameters.Seed is { } seed ? script.Start(seed) : script.Start();
    }
}
