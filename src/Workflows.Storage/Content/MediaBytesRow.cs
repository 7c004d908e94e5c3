namespace Workflows.Storage.Content;

/// <summary>The bytes of files, found by what they are: equal ones are there once.</summary>
internal sealed class MediaBytesRow
{
    public int Tenant { get; set; }

    public required string Hash { get; set; }

    public required byte[] Bytes { get; set; }
}
