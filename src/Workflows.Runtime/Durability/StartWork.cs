using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>Which definition to start, and with what.</summary>
/// <param name="DefinitionId">The definition; its published version is meant.</param>
/// <param name="Options">What the instance starts with, its id included: starting an id twice starts once.</param>
public sealed record StartWork(string DefinitionId, StartOptions Options) : WorkPayload
{
    /// <summary>The work item that starts an instance.</summary>
    /// <param name="tenant">Whose instance it will be.</param>
    /// <param name="graph">The published graph.</param>
    /// <param name="options">
    /// What it starts with. Without a subject, the activation strategy chooses one: instances that exclude each other
    /// share a subject, so that their starts are decided one after the other and never race.
    /// </param>
    /// <param name="dueAt">When to start.</param>
    public static WorkItem Item(int tenant, WorkflowGraph graph, StartOptions options, DateTimeOffset dueAt)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var subject = options.Subject != Guid.Empty ? options.Subject : SubjectOf(graph, options);
        return Item(tenant, graph.DefinitionId, options with { Subject = subject }, dueAt);
    }

    internal static WorkItem Item(int tenant, DispatchWorkflow dispatch, DateTimeOffset dueAt) =>
        Item(
            tenant,
            dispatch.DefinitionId,
            new StartOptions
            {
                InstanceId = dispatch.InstanceId,
                Subject = dispatch.Subject,
                Input = dispatch.Input,
                CorrelationId = dispatch.CorrelationId,
                Parent = dispatch.Parent,
            },
            dueAt
        );

    private static WorkItem Item(int tenant, string definitionId, StartOptions options, DateTimeOffset dueAt) =>
        new()
        {
            Tenant = tenant,
            Subject = options.Subject,
            Kind = WorkKind.Start,
            DueAt = dueAt,
            InstanceId = options.InstanceId,
            Payload = new StartWork(definitionId, options),
        };

    private static Guid SubjectOf(WorkflowGraph graph, StartOptions options) =>
        graph.Entry.Activation switch
        {
            ActivationStrategy.Singleton => StimulusHash.Of("Singleton", graph.DefinitionId),
            ActivationStrategy.CorrelatedSingleton => StimulusHash.Of(
                "CorrelatedSingleton",
                $"{graph.DefinitionId}\n{options.CorrelationId}"
            ),
            ActivationStrategy.Correlation => StimulusHash.Of("Correlation", options.CorrelationId),
            _ => options.InstanceId,
        };
}
