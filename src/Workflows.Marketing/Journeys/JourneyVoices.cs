using System.Runtime.CompilerServices;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>Through whose 1:1 chats a journey speaks.</summary>
/// <param name="Named">The members of the staff it names.</param>
/// <param name="IsOpen">Whether it also speaks through whoever is connected, or works the member out when it speaks.</param>
internal sealed record JourneyVoices(IReadOnlySet<string> Named, bool IsOpen)
{
    private static readonly ConditionalWeakTable<WorkflowGraph, JourneyVoices> Known = [];

    /// <summary>Reads a journey; once a version.</summary>
    public static JourneyVoices Of(WorkflowGraph graph) => Known.GetValue(graph, Read);

    /// <summary>Whether the journey cannot go on without a member whom its contact lost.</summary>
    /// <param name="staffId">The member.</param>
    /// <param name="isReachable">Whether another member is left.</param>
    public bool Need(string staffId, bool isReachable) => Named.Contains(staffId) || (IsOpen && !isReachable);

    private static JourneyVoices Read(WorkflowGraph graph)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var isOpen = false;
        foreach (var activity in JourneyActivity.All(graph))
        {
            if (
                !SendBlocks.ByType.TryGetValue(activity.Type, out var block)
                || block.SpeakerInput is not { } input
                || activity.IsGiven("group")
            )
            {
                continue;
            }

            if (activity.Constant(input)?.Trim() is { Length: > 0 } member)
            {
                named.Add(member);
            }
            else
            {
                isOpen = true;
            }
        }

        return new JourneyVoices(named, isOpen);
    }
}
