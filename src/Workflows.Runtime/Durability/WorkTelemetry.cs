using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Workflows.Runtime.Durability;

/// <summary>What lanes report about themselves, under the name <c>Workflows.Runtime</c>: a span a batch, and counts.</summary>
internal static class WorkTelemetry
{
    private const string Name = "Workflows.Runtime";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Items = Meter.CreateCounter<long>(
        "workflows.work.items",
        "{item}",
        "Work items that batches took from the queue."
    );

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "workflows.work.failures",
        "{item}",
        "Work items that failed in a batch."
    );

    /// <summary>Begins a batch's span; null where nobody listens.</summary>
    public static Activity? StartBatch(int items) =>
        Source.StartActivity("workflows.batch")?.SetTag("workflows.items", items);

    public static void Count(int items, int failed)
    {
        Items.Add(items);
        if (failed > 0)
        {
            Failures.Add(failed);
        }
    }
}
