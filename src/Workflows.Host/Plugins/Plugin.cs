using Workflows.Runtime.Activities;

namespace Workflows.Host.Plugins;

/// <summary>A plug-in as it was found at start.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Activities">The activity types it brings.</param>
/// <param name="Problems">What of it cannot be used, and why; empty when all of it can.</param>
internal sealed record Plugin(string Name, IReadOnlyList<Type> Activities, IReadOnlyList<string> Problems)
{
    /// <summary>What prepares its services; none where its activities need nothing of their own.</summary>
    public IReadOnlyList<IActivityPlugin> Setups { get; init; } = [];
}
