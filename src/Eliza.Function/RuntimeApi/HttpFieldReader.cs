namespace Eliza.Function.RuntimeApi;

/// <summary>Takes a header field, which is valid until the method returns.</summary>
internal delegate void HttpFieldReader(HttpField field);
