namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>What came of the changes for one instance.</summary>
internal sealed record AlterationOutcome(
    string WorkflowInstanceId,
    AlterationLog Log,
    bool WorkflowHasScheduledWork,
    bool IsSuccessful
);
