using System.Diagnostics.Metrics;

namespace Workflows.Marketing.Messaging;

/// <summary>What the dispatcher counts, under the meter <c>Workflows.Marketing</c>.</summary>
public static class MessageMeter
{
    /// <summary>The meter's name, to be added to the telemetry of a host.</summary>
    public const string Name = "Workflows.Marketing";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "workflows.messages.attempts",
        "{attempt}",
        "Attempts to deliver a message, by channel and how they ended."
    );

    internal static void Count(string channel, MessageSettlement settlement) =>
        Attempts.Add(
            1,
            new KeyValuePair<string, object?>("channel", channel),
            new KeyValuePair<string, object?>(
                "outcome",
                settlement is MessageSettlement.Ended ended ? ended.Outcome.ToString() : settlement.GetType().Name
            )
        );
}
