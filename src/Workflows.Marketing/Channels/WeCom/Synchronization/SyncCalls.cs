using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Asks with patience: a comparison may take hours, and waits where a sender would have to give up.</summary>
internal sealed class SyncCalls(WeComClient client, TimeProvider clock)
{
    private const int MaxTries = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <exception cref="WeComException">WeCom says no, or is busy for too long.</exception>
    public async Task<T> AskAsync<T>(Func<WeComClient, Task<T>> question, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await question(client);
            }
            catch (WeComException busy)
                when (busy.Error.Kind is WeComErrorKind.Busy or WeComErrorKind.Limited && tries < MaxTries)
            {
                var pause = busy.RetryAfter ?? Pause;
                await Task.Delay(pause < LongestPause ? pause : LongestPause, clock, cancellationToken);
            }
        }
    }

    /// <summary>
    /// As <see cref="AskIfThereAsync"/>; null also where the application may not ask, or WeCom does not take the question: figures and reactions are
    /// worth having, and no reason to break a comparison off.
    /// </summary>
    public async Task<T?> AskIfAllowedAsync<T>(Func<WeComClient, Task<T>> question, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await AskIfThereAsync(question, cancellationToken);
        }
        catch (WeComException refused)
            when (refused.Error is { Code: WeComErrors.NoRight } or { Kind: WeComErrorKind.Refused })
        {
            return null;
        }
    }

    /// <summary>As <see cref="AskAsync"/>; null where there is nothing to tell: no relation, no such member, not visible to us.</summary>
    public async Task<T?> AskIfThereAsync<T>(Func<WeComClient, Task<T>> question, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await AskAsync(question, cancellationToken);
        }
        catch (WeComException none) when (none.Error.Code is 84061 or 40096 or 60111 or 60011 or 84074 or 90501)
        {
            return null;
        }
    }
}
