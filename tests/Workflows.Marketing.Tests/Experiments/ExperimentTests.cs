using Workflows.Marketing.Contacts;
using Workflows.Marketing.Experiments;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Experiments;

public sealed class ExperimentTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Draw_ManyContacts_IsEvenAndTheSameAgain()
    {
        Guid[] contacts = [.. Enumerable.Range(0, 10_000).Select(n => Guid.CreateVersion7(Now.AddMilliseconds(n)))];

        double[] one = [.. contacts.Select(contact => ArmDraw.Of("one", contact))];
        double[] other = [.. contacts.Select(contact => ArmDraw.Of("other", contact))];

        Assert.Equal(one, contacts.Select(contact => ArmDraw.Of("one", contact)));
        Assert.InRange(one.Count(drawn => drawn < 0.5), 4_800, 5_200);
        // Independent of another experiment.
        Assert.InRange(one.Zip(other).Count(pair => pair.First < 0.5 && pair.Second < 0.5), 2_350, 2_650);
    }

    // The expected values are worked out with the complementary error function of the C library.
    [Theory]
    [InlineData(60, 100, 40, 100, 0.004678)]
    [InlineData(10, 100, 12, 100, 0.651280)]
    [InlineData(300, 1000, 250, 1000, 0.012283)]
    [InlineData(0, 50, 0, 50, 1.0)]
    [InlineData(50, 50, 50, 50, 1.0)]
    public void PValue_Samples_IsThatOfThePooledTest(int a, int n, int b, int m, double p) =>
        Assert.Equal(p, Proportions.PValue((a, n), (b, m)), 4);

    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(60, 100, 0.5020, 0.6906)]
    [InlineData(10, 10, 0.7225, 1)]
    public void Wilson_Share_IsTheInterval(int hits, int sample, double low, double high)
    {
        var (found, top) = Proportions.Wilson(hits, sample);

        Assert.Equal(low, found, 4);
        Assert.Equal(high, top, 4);
    }

    [Theory]
    [InlineData(60, 100, 40, 100, "a")]
    [InlineData(6, 10, 0, 10, null)]
    [InlineData(52, 100, 48, 100, null)]
    [InlineData(100, 100, 50, 100, null)]
    public void Winner_Samples_NeedsMoreThanChance(int a, int n, int b, int m, string? winner) =>
        Assert.Equal(
            winner,
            new ExperimentReport("x", [new ExperimentArm("a", n, a), new ExperimentArm("b", m, b)]).Winner
        );

    [Fact]
    public async Task JoinMode_NoExperiment_EverybodyScansDirectly()
    {
        for (var n = 0; n < 50; n++)
        {
            Assert.Equal("ScanDirect", (await RunAsync(n, new JoinModeExperiment())).Outcome);
        }
    }

    [Fact]
    public Task JoinMode_HalfAndHalf_NotesTheArm() =>
        DrawBothAsync(() => new JoinModeExperiment(), "ScanDirect", "OwnerFirst");

    [Fact]
    public async Task PackageOrder_NoExperiment_EverybodyIsLedToTheGroup()
    {
        for (var n = 0; n < 50; n++)
        {
            Assert.Equal("GroupFirst", (await RunAsync(n, new PackageOrderExperiment())).Outcome);
        }
    }

    [Fact]
    public Task PackageOrder_HalfAndHalf_NotesTheArm() =>
        DrawBothAsync(() => new PackageOrderExperiment(), "GroupFirst", "FriendFirst");

    private static async Task DrawBothAsync(Func<TwoArms> block, params string[] expected)
    {
        Dictionary<string, int> arms = new(StringComparer.Ordinal);
        for (var n = 0; n < 200; n++)
        {
            var drawn = block();
            drawn.Share = new Input<int>(50);
            var (outcome, note) = await RunAsync(n, drawn);
            Assert.Equal(("summer", outcome), (note.Before, note.After));
            arms[outcome] = arms.GetValueOrDefault(outcome) + 1;
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), arms.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, arm => Assert.InRange(arms[arm], 70, 130));
    }

    private static async Task<(string Outcome, ContactNote Note)> RunAsync(int n, TwoArms block)
    {
        block.Id = "block";
        block.Experiment = new Input<string>("summer");
        var contact = new Contact(new ContactState(Guid.CreateVersion7(Now.AddSeconds(n)), Now));
        var sequence = new Sequence { Id = "root" };
        sequence.Activities.Add(block);
        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = sequence };
        var graph = ShippedJourney.Compiler.Compile(definition).Graph!;
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now), Subject = contact.Id };
        var burst = await new WorkflowRunner().StartAsync(graph, options, new Turn(Now, contact));
        var entry = burst.JournalEntries.First(entry =>
            entry.Outcomes is not null && graph.Nodes[entry.NodeId].ActivityId is "block"
        );
        return (entry.Outcomes!.Names[0], Assert.IsType<ContactNoted>(Assert.Single(burst.Effects)).Note);
    }
}
