using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>How the rows of a file are understood and written.</summary>
/// <param name="Now">When the import runs: the day a contact without one joined.</param>
/// <param name="TimeZone">The time zone of days and times without an offset.</param>
/// <param name="BatchSize">How many rows are written in one transaction.</param>
public sealed record ImportOptions(DateTimeOffset Now, TimeZoneInfo TimeZone, int BatchSize = ImportOptions.Batch)
{
    /// <summary>The rows of a transaction unless told otherwise.</summary>
    public const int Batch = 5_000;

    /// <summary>What attributes contacts may have. Any, unless given.</summary>
    public AttributeSchema Attributes { get; init; } = AttributeSchema.None;

    /// <summary>What tags there are. Any, unless given.</summary>
    public TagBook Tags { get; init; } = TagBook.None;
}
