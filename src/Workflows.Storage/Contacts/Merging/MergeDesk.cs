using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>Decides the cases that events open, one after the other, by the rule set <c>identity-merge</c>.</summary>
/// <param name="merges">The cases.</param>
/// <param name="contacts">The contacts.</param>
/// <param name="rules">Who decides.</param>
/// <param name="clock">The workspace's clock.</param>
/// <param name="machine">The machine's clock, by which to wait; null for the workspace's.</param>
public sealed class MergeDesk(
    MergeStore merges,
    IContactStore contacts,
    MergeRules rules,
    TimeProvider clock,
    TimeProvider? machine = null
)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Decides what comes in until <paramref name="stopping"/>.</summary>
    /// <param name="tenant">Whose contacts.</param>
    /// <param name="onFailure">Told when the database does not answer; the desk goes on later.</param>
    /// <param name="stopping">Ends the work.</param>
    public async Task RunAsync(int tenant, Action<Exception> onFailure, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(onFailure);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await DecideAsync(tenant, stopping) == 0)
                {
                    await Task.Delay(Pause, machine ?? clock, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                onFailure(failure);
                await Task.Delay(Pause, machine ?? clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Decides the oldest cases.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DecideAsync(int tenant, CancellationToken cancellationToken)
    {
        var open = await merges.ListAsync(tenant, MergeState.Open, 0, AtOnce, cancellationToken);
        foreach (var one in open)
        {
            await DecideAsync(tenant, one, cancellationToken);
        }

        return open.Count;
    }

    private async Task DecideAsync(int tenant, MergeCase one, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var first = await contacts.FindAsync(tenant, one.FirstId, cancellationToken);
        var second = await contacts.FindAsync(tenant, one.SecondId, cancellationToken);
        if (first is null || second is null)
        {
            await merges.DecideAsync(tenant, one, MergeState.Refused, "gone", now, cancellationToken);
            return;
        }

        var wasApart = await merges.WasApartAsync(tenant, one.FirstId, one.SecondId, cancellationToken);
        var evidence = MergeEvidence.Of(first, second, one.SharedKind, wasApart);
        var (decision, rule) = await rules.DecideAsync(evidence, now, cancellationToken);
        var by = rule ?? MergeRules.Name;
        if (decision != MergeDecision.Merge || !await merges.MergeAsync(tenant, one, by, now, cancellationToken))
        {
            var state = decision == MergeDecision.Refuse ? MergeState.Refused : MergeState.Proposed;
            await merges.DecideAsync(tenant, one, state, by, now, cancellationToken);
        }
    }
}
