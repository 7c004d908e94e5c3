using Workflows.Marketing.Content;

namespace Workflows.Marketing.Tests.Content;

public sealed class MediaUploadTests
{
    private readonly ContentBench _bench = new();

    [Theory]
    [InlineData("a.jpg", "FFD8FF00", "Image image/jpeg")]
    [InlineData("图.PNG", "89504E470D0A1A0A00", "Image image/png")]
    [InlineData("a.gif", "474946383961", "Image image/gif")]
    [InlineData("a.pdf", "255044462D31", "File application/pdf")]
    [InlineData("a.txt", "68C3A9", "File text/plain; charset=utf-8")]
    [InlineData("a.png", "FFD8FF00", "MED002")]
    [InlineData("a.jpg", "3C68746D6C3E", "MED002")]
    [InlineData("a.txt", "FF00", "MED002")]
    [InlineData("a.exe", "4D5A", "MED002")]
    [InlineData("a.html", "3C68746D6C3E", "MED002")]
    [InlineData("a.svg", "3C737667", "MED002")]
    [InlineData("../a.jpg", "FFD8FF00", "MED001")]
    [InlineData(".jpg", "FFD8FF00", "MED001")]
    [InlineData("a b.jpg", "FFD8FF00", "MED001")]
    [InlineData("", "FFD8FF00", "MED001")]
    public async Task File_Uploaded_IsWhatItsBytesSay(string name, string hex, string expected)
    {
        var (entry, mistakes) = await AddAsync(name, Convert.FromHexString(hex));

        Assert.Equal(expected, entry is null ? Assert.Single(mistakes).Code : $"{entry.Type} {entry.ContentType}");
    }

    [Fact]
    public async Task File_ThatIsTooLarge_IsRefused()
    {
        const int megabyte = 1024 * 1024;
        var (_, picture) = await AddAsync("a.jpg", ContentBench.Jpeg(10 * megabyte + 1));
        var (most, _) = await AddAsync("b.jpg", ContentBench.Jpeg(10 * megabyte));

        Assert.Equal(ContentCodes.MediaSize, Assert.Single(picture).Code);
        Assert.NotNull(most);
    }

    [Fact]
    public async Task File_OfATakenName_IsRefusedUnlessItIsTheSame()
    {
        await AddAsync("a.jpg", ContentBench.Jpeg(16));
        var (same, _) = await AddAsync("a.jpg", ContentBench.Jpeg(16));
        var (_, other) = await AddAsync("a.jpg", ContentBench.Jpeg(17));

        Assert.NotNull(same);
        Assert.Equal(ContentCodes.MediaTaken, Assert.Single(other).Code);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(61)]
    public async Task Video_Uploaded_IsKnownByItsLength(int seconds)
    {
        var (entry, _) = await AddAsync("v.mp4", ContentBench.Mp4(seconds));

        Assert.Equal((MediaType.Video, (double?)seconds), (entry!.Type, entry.Seconds));
    }

    [Fact]
    public async Task Video_CutShort_HasNoLength()
    {
        var whole = ContentBench.Mp4(30);
        for (var size = 13; size < whole.Length; size++)
        {
            var (entry, _) = await AddAsync($"v{size}.mp4", whole[..size]);
            Assert.Null(entry!.Seconds);
        }
    }

    private Task<(MediaEntry? Entry, IReadOnlyList<Expressions.Diagnostics.Diagnostic> Diagnostics)> AddAsync(
        string name,
        byte[] bytes
    ) => new MediaUpload(_bench.Media, _bench.Clock).AddAsync(ContentBench.Tenant, name, bytes, "ann", default);
}
