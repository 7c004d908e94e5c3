namespace Workflows.Runtime.Designer;

/// <summary>A place where an activity connects to others.</summary>
/// <param name="Name">The name documents use: an outcome, or the property that holds the embedded activity.</param>
/// <param name="DisplayName">The title, in one language.</param>
/// <param name="Type">What kind of place it is.</param>
/// <param name="IsBrowsable">Whether the canvas shows it.</param>
public sealed record PortDescription(string Name, string DisplayName, PortKind Type, bool IsBrowsable = true);
