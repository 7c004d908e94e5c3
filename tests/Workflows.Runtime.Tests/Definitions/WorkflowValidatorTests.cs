using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Tests.Definitions;

public sealed class WorkflowValidatorTests
{
    private const string Line = """{"id":"a","type":"Elsa.WriteLine","version":1}""";
    private const string Other = """{"id":"b","type":"Elsa.WriteLine","version":1}""";

    [Theory]
    [InlineData("""{"id":"x","type":"Nope.Missing","version":1}""", WorkflowCodes.UnknownActivity)]
    [InlineData("""{"id":"x","type":"Elsa.WriteLine","version":9}""", WorkflowCodes.UnknownVersion)]
    [InlineData(
        """{"id":"x","type":"Elsa.NotFoundActivity","version":1,"missingTypeName":"Nope.X"}""",
        WorkflowCodes.UnknownActivity
    )]
    [InlineData("""{"id":"x","type":"Elsa.Event","version":1}""", WorkflowCodes.MissingInput)]
    [InlineData(
        """{"id":"x","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Klingon","value":"Qapla"}}}""",
        WorkflowCodes.UnknownNotation
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Variable","value":"{\"id\":\"v\"}"}}}""",
        WorkflowCodes.UnknownVariable
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.SetVariable","version":1,"variable":{"id":"v","name":"v"}}""",
        WorkflowCodes.UnknownVariable
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.Cron","version":1,"cronExpression":{"expression":{"type":"Literal","value":"30 9 * * MON"}}}""",
        WorkflowCodes.BadSchedule
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"JavaScript","value":"1 +"}}}""",
        "EXP"
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.Delay","version":1,"timeSpan":{"expression":{"type":"Literal","value":"-00:01:00"}}}""",
        WorkflowCodes.OutOfRange
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.Timer","version":1,"interval":{"expression":{"type":"Literal","value":"00:00:00"}}}""",
        WorkflowCodes.OutOfRange
    )]
    public async Task Validate_Mistake_IsAnErrorAtItsActivity(string activity, string code)
    {
        var compilation = await ValidateAsync(activity);

        Assert.False(compilation.IsValid);
        var found = Assert.Single(
            compilation.Diagnostics,
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
        );
        Assert.Equal("x", found.Path);
        Assert.StartsWith(code, found.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"id":"x","type":"Elsa.For","version":1,"end":{"expression":{"type":"Literal","value":"abc"}}}""",
        WorkflowCodes.LostLiteral
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.FlowDecision","version":1,"condition":{"expression":{"type":"Literal","value":"perhaps"}}}""",
        WorkflowCodes.LostLiteral
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.WriteLine","version":1,"customProperties":{"mergeMode":"Race"}}""",
        WorkflowCodes.MergeMode
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.SetOutput","version":1,"outputName":{"expression":{"type":"Literal","value":"Total"}}}""",
        WorkflowCodes.UndeclaredName
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Input","value":"{\"name\":\"Who\"}"}}}""",
        WorkflowCodes.UndeclaredName
    )]
    [InlineData(
        """{"id":"x","type":"Elsa.WriteLine","version":1,"customProperties":{"resilienceStrategy":{"strategyId":"stubborn"}}}""",
        WorkflowCodes.UnknownStrategy
    )]
    public async Task Validate_WhatOriginallyIsSilent_Warns(string activity, string code)
    {
        var compilation = await ValidateAsync(activity);

        Assert.True(compilation.IsValid);
        Assert.Equal([code], compilation.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData(typeof(Rated), "stars", "4", null)]
    [InlineData(typeof(Rated), "stars", "0", WorkflowCodes.OutOfRange)]
    [InlineData(typeof(Rated), "stars", "6", WorkflowCodes.OutOfRange)]
    [InlineData(typeof(Rated), "code", "AB-12", null)]
    [InlineData(typeof(Rated), "code", "12", WorkflowCodes.WrongPattern)]
    public async Task Validate_WrittenValue_KeepsToWhatTheInputAllows(
        Type type,
        string input,
        string value,
        string? code
    )
    {
        var validator = new WorkflowValidator(new WorkflowCompiler(new ActivityCatalog().Add(type)));

        var compilation = await validator.ValidateAsync(
            Sequence(
                $$$$"""{"id":"x","type":"Test.Rated","version":1,"{{{{input}}}}":{"expression":{"type":"Literal","value":"{{{{value}}}}"}}}"""
            )
        );

        Assert.Equal(code is null ? [] : [code], Codes(compilation));
    }

    [Theory]
    [InlineData("""{"definitionId":"d"}""", WorkflowCodes.NoRoot)]
    [InlineData(
        """{"definitionId":"d","customProperties":{"timeZone":"Moon/Tranquility"},"root":{"id":"a","type":"Elsa.WriteLine","version":1}}""",
        WorkflowCodes.UnknownTimeZone
    )]
    [InlineData(
        """{"definitionId":"d","root":{"id":"out","type":"Elsa.Sequence","version":1,"activities":[{"id":"in","type":"Elsa.Sequence","version":1,"activities":[{"id":"c","type":"Elsa.Complete","version":1}]}]}}""",
        WorkflowCodes.CompletesWorkflow
    )]
    [InlineData(
        """{"definitionId":"d","options":{"incidentStrategyType":"Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core"},"root":{"id":"f","type":"Elsa.Fault","version":1}}""",
        WorkflowCodes.WaitsForEver
    )]
    public async Task Validate_Document_SaysWhatItsAuthorMayNotExpect(string document, string code) =>
        Assert.Equal([code], Codes(await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(document)));

    [Fact]
    public async Task Validate_WorkflowThatContainsItself_IsAnError()
    {
        const string Document =
            """{"definitionId":"loop","name":"Loop","options":{"usableAsActivity":true},"root":{"id":"x","type":"Loop","version":1}}""";
        var embedded = new EmbeddedWorkflows([ElsaReader.Read(Document).Definition!]);

        var compilation = await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(Document, embedded);

        Assert.False(compilation.IsValid);
        Assert.Contains(WorkflowCodes.ContainsItself, Codes(compilation));
    }

    [Fact]
    public async Task Validate_VariableInMemoryOnly_WarnsThatItIsStored()
    {
        var compilation = await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(
            $$$$"""{"definitionId":"d","variables":[{"id":"v","name":"Secret","typeName":"String","storageDriverTypeName":"Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core"}],"root":{{{{Line}}}}}"""
        );

        Assert.Equal([WorkflowCodes.KeptVariable], Codes(compilation));
    }

    [Fact]
    public async Task Validate_Python_SaysWhatToDoInstead()
    {
        var compilation = await ValidateAsync("""{"id":"x","type":"Elsa.RunPython","version":1}""");

        var found = Assert.Single(compilation.Diagnostics);
        Assert.Equal(WorkflowCodes.UnknownActivity, found.Code);
        Assert.Contains("JavaScript", found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_SeveralMistakes_ReportsAllAtOnce()
    {
        var compilation = await ValidateAsync(
            """{"id":"x","type":"Nope.One","version":1},{"id":"y","type":"Nope.Two","version":1},{"id":"z","type":"Elsa.Event","version":1}"""
        );

        Assert.Equal(["x", "y", "z"], compilation.Diagnostics.Select(diagnostic => diagnostic.Path));
    }

    [Fact]
    public async Task Validate_DanglingConnection_Warns()
    {
        var compilation = await ValidateFlowAsync(Line, Connection("a", "Done", "ghost"));

        Assert.Equal([WorkflowCodes.DanglingConnection], Codes(compilation));
    }

    [Fact]
    public async Task Validate_OutcomeTheActivityNeverHas_Warns()
    {
        var compilation = await ValidateFlowAsync($"{Line},{Other}", Connection("a", "Sent", "b"));

        Assert.Equal([WorkflowCodes.UnknownOutcome], Codes(compilation));
    }

    [Fact]
    public async Task Validate_ActivityNothingLeadsTo_Warns()
    {
        var compilation = await ValidateFlowAsync($"{Line},{Other}", "");

        Assert.Equal([WorkflowCodes.Unreachable], Codes(compilation));
    }

    [Fact]
    public async Task Validate_CycleInWhichNothingWaits_IsAnError()
    {
        var compilation = await ValidateFlowAsync(
            $"{Line},{Other}",
            $"{Connection("a", "Done", "b")},{Connection("b", "Done", "a")}"
        );

        Assert.False(compilation.IsValid);
        Assert.Equal([WorkflowCodes.EndlessLoop], Codes(compilation));
    }

    [Fact]
    public async Task Validate_CycleWithADelay_IsFine()
    {
        var compilation = await ValidateFlowAsync(
            $$$"""{{{Line}}},{"id":"d","type":"Elsa.Delay","version":1}""",
            $"{Connection("a", "Done", "d")},{Connection("d", "Done", "a")}"
        );

        Assert.Empty(compilation.Diagnostics);
    }

    [Fact]
    public async Task Validate_JumpIntoABranch_IsAnError()
    {
        const string Start = """{"id":"s","type":"Elsa.Start","version":1}""";
        const string Wait = """{"id":"w","type":"Elsa.Delay","version":1}""";
        var compilation = await ValidateFlowAsync(
            $"{Start},{Line},{Other},{Wait}",
            string.Join(
                ',',
                Connection("s", "Done", "a"),
                Connection("s", "Done", "b"),
                Connection("a", "Done", "w"),
                Connection("b", "Done", "w"),
                Connection("w", "Done", "b")
            )
        );

        Assert.Equal([WorkflowCodes.JumpIntoBranch], Codes(compilation));
    }

    [Fact]
    public async Task Validate_ReminderLoop_WarnsThatItWaitsTwice()
    {
        const string Remind = """{"id":"remind","type":"Elsa.WriteLine","version":1}""";
        const string Reply =
            """{"id":"reply","type":"Elsa.Event","version":1,"eventName":{"expression":{"type":"Literal","value":"replied"}}}""";
        const string Day = """{"id":"day","type":"Elsa.Delay","version":1}""";
        const string Thanks = """{"id":"thanks","type":"Elsa.WriteLine","version":1}""";
        var compilation = await ValidateFlowAsync(
            $"{Remind},{Reply},{Day},{Thanks}",
            string.Join(
                ',',
                Connection("remind", "Done", "reply"),
                Connection("remind", "Done", "day"),
                Connection("day", "Done", "remind"),
                Connection("reply", "Done", "thanks")
            )
        );

        var warning = Assert.Single(compilation.Diagnostics);
        Assert.Equal((WorkflowCodes.WaitsTwice, "reply"), (warning.Code, warning.Path));
    }

    [Fact]
    public async Task Validate_StartTriggerWithComputedName_IsAnError()
    {
        var trigger = new Event
        {
            Id = "e",
            CanStartWorkflow = true,
            EventName = new(_ => "later"),
        };

        var compilation = await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(
            new WorkflowDefinition { DefinitionId = "d", RootActivity = trigger }
        );

        Assert.Equal([WorkflowCodes.TriggerNotStatic], Codes(compilation));
    }

    [Fact]
    public async Task Validate_CheckOfTheHost_IsAsked()
    {
        var validator = new WorkflowValidator(new WorkflowCompiler(), [new NoWriteLines()]);

        var compilation = await validator.ValidateAsync(Sequence(Line));

        Assert.Equal(["HOST1"], Codes(compilation));
    }

    private static string[] Codes(WorkflowCompilation compilation) =>
        [.. compilation.Diagnostics.Select(diagnostic => diagnostic.Code)];

    private static async Task<WorkflowCompilation> ValidateAsync(string activities) =>
        await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(Sequence(activities));

    private static string Sequence(string activities) =>
        $$$"""{"definitionId":"d","root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[{{{activities}}}]}}""";

    private static async Task<WorkflowCompilation> ValidateFlowAsync(string activities, string connections) =>
        await new WorkflowValidator(new WorkflowCompiler()).ValidateAsync(
            $$$"""{"definitionId":"d","root":{"id":"root","type":"Elsa.Flowchart","version":1,"activities":[{{{activities}}}],"connections":[{{{connections}}}]}}"""
        );

    private static string Connection(string source, string port, string target) =>
        $$$"""{"source":{"activity":"{{{source}}}","port":"{{{port}}}"},"target":{"activity":"{{{target}}}","port":"In"}}""";

    [Activity("Test", "Tests", "An activity with bounds.")]
    internal sealed class Rated : CodeActivity
    {
        [Input(Minimum = 1, Maximum = 5)]
        public Input<int> Stars { get; set; } = new(3);

        [Input(Pattern = "^[A-Z]{2}-[0-9]+$", PatternHint = "Write it as AB-12.")]
        public Input<string> Code { get; set; } = default!;
    }

    private sealed class NoWriteLines : IDefinitionCheck
    {
        public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
            WorkflowGraph graph,
            CancellationToken cancellationToken
        ) =>
            ValueTask.FromResult<IReadOnlyList<Diagnostic>>([
                .. graph
                    .Nodes.Where(node => node.ActivityType is "Elsa.WriteLine")
                    .Select(node => new Diagnostic("HOST1", "No lines here.", node.ActivityId)),
            ]);
    }
}
