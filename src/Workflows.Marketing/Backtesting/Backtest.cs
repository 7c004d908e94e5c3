using Workflows.Marketing.Calendars;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Backtesting;

/// <summary>
/// Replays recorded orders through a journey in virtual time: the engine, activities and rules of production, and nothing
/// leaves the process. Contacts do not meet in a journey, so they are played one after the other on every processor.
/// </summary>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="clock">Measures how long it takes; virtual time comes from the orders.</param>
public sealed class Backtest(RuleSetCatalog ruleSets, TimeProvider clock)
{
    // Contacts a thread takes at once: few enough to share the work evenly, many enough to seldom meet.
    private const int ChunkSize = 128;

    /// <summary>Plays the orders.</summary>
    /// <param name="journey">The compiled journey.</param>
    /// <param name="orders">The orders in file order.</param>
    /// <param name="options">Until when, and where.</param>
    /// <param name="progress">Told now and then how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Ends the back-test.</param>
    /// <exception cref="EndlessJourneyException">The journey goes round and round without time passing.</exception>
    public async Task<BacktestReport> RunAsync(
        WorkflowGraph journey,
        IReadOnlyList<Order> orders,
        BacktestOptions options,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(options);
        var startedAt = clock.GetTimestamp();
        var histories = OrderHistories.Collect(orders, options);
        var total = new Tally();
        var played = 0;
        await Parallel.ForEachAsync(
            Chunks(histories.Count),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            async (range, cancellation) =>
            {
                var tally = await PlayAsync(journey, histories, range, options, cancellation);
                lock (total)
                {
                    total.Add(tally);
                    played += range.End.Value - range.Start.Value;
                    progress?.Report(new BacktestProgress(played, histories.Count));
                }
            }
        );

        return await ReportAsync(journey, histories, total, clock.GetElapsedTime(startedAt), cancellationToken);
    }

    private static IEnumerable<Range> Chunks(int count)
    {
        for (var start = 0; start < count; start += ChunkSize)
        {
            yield return start..Math.Min(start + ChunkSize, count);
        }
    }

    private async Task<Tally> PlayAsync(
        WorkflowGraph journey,
        OrderHistories histories,
        Range range,
        BacktestOptions options,
        CancellationToken cancellationToken
    )
    {
        var simulator = new JourneySimulator(
            [journey],
            new ActivityServices(ruleSets),
            TrialCalendar.OfContacts(ruleSets, options.TimeZone)
        );
        var until = WorkspaceDay.Start(options.AsOf, options.TimeZone);
        var tally = new Tally();
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            var (contact, events) = histories[i];
            tally.Add(await simulator.RunAsync(contact, events, until, cancellationToken), options.TierAttribute);
        }

        return tally;
    }

    private async Task<BacktestReport> ReportAsync(
        WorkflowGraph journey,
        OrderHistories histories,
        Tally tally,
        TimeSpan elapsed,
        CancellationToken cancellationToken
    )
    {
        var outline = JourneyOutline.Of(journey.Definition);
        List<string> tiers = [];
        foreach (var name in outline.RuleSets)
        {
            tiers.AddRange((await ruleSets.NewestAsync(name, cancellationToken))?.SuccessEvents ?? []);
        }

        return new BacktestReport(
            histories.Count,
            histories.Orders,
            WithZeros(tiers, tally.Tiers),
            WithZeros(outline.Templates, tally.Messages),
            tally.Instances,
            tally.Turns,
            (long)elapsed.TotalMilliseconds
        );
    }

    private static Dictionary<string, int> WithZeros(IEnumerable<string> known, Dictionary<string, int> counted)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in known.Concat(counted.Keys.Order(StringComparer.Ordinal)))
        {
            counts[name] = counted.GetValueOrDefault(name);
        }

        return counts;
    }
}
