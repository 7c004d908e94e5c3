using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>A file's name and what it stands for.</summary>
internal sealed class MediaEntryRow
{
    public int Tenant { get; set; }

    public required string Name { get; set; }

    public short Type { get; set; }

    public required string ContentType { get; set; }

    public int Size { get; set; }

    public required string Hash { get; set; }

    public double? Seconds { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    public required string AddedBy { get; set; }

    public MediaEntry ToEntry() =>
        new(Name, (MediaType)Type, ContentType, Size, Hash, AddedAt, AddedBy) { Seconds = Seconds };
}
