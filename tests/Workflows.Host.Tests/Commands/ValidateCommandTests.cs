namespace Workflows.Host.Tests.Commands;

public sealed class ValidateCommandTests
{
    private const string Wrong =
        """{"definitionId":"bad","name":"bad","root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[{"id":"x","type":"Acme.Fly","version":1},{"id":"y","type":"Marketing.EvaluateRules","version":1,"ruleSet":{"typeName":"String","expression":{"type":"Literal","value":"no-such-rules"}}}]}}""";

    [Fact]
    public async Task Validate_TheLibrary_IsValid()
    {
        var answer = await Shell.RunAsync(
            "validate",
            Path.Combine(Repository.Root, "workflows"),
            Path.Combine(Repository.Root, "rules"),
            "--library",
            Repository.Root,
            "--json"
        );

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.True(answer.Json().GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Validate_AWrongWorkflow_NamesEveryMistakeAndIsExitCode1()
    {
        using var file = new TemporaryFile(Wrong);

        var answer = await Shell.RunAsync("validate", file.Path, "--json");

        Assert.Equal(1, answer.Code);
        var document = answer.Json().GetProperty("documents")[0];
        Assert.False(document.GetProperty("valid").GetBoolean());
        var diagnostics = document.GetProperty("diagnostics").GetRawText();
        Assert.Contains("Acme.Fly", diagnostics, StringComparison.Ordinal);
        Assert.Contains("no-such-rules", diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_WorkflowsThatEmbedEachOther_KnowEachOther()
    {
        using var file = new TemporaryFile(
            """{"definitionId":"outer","name":"outer","root":{"id":"x","type":"Greet","version":1}}""",
            "a.json"
        );
        await File.WriteAllTextAsync(
            Path.Combine(file.Folder, "b.json"),
            """{"definitionId":"inner","name":"greet","options":{"usableAsActivity":true},"root":{"id":"y","type":"Elsa.WriteLine","version":1}}"""
        );

        var alone = await Shell.RunAsync("validate", file.Path, "--json");
        var together = await Shell.RunAsync("validate", file.Folder, "--json");

        Assert.Equal((1, 0), (alone.Code, together.Code));
    }

    [Fact]
    public async Task Validate_ForPeople_ShowsATable()
    {
        using var file = new TemporaryFile(Wrong);

        var answer = await Shell.RunAsync("validate", file.Path);

        Assert.Equal(1, answer.Code);
        Assert.Contains("Acme.Fly", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ACycleWithoutAWait_IsRefused()
    {
        const string Cycle = """
            {"definitionId":"round","name":"round","root":{"id":"root","type":"Elsa.Flowchart","version":1,
             "activities":[{"id":"a","type":"Elsa.WriteLine","version":1},{"id":"b","type":"Elsa.WriteLine","version":1}],
             "connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}},
                            {"source":{"activity":"b","port":"Done"},"target":{"activity":"a","port":"In"}}]}}
            """;
        using var file = new TemporaryFile(Cycle);

        var answer = await Shell.RunAsync("validate", file.Path, "--json");

        Assert.Equal(1, answer.Code);
    }

    [Fact]
    public async Task Validate_RulesForOtherInputs_IsValidWithAWarning()
    {
        using var file = new TemporaryFile(
            """{"WorkflowName":"carts","Rules":[{"RuleName":"large","Expression":"cart.total > 100"}]}"""
        );

        var answer = await Shell.RunAsync("validate", file.Path, "--json");

        Assert.Equal(0, answer.Code);
        Assert.Contains("Journeys", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1}", "neither a workflow definition nor a rule file")]
    [InlineData("{\n\"root\": {,", "line 2, column 10")]
    public async Task Validate_NoDocument_IsBadInput(string text, string named)
    {
        using var file = new TemporaryFile(text);

        (await Shell.RunAsync("validate", file.Path, "--json")).IsBadInput(named);
    }
}
