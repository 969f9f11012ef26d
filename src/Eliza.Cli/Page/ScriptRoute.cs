using System.Text;
using System.Text.Json;
using Eliza.AspNetCore;
using Eliza.Cli.Tracing;
using Eliza.Cli.Writing;
using Eliza.Compiler;
using Eliza.Service;
using Eliza.Service.Contract;

namespace Eliza.Cli.Page;

/// <summary>
/// <c>/scripts/…</c>, which only the local host has. GET returns the text of a script. POST is only for the author: it checks,
/// tries and saves a text, or makes a new script. The name in the path is looked up among the scripts and never used as a file path.
/// </summary>
internal sealed class ScriptRoute(ElizaService service, LiveScripts scripts, ScriptPaths paths, bool isReadOnly)
{
    private const string Prefix = "/scripts/";

    public static bool Takes(HttpRequest request) => request.Path.Value?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public async Task AnswerAsync(HttpContext context, Response response)
    {
        var name = RequestBridge.Decoded(context.Request.Path.Value![Prefix.Length..]);
        var objection = context.Request.Method == "POST" ? AuthorRule.Objection(context) : null;
        try
        {
            if (objection is not null)
                throw new ApiException(objection);
            await scripts.Loaded;
            if (context.Request.Method == "POST")
                await PostAsync(name, context);
            else
                await TellAsync(Find(name), context);
        }
        catch (ApiException refusal)
        {
            service.Refuse(refusal.Error, response);
            await RequestBridge.SendAsync(response, context);
        }
    }

    private async Task PostAsync(string action, HttpContext context)
    {
        switch (action)
        {
            case "check":
                var (name, text) = await ReadAsync<Draft>(context);
                await PageJson.SendAsync(context, new { Findings = ScriptCompiler.Check(Find(name).Path, text, context.RequestAborted).Select(Shown) });
                break;
            case "try":
                await TryAsync(await ReadAsync<Trial>(context), context);
                break;
            case "save":
                await SaveAsync(await ReadAsync<Saving>(context), context);
                break;
            case "new":
                await CreateAsync(await ReadAsync<Naming>(context), context);
                break;
            default:
                throw new ApiException(ApiError.UnknownPath);
        }
    }

    private async Task TellAsync(LoadedScript loaded, HttpContext context)
    {
        var fault = WhyNotSaved(context);
        ScriptFile? file = null;
        try
        {
            file = ScriptFile.Read(loaded.Path);
        }
        catch (DecoderFallbackException)
        {
            fault ??= "The file is not in UTF-8, so the page cannot write it.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault ??= $"The file cannot be read: {e.Message}";
        }
        var isLoaded = file is null || file.Version == ScriptFile.VersionOf(loaded.Text);
        await PageJson.SendAsync(context, new
        {
            loaded.Name,
            File = Path.GetFileName(loaded.Path),
            Text = file?.Text ?? ScriptFile.ForPage(loaded.Text),
            Version = file?.Version ?? ScriptFile.VersionOf(loaded.Text),
            TalkingText = loaded.TalkingText is { } talking ? ScriptFile.ForPage(talking) : null,
            Findings = (isLoaded ? loaded.Findings : ScriptCompiler.Check(loaded.Path, file!.Text, context.RequestAborted)).Select(Shown),
            CanTry = AuthorRule.IsHere(context),
            WhyNotSaved = fault,
        });
    }

    private async Task TryAsync(Trial trial, HttpContext context)
    {
        var compiled = ScriptCompiler.Compile(Find(trial.Name).Path, trial.Text, context.RequestAborted);
        if (compiled is not { Script: { } script, Map: { } map })
        {
            await PageJson.SendAsync(context, new { Talks = false, Findings = compiled.Findings.Select(Shown) });
            return;
        }
        var played = PlayedTalk.Of(script.Start(), trial.Lines, map);
        string[] explained = [.. trial.Lines.Take(trial.Explained + 1)];
        var until = PlayedTalk.Of(script.Start(), explained, map);
        await PageJson.SendAsync(context, new
        {
            Talks = true,
            Findings = compiled.Findings.Select(Shown),
            script.Greeting,
            played.Replies,
            Trace = explained.Length == 0 ? null : TraceRoute.Shown(until.Explain(script.Start(), explained), played),
        });
    }

    private async Task SaveAsync(Saving saving, HttpContext context)
    {
        RequireSaving(context);
        var path = Find(saving.Name).Path;
        try
        {
            var isWritten = ScriptFile.TryWrite(path, saving.Text, saving.Version, out var file);
            await PageJson.SendAsync(context, new { isWritten, file.Version, file.Text }, isWritten ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EncoderFallbackException or DecoderFallbackException)
        {
            throw Conflict($"{Path.GetFileName(path)} cannot be written: {e.Message}");
        }
    }

    private async Task CreateAsync(Naming naming, HttpContext context)
    {
        RequireSaving(context);
        var script = NewScript.Of(naming.Name) ?? throw BadRequest("No script can have this name: letters, digits, '-' and '_' can be in it.");
        var folder = paths.Paths.FirstOrDefault(Directory.Exists) ?? throw Conflict("This server serves single files and no folder, so it has no folder for a new script.");
        if (scripts.Current.Find(script.Name) is not null)
            throw Conflict("There is a script of this name already.");
        try
        {
            script.Write(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Conflict(File.Exists(script.PathIn(folder)) ? "There is a file of this name already." : $"The script cannot be written: {e.Message}");
        }
        await PageJson.SendAsync(context, new { script.Name, File = Path.GetFileName(script.PathIn(folder)) });
    }

    private LoadedScript Find(string name) => scripts.Current.Find(name) ?? throw new ApiException(ApiError.UnknownModel);

    private void RequireSaving(HttpContext context)
    {
        if (WhyNotSaved(context) is { } reason)
            throw new ApiException(new(StatusCodes.Status403Forbidden, "permission_error", "read_only", reason));
    }

    private string? WhyNotSaved(HttpContext context) =>
        isReadOnly ? "This server was started with --read-only."
        : AuthorRule.IsHere(context) ? null
        : "Scripts are changed only on the machine on which this server runs.";

    private static object Shown(Finding finding) => new
    {
        finding.Line,
        finding.Column,
        finding.EndLine,
        finding.EndColumn,
        finding.Id,
        finding.Severity,
        finding.Message,
        finding.HelpLink,
        finding.Replacements,
    };

    private static async Task<T> ReadAsync<T>(HttpContext context)
    {
        var body = await RequestBridge.ReadBodyAsync(context);
        try
        {
            return JsonSerializer.Deserialize<T>(RequestBody.TextOf(body.Span), PageJson.Options) ?? throw new ApiException(ApiError.NotAnObject);
        }
        catch (JsonException)
        {
            throw BadRequest("The body is not the expected JSON.");
        }
    }

    private static ApiException BadRequest(string message) => new(new(StatusCodes.Status400BadRequest, "invalid_request_error", "invalid_json", message));

    private static ApiException Conflict(string message) => new(new(StatusCodes.Status409Conflict, "invalid_request_error", "not_written", message));

    private sealed record Draft(string Name, string Text);

    private sealed record Trial(string Name, string Text, string[] Lines, int Explained);

    private sealed record Saving(string Name, string Text, string Version);

    private sealed record Naming(string Name);
}
