using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Workflows.Marketing.Templates;

namespace Workflows.Marketing.Tests.Templates;

public sealed class TemplatePackageTests
{
    private const int SymbolicLink = unchecked((int)0xA1FF0000);

    [Fact]
    public void Pack_Twice_GivesTheSameBytesAndTheSameTemplate()
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        files = files with
        {
            Content = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["tips.md"] = "# 贴士"u8.ToArray() },
        };

        var packed = TemplatePackage.Pack(template, files);

        Assert.Equal(packed, TemplatePackage.Pack(template, files));
        var read = Read(packed);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(
            (files.Metadata, files.Workflow, files.Cases),
            (read.Files!.Metadata, read.Files.Workflow, read.Files.Cases)
        );
        Assert.Equal(files.Rules["lifecycle-tiers"], read.Files.Rules["lifecycle-tiers"]);
        Assert.Equal(files.Content["tips.md"], read.Files.Content["tips.md"]);
    }

    [Fact]
    public void Pack_JourneyOfOthers_BringsThem()
    {
        var (template, files) = Shelf.Read("frequency-cognition");

        var read = Read(TemplatePackage.Pack(template, files));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(["activate", "educate"], read.Template!.Workflows);
        Assert.Equal(files.Workflows.OrderBy(one => one.Key), read.Files!.Workflows.OrderBy(one => one.Key));
    }

    [Theory]
    [InlineData("workflows/x/more.json")]
    [InlineData("workflows/../x/workflow.json")]
    [InlineData("../evil.json")]
    [InlineData("content/../../evil.md")]
    [InlineData("/etc/passwd")]
    [InlineData("content\\evil.md")]
    [InlineData("C:/evil.md")]
    [InlineData("content/.hidden.md")]
    [InlineData("content//x.md")]
    [InlineData("content/a.")]
    [InlineData("content/plugin.dll")]
    [InlineData("content/run.sh")]
    [InlineData("content/page.html")]
    [InlineData("content/picture.svg")]
    [InlineData("plugins/x.json")]
    [InlineData("rules/../x/rules.json")]
    [InlineData("rules/x/more.json")]
    [InlineData("readme.exe")]
    [InlineData("content/x\u0000.md")]
    public void Read_PathThatIsNotAllowed_IsRefused(string path) =>
        Refused(Changed(zip => Add(zip, path, "x"u8)), path is "content/x\u0000.md" ? "not allowed" : "package");

    [Theory]
    [InlineData("content/notes.txt", "MZ\u0000\u0001")]
    [InlineData("content/notes.md", "#!/bin/sh\nrm -rf /")]
    [InlineData("content/picture.png", "MZ is no picture")]
    [InlineData("content/picture.jpg", "<html>")]
    public void Read_FileThatIsNotWhatItsNameSays_IsRefused(string path, string text) =>
        Refused(Changed(zip => Add(zip, path, Encoding.Latin1.GetBytes(text))), "is no");

    [Fact]
    public void Read_SymbolicLink_IsRefused() =>
        Refused(
            Changed(zip => Add(zip, "content/link.md", "/etc/passwd"u8).ExternalAttributes = SymbolicLink),
            "no plain file"
        );

    [Fact]
    public void Read_Bomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Changed(zip =>
            Add(zip, "content/big.txt", new string('a', 64 * 1024 * 1024).Select(c => (byte)c).ToArray())
        );

        Assert.True(bomb.Length < 1024 * 1024);
        Refused(bomb, "'content/big.txt' is larger than a package may hold.");
    }

    [Fact]
    public void Read_ManySmallBombs_AreRefusedTogether() =>
        Refused(
            Changed(zip =>
            {
                var part = Enumerable.Repeat((byte)'a', 4 * 1024 * 1024).ToArray();
                for (var i = 0; i < 9; i++)
                {
                    Add(zip, $"content/part{i}.txt", part);
                }
            }),
            "is larger than a package may hold."
        );

    [Fact]
    public void Read_TooManyFiles_IsRefused() =>
        Refused(
            Changed(zip =>
            {
                for (var i = 0; i < 300; i++)
                {
                    Add(zip, $"content/{i}.txt", "x"u8);
                }
            }),
            "more than 256 files"
        );

    [Fact]
    public void Read_SameFileTwice_IsRefused() =>
        Refused(Changed(zip => Add(zip, "Workflow.json".ToLowerInvariant(), "{}"u8)), "twice");

    [Fact]
    public void Read_FileTheManifestDoesNotName_IsRefused() =>
        Refused(Changed(zip => Add(zip, "content/more.md", "x"u8)), "The manifest does not name 'content/more.md'.");

    [Fact]
    public void Read_FileChangedAfterPacking_IsRefused() =>
        Refused(
            Replaced("workflow.json", text => text + " "),
            "'workflow.json' is missing or was changed after packing."
        );

    [Fact]
    public void Read_FileTakenOut_IsRefused() =>
        Refused(Changed(zip => zip.GetEntry("cases.json")!.Delete()), "'cases.json' is missing");

    [Theory]
    [InlineData("schema", "2", "format version 2")]
    [InlineData("format", "\"other\"", "no package of a template")]
    [InlineData("name", "\"another\"", "different names")]
    [InlineData("more", "1", "The manifest cannot be read")]
    public void Read_ManifestOfAnotherKind_IsRefused(string member, string value, string message) =>
        Refused(
            Replaced(
                "manifest.json",
                text =>
                {
                    var manifest = JsonNode.Parse(text)!.AsObject();
                    manifest[member] = JsonNode.Parse(value);
                    return manifest.ToJsonString();
                }
            ),
            message
        );

    [Fact]
    public void Read_NoZip_IsRefused()
    {
        Refused("hello"u8.ToArray(), "no package, or is damaged");
        Refused([], "no package, or is damaged");
    }

    [Fact]
    public void Read_CutShort_IsRefused()
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        var packed = TemplatePackage.Pack(template, files);

        for (var length = 0; length < packed.Length; length += 997)
        {
            Assert.NotEmpty(Read(packed[..length]).Diagnostics);
        }
    }

    [Fact]
    public void Read_EmptyZip_HasNoManifest()
    {
        using var memory = new MemoryStream();
        new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true).Dispose();

        Refused(memory.ToArray(), "no manifest.json");
    }

    private static void Refused(byte[] package, string message)
    {
        var found = Assert.Single(Read(package).Diagnostics);
        Assert.Equal(TemplateCodes.Package, found.Code);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    private static TemplateReading Read(byte[] package)
    {
        using var stream = new MemoryStream(package);
        return TemplatePackage.Read(stream);
    }

    private static byte[] Changed(Action<ZipArchive> change)
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        using var memory = new MemoryStream();
        memory.Write(TemplatePackage.Pack(template, files));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return memory.ToArray();
    }

    private static byte[] Replaced(string path, Func<string, string> change) =>
        Changed(zip =>
        {
            var entry = zip.GetEntry(path)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            Add(zip, path, Encoding.UTF8.GetBytes(change(text)));
        });

    private static ZipArchiveEntry Add(ZipArchive zip, string path, ReadOnlySpan<byte> bytes)
    {
        var entry = zip.CreateEntry(path);
        using var stream = entry.Open();
        stream.Write(bytes);
        return entry;
    }
}
