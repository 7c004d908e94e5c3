using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Content;

namespace Workflows.Marketing.Tests.Content;

/// <summary>A content library in memory.</summary>
internal sealed class ContentBench
{
    public const int Tenant = 1;

    public ContentBench(params string[] attributes)
    {
        Fields = new MergeFields(_ => ValueTask.FromResult<IReadOnlyCollection<string>?>(attributes));
        Library = new ContentLibrary(Store, Media, Personas, Kinds, Fields);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    public MemoryContentStore Store { get; } = new();

    public MemoryMediaLibrary Media { get; } = new();

    public MemoryPersonaRegister Personas { get; } = new();

    public ContentKinds Kinds { get; } = new();

    public MergeFields Fields { get; }

    public ContentLibrary Library { get; }

    public static byte[] Jpeg(int size = 16) => [0xFF, 0xD8, 0xFF, .. new byte[size - 3]];

    /// <summary>An MP4 that is nothing but its header: so many seconds long.</summary>
    public static byte[] Mp4(int seconds)
    {
        byte[] header = [0, 0, 0, 0, .. new byte[8], 0, 0, 0x03, 0xE8, .. BigEndian(seconds * 1_000)];
        return [.. Box("ftyp", "isom0000"u8.ToArray()), .. Box("moov", Box("mvhd", header))];
    }

    public async Task AddFileAsync(string name, byte[] bytes)
    {
        var (entry, mistakes) = await new MediaUpload(Media, Clock).AddAsync(Tenant, name, bytes, "ann", default);
        Assert.True(entry is not null, string.Join(' ', mistakes.Select(mistake => mistake.Message)));
    }

    /// <summary>Writes a content and has it approved.</summary>
    public async Task<ContentVersion> ApproveAsync(ContentItem item)
    {
        var saving = await Library.WriteAsync(Tenant, item, "ann", Clock.GetUtcNow(), default);
        Assert.True(
            saving.Version is not null,
            string.Join(' ', saving.Diagnostics.Select(one => $"{one.Code} {one.Path} {one.Message}"))
        );
        var version = saving.Version;
        foreach (var step in new[] { ContentStep.Submit, ContentStep.Approve })
        {
            var change = new ContentChange(step, "ben", Clock.GetUtcNow());
            version = (await Library.MoveAsync(Tenant, item.Id, version.Version, change, default))!.Version!;
        }

        return version;
    }

    private static byte[] Box(string name, byte[] content) =>
        [.. BigEndian(content.Length + 8), .. System.Text.Encoding.ASCII.GetBytes(name), .. content];

    private static byte[] BigEndian(int number) =>
        [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
