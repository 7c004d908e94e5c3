using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
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

    // The APIs the application may not call, one by one: that the figures of a group are not for us stops no message.
    private readonly ConcurrentDictionary<string, Stopped> _forbidden = new(StringComparer.Ordinal);
    private volatile Stopped? _stopped;

    /// <summary>What is wrong with the application's set-up, or null while it works.</summary>
    public string? Diagnosis =>
        (IsOn(_stopped) ? _stopped : _forbidden.Values.FirstOrDefault(stopped => IsOn(stopped)))?.Message;

    /// <summary>Holds back what follows: of one API where it is about that API alone, all calls otherwise.</summary>
    /// <returns>The failure, with the time after which it makes sense to try again.</returns>
    public WeComException Stop(string api, WeComException failure)
    {
        var stopped = new Stopped(failure.Error, failure.Message, clock.GetUtcNow() + Pause);
        if (failure.Error.Code == WeComErrors.NoRight)
        {
            _forbidden[api] = stopped;
        }
        else
        {
            _stopped = stopped;
        }

        return failure;
    }

    /// <exception cref="WeComException">A configuration error was met a moment ago.</exception>
    public void ThrowIfStopped(string api)
    {
        foreach (var stopped in (Stopped?[])[_stopped, _forbidden.GetValueOrDefault(api)])
        {
            if (IsOn(stopped))
            {
                throw WeComException.Withheld(api, stopped.Error, stopped.Until - clock.GetUtcNow());
            }
        }
    }

    private bool IsOn([NotNullWhen(true)] Stopped? stopped) => stopped is not null && stopped.Until > clock.GetUtcNow();

    private sealed record Stopped(WeComError Error, string Message, DateTimeOffset Until);
}
