using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Marketing.Places.Groups;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// What should hold for a journey by its pool: the member <c>pool</c> of its settings, or the one pool it puts contacts into. It speaks where
/// the pool's contacts are at home, and leads them into groups that stay.
/// </summary>
public sealed class PoolCheck(PoolCatalog pools) : IDefinitionCheck
{
    private static readonly string[] Selling = ["sales", "offer"];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        JourneyActivity[] activities = [.. JourneyActivity.All(graph)];
        if (PoolOf(graph.Definition, activities) is not { } name)
        {
            return [];
        }

        return
            (await pools.GetAsync(cancellationToken)).FirstOrDefault(pool =>
                pool.Name.Equals(name, StringComparison.Ordinal)
            )
                is { } profile
            ? [.. activities.SelectMany(activity => Check(activity, profile))]
            : [PoolCatalog.Unknown(name, "$.customProperties.pool")];
    }

    /// <summary>The pool a journey is about, or null.</summary>
    internal static string? PoolOf(WorkflowGraph graph) =>
        PoolOf(graph.Definition, JourneyActivity.All(graph.Definition.Root));

    private static string? PoolOf(WorkflowDefinition definition, IEnumerable<JourneyActivity> activities)
    {
        if (JourneySettings.Read(definition).Pool is { } said)
        {
            return said;
        }

        string[] assigned =
        [
            .. activities
                .Where(activity => activity.Is(JourneyTypes.AssignPool))
                .Select(activity => activity.Literal("pool") ?? Pool.Nurturing)
                .Distinct(StringComparer.Ordinal),
        ];
        return assigned.Length == 1 && Pool.Exists(assigned[0]) ? assigned[0] : null;
    }

    private static IEnumerable<Diagnostic> Check(JourneyActivity activity, PoolProfile pool)
    {
        if (SendBlocks.ByType.TryGetValue(activity.Type, out var block))
        {
            if (PoolProfile.Homes.Contains(block.Carrier) && !pool.Carriers.Contains(block.Carrier))
            {
                yield return new Diagnostic(
                    PoolCodes.OtherCarrier,
                    $"The contacts of the pool '{pool.Name}' are not at home in {block.Carrier}.",
                    activity.Id,
                    Remedy: $"Speak to them in {string.Join(", ", pool.Carriers)}, or change the pool's profile.",
                    Severity: DiagnosticSeverity.Warning
                );
            }

            if (
                pool.Name is Pool.Nurturing
                && block.Carrier == Carrier.Private
                && Selling.Contains(activity.Literal("kind"), StringComparer.OrdinalIgnoreCase)
            )
            {
                yield return new Diagnostic(
                    PoolCodes.SellsOneToOne,
                    "Selling in 1:1 chats is for the client pool: contacts who are still warmed up are many, and leave.",
                    activity.Id,
                    Remedy: "Send knowledge or persona content, or move the contact to another pool first.",
                    Severity: DiagnosticSeverity.Warning
                );
            }
        }
        else if (
            activity.Is(JourneyTypes.AssignGroup)
            && activity.Literal("purpose") is { } purpose
            && Enum.TryParse<GroupPurpose>(purpose, ignoreCase: true, out var known)
            && known is GroupPurpose.Drainage or GroupPurpose.GroupBuy or GroupPurpose.Flash
        )
        {
            yield return new Diagnostic(
                PoolCodes.PassingGroup,
                $"A group for {purpose} ends: the contacts of a pool cannot settle there.",
                activity.Id,
                Remedy: "Lead them into a community, or let the journey have no pool."
            );
        }
    }
}
