using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Calls;

/// <summary>
/// Remembers that the application is set up wrongly, and holds back calls for a while: WeCom blocks addresses that keep
/// failing, and the diagnosis does not change by asking.
/// </summary>
internal sealed class WeComOutage(TimeProvider clock)
{
    /// <summary>How long calls are held back after a configuration error.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private volatile Stopped? _stopped;

    /// <summary>What is wrong with the application's set-up, or null while it works.</summary>
    public string? Diagnosis => _stopped is { } stopped && stopped.Until > clock.GetUtcNow() ? stopped.Message : null;

    /// <summary>Holds back what follows.</summary>
    /// <returns>The failure, with the time after which it makes sense to try again.</returns>
    public WeComException Stop(WeComException failure)
    {
        _stopped = new Stopped(failure.Error, failure.Message, clock.GetUtcNow() + Pause);
        return failure;
    }

    /// <exception cref="WeComException">A configuration error was met a moment ago.</exception>
    public void ThrowIfStopped(string api)
    {
        if (_stopped is { } stopped && stopped.Until - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            throw WeComException.Withheld(api, stopped.Error, left);
        }
    }

    private sealed record Stopped(WeComError Error, string Message, DateTimeOffset Until);
}
