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

    /// <summary>Greets the new friends whom no living process greets; called again for the same callback, it does nothing more.</summary>
    /// <value>The default value is null: nobody is greeted.</value>
    public Func<WeComCallback, DateTimeOffset, CancellationToken, Task>? Greet { get; init; }

    /// <summary>Told of every failure, such as a database that is down; the loop goes on.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public Action<Exception>? OnFailed { get; init; }
}
