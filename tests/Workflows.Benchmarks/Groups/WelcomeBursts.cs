using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Benchmarks.Measuring;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Log;

namespace Workflows.Benchmarks.Groups;

/// <summary>
/// How long a new friend waits for the welcome: from the callback to WeCom's yes, many scans at once, on PostgreSQL, alone and while a bulk send
/// runs. WeCom's code is good for 20 seconds; 2 seconds are asked of 99 in 100.
/// </summary>
internal static partial class WelcomeBursts
{
    private const string Group = "welcome";
    private const int Burst = 100;
    private const double Limit = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(Effort effort, IReport report)
    {
        foreach (var create in BenchmarkDatabase.All().Skip(1))
        {
            await using var database = await create();
            var scans = effort.Of(1_000);
            await using var company = await WelcomeCompany.StartAsync(database, Burst + (scans * 2), effort.Of(20_000));
            // The first ones find everything cold, and are not counted.
            await ScanAsync(company, 0, Burst);
            await WaitsAsync(company, 0, Burst);
            await MeasureAsync(company, Burst, scans, "alone", report);
            await company.SendToAllAsync();
            await MeasureAsync(company, Burst + scans, scans, "beside a bulk send", report);
            var sent = (await company.People.LogAsync(carrier: Carriers.Private)).Count;
            report.Add(
                new BenchmarkRow(Group, "bulk messages received meanwhile", "messages", sent) { IsMiss = sent == 0 }
            );
        }
    }

    private static async Task MeasureAsync(WelcomeCompany company, int first, int count, string how, IReport report)
    {
        await ScanAsync(company, first, count);
        var waits = await WaitsAsync(company, first, count);
        Array.Sort(waits);
        var lost = count - waits.Length;
        var remark = string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} scans, {Burst} at once every {Pause.TotalSeconds:0} s, PostgreSQL; {(lost == 0 ? "none" : $"{lost:N0}")} without a welcome"
        );
        foreach (
            var (name, value) in new[] { ("p50", At(waits, 0.5)), ("p99", At(waits, 0.99)), ("max", At(waits, 1)) }
        )
        {
            report.Add(
                new BenchmarkRow(Group, $"{name} {how}", "ms", value)
                {
                    Remark = remark,
                    IsMiss = lost > 0 || (name is "p99" && value >= Limit),
                }
            );
        }
    }

    private static async Task ScanAsync(WelcomeCompany company, int first, int count)
    {
        foreach (var burst in Enumerable.Range(first, count).Chunk(Burst))
        {
            await Task.WhenAll(burst.Select(n => ScanAsync(company, n)));
            await Task.Delay(Pause);
        }
    }

    private static Task ScanAsync(WelcomeCompany company, int n) =>
        company.People.ActAsync(
            WelcomeCompany.Newcomer(n),
            "add",
            new CustomerAct(Member: WelcomeCompany.Member(n), State: "bench")
        );

    /// <summary>From the callback to the welcome's arrival, of those who got one.</summary>
    private static async Task<double[]> WaitsAsync(WelcomeCompany company, int first, int count)
    {
        var wanted = Enumerable.Range(first, count).Select(WelcomeCompany.Newcomer).ToHashSet(StringComparer.Ordinal);
        var end = TimeProvider.System.GetUtcNow() + Patience;
        Dictionary<string, DateTimeOffset> arrived;
        do
        {
            await Task.Delay(500);
            arrived = (await company.People.LogAsync(carrier: Carriers.Welcome))
                .Where(message => wanted.Contains(message.To))
                .DistinctBy(message => message.To, StringComparer.Ordinal)
                .ToDictionary(message => message.To, message => message.At, StringComparer.Ordinal);
        } while (arrived.Count < count && TimeProvider.System.GetUtcNow() < end);

        var raised = (await company.People.CallbacksAsync())
            .Where(callback => callback.ChangeType is "add_external_contact")
            .Select(callback => (Customer: CustomerPattern().Match(callback.Xml).Groups["customer"].Value, callback.At))
            .Where(callback => arrived.ContainsKey(callback.Customer));
        return [.. raised.Select(callback => (arrived[callback.Customer] - callback.At).TotalMilliseconds)];
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0
            ? double.NaN
            : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];

    [GeneratedRegex(
        @"<ExternalUserID><!\[CDATA\[(?<customer>\w+)\]\]>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex CustomerPattern();
}
