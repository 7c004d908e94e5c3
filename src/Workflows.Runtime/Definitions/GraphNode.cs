using System.Collections.Concurrent;
using System.Reflection;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Definitions;

/// <summary>An activity at its place in the graph.</summary>
public sealed class GraphNode
{
    private readonly ConcurrentDictionary<string, Delegate> _callbacks = new(StringComparer.Ordinal);

    internal GraphNode(int index, Activity activity, GraphNode? parent)
    {
        Index = index;
        Activity = activity;
        Parent = parent;
        ActivityId = activity.Id;
        Path = parent is null ? activity.Id : $"{parent.Path}:{activity.Id}";
    }

    /// <summary>The node's number in its graph, from 0 (the workflow itself).</summary>
    public int Index { get; }

    /// <summary>The activity's id.</summary>
    public string ActivityId { get; }

    /// <summary>The activity's type name.</summary>
    public string ActivityType => Activity.Type;

    /// <summary>The activity's name; null when it has none.</summary>
    public string? ActivityName => Activity.Name;

    /// <summary>The ids from the workflow down to the activity, as Elsa writes node ids.</summary>
    public string Path { get; }

    /// <summary>Whether other activities are inside it.</summary>
    public bool IsContainer { get; internal set; }

    /// <summary>The activity with its inputs; shared by all runs, so look and do not touch.</summary>
    public Activity Activity { get; }

    /// <summary>The node it stands in; null for the workflow itself.</summary>
    public GraphNode? Parent { get; }

    /// <summary>Position among the nodes of its parent.</summary>
    internal int Ordinal { get; set; }

    internal GraphNode[] Children { get; set; } = [];

    internal Variable[] Variables { get; set; } = [];

    internal Input[] Inputs { get; set; } = [];

    internal Output[] Outputs { get; set; } = [];

    internal RetryPolicy? Retry { get; set; }

    internal LogPersistence Log { get; set; } = LogPersistence.Everything;

    internal FlowPlans? Flow { get; set; }

    /// <summary>The inputs the definition gives a value, in the form the journal has for values.</summary>
    internal Dictionary<string, object?> ConstantInputs()
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var input in Inputs)
        {
            if (input.Constant is { } value && Log.IncludesInput(input.Name))
            {
                values[input.Name] = input.IsSensitive ? JournalValue.Masked : JournalValue.Of(value);
            }
        }
        return values;
    }

    /// <summary>A method of the activity's class by name, as a suspended instance remembers it.</summary>
    internal TDelegate Callback<TDelegate>(string method)
        where TDelegate : Delegate
    {
        if (_callbacks.TryGetValue(method, out var known))
        {
            return (TDelegate)known;
        }
        var found =
            FindMethod(method)
            ?? throw new InvalidOperationException(
                $"The activity type '{ActivityType}' has no method '{method}' any more, which an instance waits to continue with."
            );
        return (TDelegate)
            _callbacks.GetOrAdd(
                method,
                Delegate.CreateDelegate(typeof(TDelegate), found.IsStatic ? null : Activity, found)
            );
    }

    private MethodInfo? FindMethod(string method)
    {
        const BindingFlags Own =
            BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        for (var type = Activity.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetMethod(method, Own) is { } found)
            {
                return found;
            }
        }
        return null;
    }
}
