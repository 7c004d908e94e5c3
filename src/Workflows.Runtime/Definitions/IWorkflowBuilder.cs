using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Definitions;

/// <summary>Takes the description of a workflow written in code.</summary>
public interface IWorkflowBuilder
{
    /// <summary>Identifies the workflow over all its versions; null takes the class name.</summary>
    string? DefinitionId { get; set; }

    /// <summary>Identifies this version; null for none.</summary>
    string? Id { get; set; }

    /// <summary>The version. The default is 1.</summary>
    int Version { get; set; }

    /// <summary>The name; null takes the class name.</summary>
    string? Name { get; set; }

    /// <summary>One sentence for the operator; null for none.</summary>
    string? Description { get; set; }

    /// <summary>What the workflow does.</summary>
    IActivity? Root { get; set; }

    /// <summary>When one more instance may begin, what an incident does.</summary>
    WorkflowOptions WorkflowOptions { get; set; }

    /// <summary>The workflow's variables.</summary>
    IList<Variable> Variables { get; }

    /// <summary>The workflow's inputs.</summary>
    IList<ArgumentDefinition> Inputs { get; }

    /// <summary>The workflow's outputs.</summary>
    IList<ArgumentDefinition> Outputs { get; }

    /// <summary>The outcomes it may complete with when it is used as an activity.</summary>
    IList<string> Outcomes { get; }

    /// <summary>Settings for others.</summary>
    IDictionary<string, object> CustomProperties { get; }

    /// <summary>Sets <see cref="DefinitionId"/>.</summary>
    /// <param name="definitionId">The id.</param>
    IWorkflowBuilder WithDefinitionId(string definitionId);

    /// <summary>Declares a variable without a name; it is reached through the object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    Variable<T> WithVariable<T>();

    /// <summary>Declares a variable without a name; it is reached through the object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">Its first value.</param>
    Variable<T> WithVariable<T>(T value);

    /// <summary>Declares a variable.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its first value.</param>
    Variable<T> WithVariable<T>(string name, T value);

    /// <summary>Declares a variable.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="variable">The variable.</param>
    IWorkflowBuilder WithVariable<T>(Variable<T> variable);

    /// <summary>Declares a variable.</summary>
    /// <param name="variable">The variable.</param>
    IWorkflowBuilder WithVariable(Variable variable);

    /// <summary>Declares variables.</summary>
    /// <param name="variables">The variables.</param>
    IWorkflowBuilder WithVariables(params Variable[] variables);

    /// <summary>Declares an input.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="description">One sentence for the operator.</param>
    ArgumentDefinition WithInput<T>(string name, string? description = null);

    /// <summary>Declares an output.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="description">One sentence for the operator.</param>
    ArgumentDefinition WithOutput<T>(string name, string? description = null);

    /// <summary>Adds a setting for others.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; its JSON form is kept.</param>
    IWorkflowBuilder WithCustomProperty(string name, object value);
}
