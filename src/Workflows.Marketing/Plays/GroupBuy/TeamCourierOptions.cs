namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>How the courier of teams works.</summary>
public sealed class TeamCourierOptions
{
    /// <summary>Whose teams.</summary>
    public required int Tenant { get; init; }

    /// <summary>The clock of waits, which a test never moves.</summary>
    public TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <summary>How long to rest when there is nothing to do.</summary>
    /// <value>The default value is a quarter of a second.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long to rest after a failure.</summary>
    /// <value>The default value is two seconds.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>When what was taken and not delivered is offered again.</summary>
    /// <value>The default value is one minute.</value>
    public TimeSpan OfferAgainAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after a team's time is over its journey may take to settle or refund it; then it is done without.</summary>
    /// <value>The default value is one hour.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Asks the shop for a refund; true when it is done. Null where the shop fetches refunds itself.</summary>
    public Func<TeamNews.Refund, CancellationToken, Task<bool>>? Refund { get; init; }

    /// <summary>Is told of failures.</summary>
    public Action<Exception>? OnFailed { get; init; }
}
