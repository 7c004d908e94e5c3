namespace Workflows.Runtime.Definitions;

/// <summary>Whether a start request or trigger may begin one more instance. The names are Elsa's.</summary>
public enum ActivationStrategy
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Only while no instance of the definition is running.</summary>
    Singleton,

    /// <summary>Only while no instance of the definition with the same correlation id is running.</summary>
    CorrelatedSingleton,

    /// <summary>Only while no instance of any definition with the same correlation id is running.</summary>
    Correlation,
}
