namespace Workflows.Runtime.Activities;

/// <summary>An activity whose outcomes depend on how it is set up, such as the success events of a chosen rule set.</summary>
public interface IDynamicOutcomes
{
    /// <summary>The outcomes it can have as it is set up; null when only running it tells.</summary>
    IReadOnlyList<string>? GetPossibleOutcomes();
}
