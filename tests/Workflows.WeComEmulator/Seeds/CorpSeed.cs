using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Seeds;

/// <summary>The company at the start, as a JSON file or a test describes it.</summary>
public sealed record CorpSeed
{
    /// <summary>The corp id, 18 letters beginning with <c>ww</c>.</summary>
    public string Id { get; init; } = "ww5f0c3d9a1b2e4d67";

    public string Name { get; init; } = "Test";

    /// <summary>The zone of natural days, weeks and months.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    public IReadOnlyList<SeedApp> Apps { get; init; } = [];

    public CallbackSettings? Callback { get; init; }

    public IReadOnlyList<SeedMember> Members { get; init; } = [];

    public IReadOnlyList<SeedTagGroup> Tags { get; init; } = [];

    public IReadOnlyList<SeedCustomer> Customers { get; init; } = [];

    public IReadOnlyList<SeedGroup> Groups { get; init; } = [];

    public IReadOnlyList<SeedContactWay> ContactWays { get; init; } = [];

    public IReadOnlyList<SeedJoinWay> JoinWays { get; init; } = [];

    /// <summary>How every member deals with sending tasks; null lets them wait for a touch.</summary>
    public ConfirmPolicy? Policy { get; init; }
}
