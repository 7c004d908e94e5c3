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

    [Fact]
    public async Task Workflow_ChildBesideIt_IsStartedAndItsOutputComesBack()
    {
        const string Parent =
            """{"id":"call","type":"Elsa.ExecuteWorkflow","version":1,"workflowDefinitionId":"child","input":{"expression":{"type":"Object","value":"{\"who\":\"客户\"}"}},"waitForCompletion":true,"result":{"memoryReference":{"id":"answer"}}}""";
        const string Child =
            """{"id":"out","type":"Elsa.SetOutput","version":1,"outputName":"greeting","outputValue":{"expression":{"type":"JavaScript","value":"'hi ' + getInput('who')"}}}""";
        using var file = new TemporaryFile(Sequence(Parent), "parent.json");
        await File.WriteAllTextAsync(Path.Combine(file.Folder, "child.json"), Sequence("child", "", Child));
        await File.WriteAllTextAsync(Path.Combine(file.Folder, "broken.json"), "{");

        var run = (await Shell.RunAsync("workflow", file.Path, "--json")).Json();

        Assert.Equal("Finished", run.GetProperty("subStatus").GetString());
        var child = Assert.Single(run.GetProperty("instances").EnumerateArray());
        Assert.Equal("child", child.GetProperty("definitionId").GetString());
        Assert.Equal("hi 客户", child.GetProperty("output").GetProperty("greeting").GetString());
    }

    [Theory]
    [InlineData(
        """
            "options":{"usableAsActivity":true},
            """
    )]
    [InlineData(
        """
            "usableAsActivity":true,"options":{},
            """
    )]
    public async Task Workflow_UsedAsAnActivity_IsFoundBesideIt(string usable)
    {
        using var file = new TemporaryFile(Sequence("""{"id":"s","type":"SayHello","version":1}"""), "parent.json");
        await File.WriteAllTextAsync(
            Path.Combine(file.Folder, "say.json"),
            Sequence("say hello", usable, WriteLine("w", "hello"))
        );

        var run = (await Shell.RunAsync("workflow", file.Path, "--json")).Json();

        Assert.Equal("hello", run.GetProperty("lines")[0].GetString());
    }

    [Fact]
    public async Task Workflow_EventAndTimers_AreNotWaitedForWhenAsked()
    {
        const string Paid =
            """{"id":"paid","type":"Elsa.Event","version":1,"eventName":"paid","result":{"memoryReference":{"id":"order"}}},{"id":"o","type":"Elsa.SetOutput","version":1,"outputName":"amount","outputValue":{"expression":{"type":"JavaScript","value":"getOutputFrom('paid').amount"}}}""";
        using var file = new TemporaryFile(Sequence("""{"id":"day","type":"Elsa.Delay","version":1}""", Paid));

        var run = (
            await Shell.RunAsync("workflow", file.Path, "--event", """paid={"amount":5}""", "--skip-timers", "--json")
        ).Json();

        Assert.Equal("Finished", run.GetProperty("subStatus").GetString());
        Assert.Empty(run.GetProperty("waits").EnumerateArray());
    }

    [Fact]
    public async Task Workflow_HttpEndpoint_SaysWhichRequestItWaitsFor()
    {
        using var file = new TemporaryFile(
            Sequence(
                """{"id":"h","type":"Elsa.HttpEndpoint","version":1,"path":"orders/{id}","supportedMethods":{"expression":{"type":"Literal","value":"[\"POST\"]"}},"customProperties":{"canStartWorkflow":true}}"""
            )
        );

        var run = (await Shell.RunAsync("workflow", file.Path, "--json")).Json();

        const string Said = "h: a request POST /hooks/orders/{id}";
        Assert.Equal(Said, Assert.Single(run.GetProperty("waits").EnumerateArray()).GetString());
        Assert.Equal(Said, Assert.Single(run.GetProperty("startedBy").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Workflow_FolderWithSeveral_AsksWhichOne()
    {
        using var file = new TemporaryFile(Sequence("one", "", WriteLine("a", "first")), "one.json");
        await File.WriteAllTextAsync(
            Path.Combine(file.Folder, "two.json"),
            Sequence("two", "", WriteLine("b", "second"))
        );

        (await Shell.RunAsync("workflow", file.Folder, "--json")).IsBadInput("one, two");
        var run = (await Shell.RunAsync("workflow", file.Folder, "--id", "two", "--json")).Json();

        Assert.Equal("second", run.GetProperty("lines")[0].GetString());
    }

    [Theory]
    [InlineData("{\n \"root\": \n", "line 3, column 1")]
    [InlineData("[]", "JSON object")]
    [InlineData("{\"activities\":[]}", "Elsa 1 or 2")]
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

    private static string Sequence(params string[] activities) => Sequence("wf", "", string.Join(',', activities));

    private static string Sequence(string name, string further, string activities) =>
        $$$"""{"id":"{{{name}}}:1","definitionId":"{{{name}}}","name":"{{{name}}}","version":1,{{{further}}}"root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[{{{activities}}}]}}""";
}
