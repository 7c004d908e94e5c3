namespace Workflows.Marketing.Limits.Ledger;

/// <summary>How often a limit stopped messages on one day.</summary>
/// <param name="Tenant">Whose messages.</param>
/// <param name="Day">The day in the tenant's time zone.</param>
/// <param name="Code">The limit's reason code.</param>
/// <param name="Deferred">How often one was deferred; a message deferred twice counts twice.</param>
/// <param name="Dropped">How many were dropped.</param>
public sealed record LimitHits(int Tenant, DateOnly Day, string Code, long Deferred, long Dropped);
