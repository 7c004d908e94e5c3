using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Blocks;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Calendars;

/// <summary>What has to hold for the calendars of a journey: times, days and conditions can be read.</summary>
/// <param name="services">Where the calendar of the workspace is found; null for the one that ships.</param>
public sealed class CalendarCheck(IServiceProvider? services = null) : IDefinitionCheck
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var calendars = graph.Nodes.Select(node => node.Activity).OfType<CalendarTrigger>().ToList();
        if (calendars.Count == 0)
        {
            return [];
        }

        var context = new TriggerIndexingContext(graph) { Services = services };
        await calendars[0].LookUpAsync(context, cancellationToken);
        return [.. calendars.SelectMany(calendar => calendar.Check(context))];
    }
}
