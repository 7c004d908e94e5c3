using System.Diagnostics.CodeAnalysis;
using Workflows.Runtime.Activities.Composition;

namespace Workflows.Runtime.Execution;

/// <summary>What came of a run, with the workflow's value.</summary>
/// <typeparam name="TResult">The value's type.</typeparam>
/// <param name="WorkflowState">Where the workflow stands.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Result">The value.</param>
/// <param name="Burst">Everything the run did.</param>
[SuppressMessage("Design", "MA0048", Justification = "The generic sibling of RunWorkflowResult.")]
public sealed record RunWorkflowResult<TResult>(
    WorkflowState WorkflowState,
    Workflow Workflow,
    TResult? Result,
    Burst Burst
);
