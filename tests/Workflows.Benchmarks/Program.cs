using System.Globalization;
using Workflows.Benchmarks.Groups;
using Workflows.Benchmarks.Groups.Expressions;
using Workflows.Benchmarks.Measuring;

if (args is [FirstDecisions.Child, var way])
{
    await FirstDecisions.DecideAsync(way);
    return 0;
}

var groups = BenchmarkGroup.All;
var wanted = args.Where(argument => !argument.StartsWith('-')).ToArray();
var unknown = wanted
    .Where(name => groups.All(group => !string.Equals(group.Name, name, StringComparison.Ordinal)))
    .ToArray();

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine("Usage: Workflows.Benchmarks [GROUP…] [--json] [--quick]");
    Console.WriteLine();
    foreach (var group in groups)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group.Name, -12} {group.About}"));
    }

    Console.WriteLine();
    Console.WriteLine(
        "  --json       one line of JSON a row: {group,name,unit,value,bytes,reference,ratio,remark,isMiss}"
    );
    Console.WriteLine("  --quick      a tenth of the work: shows that everything runs, its figures are rough");
    Console.WriteLine();
    Console.WriteLine("Exit code 1: a figure misses what is asked of it; the row says so.");
    return 0;
}

if (unknown.Length > 0)
{
    Console.Error.WriteLine(
        $"Unknown group: {string.Join(", ", unknown)}. Groups: {string.Join(", ", groups.Select(g => g.Name))}."
    );
    return 2;
}

var report = new MissCount(args.Contains("--json") ? new JsonReport(Console.Out) : new TableReport());
var effort = args.Contains("--quick") ? Effort.Quick : Effort.Full;
foreach (var group in groups.Where(group => wanted.Length == 0 || wanted.Contains(group.Name, StringComparer.Ordinal)))
{
    await group.RunAsync(effort, report);
}

if (report.Misses > 0)
{
    Console.Error.WriteLine($"{report.Misses} figures miss what is asked of them.");
    return 1;
}

return 0;
