using System.Text.Json;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Tests.Activities;

public sealed class ScriptActivitiesTests
{
    private const string Template = """
        {"definitionId":"s","variables":[{"id":"n","name":"N","typeName":"Int32","value":"3"},{"id":"r","name":"R","typeName":"Object"}],
         "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
          {"id":"script","type":"Elsa.TYPE","version":1,
           "script":{"typeName":"String","expression":{"type":"Literal","value":SCRIPT}},
           "possibleOutcomes":{"typeName":"List<String>","expression":{"type":"Object","value":"[\"Left\",\"Right\"]"}},
           "result":{"typeName":"Object","memoryReference":{"id":"r"}}},
          {"id":"left","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"left"}}},
          {"id":"right","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"right"}}},
          {"id":"done","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"done"}}}],
          "connections":[
          {"source":{"activity":"script","port":"Left"},"target":{"activity":"left","port":"In"}},
          {"source":{"activity":"script","port":"Right"},"target":{"activity":"right","port":"In"}},
          {"source":{"activity":"script","port":"Done"},"target":{"activity":"done","port":"In"}}]}}
        """;

    [Theory]
    [InlineData("variables.N = 6 * 7; variables.N", "42")]
    [InlineData("return 'a' + 'b'", "ab")]
    public async Task RunJavaScript_Script_YieldsItsResult(string script, string expected)
    {
        var burst = await Sample.StartAsync(Sample.Graph(Script("RunJavaScript", script)));

        Assert.True(burst.Instance.TryGetVariable("R", out var result));
        Assert.Equal(expected, Convert.ToString(result, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("setOutcome('Left')", "left")]
    [InlineData("setOutcomes(['Right','Left'])", "left right")]
    [InlineData("1", "done")]
    public async Task RunJavaScript_Outcomes_AreFollowed(string script, string lines)
    {
        var burst = await Sample.StartAsync(Sample.Graph(Script("RunJavaScript", script)));

        Assert.Equal(lines, string.Join(' ', burst.Lines));
    }

    [Fact]
    public async Task RunCSharp_Expression_YieldsItsResult()
    {
        var burst = await Sample.StartAsync(Sample.Graph(Script("RunCSharp", "Variables.N + 1")));

        Assert.True(burst.Instance.TryGetVariable("R", out var result));
        Assert.Equal(4, Convert.ToInt32(result, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("RunJavaScript", "1 +")]
    [InlineData("RunCSharp", "System.IO.File.Delete(\"x\")")]
    public async Task Validate_BadScript_IsAnErrorBeforeItRuns(string type, string script)
    {
        var compilation = await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(Script(type, script));

        Assert.Contains(compilation.Diagnostics, diagnostic => diagnostic.Path is "script");
        Assert.False(compilation.IsValid);
    }

    private static string Script(string type, string script) =>
        Template
            .Replace("TYPE", type, StringComparison.Ordinal)
            .Replace("SCRIPT", JsonSerializer.Serialize(script), StringComparison.Ordinal);
}
