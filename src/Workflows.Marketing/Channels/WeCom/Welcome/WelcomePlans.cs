using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>The welcome plan in force, compiled; a new one is in use on every host within <see cref="Freshness"/>.</summary>
/// <param name="store">Where plans are kept.</param>
/// <param name="clock">Tells how fresh the plan is, and when one is published.</param>
/// <param name="tenant">Whose plans.</param>
public sealed class WelcomePlans(IWelcomePlanStore store, TimeProvider clock, int tenant)
{
    /// <summary>How long another host's publication may go unnoticed.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private volatile Known? _known;

    /// <summary>Checks a plan and puts it in force.</summary>
    /// <returns>It with its version, or everything that is wrong; warnings stand in no way.</returns>
    public async Task<(PublishedWelcomePlan? Published, IReadOnlyList<Diagnostic> Diagnostics)> PublishAsync(
        string json,
        CancellationToken cancellationToken
    )
    {
        var (plan, diagnostics) = WelcomePlanJson.Read(json);
        diagnostics = plan is null ? diagnostics : WelcomePlanCheck.Check(plan);
        if (plan is null || diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
        {
            return (null, diagnostics);
        }

        var published = await store.AddAsync(tenant, WelcomePlanJson.Write(plan), clock.GetUtcNow(), cancellationToken);
        _known = null;
        return (published, diagnostics);
    }

    /// <summary>The plan in force as it is kept, or null before the first.</summary>
    public Task<PublishedWelcomePlan?> NewestAsync(CancellationToken cancellationToken) =>
        store.NewestAsync(tenant, cancellationToken);

    internal async ValueTask<CompiledWelcomePlan> CurrentAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        if (known is not null && clock.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known.Plan;
        }

        var newest = await store.NewestAsync(tenant, cancellationToken);
        var version = newest?.Version ?? 0;
        var plan = known?.Plan.Version == version ? known.Plan : Compile(newest, version);
        _known = new Known(plan, clock.GetTimestamp());
        return plan;
    }

    private static CompiledWelcomePlan Compile(PublishedWelcomePlan? newest, int version) =>
        new(
            newest is null ? WelcomePlan.Empty : WelcomePlanJson.Read(newest.Document).Plan ?? WelcomePlan.Empty,
            version
        );

    private sealed record Known(CompiledWelcomePlan Plan, long ReadAt);
}
