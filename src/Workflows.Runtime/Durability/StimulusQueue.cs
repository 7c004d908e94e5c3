using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>Puts stimuli into the work queue: they survive a crash, and whoever begins to wait meanwhile is not missed.</summary>
/// <param name="store">The queue.</param>
/// <param name="signal">Is told that there is work.</param>
/// <param name="time">The clock.</param>
/// <param name="tenant">Whose workflows.</param>
public sealed class StimulusQueue(IInstanceStore store, WorkSignal signal, TimeProvider time, int tenant)
    : IStimulusSender
{
    /// <inheritdoc />
    public async Task SendAsync(
        string activityTypeName,
        object stimulus,
        IDictionary<string, object>? input = null,
        string? correlationId = null,
        CancellationToken cancellationToken = default
    )
    {
        var happened = new Stimulus(activityTypeName, stimulus, CorrelationId: correlationId)
        {
            Input = input?.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal),
        };
        WorkItem[] items = [BroadcastStimulus.Item(tenant, happened, time.GetUtcNow())];
        await store.EnqueueAsync(items, cancellationToken);
        signal.Raise(items);
    }
}
