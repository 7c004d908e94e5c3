using System.Runtime.CompilerServices;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>What happens to a contact when a journey lets it in: the journey's campaign tag is put on (S3-58).</summary>
internal static class Enrolment
{
    private static readonly ConditionalWeakTable<WorkflowGraph, JourneySettings> Known = [];

    /// <summary>Called by every block at which a journey begins, with the turn in which it begins.</summary>
    public static ValueTask EnrolAsync(this ActivityExecutionContext context)
    {
        var graph = context.Instance.Graph;
        var tag = Known.GetValue(graph, known => JourneySettings.Read(known.Definition)).CampaignTag;
        return tag is null || context.Subject is not Contacts.Contact
            ? ValueTask.CompletedTask
            : context.PutTagAsync(
                new TagMark(tag, TagFamily.Campaign, context.Now, graph.DefinitionId),
                part: "campaign"
            );
    }
}
