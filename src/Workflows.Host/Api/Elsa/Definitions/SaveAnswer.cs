using System.Text.Json.Nodes;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>What came of a save.</summary>
internal sealed record SaveAnswer(
    JsonObject WorkflowDefinition,
    bool AlreadyPublished,
    int ConsumingWorkflowCount,
    IReadOnlyList<ValidationFinding> ValidationErrors
);
