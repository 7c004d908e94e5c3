namespace Workflows.Host.Tests.Commands;

public sealed class RulesCommandTests
{
    private const string Document = """
        [{ "WorkflowName": "sizes", "Rules": [
            { "RuleName": "large", "SuccessEvent": "big", "Expression": "order.amount > 100" },
            { "RuleName": "named", "Expression": "order.name == \"客户\"",
              "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "order.amount * 2" } } } } ] },
         { "WorkflowName": "other", "Rules": [ { "RuleName": "always", "Expression": "true" } ] }]
        """;

    private const string Input = """{"order":{"amount":120,"name":"客户"}}""";

    [Fact]
    public async Task Rules_Json_PrintsOneDocument()
    {
        using var file = new TemporaryFile(Document);

        var answer = await Shell.RunAsync("rules", file.Path, "--workflow", "sizes", "--input", Input, "--json");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        var document = answer.Json();
        Assert.Equal("sizes", document.GetProperty("workflow").GetString());
        Assert.Equal("big", document.GetProperty("successEvent").GetString());
        var named = document.GetProperty("results")[1];
        Assert.True(named.GetProperty("isSuccess").GetBoolean());
        Assert.Equal(240, named.GetProperty("output").GetInt32());
    }

    [Theory]
    [InlineData("rules --help", "evaluate", "explain", "schema", "test", "analyse", "diff", "table")]
    public async Task Help_NamesEveryVerb(string line, params string[] verbs)
    {
        var answer = await Shell.RunAsync(line.Split(' '));

        Assert.Equal(0, answer.Code);
        Assert.All(verbs, verb => Assert.Contains($"  {verb} ", answer.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_FileWithoutVerb_IsEvaluated()
    {
        using var file = new TemporaryFile(Document);
        string[] rest = [file.Path, "--workflow", "sizes", "--input", Input, "--json"];

        var shorthand = await Shell.RunAsync(["rules", .. rest]);
        var evaluated = await Shell.RunAsync(["rules", "evaluate", .. rest]);

        Assert.Equal(0, evaluated.Code);
        Assert.Equal(evaluated.Output, shorthand.Output);
    }

    [Theory]
    [InlineData("first", "")]
    [InlineData("all", "240")]
    public async Task Rules_Value_IsAllThatIsPrinted(string which, string expected)
    {
        using var file = new TemporaryFile(Document);

        var answer = await Shell.RunAsync(
            "rules",
            file.Path,
            "--workflow",
            "sizes",
            "--input",
            Input,
            "--value",
            which
        );

        Assert.Equal((0, expected), (answer.Code, answer.Output.Trim()));
    }

    [Fact]
    public async Task Rules_InputFromFile_IsRead()
    {
        using var file = new TemporaryFile(Document);
        using var input = new TemporaryFile(Input);

        var answer = await Shell.RunAsync("rules", file.Path, "--workflow", "other", "--input", $"@{input.Path}");

        Assert.Equal(0, answer.Code);
        Assert.Contains("always", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"order\":", "--input: line 1, column 10")]
    [InlineData("@/nowhere.json", "/nowhere.json: no such file")]
    public async Task Rules_WrongInput_IsBadInput(string input, string named)
    {
        using var file = new TemporaryFile(Document);

        (await Shell.RunAsync("rules", file.Path, "--workflow", "sizes", "--input", input)).IsBadInput(named);
    }

    [Theory]
    [InlineData("[{\n\"WorkflowName\": }]", "line 2, column 17")]
    [InlineData("""{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"1 +"}]}""", "$.Rules[0].Expression")]
    [InlineData("""{"WorkflowName":"w","Rules":[]}""", "RULE006")]
    public async Task Rules_WrongFile_IsBadInput(string document, string named)
    {
        using var file = new TemporaryFile(document);

        (await Shell.RunAsync("rules", file.Path, "--input", "{}")).IsBadInput(named);
    }

    [Fact]
    public async Task Rules_SeveralSetsAndNoName_ListsThem()
    {
        using var file = new TemporaryFile(Document);

        (await Shell.RunAsync("rules", file.Path, "--input", Input)).IsBadInput("sizes, other");
    }

    [Fact]
    public async Task Rules_UnknownName_ListsThem()
    {
        using var file = new TemporaryFile(Document);

        (await Shell.RunAsync("rules", file.Path, "--workflow", "nope", "--input", Input)).IsBadInput("sizes, other");
    }

    [Fact]
    public async Task Rules_InputThatDoesNotFit_IsBadInput()
    {
        using var file = new TemporaryFile(Document);

        (
            await Shell.RunAsync(
                "rules",
                file.Path,
                "--workflow",
                "sizes",
                "--input",
                "{\"order\":{\"amount\":\"much\"}}"
            )
        ).IsBadInput("Rules[0].Expression");
    }

    [Fact]
    public async Task Rules_MissingFile_IsBadInput() =>
        (await Shell.RunAsync("rules", "/nowhere/rules.json", "--input", "{}")).IsBadInput("no such file");
}
