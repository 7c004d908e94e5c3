using System.Globalization;
using System.Text.Json;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>Turns workflows written in code into definitions.</summary>
public sealed class WorkflowBuilder : IWorkflowBuilder
{
    /// <inheritdoc />
    public string? DefinitionId { get; set; }

    /// <inheritdoc />
    public string? Id { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <inheritdoc />
    public string? Name { get; set; }

    /// <inheritdoc />
    public string? Description { get; set; }

    /// <inheritdoc />
    public IActivity? Root { get; set; }

    /// <inheritdoc />
    public WorkflowOptions WorkflowOptions { get; set; } = new();

    /// <inheritdoc />
    public IList<Variable> Variables { get; } = [];

    /// <inheritdoc />
    public IList<ArgumentDefinition> Inputs { get; } = [];

    /// <inheritdoc />
    public IList<ArgumentDefinition> Outputs { get; } = [];

    /// <inheritdoc />
    public IList<string> Outcomes { get; } = [];

    /// <inheritdoc />
    public IDictionary<string, object> CustomProperties { get; } =
        new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>The definition of a workflow written in code.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async ValueTask<WorkflowDefinition> BuildAsync(
        IWorkflow workflow,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var builder = new WorkflowBuilder();
        await workflow.BuildAsync(builder, cancellationToken);
        return builder.ToDefinition();
    }

    /// <summary>The definition described so far.</summary>
    public WorkflowDefinition ToDefinition() =>
        new()
        {
            Id = Id ?? "",
            DefinitionId = DefinitionId ?? "Workflow",
            Name = Name ?? DefinitionId ?? "Workflow",
            Description = Description,
            Version = Version,
            Inputs = [.. Inputs],
            Outputs = [.. Outputs],
            Outcomes = [.. Outcomes],
            Options = WorkflowOptions,
            RootActivity = Root,
            CodeVariables = [.. Variables],
            CustomProperties =
                CustomProperties.Count == 0 ? default : JsonSerializer.SerializeToElement(CustomProperties),
        };

    /// <inheritdoc />
    public IWorkflowBuilder WithDefinitionId(string definitionId)
    {
        DefinitionId = definitionId;
        return this;
    }

    /// <inheritdoc />
    public Variable<T> WithVariable<T>() => Declare(new Variable<T>(NextName()));

    /// <inheritdoc />
    public Variable<T> WithVariable<T>(T value) => Declare(new Variable<T>(NextName(), value));

    /// <inheritdoc />
    public Variable<T> WithVariable<T>(string name, T value) => Declare(new Variable<T>(name, value));

    /// <inheritdoc />
    public IWorkflowBuilder WithVariable<T>(Variable<T> variable) => WithVariable((Variable)variable);

    /// <inheritdoc />
    public IWorkflowBuilder WithVariable(Variable variable)
    {
        Declare(variable);
        return this;
    }

    /// <inheritdoc />
    public IWorkflowBuilder WithVariables(params Variable[] variables)
    {
        Array.ForEach(variables, variable => Declare(variable));
        return this;
    }

    /// <inheritdoc />
    public ArgumentDefinition WithInput<T>(string name, string? description = null) =>
        Add<T>(Inputs, name, description);

    /// <inheritdoc />
    public ArgumentDefinition WithOutput<T>(string name, string? description = null) =>
        Add<T>(Outputs, name, description);

    /// <inheritdoc />
    public IWorkflowBuilder WithCustomProperty(string name, object value)
    {
        CustomProperties[name] = value;
        return this;
    }

    private static ArgumentDefinition Add<T>(IList<ArgumentDefinition> list, string name, string? description)
    {
        var argument = new ArgumentDefinition(name, TypeAliases.NameOf(typeof(T)), false, null, description);
        list.Add(argument);
        return argument;
    }

    private T Declare<T>(T variable)
        where T : Variable
    {
        Variables.Add(variable);
        return variable;
    }

    private string NextName() => $"Variable{(Variables.Count + 1).ToString(CultureInfo.InvariantCulture)}";
}
