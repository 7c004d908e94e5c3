using System.Globalization;

namespace Workflows.Marketing.Messaging;

/// <summary>
/// Calls channels: so many at the same time, none for longer than an attempt may take, and what they throw becomes a
/// receipt. Whatever ends without an answer may have arrived.
/// </summary>
internal sealed class ChannelCalls(MessageDispatcherOptions options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Parallelism);

    /// <summary>One call that gives a receipt for each of its messages.</summary>
    public async Task<IReadOnlyList<Receipt>> ReceiveAsync(
        int count,
        Func<CancellationToken, Task<IReadOnlyList<Receipt>>> call,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Receipt> receipts = [];
        var failure = await RunAsync(async ended => receipts = await call(ended), cancellationToken);
        failure ??=
            receipts.Count == count
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{receipts.Count} receipts for {count} messages.");
        return failure is null ? receipts : [.. Enumerable.Repeat(new Receipt.Unknown(failure), count)];
    }

    /// <summary>One call.</summary>
    /// <returns>Why it failed, or null.</returns>
    public async Task<string?> RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(CancellationToken.None);
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await call(either.Token).WaitAsync(either.Token);
            return null;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"No answer within {options.AttemptTimeout.TotalSeconds:0.###} s."
            );
        }
        catch (OperationCanceledException)
        {
            return "The process stopped during the attempt.";
        }
        catch (Exception channelFailed) when (channelFailed is not OutOfMemoryException)
        {
            return $"{channelFailed.GetType().Name}: {channelFailed.Message}";
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
