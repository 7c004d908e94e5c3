using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using static Workflows.Runtime.Tests.Sample;

namespace Workflows.Runtime.Tests.Execution;

/// <summary>What activities of a token-based flowchart wait for, by their merge mode.</summary>
public sealed class TokenFlowchartTests
{
    private const string Fork = """{"id":"a","type":"Elsa.WriteLine","version":1,"text":"a"}""";
    private const string Decision = """{"id":"a","type":"Elsa.FlowDecision","version":1,"condition":true}""";
    private const string Wait = """{"id":"c","type":"Elsa.Delay","version":1}""";

    [Theory]
    [InlineData("Stream", "a b c j", WorkflowSubStatus.Finished)]
    [InlineData("Merge", "a b c j", WorkflowSubStatus.Finished)]
    [InlineData("Converge", "a b c j", WorkflowSubStatus.Finished)]
    [InlineData("Cascade", "a b c j", WorkflowSubStatus.Finished)]
    [InlineData("Race", "a b c j", WorkflowSubStatus.Finished)]
    public async Task Run_BothBranches_MergeOnce(string mode, string lines, WorkflowSubStatus status) =>
        Assert.Equal((lines, status), await RunAsync(Document(Fork, Line("c"), mode)));

    [Theory]
    [InlineData("Stream", "b j", WorkflowSubStatus.Finished)]
    [InlineData("Merge", "b", WorkflowSubStatus.Suspended)]
    [InlineData("Converge", "b", WorkflowSubStatus.Suspended)]
    [InlineData("Cascade", "b j", WorkflowSubStatus.Finished)]
    [InlineData("Race", "b j", WorkflowSubStatus.Finished)]
    public async Task Run_BranchNobodyTook_HoldsOnlyWhoNeedsItsToken(
        string mode,
        string lines,
        WorkflowSubStatus status
    ) => Assert.Equal((lines, status), await RunAsync(Document(Decision, Line("c"), mode)));

    [Theory]
    [InlineData("Stream", "a b", "j", WorkflowSubStatus.Finished)]
    [InlineData("Merge", "a b", "j", WorkflowSubStatus.Finished)]
    [InlineData("Converge", "a b", "j", WorkflowSubStatus.Finished)]
    [InlineData("Cascade", "a b j", "", WorkflowSubStatus.Suspended)]
    [InlineData("Race", "a b j", "", WorkflowSubStatus.Suspended)]
    public async Task Resume_BranchThatComesLater_MergesOrIsDropped(
        string mode,
        string first,
        string second,
        WorkflowSubStatus status
    )
    {
        var started = await StartAsync(Graph(Document(Fork, Wait, mode)));
        var resumed = await ResumeAsync(Stored(started.Instance), Assert.Single(started.AddedBookmarks));

        Assert.Equal(first, string.Join(' ', started.Lines));
        Assert.Equal((second, status), (string.Join(' ', resumed.Lines), resumed.Instance.SubStatus));
    }

    [Fact]
    public async Task Run_Race_CancelsWhoAlreadyWaits()
    {
        var started = await StartAsync(
            Graph(Document(Fork, Line("c"), "Race", """{"id":"b","type":"Elsa.Delay","version":1}"""))
        );

        Assert.Equal("a c j", string.Join(' ', started.Lines));
        Assert.Equal(WorkflowStatus.Finished, started.Instance.Status);
        Assert.Empty(started.Instance.Bookmarks);
    }

    [Theory]
    [InlineData("Merge", true, true)]
    [InlineData("Merge", false, false)]
    [InlineData("Race", false, true)]
    [InlineData("Stream", true, false)]
    public async Task Validate_ModeThatMayWaitForEver_Warns(string mode, bool decides, bool warns)
    {
        var document = Document(decides ? Decision : Fork, Wait, mode);
        var compilation = await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(document);

        var found = compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        Assert.Equal(
            warns ? [(WorkflowCodes.MergeMode, "j")] : [],
            found.Select(diagnostic => (diagnostic.Code, diagnostic.Path!))
        );
    }

    private static async Task<(string Lines, WorkflowSubStatus Status)> RunAsync(string document)
    {
        var burst = await StartAsync(Graph(document));
        return (string.Join(' ', burst.Lines), burst.Instance.SubStatus);
    }

    private static string Line(string id, string custom = "{}") =>
        $$"""{"id":"{{id}}","type":"Elsa.WriteLine","version":1,"text":"{{id}}","customProperties":{{custom}}}""";

    private static string Document(string first, string second, string mode, string? other = null)
    {
        var ways = string.Equals(first, Decision, StringComparison.Ordinal) ? ("True", "False") : ("Done", "Done");
        var target = Line("j", $$"""{"mergeMode":"{{mode}}"}""");
        var activities = string.Join(',', first, other ?? Line("b"), second, target);
        var connections = string.Join(
            ',',
            Connection("a", ways.Item1, "b"),
            Connection("a", ways.Item2, "c"),
            Connection("b", "Done", "j"),
            Connection("c", "Done", "j")
        );
        return $$$"""{"definitionId":"d","customProperties":{"flowchartMode":"TokenBased"},"root":{"id":"root","type":"Elsa.Flowchart","version":1,"activities":[{{{activities}}}],"connections":[{{{connections}}}]}}""";
    }

    private static string Connection(string source, string port, string target) =>
        $$$"""{"source":{"activity":"{{{source}}}","port":"{{{port}}}"},"target":{"activity":"{{{target}}}","port":"In"}}""";
}
