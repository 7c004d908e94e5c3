using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>Which definition to start, and with what.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="Options">What the instance starts with, its id included: starting an id twice starts once.</param>
/// <param name="Version">The version; null for the one that is published when the start's turn comes.</param>
public sealed record StartWork(string DefinitionId, StartOptions Options, int? Version = null) : WorkPayload
{
    /// <summary>The work item that starts an instance.</summary>
    /// <param name="tenant">Whose instance it will be.</param>
    /// <param name="graph">The published graph.</param>
    /// <param name="options">
    /// What it starts with. Without a subject, the activation strategy chooses one: instances that exclude each other
    /// share a subject, so that their starts are decided one after the other and never race.
    /// </param>
    /// <param name="dueAt">When to start.</param>
    /// <param name="isExact">Whether to start the graph's version rather than the one that is published by then.</param>
    public static WorkItem Item(
        int tenant,
        WorkflowGraph graph,
        StartOptions options,
        DateTimeOffset dueAt,
        bool isExact = false
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var subject = options.Subject != Guid.Empty ? options.Subject : SubjectOf(graph, options);
        var version = isExact ? graph.Version : (int?)null;
        return Item(tenant, graph.DefinitionId, options with { Subject = subject }, dueAt, version);
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

    private static WorkItem Item(
        int tenant,
        string definitionId,
        StartOptions options,
        DateTimeOffset dueAt,
        int? version = null
    ) =>
        new()
        {
            Tenant = tenant,
            Subject = options.Subject,
            Kind = WorkKind.Start,
            DueAt = dueAt,
            InstanceId = options.InstanceId,
            Payload = new StartWork(definitionId, options, version),
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
