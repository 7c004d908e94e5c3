using Workflows.Runtime.Activities.Composition;

namespace Workflows.Runtime.Execution;

/// <summary>What came of a run of <see cref="IWorkflowRunner"/>.</summary>
/// <param name="WorkflowState">Where the workflow stands; give it back to resume.</param>
/// <param name="Workflow">The workflow; give it back to resume.</param>
/// <param name="Result">The value of a workflow that has one; null otherwise.</param>
/// <param name="Burst">Everything the run did: lines, journal, effects it asked for. Nothing of it has left the process.</param>
public record RunWorkflowResult(WorkflowState WorkflowState, Workflow Workflow, object? Result, Burst Burst);
