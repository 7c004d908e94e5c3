namespace Workflows.Host.Commands.Segments;

/// <summary>A line of <c>segments count</c>.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Event">Its success event, or its name.</param>
/// <param name="Contacts">How many contacts it takes.</param>
/// <param name="InOneQuery">Whether the database decided alone.</param>
internal sealed record SegmentCount(string Rule, string Event, long Contacts, bool InOneQuery);
