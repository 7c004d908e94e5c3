using System.Buffers;
using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>Runs workflows in the caller's process: for tests, tools and short work that nobody has to see again.</summary>
/// <param name="compiler">Compiles them.</param>
/// <param name="time">The clock of their turns.</param>
/// <param name="services">What activities may ask for; null offers nothing.</param>
public sealed class LocalWorkflowRunner(WorkflowCompiler compiler, TimeProvider time, IServiceProvider? services = null)
    : IWorkflowRunner
{
    private readonly WorkflowRunner _runner = new(services, recordsValues: true);

    /// <inheritdoc />
    public Task<RunWorkflowResult> RunAsync(
        IActivity activity,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        StartAsync(
            new WorkflowBuilder { DefinitionId = "Workflow", Root = activity }.ToDefinition(),
            null,
            options,
            cancellationToken
        );

    /// <inheritdoc />
    public async Task<RunWorkflowResult> RunAsync(
        IWorkflow workflow,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        await StartAsync(
            await WorkflowBuilder.BuildAsync(workflow, cancellationToken),
            null,
            options,
            cancellationToken
        );

    /// <inheritdoc />
    public Task<RunWorkflowResult> RunAsync<T>(
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where T : IWorkflow, new() => RunAsync(new T(), options, cancellationToken);

    /// <inheritdoc />
    public async Task<RunWorkflowResult<TResult>> RunAsync<TResult>(
        WorkflowBase<TResult> workflow,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var definition = await WorkflowBuilder.BuildAsync(workflow, cancellationToken);
        var result = await StartAsync(definition, workflow.Result, options, cancellationToken);
        return new RunWorkflowResult<TResult>(
            result.WorkflowState,
            result.Workflow,
            Coerce.To<TResult>(result.Result),
            result.Burst
        );
    }

    /// <inheritdoc />
    public async Task<RunWorkflowResult> RunAsync(
        Workflow workflow,
        WorkflowState workflowState,
        RunWorkflowOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(workflowState);
        var graph =
            workflow.Graph ?? throw new InvalidOperationException("The workflow has not been run by a runner before.");
        var instance = InstanceSerializer.Read(workflowState.Data, graph);
        var burst = await _runner.ResumeAsync(
            instance,
            BookmarkOf(instance, options?.BookmarkId),
            new ResumeOptions { Input = InputOf(options), StimulusPayload = options?.StimulusPayload },
            TurnNow(cancellationToken)
        );
        return ResultOf(burst, workflow, null);
    }

    private async Task<RunWorkflowResult> StartAsync(
        WorkflowDefinition definition,
        Variable? result,
        RunWorkflowOptions? options,
        CancellationToken cancellationToken
    )
    {
        var graph = Compile(definition);
        var turn = TurnNow(cancellationToken);
        var start = new StartOptions
        {
            InstanceId = options?.WorkflowInstanceId is { } id ? Guid.Parse(id) : Guid.CreateVersion7(turn.Now),
            CorrelationId = options?.CorrelationId,
            TriggerActivityId = options?.TriggerActivityId,
            StimulusPayload = options?.StimulusPayload,
            Input = InputOf(options),
        };
        var workflow = (Workflow)graph.Root.Activity;
        workflow.Graph = graph;
        return ResultOf(await _runner.StartAsync(graph, start, turn), workflow, result);
    }

    private WorkflowGraph Compile(WorkflowDefinition definition)
    {
        var compilation = compiler.Compile(definition);
        var mistakes = compilation
            .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic.Path}: {diagnostic.Message}")
            .ToList();
        return compilation.Graph is { } graph && mistakes.Count == 0
            ? graph
            : throw new InvalidOperationException(string.Join(Environment.NewLine, mistakes));
    }

    private Turn TurnNow(CancellationToken cancellationToken) =>
        new(time.GetUtcNow(), CancellationToken: cancellationToken);

    private static Dictionary<string, object?>? InputOf(RunWorkflowOptions? options) =>
        options?.Input?.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal);

    private static int BookmarkOf(WorkflowInstance instance, string? bookmarkId) =>
        bookmarkId is not null ? int.Parse(bookmarkId, CultureInfo.InvariantCulture)
        : instance.Bookmarks is [var first, ..] ? first.Id
        : throw new InvalidOperationException("The workflow does not wait for anything.");

    private static RunWorkflowResult ResultOf(Burst burst, Workflow workflow, Variable? result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        InstanceSerializer.Write(burst.Instance, buffer);
        var value = result is null ? null : burst.Instance.RootVariables[result.Slot];
        return new RunWorkflowResult(
            new WorkflowState(burst.Instance, buffer.WrittenSpan.ToArray()),
            workflow,
            value,
            burst
        );
    }
}
