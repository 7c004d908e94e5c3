namespace Workflows.Host.Tests.Commands;

/// <summary>Commands that open a workspace: serve, import, keys.</summary>
public sealed class WorkspaceCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-data-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Import_OfTheLibrary_PublishesAndAgainKeepsTheVersions()
    {
        var rules = await ImportAsync("rules");
        var workflows = await ImportAsync("workflows");
        var again = await ImportAsync("workflows");

        Assert.Contains("lifecycle-tiers version 1", rules);
        Assert.Contains("lifecycle-care version 1", workflows);
        Assert.Equal(workflows, again, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Import_OfAWorkflowWithoutItsRules_SaysWhichAreMissing()
    {
        var answer = await Shell.RunAsync("import", Path.Combine(Repository.Root, "workflows"), "--data", _data);

        Assert.Equal(1, answer.Code);
        Assert.Contains("lifecycle-tiers", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WithAMistake_PublishesNothing()
    {
        using var library = new TemporaryFile(
            """{"WorkflowName":"fine","Rules":[{"RuleName":"r","Expression":"true"}]}""",
            "a.json"
        );
        await File.WriteAllTextAsync(
            Path.Combine(library.Folder, "b.json"),
            """{"definitionId":"bad","root":{"id":"x","type":"Acme.Fly","version":1}}"""
        );

        var refused = await Shell.RunAsync("import", library.Folder, "--data", _data, "--json");
        File.Delete(Path.Combine(library.Folder, "b.json"));
        var taken = await Shell.RunAsync("import", library.Folder, "--data", _data, "--json");

        Assert.Equal(1, refused.Code);
        Assert.False(refused.Json().GetProperty("valid").GetBoolean());
        Assert.Contains("Acme.Fly", refused.Output, StringComparison.Ordinal);
        Assert.Equal("fine version 1", taken.Json().GetProperty("published")[0].GetString());
    }

    [Fact]
    public async Task Import_OfAFolderWithContents_ApprovesThem_AndAMistakeInThemPublishesNothing()
    {
        using var library = new TemporaryFile(
            """{"WorkflowName":"fine","Rules":[{"RuleName":"r","Expression":"true"}]}""",
            "a.json"
        );
        var folder = Directory.CreateDirectory(Path.Combine(library.Folder, "deep", "content")).FullName;
        var file = Path.Combine(folder, "content.json");
        const string document = """
            {"personas":[{"id":"host","name":"主理人"}],
             "items":[{"id":"hi","kind":"text","name":"Hi","persona":"host","texts":{"zh":{"text":"您好"}}}]}
            """;
        await File.WriteAllTextAsync(
            file,
            document.Replace("\"persona\":\"host\"", "\"persona\":\"ghost\"", StringComparison.Ordinal)
        );
        var refused = await Shell.RunAsync("import", library.Folder, "--data", _data, "--json");
        await File.WriteAllTextAsync(file, document);
        var taken = await Shell.RunAsync("import", library.Folder, "--data", _data);
        var again = await Shell.RunAsync("import", library.Folder, "--data", _data);
        var shown = await Shell.RunAsync("content", "show", "hi@1", "--data", _data, "--json");

        Assert.Equal(1, refused.Code);
        Assert.Contains("CNT010", refused.Output, StringComparison.Ordinal);
        Assert.Equal(
            "published persona host\npublished content hi version 1\npublished fine version 1\n",
            taken.Output
        );
        Assert.Equal(taken.Output, again.Output);
        Assert.Equal("Approved", shown.Json().GetProperty("content").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("/nowhere", "no such file")]
    [InlineData("EMPTY", "no workflow definition and no rule file")]
    public async Task Import_OfNothing_IsBadInput(string folder, string named) =>
        (await Shell.RunAsync("import", folder is "EMPTY" ? _data : folder, "--data", _data)).IsBadInput(named);

    [Fact]
    public async Task Keys_Create_PrintsAKeyOnItsOwnLine()
    {
        var answer = await Shell.RunAsync("keys", "create", "shop", "--data", _data);

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith("wf_", answer.Output, StringComparison.Ordinal);
        Assert.Single(answer.Output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--provider Postgres", "ConnectionString")]
    [InlineData("--provider Oracle", "Oracle")]
    [InlineData("--time-zone Mars/Olympus", "Mars/Olympus")]
    [InlineData("--webhook ftp://shop", "ftp://shop")]
    [InlineData("--urls nonsense", "nonsense")]
    public async Task Serve_WrongSetting_IsBadInput(string options, string named) =>
        (await Shell.RunAsync(["serve", "--data", _data, .. options.Split(' ')])).IsBadInput(named);

    [Fact]
    public async Task Serve_DatabaseThatRefuses_IsOneClearLine()
    {
        // A file that is no database stays none, however long one waits.
        await File.WriteAllTextAsync(Path.Combine(_data, "workflows.db"), new string('x', 4096));

        (await Shell.RunAsync("serve", "--data", _data, "--urls", "http://127.0.0.1:0")).IsBadInput("workflows.db");
    }

    [Fact]
    public async Task Serve_DatabaseServerThatIsDown_IsOneClearLineWithoutThePassword()
    {
        var answer = await Shell.RunAsync(
            "serve",
            "--provider",
            "Postgres",
            "--connection",
            "Host=127.0.0.1;Port=1;Username=u;Password=secret-word;Database=d;Timeout=1"
        );

        answer.IsBadInput("127.0.0.1:1");
        Assert.DoesNotContain("secret-word", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FolderThatCannotBeMade_IsBadInput() =>
        (await Shell.RunAsync("serve", "--data", "/proc/nowhere")).IsBadInput("/proc/nowhere");

    [Fact]
    public async Task Serve_PortThatIsTaken_IsBadInput()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        (await Shell.RunAsync("serve", "--data", _data, "--urls", $"http://127.0.0.1:{port}")).IsBadInput(
            "cannot listen"
        );
    }

    private async Task<string[]> ImportAsync(string folder)
    {
        var answer = await Shell.RunAsync("import", Path.Combine(Repository.Root, folder), "--data", _data, "--json");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        return [.. answer.Json().GetProperty("published").EnumerateArray().Select(line => line.GetString()!)];
    }
}
