using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Tests.Documents;

/// <summary>People read what blocks and inputs are called where they draw; machines read ids and English names.</summary>
public sealed class DiagnosticNameTests
{
    [Theory]
    [InlineData("""{"displayText":"等一等"}""", "等一等")]
    [InlineData("""{"displayText":""}""", "Event1")]
    [InlineData("{}", "Event1")]
    public async Task Diagnostic_OfABlock_CallsItByItsTitleOrName(string metadata, string called)
    {
        var found = await FindAsync(
            $$"""{"id":"5a8973a7","type":"Elsa.Event","version":1,"name":"Event1","metadata":{{metadata}}}"""
        );

        Assert.Equal(("5a8973a7", called), (found.Path, found.PathName));
        Assert.Equal(("5a8973a7", called), (DiagnosticBody.From(found).Path, DiagnosticBody.From(found).PathName));
        Assert.StartsWith(
            $"{called}: error {WorkflowCodes.MissingInput}: ",
            DocumentMistakes.Line(found),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Diagnostic_OfNothingWithAName_IsCalledByItsPath() =>
        Assert.StartsWith(
            "5a8973a7: error ",
            DocumentMistakes.Line(await FindAsync("""{"id":"5a8973a7","type":"Elsa.Event","version":1}""")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"id":"x","type":"Elsa.Event","version":1}""", "缺少“事件名”。")]
    [InlineData(
        """{"id":"x","type":"Elsa.Timer","version":1,"interval":{"expression":{"type":"Literal","value":"00:00:00"}}}""",
        "“周期”是 00:00:00，小于 00:00:01。"
    )]
    [InlineData("""{"id":"x","type":"Marketing.AddTag","version":1}""", "缺少“标签”。")]
    [InlineData("""{"id":"x","type":"Elsa.HttpEndpoint","version":1}""", "缺少“路径”。")]
    public async Task Diagnostic_OfAnInput_NamesItInChinese(string activity, string chinese)
    {
        var found = await FindAsync(activity);

        Assert.Equal(chinese, ProblemTexts.In(found, Language.Chinese).Message);
        Assert.Equal(chinese, DiagnosticBody.From(found).In(Language.Chinese).Message);
        Assert.Equal(found.Message, ProblemTexts.In(found, Language.English).Message);
    }

    [Fact]
    public async Task Diagnostic_OfAnExpression_NamesItsInputInChinese()
    {
        var found = await FindAsync(
            """{"id":"x","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"JavaScript","value":"1 +"}}}"""
        );

        Assert.StartsWith("文字：", ProblemTexts.In(found, Language.Chinese).Message, StringComparison.Ordinal);
    }

    private static async Task<Diagnostic> FindAsync(string activity)
    {
        var validator = new WorkflowValidator(RuntimeRoom.CreateCompiler());
        var compilation = await validator.ValidateAsync($$"""{"definitionId":"w","name":"w","root":{{activity}}}""");
        return compilation.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error);
    }
}
