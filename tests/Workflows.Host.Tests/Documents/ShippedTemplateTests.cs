using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Tests.Documents;

/// <summary>Every template that is shipped says what it has to, its cases hold, and they hold when the process is killed after every step.</summary>
public sealed class ShippedTemplateTests
{
    private static readonly TemplateShelf Shelf = new(Repository.Root);

    public static TheoryData<string> Names => [.. Shelf.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_Trial_HasNothingToSay(string name)
    {
        var reading = Shelf.Read(name)!;

        var report = await new TemplateTrial(RuntimeRoom.CreateCompiler()).RunAsync(reading.Template!, reading.Files!);

        Assert.Empty(report.Diagnostics.Select(found => $"{found.Path} {found.Code} {found.Message}"));
        Assert.Empty(
            report
                .Journey.Where(result => !result.Passed)
                .Select(result => $"{result.Case.Name}: {string.Join("; ", result.Mismatches)}")
        );
        Assert.Equal(0, report.Failed);
        Assert.True(report.Journey.Count >= 3, "A template has at least three cases.");
        Assert.All(report.Journey, result => Assert.Equal(2, result.Case.Title!.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_KilledAfterEveryStep_SaysTheSame(string name)
    {
        var files = Shelf.Read(name)!.Files!;
        var cases = JourneyCaseFile.Read(files.Cases);
        var ruleSets = await Library.Of(Repository.Root).LoadRuleSetsAsync(TimeZoneInfo.Utc, CancellationToken.None);
        var graph = RuntimeRoom.CreateCompiler().Compile(files.Workflow).Graph!;

        var results = await new JourneyCaseRunner(graph, ruleSets, cases.Places) { Forgets = true }.RunAsync(
            cases.Cases!
        );

        Assert.Empty(
            results
                .Where(result => !result.Passed)
                .Select(result => $"{result.Case.Name}: {string.Join("; ", result.Mismatches)}")
        );
    }
}
