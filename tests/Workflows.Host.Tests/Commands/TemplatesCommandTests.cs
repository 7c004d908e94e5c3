namespace Workflows.Host.Tests.Commands;

/// <summary><c>templates</c>: list, show, try, new, pack, install.</summary>
public sealed class TemplatesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-templates-").FullName;

    private string Data => Path.Combine(_folder, "data");

    // Tests run in a folder of their own; the library is that of this checkout unless a test names another.
    private static Task<Shell.Answer> RunAsync(params string[] words) =>
        Shell.RunAsync(
            words.Contains("--library", StringComparer.Ordinal)
                ? ["templates", .. words]
                : ["templates", .. words, "--library", Repository.Root]
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task List_ByIndustry_ShowsThoseForItInTheLanguageAsked()
    {
        var all = await RunAsync("list", "--json", "--lang", "en");
        var jewellers = await RunAsync("list", "--industry", "jewellery", "--json", "--lang", "zh");

        var names = all.Json().EnumerateArray().Select(one => one.GetProperty("name").GetString()).ToList();
        var found = jewellers.Json().EnumerateArray().ToList();
        Assert.Contains("lifecycle-new", names);
        Assert.DoesNotContain("lifecycle-care", names);
        Assert.Contains(found, one => one.GetProperty("name").GetString() is "lifecycle-loyal");
        Assert.DoesNotContain(found, one => one.GetProperty("name").GetString() is "lifecycle-new");
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", found[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Show_SaysEverythingOfATemplate()
    {
        var answer = await RunAsync("show", "lifecycle-new", "--lang", "en");

        Assert.Equal(0, answer.Code);
        foreach (
            var section in new[]
            {
                "Roles",
                "Figures",
                "Expected",
                "Procedure",
                "Limits",
                "To prepare",
                "Content",
                "Parameters",
            }
        )
        {
            Assert.Contains($"\n{section}\n", answer.Output, StringComparison.Ordinal);
        }

        Assert.Contains(
            """

            Content
              new-welcome (text): Welcome
              new-value (text): Tips for choosing
              new-exclusive (link): Page of the product for new customers
              new-question (text): One question about worries

            """,
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(" – system ← userOps (hq): ", answer.Output, StringComparison.Ordinal);
        Assert.Contains(" – guide (store): ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("firstWait = 3.00:00:00 (1.00:00:00 … 14.00:00:00)", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("try")]
    [InlineData("pack")]
    [InlineData("install")]
    public async Task Verb_OfNoTemplate_IsBadInput(string verb) =>
        (await RunAsync(verb, "nothing")).IsBadInput("There is no template 'nothing'");

    [Fact]
    public async Task Try_OneTemplate_PrintsALineAndTheSum()
    {
        var answer = await RunAsync("try", "lifecycle-new");

        Assert.Equal(0, answer.Code);
        Assert.Matches(
            @"^passed  lifecycle-new: \d+ journey cases, \d+ rule cases\n\d+ passed, 0 failed\n$",
            answer.Output
        );
    }

    [Fact]
    public async Task Try_WithAnotherValue_FailsWhereTheCasesSaySo()
    {
        var answer = await RunAsync("try", "lifecycle-new", "--set", "firstWait=2.00:00:00");

        Assert.Equal(1, answer.Code);
        Assert.Contains(
            "never-orders: Message 3 is 'new-exclusive' at 2026-03-04",
            answer.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("firstWait=30.00:00:00", "lies between")]
    [InlineData("firstWait", "PARAMETER=VALUE")]
    [InlineData("other=1", "no parameter 'other'")]
    public async Task Try_WithAValueThatIsRefused_IsBadInput(string set, string named) =>
        (await RunAsync("try", "lifecycle-new", "--set", set, "--lang", "en")).IsBadInput(named);

    [Fact]
    public async Task Try_NeitherNameNorAll_IsBadInput() => (await RunAsync("try")).IsBadInput("--all");

    [Fact]
    public async Task Pack_TemplateWhoseCasesFail_IsRefusedAndWritesNothing()
    {
        var package = Path.Combine(_folder, "failing.zip");

        var answer = await RunAsync("pack", "lifecycle-new", "--set", "firstWait=2.00:00:00", "--output", package);

        answer.IsBadInput("of its cases fail");
        Assert.False(File.Exists(package));
    }

    [Fact]
    public async Task New_ThenTryPackAndInstall_ByAnotherInstallation()
    {
        var made = await RunAsync(
            "new",
            "brand-new",
            "--from",
            "lifecycle-new",
            "--to",
            _folder,
            "--set",
            "offerText=体验装"
        );
        var tried = await RunAsync("try", "brand-new", "--library", _folder);
        var package = Path.Combine(_folder, "brand.zip");
        var packed = await RunAsync("pack", "lifecycle-new", "--output", package);
        var installed = await RunAsync("install", package, "--data", Data, "--set", "firstWait=4.00:00:00");
        var again = await RunAsync("install", package, "--data", Data, "--set", "firstWait=4.00:00:00");
        var other = await RunAsync("install", package, "--data", Data, "--lang", "en");
        var replaced = await RunAsync("install", package, "--data", Data, "--replace");

        Assert.Equal(("", "", ""), (made.Error, tried.Error, packed.Error));
        Assert.Equal((0, 1, 0), (made.Code, tried.Code, packed.Code));
        Assert.Contains("体验装", tried.Output, StringComparison.Ordinal);
        Assert.Equal(
            "installed rule set lifecycle-tiers version 1\ninstalled workflow lifecycle-new version 1 (draft)\n",
            installed.Output
        );
        Assert.Equal(0, again.Code);
        other.IsBadInput("Another workflow 'lifecycle-new' is there (version 1).");
        Assert.Equal(0, replaced.Code);
        Assert.Contains("version 2 (draft)", replaced.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_TemplateWithContents_BringsThem_AsDraftsOrApprovedWithItsJourney()
    {
        var package = Path.Combine(_folder, "jewellery.zip");
        await RunAsync("pack", "jewellery-ip-superuser", "--output", package);

        var draft = await RunAsync("install", package, "--data", Data);
        var again = await RunAsync("install", package, "--data", Data, "--publish");
        var library = Path.Combine(_folder, "library");
        await RunAsync("new", "mine", "--from", "jewellery-ip-superuser", "--to", library);
        var file = Path.Combine(library, "workflows", "mine", "content", "content.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("真诚", "热情", StringComparison.Ordinal));
        var other = await RunAsync("install", "mine", "--library", library, "--data", Data, "--lang", "zh");
        await File.WriteAllTextAsync(file, text.Replace("\"founder\"", "\"nobody\"", StringComparison.Ordinal)[..^20]);
        var broken = await RunAsync("install", "mine", "--library", library, "--data", Data);

        Assert.Equal("", draft.Error);
        Assert.StartsWith("installed persona founder\n", draft.Output, StringComparison.Ordinal);
        Assert.Contains("installed content founder-note version 1 (draft)\n", draft.Output, StringComparison.Ordinal);
        Assert.Contains("installed content founder-note version 1\n", again.Output, StringComparison.Ordinal);
        Assert.Contains("workflow jewellery-ip-superuser version 1\n", again.Output, StringComparison.Ordinal);
        other.IsBadInput("已有另一个人设“founder”");
        broken.IsBadInput("CNT014");
    }

    [Fact]
    public async Task Install_OverAnotherRuleSet_IsRefusedAndChangesNothing()
    {
        await RunAsync("install", "lifecycle-silent", "--data", Data, "--set", "repeatDays=90");

        var refused = await RunAsync("install", "lifecycle-new", "--data", Data, "--lang", "en");

        refused.IsBadInput("Another rule set 'lifecycle-tiers' is published (version 1).");
    }

    [Fact]
    public async Task Install_Refused_BeginsInTheReadersLanguage()
    {
        await RunAsync("install", "lifecycle-silent", "--data", Data, "--set", "repeatDays=90");

        var refused = await RunAsync("install", "lifecycle-new", "--data", Data, "--lang", "zh");
        var missing = await RunAsync("install", "nothing", "--data", Data, "--lang", "zh");

        refused.IsBadInput("已发布了另一个规则集“lifecycle-tiers”（版本 1）。");
        Assert.StartsWith(
            "未安装任何内容：错误 TPL011：",
            refused.Error.Replace(": ", "：", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.StartsWith("没有模板“nothing”", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_DamagedPackage_IsBadInputInOneLine()
    {
        var package = Path.Combine(_folder, "damaged.zip");
        await File.WriteAllTextAsync(package, "PK this is nothing");

        (await RunAsync("install", package, "--data", Data, "--lang", "en")).IsBadInput("TPL010");
    }

    [Fact]
    public async Task New_WhereThereIsOne_IsBadInput()
    {
        await RunAsync("new", "mine", "--from", "lifecycle-new", "--to", _folder);

        (await RunAsync("new", "mine", "--from", "lifecycle-new", "--to", _folder)).IsBadInput("is there already");
    }
}
