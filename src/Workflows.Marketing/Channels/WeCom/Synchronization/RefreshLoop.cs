using System.Threading.Channels;
using Workflows.Marketing.Channels.WeCom.Callbacks;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>
/// Asks WeCom about what callbacks only hint at: who a new friend is, what a group is called. A moment later, because WeCom's answers lag behind
/// its callbacks; what a process forgets by dying the nightly comparison finds.
/// </summary>
/// <param name="sync">Asks.</param>
/// <param name="options">Who is told of failures.</param>
/// <param name="machine">The machine's clock.</param>
public sealed class RefreshLoop(WeComSync sync, SyncLoopOptions options, TimeProvider machine)
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(3);

    private readonly Channel<(WeComCallback Callback, DateTimeOffset At)> _hints = Channel.CreateBounded<(
        WeComCallback,
        DateTimeOffset
    )>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A callback was read.</summary>
    public void Notice(WeComCallback callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (callback.Event is WeComEvents.ContactChange or WeComEvents.GroupChange)
        {
            _hints.Writer.TryWrite((callback, machine.GetUtcNow()));
        }
    }

    /// <summary>Asks until <paramref name="stopping"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var (callback, at) in _hints.Reader.ReadAllAsync(stopping))
            {
                var wait = at + Lag - machine.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, machine, stopping);
                }

                await RefreshAsync(callback, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task RefreshAsync(WeComCallback callback, CancellationToken stopping)
    {
        try
        {
            await (
                callback switch
                {
                    {
                        ChangeType: "add_external_contact" or "add_half_external_contact" or "edit_external_contact",
                        Customer: { } customer,
                    } => sync.RefreshCustomerAsync(customer, stopping),
                    { Event: WeComEvents.GroupChange, ChangeType: "dismiss" } when callback["ChatId"] is { } group =>
                        sync.DismissGroupAsync(group, stopping),
                    { Event: WeComEvents.GroupChange } when callback["ChatId"] is { } group => sync.RefreshGroupAsync(
                        group,
                        stopping
                    ),
                    _ => Task.CompletedTask,
                }
            );
        }
        catch (Exception failed) when (failed is not (OutOfMemoryException or OperationCanceledException))
        {
            options.OnFailed?.Invoke(failed);
        }
    }
}
