namespace Workflows.Runtime.Definitions;

/// <summary>A workflow written in code. Derive from <see cref="WorkflowBase"/>.</summary>
public interface IWorkflow
{
    /// <summary>Describes the workflow.</summary>
    /// <param name="builder">Takes the description.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask BuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken = default);
}
