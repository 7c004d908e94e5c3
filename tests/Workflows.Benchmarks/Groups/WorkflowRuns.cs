using System.Buffers;
using Workflows.Benchmarks.Measuring;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Benchmarks.Groups;

/// <summary>What the engine costs without a database: starting, stepping, journaling, serialising.</summary>
internal static class WorkflowRuns
{
    private const string Group = "workflows";

    // Elsa 3 as shipped, in-memory stores, on a machine of this kind: the middle of 0.9–1.4 ms, and block → save → load → resume.
    private const double ElsaRunMicroseconds = 1150;
    private const double ElsaRoundTripMicroseconds = 7000;

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(Effort effort, IReport report)
    {
        var sequence = Compile(Samples.Sequence(10));
        await RunAsync(
            effort,
            report,
            "sequence of 10 activities; reference: Elsa 3 as shipped",
            sequence,
            ElsaRunMicroseconds
        );
        await RunAsync(
            effort,
            report,
            "flowchart of 10 nodes with 2 decisions",
            Compile(Samples.Flowchart()),
            reference: null
        );
        await RoundTripAsync(effort, report, Compile(Samples.Waiting()));
    }

    private static async Task RunAsync(
        Effort effort,
        IReport report,
        string name,
        WorkflowGraph graph,
        double? reference
    )
    {
        var runner = new WorkflowRunner();
        var turn = new Turn(Now);
        var (time, bytes) = await Stopwatches.MeasureAsync(
            effort,
            100_000,
            async index =>
            {
                var burst = await runner.StartAsync(graph, Options(index), turn);
                Expect(burst.Instance.SubStatus == WorkflowSubStatus.Finished, name);
            }
        );
        report.Add(new BenchmarkRow(Group, name, "µs/run", time, bytes, reference));
        report.Add(new BenchmarkRow(Group, name + ": runs", "runs/s", 1_000_000 / time));
    }

    private static async Task RoundTripAsync(Effort effort, IReport report, WorkflowGraph graph)
    {
        var runner = new WorkflowRunner();
        var turn = new Turn(Now);
        var state = new ArrayBufferWriter<byte>(1024);
        var size = 0;
        var (time, bytes) = await Stopwatches.MeasureAsync(
            effort,
            50_000,
            async index =>
            {
                var blocked = await runner.StartAsync(graph, Options(index), turn);
                state.ResetWrittenCount();
                InstanceSerializer.Write(blocked.Instance, state);
                size = state.WrittenCount;
                var loaded = InstanceSerializer.Read(state.WrittenSpan, graph);
                var resumed = await runner.ResumeAsync(loaded, loaded.Bookmarks[0].Id, ResumeOptions.None, turn);
                Expect(resumed.Instance.SubStatus == WorkflowSubStatus.Finished, "round trip");
            }
        );
        report.Add(
            new BenchmarkRow(
                Group,
                "block → save → load → resume; reference: Elsa 3 as shipped",
                "µs/trip",
                time,
                bytes,
                ElsaRoundTripMicroseconds
            )
        );
        report.Add(new BenchmarkRow(Group, "serialised state of the waiting instance", "bytes", size));
    }

    private static StartOptions Options(int index) =>
        new() { InstanceId = new Guid(index, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) };

    private static WorkflowGraph Compile(string json)
    {
        var compilation = new WorkflowCompiler().Compile(json);
        return compilation.Graph
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, compilation.Diagnostics));
    }

    private static void Expect(bool held, string what)
    {
        if (!held)
        {
            throw new InvalidOperationException(
                $"{what}: the run did not end as it should; the figure would be worth nothing."
            );
        }
    }
}
