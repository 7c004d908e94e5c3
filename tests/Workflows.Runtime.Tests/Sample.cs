using System.Buffers;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Tests;

/// <summary>Builds and runs small workflows.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Turn Turn = new(Noon);

    public static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000001");

    public static WorkflowGraph Graph(
        IActivity root,
        WorkflowOptions? options = null,
        IReadOnlyList<Variable>? variables = null,
        WorkflowCompiler? compiler = null
    ) =>
        (compiler ?? new WorkflowCompiler())
            .Compile(
                new WorkflowDefinition
                {
                    DefinitionId = "sample",
                    RootActivity = root,
                    Options = options ?? new WorkflowOptions(),
                    CodeVariables = variables ?? [],
                }
            )
            .Graph!;

    public static WorkflowGraph Graph(string json, WorkflowCompiler? compiler = null) =>
        (compiler ?? new WorkflowCompiler()).Compile(json).Graph!;

    public static async Task<Burst> StartAsync(
        WorkflowGraph graph,
        IReadOnlyDictionary<string, object?>? input = null,
        Turn? turn = null
    ) =>
        await new WorkflowRunner().StartAsync(graph, new StartOptions { InstanceId = Id, Input = input }, turn ?? Turn);

    public static async Task<Burst> ResumeAsync(WorkflowInstance instance, Bookmark bookmark, Turn? turn = null) =>
        await new WorkflowRunner().ResumeAsync(instance, bookmark.Id, ResumeOptions.None, turn ?? Turn);

    public static WorkflowInstance Stored(WorkflowInstance instance) =>
        InstanceSerializer.Read(Bytes(instance), instance.Graph);

    public static byte[] Bytes(WorkflowInstance instance)
    {
        var buffer = new ArrayBufferWriter<byte>();
        InstanceSerializer.Write(instance, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    public static WriteLine Line(string text) => new(text) { Id = text };

    public static Flowchart Flow(
        IEnumerable<IActivity> activities,
        params (IActivity From, string Port, IActivity To)[] connections
    )
    {
        var flowchart = new Flowchart { Id = "flow" };
        foreach (var activity in activities)
        {
            flowchart.Activities.Add(activity);
        }
        foreach (var (from, port, to) in connections)
        {
            flowchart.Connections.Add(new Connection(new Endpoint(from, port), new Endpoint(to)));
        }
        return flowchart;
    }

    public static Sequence Steps(params IActivity[] activities) => new() { Id = "steps", Activities = [.. activities] };
}
