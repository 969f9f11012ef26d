using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Eliza.Benchmarks;

if (args is ["peers", .. var programs]) return Peers.Run(programs);
if (args is ["sizes"]) return Sizes.Run();
if (args is ["ratios"]) return Ratios.Run();
if (args is ["saves", ..]) return await Saves.RunAsync(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 40);

// Runs in this process, because the measured code is generated into it. Arguments after "quick" are those of BenchmarkDotNet.
var isQuick = args is ["quick", ..];
var job = (isQuick ? Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(100)) : Job.MediumRun).WithToolchain(InProcessEmitToolchain.Instance);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.Min)
    .AddExporter(MarkdownExporter.GitHub)
    .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableOptimizationsValidator);
var asked = isQuick ? args[1..] : args;
BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(asked.Length == 0 ? ["--filter", "*"] : asked, config);
return 0;
