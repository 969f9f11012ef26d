namespace Eliza.Service.Logging;

/// <summary>Takes one line of the log: a JSON object in UTF-8 and the newline that ends it. Called by several threads.</summary>
public delegate void LogSink(ReadOnlySpan<byte> line);
