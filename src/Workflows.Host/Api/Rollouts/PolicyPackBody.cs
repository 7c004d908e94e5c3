using Workflows.Marketing.Limits.Safety;

namespace Workflows.Host.Api.Rollouts;

/// <summary>The pack of community safety as the API shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="On">Whether it is on.</param>
/// <param name="Limits">The limits that belong to it.</param>
/// <param name="Log">Who switched it, when and why.</param>
internal sealed record PolicyPackBody(
    string Name,
    string Title,
    bool On,
    IReadOnlyCollection<string> Limits,
    IReadOnlyList<DecisionBody> Log
)
{
    public static PolicyPackBody From(PolicyPack pack) =>
        new(
            CommunitySafety.Name,
            "社群安全边界",
            pack.IsOn,
            [.. CommunitySafety.Limits.Order(StringComparer.Ordinal)],
            [.. pack.Log.Select(DecisionBody.From)]
        );
}
