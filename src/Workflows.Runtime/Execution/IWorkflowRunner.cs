using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>Runs workflows in the caller's process, without storing them: until they end or wait. The name and shape are Elsa's.</summary>
public interface IWorkflowRunner
{
    /// <summary>Runs an activity as a workflow of its own.</summary>
    /// <param name="activity">The activity; an object runs as one workflow only.</param>
    /// <param name="options">What it starts with; null for nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    Task<RunWorkflowResult> RunAsync(
        IActivity activity,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Runs a workflow written in code.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="options">What it starts with; null for nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    Task<RunWorkflowResult> RunAsync(
        IWorkflow workflow,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Runs a workflow written in code.</summary>
    /// <typeparam name="T">The workflow's class.</typeparam>
    /// <param name="options">What it starts with; null for nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    Task<RunWorkflowResult> RunAsync<T>(
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where T : IWorkflow, new();

    /// <summary>Runs a workflow written in code and yields its value.</summary>
    /// <typeparam name="TResult">The value's type.</typeparam>
    /// <param name="workflow">The workflow.</param>
    /// <param name="options">What it starts with; null for nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    Task<RunWorkflowResult<TResult>> RunAsync<TResult>(
        WorkflowBase<TResult> workflow,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Resumes a workflow that waits.</summary>
    /// <param name="workflow">The workflow of an earlier result.</param>
    /// <param name="workflowState">The state of that result.</param>
    /// <param name="options">Which bookmark to resume, by default the first one, and with what.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    Task<RunWorkflowResult> RunAsync(
        Workflow workflow,
        WorkflowState workflowState,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
