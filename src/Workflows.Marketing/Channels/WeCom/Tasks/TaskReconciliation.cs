using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Tasks;

/// <summary>Finds out whether a task was made whose call was cut short: adopts it, or frees its messages.</summary>
internal sealed class TaskReconciliation(ISendIntentStore intents, TaskOptions options, TimeProvider clock)
{
    /// <returns>
    /// The receipt of the intent's messages: <see cref="Receipt.Accepted"/> when the task was found,
    /// <see cref="Receipt.Unknown"/> while it cannot be said; null when it was surely not made and they are free.
    /// </returns>
    public async Task<Receipt?> SettleAsync(ITaskRoute route, SendIntent open, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < open.StartedAt + options.ReconcileAfter)
        {
            return new Receipt.Unknown("It is not known yet whether WeCom made the task.");
        }

        try
        {
            return await route.FindAsync(open, cancellationToken) switch
            {
                FoundTask.Made made => await AdoptAsync(route, open, made, cancellationToken),
                FoundTask.Unclear unclear => new Receipt.Unknown(unclear.Reason),
                _ => await intents.VoidAsync(open, cancellationToken) ? null : Elsewhere,
            };
        }
        catch (WeComException failure)
        {
            return new Receipt.Unknown($"WeCom could not be asked whether it made the task: {failure.Message}");
        }
    }

    private static Receipt.Unknown Elsewhere => new("Another host has found out whether the task was made.");

    private async Task<Receipt> AdoptAsync(
        ITaskRoute route,
        SendIntent open,
        FoundTask.Made made,
        CancellationToken cancellationToken
    )
    {
        // Before the adoption: once it is adopted nobody looks for doubles again.
        foreach (var twin in made.Doubles)
        {
            await route.CancelAsync(twin, cancellationToken);
        }

        return await intents.MadeAsync(open, made.Name, made.Name, CancellationToken.None)
            ? new Receipt.Accepted(made.Name, options.CheckEvery)
            : Elsewhere;
    }
}
