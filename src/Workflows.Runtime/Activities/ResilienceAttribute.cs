namespace Workflows.Runtime.Activities;

/// <summary>Declares that an activity may be tried again when it fails, so that designers offer a resilience strategy.</summary>
/// <param name="category">The kind of strategies offered.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ResilienceAttribute(string category = "Default") : Attribute
{
    /// <summary>The kind of strategies offered.</summary>
    public string Category { get; } = category;
}
