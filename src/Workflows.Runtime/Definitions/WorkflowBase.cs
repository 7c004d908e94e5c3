namespace Workflows.Runtime.Definitions;

/// <summary>A workflow written in code: override <see cref="Build"/> and give the builder a root.</summary>
public abstract class WorkflowBase : IWorkflow
{
    /// <inheritdoc />
    async ValueTask IWorkflow.BuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.DefinitionId ??= GetType().Name;
        builder.Name ??= GetType().Name;
        await BuildAsync(builder, cancellationToken);
    }

    /// <summary>Describes the workflow. The default calls <see cref="Build"/>.</summary>
    /// <param name="builder">Takes the description.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    protected virtual ValueTask BuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken = default)
    {
        Build(builder);
        return default;
    }

    /// <summary>Describes the workflow when there is nothing to await.</summary>
    /// <param name="builder">Takes the description.</param>
    protected virtual void Build(IWorkflowBuilder builder) { }
}
