namespace Workflows.Marketing.Backtesting;

/// <summary>What a journey would have done with recorded orders.</summary>
/// <param name="Contacts">Contacts with an order by the day asked for.</param>
/// <param name="Orders">Orders by that day.</param>
/// <param name="Tiers">How many contacts each tier of the journey's rule sets has, in the order of the rules, zeros included.</param>
/// <param name="Messages">How many messages each template of the journey would have sent, zeros included.</param>
/// <param name="Instances">How many instances are <c>Running</c>, <c>Finished</c>, <c>Cancelled</c> or <c>Faulted</c>; zeros left out.</param>
/// <param name="Turns">How many turns that took.</param>
/// <param name="ElapsedMs">How long it took on the clock of the machine, in milliseconds.</param>
public sealed record BacktestReport(
    int Contacts,
    int Orders,
    IReadOnlyDictionary<string, int> Tiers,
    IReadOnlyDictionary<string, int> Messages,
    IReadOnlyDictionary<string, int> Instances,
    long Turns,
    long ElapsedMs
);
