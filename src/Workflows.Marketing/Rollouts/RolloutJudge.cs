using Workflows.Marketing.Limits;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Rollouts;

/// <summary>Keeps what a journey says to the stores it was published for (S1-23): the others, and those of no store, hear nothing of it.</summary>
/// <param name="journeys">The published journeys.</param>
/// <param name="stores">For which store a message is sent.</param>
public sealed class RolloutJudge(DefinitionCatalog journeys, SendStores stores) : ISendJudge
{
    /// <summary>The reason code of a message for a store that the journey does not go to.</summary>
    public const string Outside = "outside_rollout";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var allowed = new Dictionary<(int Tenant, string Key), IReadOnlyList<string>>();
        foreach (var message in messages)
        {
            if (await StoresOfAsync(message.Message, cancellationToken) is { } own)
            {
                allowed[(message.Tenant, message.Message.Key)] = own;
            }
        }

        // Who stands where is looked up only where it matters.
        var found =
            allowed.Count == 0
                ? new Dictionary<(int, string), string>()
                : await stores.FindAsync(
                    [.. messages.Where(one => allowed.ContainsKey((one.Tenant, one.Message.Key)))],
                    cancellationToken
                );
        return
        [
            .. messages.Select(one =>
                !allowed.TryGetValue((one.Tenant, one.Message.Key), out var own)
                || (
                    found.TryGetValue((one.Tenant, one.Message.Key), out var store)
                    && own.Contains(store, StringComparer.Ordinal)
                )
                    ? Verdict.Allowed.Instance
                    : (Verdict)new Verdict.Dropped(Outside)
            ),
        ];
    }

    /// <inheritdoc/>
    public Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private async ValueTask<IReadOnlyList<string>?> StoresOfAsync(
        OutboundMessage message,
        CancellationToken cancellationToken
    ) =>
        await journeys.GetAsync(message.Journey, message.JourneyVersion, cancellationToken) is { } graph
            ? Rollout.Read(graph.Definition)?.Stores
            : null;
}
