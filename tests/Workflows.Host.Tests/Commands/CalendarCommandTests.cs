using Workflows.Host.Tests.Api;

namespace Workflows.Host.Tests.Commands;

public sealed class CalendarCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-data-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task List_PublishedJourney_ShowsWhatComes()
    {
        using var journey = new TemporaryFile(CalendarEndpointTests.MemberDay, "member-day.json");
        Assert.Equal(0, (await Shell.RunAsync("import", journey.Folder, "--data", _data)).Code);

        var json = await ListAsync("--json");
        var table = await ListAsync("--lang", "zh");

        var occasion = Assert.Single(json.Json().GetProperty("occasions").EnumerateArray().ToList());
        Assert.Equal("2031-02-08T02:00:00+00:00", occasion.GetProperty("dueAt").GetString());
        Assert.Contains("会员日", table.Output, StringComparison.Ordinal);
        Assert.Contains("2031-02-08", table.Output, StringComparison.Ordinal);
        Assert.Contains("立春", table.Output, StringComparison.Ordinal);

        Task<Shell.Answer> ListAsync(params string[] more) =>
            Shell.RunAsync([
                "calendar",
                "list",
                "--from",
                "2031-02-01",
                "--to",
                "2031-02-10",
                "--data",
                _data,
                .. more,
            ]);
    }

    [Theory]
    [InlineData("--from=someday", "--from")]
    [InlineData("--to=2000-01-01", "--to")]
    public async Task List_DaysThatCannotBe_IsBadInput(string option, string named) =>
        (await Shell.RunAsync("calendar", "list", option, "--data", _data)).IsBadInput(named);

    [Fact]
    public async Task Export_Changed_IsImportedAgain()
    {
        var exported = await Shell.RunAsync("calendar", "export", "--data", _data);
        using var file = new TemporaryFile(
            exported.Output.Replace("\"618 大促\"", "\"年中大促\"", StringComparison.Ordinal),
            "calendar.json"
        );

        var imported = await Shell.RunAsync(
            "calendar",
            "import",
            Path.Combine(file.Folder, "calendar.json"),
            "--data",
            _data
        );

        Assert.Equal((0, "30 marked days, 3 years of days off\n"), (imported.Code, imported.Output));
        Assert.Contains(
            "年中大促",
            (await Shell.RunAsync("calendar", "export", "--data", _data)).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"days":[{"code":"a","family":"custom","zh":"一","en":"a","falls":"13-13"}]}""", "CAL005")]
    [InlineData("no calendar", "CAL001")]
    public async Task Import_Mistake_IsBadInput(string text, string named)
    {
        using var file = new TemporaryFile(text, "calendar.json");

        (
            await Shell.RunAsync("calendar", "import", Path.Combine(file.Folder, "calendar.json"), "--data", _data)
        ).IsBadInput(named);
    }

    [Fact]
    public async Task Import_MissingFile_IsBadInput() =>
        (await Shell.RunAsync("calendar", "import", "/nowhere/calendar.json", "--data", _data)).IsBadInput("nowhere");
}
