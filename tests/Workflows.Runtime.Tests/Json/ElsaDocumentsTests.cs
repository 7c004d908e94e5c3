using System.Text.Json;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Tests.Json;

public sealed class ElsaDocumentsTests
{
    public static TheoryData<string> Files =>
        new("workflow-definition.nested.json", "workflow-definition.welcome.json", "workflow-definition.winback.json");

    [Theory]
    [MemberData(nameof(Files))]
    public void Write_DocumentOfTheStudio_LosesNothing(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine("Documents", file)));

        AssertRoundTrip(document.RootElement, file);
    }

    [Fact]
    public void Write_EveryRecordedDefinition_LosesNothing()
    {
        var count = 0;
        using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine("Documents", "recorded-runs.json")));
        foreach (var one in recorded.RootElement.GetProperty("cases").EnumerateArray())
        {
            var definition = one.GetProperty("definition");
            if (ElsaReader.Read(definition).Definition is not null)
            {
                AssertRoundTrip(definition, one.GetProperty("id").GetString()!);
                count++;
            }
        }

        Assert.True(count > 340, $"Only {count} definitions were read.");
    }

    [Fact]
    public void Write_NewVersion_ChangesOnlyWhatTheCatalogueOwns()
    {
        const string Json =
            """{"definitionId":"d","version":1,"isPublished":false,"unknown":{"a":[1,2]},"root":{"id":"r","type":"Elsa.Sequence"}}""";
        var definition = ElsaReader.Read(Json).Definition!;

        var written = ElsaWriter.Write(definition with { Version = 2, IsPublished = true, Id = "d:2" });

        Assert.Equal(
            """{"definitionId":"d","version":2,"isPublished":true,"unknown":{"a":[1,2]},"root":{"id":"r","type":"Elsa.Sequence"},"id":"d:2"}""",
            written
        );
    }

    [Fact]
    public async Task Read_ConnectionsOfOlderFiles_AreFollowed()
    {
        const string Json = """
            {"definitionId":"d","root":{"id":"f","type":"Elsa.Flowchart","version":1,
              "activities":{"$values":[
                {"id":"a","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"a"}}},
                {"id":"b","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"b"}}}]},
              "connections":[{"source":"a","sourcePort":"Done","target":"b","targetPort":"In"}]}}
            """;

        var burst = await Sample.StartAsync(Sample.Graph(Json));

        Assert.Equal(["a", "b"], burst.Lines);
    }

    [Theory]
    [InlineData(""" "canStartWorkflow":true """)]
    [InlineData(""" "customProperties":{"canStartWorkflow":true} """)]
    public void Read_StartFlag_IsFoundInOldAndNewPlaces(string flag)
    {
        var graph = Sample.Graph(
            $$$"""{"definitionId":"d","root":{"id":"e","type":"Elsa.Event","version":1,{{{flag}}} }}"""
        );

        Assert.True(graph.Nodes[1].Activity.CanStartWorkflow);
    }

    [Theory]
    [InlineData("{", WorkflowCodes.NotJson)]
    [InlineData("[]", WorkflowCodes.WrongShape)]
    [InlineData("""{"root":{"id":"r","type":"Elsa.Sequence"}}""", WorkflowCodes.MissingMember)]
    [InlineData("""{"definitionId":"d","root":{"id":"r"}}""", WorkflowCodes.MissingMember)]
    [InlineData(
        """{"definitionId":"d","variables":[{"name":"n","value":7}],"root":{"id":"r","type":"Elsa.Sequence"}}""",
        WorkflowCodes.WrongShape
    )]
    [InlineData(
        """{"definitionId":"d","root":{"id":"r","type":"Elsa.Sequence","activities":[{"id":"a","type":"Elsa.Start"},{"id":"a","type":"Elsa.Start"}]}}""",
        WorkflowCodes.DuplicateId
    )]
    public void Read_UnusableDocument_SaysWhy(string json, string code)
    {
        var reading = ElsaReader.Read(json);

        Assert.Null(reading.Definition);
        Assert.Contains(
            reading.Diagnostics,
            diagnostic => string.Equals(diagnostic.Code, code, StringComparison.Ordinal)
        );
    }

    private static void AssertRoundTrip(JsonElement original, string what)
    {
        var definition = ElsaReader.Read(original).Definition!;
        using var written = JsonDocument.Parse(ElsaWriter.Write(definition));
        Assert.True(JsonElement.DeepEquals(original, written.RootElement), what);
    }
}
