using Workflows.Marketing.Channels.WeCom.Synchronization;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>Whose inbox a process reads, and how it is told what fails.</summary>
public sealed class CallbackLoopOptions
{
    /// <summary>Whose callbacks are read.</summary>
    /// <value>There is no default value: it has to be set.</value>
    public required int Tenant { get; init; }

    /// <summary>This process, as leases name it; unique among the processes on one inbox.</summary>
    /// <value>There is no default value: it has to be set.</value>
    public required string Owner { get; init; }

    /// <summary>How long settled callbacks are kept.</summary>
    /// <value>The default value is 30 days.</value>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Where ties are kept, so that the nightly comparison knows what callbacks told.</summary>
    /// <value>The default value is null: nowhere.</value>
    public ITieStore? Ties { get; init; }

    /// <summary>Told which callbacks were read, once what they say is stored.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public Action<WeComCallback>? OnRead { get; init; }

    /// <summary>Greets the new friends whom no living process greets; called again for the same callback, it does nothing more.</summary>
    /// <value>The default value is null: nobody is greeted.</value>
    public Func<WeComCallback, DateTimeOffset, CancellationToken, Task>? Greet { get; init; }

    /// <summary>Told of every failure, such as a database that is down; the loop goes on.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public Action<Exception>? OnFailed { get; init; }
}
