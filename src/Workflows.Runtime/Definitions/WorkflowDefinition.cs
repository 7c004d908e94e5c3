using System.Text.Json;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Definitions;

/// <summary>One version of a workflow as a document describes it. Immutable; what the runtime does not know is kept in <see cref="Source"/>.</summary>
public sealed record WorkflowDefinition
{
    /// <summary>Identifies this version.</summary>
    public string Id { get; init; } = "";

    /// <summary>Identifies the workflow over all its versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>One sentence for the operator.</summary>
    public string? Description { get; init; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether no newer version exists.</summary>
    public bool IsLatest { get; init; } = true;

    /// <summary>Whether this version is the one that starts.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The workflow's variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>The workflow's inputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; init; } = [];

    /// <summary>The workflow's outputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; init; } = [];

    /// <summary>The outcomes it may complete with when it is used as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Its options.</summary>
    public WorkflowOptions Options { get; init; } = new();

    /// <summary>Settings for others (<c>entry</c>, <c>timeZone</c> …); undefined when there are none.</summary>
    public JsonElement CustomProperties { get; init; }

    /// <summary>The root activity as a document; undefined when the workflow was written in code.</summary>
    public JsonElement Root { get; init; }

    /// <summary>The root activity of a workflow written in code; null for documents.</summary>
    public IActivity? RootActivity { get; init; }

    /// <summary>The variables of a workflow written in code.</summary>
    public IReadOnlyList<Variable> CodeVariables { get; init; } = [];

    /// <summary>The whole document, from which it is written back without loss; undefined for code.</summary>
    public JsonElement Source { get; init; }

    /// <summary>Who may enter.</summary>
    public EntryPolicy Entry => EntryPolicy.Read(this);
}
