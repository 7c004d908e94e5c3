namespace Workflows.Host.Tests.Commands;

/// <summary><c>contacts show</c>, <c>contacts attributes</c>, <c>contacts tags</c>.</summary>
public sealed class ContactsCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-contacts-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory]
    [InlineData("zh", "订单退款", "外人", "2025-03-09 09:00:00 +08:00")]
    [InlineData("en", "order refunded", "stranger", "2025-03-09 09:00:00 +08:00")]
    public async Task Show_Customer_IsInTheReadersWordsAndTheWorkspacesTime(
        string language,
        string what,
        string stage,
        string time
    )
    {
        using var file = new TemporaryFile(
            "source,id,type,at,phone,order,data.amount,lines\n"
                + "shop,p,order.paid,2025-03-01T01:00:00Z,138,N1,44.8,A1*2*39.8|B7*1*5\n"
                + "shop,r,order.refunded,2025-03-09T01:00:00Z,138,N1,5,\n",
            "orders.csv"
        );
        Assert.Equal(0, (await RunAsync("import", file.Path)).Code);

        var shown = await RunAsync("show", "phone:138", "--lang", language, "--time-zone", "Asia/Shanghai");

        Assert.Equal(0, shown.Code);
        foreach (var expected in new[] { what, stage, time, "A1 × 2", "39.8", "shop N1" })
        {
            Assert.Contains(expected, Joined(shown.Output), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Attributes_File_IsKeptAndChecksTheNextImport()
    {
        using var schema = new TemporaryFile("""{"attributes":[{"name":"age","type":"number"}]}""", "schema.json");
        using var rows = new TemporaryFile("phone,age\n138,30\n139,old\n", "customers.csv");

        var saved = await RunAsync("attributes", schema.Path);
        var trial = await RunAsync("import", rows.Path, "--dry-run", "--json");

        Assert.Equal("age", saved.Json().GetProperty("attributes")[0].GetProperty("name").GetString());
        Assert.Equal(1, trial.Code);
        var report = await File.ReadAllTextAsync(trial.Json().GetProperty("report").GetString()!);
        Assert.Contains("139,old", report, StringComparison.Ordinal);
        Assert.DoesNotContain("138,30", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_File_IsKeptAndBadOneIsRefused()
    {
        using var tags = new TemporaryFile("""{"groups":[{"name":"l","family":"Source","tags":["a"]}]}""", "tags.json");
        using var bad = new TemporaryFile("""{"groups":[{"name":"l","family":"?"}]}""", "bad.json");

        await RunAsync("tags", tags.Path);
        (await RunAsync("tags", bad.Path)).IsBadInput("TAG012");
        (await RunAsync("tags", "nowhere.json")).IsBadInput("nowhere.json");

        var shown = (await RunAsync("tags")).Json();
        Assert.Equal("a", shown.GetProperty("groups")[0].GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task MergeTags_OfTheCatalogue_LeavesOne()
    {
        using var tags = new TemporaryFile(
            """{"groups":[{"name":"l","family":"Source","tags":["海报","地推"]}]}""",
            "tags.json"
        );
        await RunAsync("tags", tags.Path);

        var merged = await RunAsync("merge-tags", "海报", "地推", "--lang", "zh");

        Assert.Equal("“海报”已并入“地推”：0 位客户", merged.Output.Trim());
        var left = (await RunAsync("tags")).Json().GetProperty("groups")[0].GetProperty("tags");
        Assert.Equal("地推", Assert.Single(left.EnumerateArray()).GetString());
        (await RunAsync("merge-tags", "海报", "地推")).IsBadInput("There is no tag '海报'.");
        (await RunAsync("merge-tags", "a", " a ")).IsBadInput("two tags");
    }

    // Cells of a terminal's table wrap.
    private static string Joined(string output) =>
        string.Join(' ', output.Split(['│', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));

    private Task<Shell.Answer> RunAsync(string verb, params string[] more) =>
        Shell.RunAsync(["contacts", verb, .. more, "--data", _data]);
}
