namespace Workflows.Host.Tests.Commands;

public sealed class WorkflowCommandTests
{
    [Fact]
    public async Task Workflow_ThatFinishes_PrintsLinesAndJournal()
    {
        using var file = new TemporaryFile(Sequence(WriteLine("a", "你好"), WriteLine("b", "bye")));

        var answer = await Shell.RunAsync("workflow", file.Path, "--json");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        var run = answer.Json();
        Assert.Equal("Finished", run.GetProperty("status").GetString());
        Assert.Equal("Finished", run.GetProperty("subStatus").GetString());
        var lines = run.GetProperty("lines").EnumerateArray().Select(line => line.GetString());
        Assert.Equal("你好, bye", string.Join(", ", lines));
        Assert.Contains(
            run.GetProperty("journal").EnumerateArray(),
            step =>
                step.GetProperty("activityId").ValueEquals("b")
                && step.GetProperty("activityType").ValueEquals("Elsa.WriteLine")
                && step.GetProperty("event").ValueEquals("Completed")
        );
        Assert.Empty(run.GetProperty("incidents").EnumerateArray());
    }

    [Fact]
    public async Task Workflow_ThatWaits_ShowsItsBookmark()
    {
        const string Event =
            """{"id":"wait","type":"Elsa.Event","version":1,"eventName":{"typeName":"String","expression":{"type":"Literal","value":"paid"}}}""";
        using var file = new TemporaryFile(Sequence(Event, WriteLine("after", "late")));

        var run = (await Shell.RunAsync("workflow", file.Path, "--json")).Json();

        Assert.Equal("Running", run.GetProperty("status").GetString());
        Assert.Equal("Suspended", run.GetProperty("subStatus").GetString());
        Assert.Equal(0, run.GetProperty("lines").GetArrayLength());
        var bookmark = Assert.Single(run.GetProperty("bookmarks").EnumerateArray());
        Assert.Equal("wait", bookmark.GetProperty("activityId").GetString());
        Assert.Equal("Elsa.Event", bookmark.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Workflow_Input_IsGiven()
    {
        const string Echo =
            """{"id":"echo","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"getInput('who')"}}}""";
        using var file = new TemporaryFile(Sequence(Echo));

        var run = (await Shell.RunAsync("workflow", file.Path, "--input", """{"who":"客户"}""", "--json")).Json();

        Assert.Equal("客户", run.GetProperty("lines")[0].GetString());
    }

    [Fact]
    public async Task Workflow_ExpressionError_IsAnIncident()
    {
        const string Broken =
            """{"id":"bad","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"nobody.knows()"}}}""";
        using var file = new TemporaryFile(Sequence(Broken));

        var run = (await Shell.RunAsync("workflow", file.Path, "--json")).Json();

        Assert.Equal("Faulted", run.GetProperty("subStatus").GetString());
        Assert.Equal(
            "bad",
            Assert.Single(run.GetProperty("incidents").EnumerateArray()).GetProperty("activityId").GetString()
        );
    }

    [Fact]
    public async Task Workflow_UnknownActivity_IsSaidAndIsAnIncident()
    {
        using var file = new TemporaryFile(Sequence("""{"id":"x","type":"Acme.Fly","version":1}"""));

        var answer = await Shell.RunAsync("workflow", file.Path, "--json");

        Assert.Contains("Acme.Fly", answer.Error, StringComparison.Ordinal);
        Assert.Equal("Faulted", answer.Json().GetProperty("subStatus").GetString());
    }

    [Theory]
    [InlineData("{\n \"root\": \n", "line 3, column 1")]
    [InlineData("[]", "JSON object")]
    [InlineData("{\"definitionId\":\"x\"}", "root")]
    public async Task Workflow_WrongDocument_IsBadInput(string document, string named)
    {
        using var file = new TemporaryFile(document);

        (await Shell.RunAsync("workflow", file.Path, "--json")).IsBadInput(named);
    }

    [Fact]
    public async Task Workflow_MissingFile_IsBadInput() =>
        (await Shell.RunAsync("workflow", "/nowhere/workflow.json", "--json")).IsBadInput("no such file");

    private static string WriteLine(string id, string text) =>
        $$$$"""{"id":"{{{{id}}}}","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"{{{{text}}}}"}}}""";

    private static string Sequence(params string[] activities) =>
        $$$"""{"id":"wf:1","definitionId":"wf","name":"wf","version":1,"root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[{{{string.Join(',', activities)}}}]}}""";
}
