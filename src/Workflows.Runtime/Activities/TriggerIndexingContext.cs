using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Activities;

/// <summary>What a trigger may look at while a definition is published: its own inputs, without a running instance.</summary>
/// <param name="graph">The graph being published.</param>
public sealed class TriggerIndexingContext(WorkflowGraph graph)
{
    private readonly List<string> _unknown = [];

    /// <summary>The graph being published.</summary>
    public WorkflowGraph Graph { get; } = graph;

    /// <summary>What triggers by calendar may ask for while hosts run; null where there is nothing to ask.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>The time zone schedules are read in.</summary>
    public TimeZoneInfo TimeZone => Graph.TimeZone;

    /// <summary>The inputs that were asked for but are known only inside a running instance.</summary>
    public IReadOnlyList<string> UnknownInputs => _unknown;

    /// <summary>As <see cref="Get"/>.</summary>
    /// <typeparam name="T">The input's type.</typeparam>
    /// <param name="input">The input; null yields the default.</param>
    public T? GetInput<T>(Input<T>? input) => Get(input);

    /// <summary>The value of an input that needs no running instance: a literal or a default; otherwise the type's default.</summary>
    /// <typeparam name="T">The input's type.</typeparam>
    /// <param name="input">The input; null yields the default.</param>
    public T? Get<T>(Input<T>? input)
    {
        if (input is { IsConstant: false, IsMissing: false })
        {
            _unknown.Add(input.Name);
        }
        return input is null ? default : input.GetStatic();
    }
}
