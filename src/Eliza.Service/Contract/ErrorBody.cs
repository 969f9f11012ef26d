using Eliza.Service.Http;

namespace Eliza.Service.Contract;

/// <summary>Writes an error in the form of OpenAI.</summary>
internal static class ErrorBody
{
    public static void Write(ApiError error, Response response)
    {
        response.Status = error.Status;
        response.AddHeader(ContentType.Json);
        if (error.Status == 401)
            response.AddHeader("www-authenticate", "Bearer");
        if (error.Allow is not null)
            response.AddHeader("allow", error.Allow);
        var json = response.Json;
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, error.Message);
        json.WriteString("type"u8, error.Type);
        json.WriteString("param"u8, error.Param);
        json.WriteString("code"u8, error.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
