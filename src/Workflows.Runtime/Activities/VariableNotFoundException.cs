namespace Workflows.Runtime.Activities;

/// <summary>An activity read or wrote a variable that nothing around it declares.</summary>
/// <param name="name">The variable's name or id.</param>
public sealed class VariableNotFoundException(string name)
    : Exception(
        $"There is no variable '{name}' here: neither the workflow nor a container around the activity declares it."
    )
{
    /// <summary>The variable's name or id.</summary>
    public string VariableName { get; } = name;
}
