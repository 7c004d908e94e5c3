using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Execution;
using static Workflows.Runtime.Tests.Sample;

namespace Workflows.Runtime.Tests.Execution;

public sealed class InstanceSerializerTests
{
    public static TheoryData<object?> Values =>
        new(
            null,
            true,
            42,
            -7L,
            1.5,
            12.50m,
            "文字",
            Noon.ToOffset(TimeSpan.FromHours(8)),
            TimeSpan.FromMinutes(90),
            new Guid("5b0a4c1e-2d3f-4a5b-8c6d-7e8f90a1b2c3"),
            new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Read_Variable_HasValueAndTypeAgain(object? value)
    {
        var graph = Graph(new Event("e") { Id = "e" }, variables: [new Variable("x", value)]);
        var instance = Stored((await StartAsync(graph)).Instance);

        Assert.True(instance.TryGetVariable("x", out var restored));
        Assert.Equal(value, restored);
        Assert.Equal(value?.GetType(), restored?.GetType());
    }

    [Fact]
    public async Task Write_WaitingInstance_IsSmall()
    {
        var (a, e) = (Line("a"), new Event("email.opened") { Id = "e" });

        var burst = await StartAsync(Graph(Flow([a, e], (a, "Done", e))));

        Assert.InRange(Bytes(burst.Instance).Length, 50, 250);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task Read_CutOffBytes_IsRefused(int length)
    {
        var burst = await StartAsync(Graph(new Event("e") { Id = "e" }));
        var bytes = Bytes(burst.Instance)[..length];

        Assert.Throws<InvalidDataException>(() => InstanceSerializer.Read(bytes, burst.Instance.Graph));
    }

    /// <summary>Random flowcharts of lines, decisions and waits: stored and read after every burst, they do exactly what they do without, and no branch is lost.</summary>
    [Property(MaxTest = 150)]
    public Property Resume_AfterStoring_DoesTheSameAsWithout() =>
        Prop.ForAll(
            Gen.Choose(2, 9).SelectMany(size => Gen.Choose(0, 1 << 30).Select(seed => (size, seed))).ToArbitrary(),
            sample =>
            {
                var live = TraceAsync(Random(sample.size, sample.seed), instance => instance).GetAwaiter().GetResult();
                var stored = TraceAsync(Random(sample.size, sample.seed), Stored).GetAwaiter().GetResult();
                return live.SequenceEqual(stored, StringComparer.Ordinal) && live[^1] is "Finished";
            }
        );

    private static async Task<List<string>> TraceAsync(
        Flowchart flowchart,
        Func<WorkflowInstance, WorkflowInstance> between
    )
    {
        var trace = new List<string>();
        var burst = await StartAsync(Graph(flowchart));
        Note(burst, trace);
        while (burst.Instance.Bookmarks.Count > 0)
        {
            var instance = between(burst.Instance);
            burst = await ResumeAsync(instance, instance.Bookmarks[^1]);
            Note(burst, trace);
        }
        trace.Add(burst.Instance.SubStatus.ToString());
        return trace;
    }

    private static void Note(Burst burst, List<string> trace)
    {
        foreach (var entry in burst.JournalEntries)
        {
            trace.Add(
                $"{entry.Sequence} {entry.Event} {burst.Instance.Graph.Nodes[entry.NodeId].ActivityId} {entry.FrameId}"
            );
        }
        trace.AddRange(burst.Lines);
    }

    /// <summary>A graph without circles: every node is reached from an earlier one.</summary>
    private static Flowchart Random(int size, int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, size).Select(index => Node(index, random)).ToList();
        var connections = new List<(IActivity, string, IActivity)>();
        for (var target = 1; target < size; target++)
        {
            foreach (var source in Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(target)).Distinct())
            {
                var port = nodes[source] is FlowDecision ? (random.Next(2) == 0 ? "True" : "False") : "Done";
                connections.Add((nodes[source], port, nodes[target]));
            }
        }
        return Flow(nodes, [.. connections]);
    }

    private static Activity Node(int index, Random random) =>
        random.Next(6) switch
        {
            0 => new FlowDecision { Id = $"d{index}", Condition = new Input<bool>(random.Next(2) == 0) },
            1 => new Event($"e{index}") { Id = $"e{index}" },
            2 => new FlowJoin { Id = $"j{index}", Mode = new Input<FlowJoinMode>((FlowJoinMode)random.Next(3)) },
            3 => new Sequence
            {
                Id = $"s{index}",
                Activities = [Line($"s{index}a"), new Event("x") { Id = $"s{index}e" }, Line($"s{index}b")],
            },
            _ => new WriteLine($"l{index}") { Id = $"l{index}" },
        };
}
