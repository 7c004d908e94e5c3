namespace Workflows.Runtime.Activities;

/// <summary>A variable that exists for one execution only, such as a loop's current value.</summary>
internal sealed class DynamicVariable(string name, object? value)
{
    public string Name { get; } = name;

    public object? Value { get; set; } = value;
}
