namespace Workflows.Host.Tests.Commands;

/// <summary><c>content</c>: the library on the command line.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private const string Document = """
        {
          // What a consultant ships.
          "personas": [{ "id": "founder", "name": "创始人", "forbiddenWords": ["最好"] }],
          "items": [
            { "id": "tea", "kind": "article", "name": "春茶", "persona": "founder", "picture": "tea.jpg",
              "texts": { "zh": { "text": "您好，{{ contact.name | default: '朋友' }}", "title": "春茶" } },
              "url": "https://brand.cn/tea" },
            { "id": "hello", "kind": "script", "name": "问候", "category": "opening",
              "texts": { "zh": { "text": "您好" }, "en": { "text": "Hello" } } }
          ]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-content-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_ReviewAndExport_GoRound()
    {
        var folder = Ship(Document);

        var imported = await RunAsync("import", folder, "--lang", "zh");
        var again = await RunAsync("import", folder, "--json");
        var submitted = await RunAsync("submit", "tea");
        var silent = await RunAsync("refuse", "tea");
        var refused = await RunAsync("refuse", "tea", "--note", "标题太短", "--lang", "zh");
        var approved = await RunAsync("import", folder, "--approve");
        var list = await RunAsync("list", "--lang", "zh");
        var shown = (await RunAsync("show", "tea@1", "--json")).Json();
        var exported = await RunAsync("export", Path.Combine(_folder, "out"), "tea");

        Assert.Equal(0, imported.Code);
        Assert.Contains("2 条内容，1 个人设，1 个文件", imported.Output, StringComparison.Ordinal);
        Assert.Equal(1, again.Json().GetProperty("contents")[0].GetProperty("version").GetInt32());
        Assert.Equal("tea@1: Review", submitted.Output.Trim());
        silent.IsBadInput("CNT013");
        Assert.Equal("tea@1: 草稿", refused.Output.Trim());
        Assert.Contains("tea@1: Approved", approved.Output, StringComparison.Ordinal);
        Assert.Contains("话术", list.Output, StringComparison.Ordinal);
        Assert.Equal("Approved", shown.GetProperty("content").GetProperty("state").GetString());
        Assert.Contains(
            "标题太短",
            shown
                .GetProperty("history")
                .EnumerateArray()
                .Select(move => move.TryGetProperty("note", out var note) ? note.GetString() : null)
        );
        Assert.EndsWith("1 contents, 1 personas, 1 files", exported.Output.Trim(), StringComparison.Ordinal);
        var back = await RunAsync("import", Path.Combine(_folder, "out"), "--json");
        Assert.Equal(1, back.Json().GetProperty("contents")[0].GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Import_WithOneMistake_KeepsNothing()
    {
        var folder = Ship(Document.Replace("tea.jpg\"", "gone.jpg\"", StringComparison.Ordinal));

        var answer = await RunAsync("import", folder, "--lang", "zh");
        var list = (await RunAsync("list", "--json")).Json();

        Assert.Equal(1, answer.Code);
        Assert.Contains(
            "$.items[0].media: 错误 CNT006: 内容库里没有文件“gone.jpg”。",
            answer.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(0, list.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("import /no/such", "no such folder")]
    [InlineData("show nothing", "There is no content 'nothing'.")]
    [InlineData("approve nothing@x", "There is no content 'nothing@x'.")]
    [InlineData("list --limit 0", "--limit")]
    [InlineData("export /tmp/x nothing", "There is no content 'nothing'.")]
    public async Task Command_OnWhatIsNotThere_IsBadInput(string arguments, string expected) =>
        (await RunAsync(arguments.Split(' '))).IsBadInput(expected);

    [Fact]
    public async Task Import_OfADocumentWithAnUnknownMember_SaysWhere()
    {
        var folder = Ship("""{ "items": [{ "id": "a", "colour": "red" }] }""");

        (await RunAsync("import", folder)).IsBadInput("colour");
    }

    [Fact]
    public async Task Distribute_ToTheStaff_ShowsWhoAdoptsIt()
    {
        await RunAsync("import", Ship(Document), "--approve");
        var places = Path.Combine(_folder, "places.json");
        await File.WriteAllTextAsync(places, """{"staff":[{"id":"li","name":"Li"},{"id":"wang","name":"Wang"}]}""");
        Assert.Equal(
            0,
            (await Shell.RunAsync("places", "import", places, "--data", Path.Combine(_folder, "data"))).Code
        );

        var given = await RunAsync(
            "distribute",
            "hello",
            "--staff",
            "li",
            "--staff",
            "wang",
            "--id",
            "d1",
            "--lang",
            "zh"
        );
        var again = await RunAsync("distribute", "hello", "--staff", "li", "--id", "d1");
        var stranger = await RunAsync("distribute", "hello", "--staff", "nobody");
        var one = (await RunAsync("adoption", "d1", "--json")).Json();
        var all = await RunAsync("adoption", "--lang", "zh");
        var scripts = await RunAsync("scripts", "--lang", "zh");

        Assert.Equal("d1：hello@1 已分发给 2 名员工", given.Output.Trim());
        again.IsBadInput("'d1' already");
        stranger.IsBadInput("'nobody'");
        Assert.Equal(2, one.GetProperty("given").GetInt32());
        Assert.Contains("采用率", all.Output, StringComparison.Ordinal);
        Assert.Contains("0.0", all.Output, StringComparison.Ordinal);
        Assert.Contains("转化率", scripts.Output, StringComparison.Ordinal);
        (await RunAsync("adoption", "d2")).IsBadInput("'d2'");
        (await RunAsync("scripts", "--days", "0")).IsBadInput("--days");
    }

    [Fact]
    public async Task Stock_SetAndShown_SaysWhatIsLeft()
    {
        var set = (await RunAsync("stock", "gift", "--total", "5", "--until", "2030-01-01T00:00:00Z", "--json")).Json();
        var all = await RunAsync("stock", "--lang", "zh");

        Assert.Equal(5, set.GetProperty("items")[0].GetProperty("left").GetInt32());
        Assert.Contains("2030-01-01 00:00Z", all.Output, StringComparison.Ordinal);
        Assert.Contains("剩余", all.Output, StringComparison.Ordinal);
        (await RunAsync("stock", "nothing")).IsBadInput("There is no stock 'nothing'.");
        (await RunAsync("stock", "--total", "5")).IsBadInput("--total");
        (await RunAsync("stock", "Gift", "--total", "5")).IsBadInput("--total");
    }

    private string Ship(string document)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "content")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "media"));
        File.WriteAllText(Path.Combine(folder, "content.json"), document);
        File.WriteAllBytes(Path.Combine(folder, "media", "tea.jpg"), [0xFF, 0xD8, 0xFF, 1]);
        return folder;
    }

    private Task<Shell.Answer> RunAsync(params string[] arguments) =>
        Shell.RunAsync(["content", .. arguments, "--data", Path.Combine(_folder, "data")]);
}
