using System.Diagnostics;
using System.Globalization;
using Eliza.Load;

if (args is not [var name, var address, var process, var time, var count]
    || !Uri.TryCreate(address, UriKind.Absolute, out var url)
    || !int.TryParse(process, CultureInfo.InvariantCulture, out var processId)
    || !int.TryParse(time, CultureInfo.InvariantCulture, out var seconds) || seconds < 3
    || !int.TryParse(count, CultureInfo.InvariantCulture, out var connections) || connections < 1)
{
    Console.Error.WriteLine("Usage: Eliza.Load NAME URL PROCESS-ID SECONDS CONNECTIONS, with 3 seconds or more");
    return 2;
}

var speakers = Enumerable.Range(1, connections).Select(number => new Speaker(number, url)).ToList();
var memory = new Memory(processId);
var began = Stopwatch.GetTimestamp();
using (var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds)))
{
    var sampling = memory.SampleAsync(end.Token);
    await Task.WhenAll(speakers.Select(speaker => speaker.TalkAsync(end.Token)));
    await sampling;
}
return Report.Write(name, speakers, memory, Stopwatch.GetElapsedTime(began)) ? 0 : 1;
