using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Tests.Documents;

/// <summary>Every journey that is shipped can be published and carries cases, and they hold.</summary>
public sealed class JourneyCaseTests
{
    private static readonly string Workflows = Path.Combine(Repository.Root, "workflows");

    private static readonly WorkflowDefinition[] Shipped =
    [
        .. Directory
            .EnumerateDirectories(Workflows)
            .Select(folder => ElsaReader.Read(Read(folder, "workflow.json")).Definition!),
    ];

    // What is part of others is tried with them.
    public static TheoryData<string> Names =>
        [.. Shipped.Where(one => !one.Options.UsableAsActivity).Select(one => one.DefinitionId)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Journey_Cases_Hold(string name)
    {
        var ruleSets = await Library.Of(Repository.Root).LoadRuleSetsAsync(TimeZoneInfo.Utc, CancellationToken.None);
        var compilation = RuntimeRoom
            .CreateCompiler()
            .Compile(Read(name, "workflow.json"), new EmbeddedWorkflows(Shipped));
        var cases = JourneyCaseFile.Read(Read(name, "cases.json"));

        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(cases.Diagnostics);
        Assert.NotEmpty(cases.Cases!);
        var results = await new JourneyCaseRunner(compilation.Graph!, ruleSets, cases.Places).RunAsync(cases.Cases!);
        Assert.Empty(
            results
                .Where(result => !result.Passed)
                .Select(result => $"{result.Case.Name}: {string.Join("; ", result.Mismatches)}")
        );
    }

    private static string Read(string name, string file) => File.ReadAllText(Path.Combine(Workflows, name, file));
}
