namespace Eliza.Service.Logging;

/// <summary>Takes one line of the log: a JSON object in UTF-8 and a newline. Several threads may call it.</summary>
public delegate void LogSink(ReadOnlySpan<byte> line);
