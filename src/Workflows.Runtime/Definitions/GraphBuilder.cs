using System.Collections;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Expressions;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>Numbers the activities, gives variables their places, compiles inputs and prepares flowcharts.</summary>
internal sealed class GraphBuilder(
    ActivityCatalog catalog,
    ExpressionRegistry expressions,
    WorkflowDefinition definition,
    FlowchartMode flowcharts,
    List<Diagnostic> diagnostics
)
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<(GraphNode Node, ActivityDescriptor Descriptor)> _described = [];
    private readonly CompilationScope _scope = new([
        .. definition.Inputs.Select(input => (input.Name, TypeAliases.Resolve(input.TypeName, input.IsArray))),
    ]);

    public WorkflowGraph Build(Workflow workflow, TimeZoneInfo timeZone)
    {
        AddNode(workflow, null);
        foreach (var (node, descriptor) in _described)
        {
            BindMembers(node, descriptor);
            node.Log = LogPersistence.Read(
                node.Activity.CustomProperties ?? default,
                node.Parent?.Log ?? LogPersistence.Read(definition.CustomProperties, LogPersistence.Everything)
            );
            node.Retry = RetryReader.Read(node.Activity, definition, diagnostics);
            if (node.Activity is Flowchart flowchart)
            {
                node.Flow = PlanOf(flowchart, node);
            }
        }
        return new WorkflowGraph(
            definition,
            [.. _nodes],
            definition.Options.IncidentStrategy,
            _scope.UsesScripts || definition.RootActivity is not null
        )
        {
            TimeZone = timeZone,
        };
    }

    private GraphNode AddNode(Activity activity, GraphNode? parent)
    {
        if (activity.Node is not null)
        {
            throw new InvalidOperationException(
                $"The activity '{activity.Id}' is used in two places; give each place its own."
            );
        }
        if (activity.Id.Length == 0)
        {
            activity.Id = $"{activity.Type}{_nodes.Count}";
        }
        var node = new GraphNode(_nodes.Count, activity, parent);
        activity.Node = node;
        _nodes.Add(node);
        var descriptor = catalog.Describe(activity);
        _described.Add((node, descriptor));
        node.Variables = [.. VariablesOf(activity)];
        for (var slot = 0; slot < node.Variables.Length; slot++)
        {
            node.Variables[slot].Owner = node;
            node.Variables[slot].Slot = slot;
        }
        var children = new List<GraphNode>();
        foreach (var child in ChildrenOf(activity, descriptor))
        {
            var childNode = AddNode(child, node);
            childNode.Ordinal = children.Count;
            children.Add(childNode);
        }
        node.Children = [.. children];
        node.IsContainer = children.Count > 0;
        return node;
    }

    private static IEnumerable<Variable> VariablesOf(Activity activity) =>
        activity switch
        {
            Container container => container.Variables,
            Composite composite => composite.Variables,
            _ => [],
        };

    private static IEnumerable<Activity> ChildrenOf(object owner, ActivityDescriptor descriptor) =>
        descriptor.Members.SelectMany(member => ChildrenOf(owner, member));

    private static IEnumerable<Activity> ChildrenOf(object owner, ActivityMember member)
    {
        var value = member.Kind is ActivityMemberKind.Port or ActivityMemberKind.Activities or ActivityMemberKind.Cases
            ? member.Property.GetValue(owner)
            : null;
        if (string.Equals(member.Name, nameof(Flowchart.Start), StringComparison.Ordinal) && owner is Flowchart)
        {
            return [];
        }
        return value switch
        {
            Activity one => [one],
            IEnumerable many when member.Kind == ActivityMemberKind.Activities => many.OfType<Activity>(),
            IEnumerable many => many.Cast<object>()
                .SelectMany(item => item.GetType().GetProperties().Select(property => property.GetValue(item)))
                .OfType<Activity>(),
            _ => [],
        };
    }

    private void BindMembers(GraphNode node, ActivityDescriptor descriptor)
    {
        var inputs = new List<Input>();
        var outputs = new List<Output>();
        foreach (var member in descriptor.Members)
        {
            BindMember(node, node.Activity, member, inputs, outputs);
        }
        if (node.Activity is WorkflowDefinitionActivity embedded)
        {
            foreach (var (name, input) in embedded.Arguments)
            {
                BindInput(node, input, name, null, inputs);
            }
            foreach (var (name, output) in embedded.Results)
            {
                BindOutput(node, output, name, outputs);
            }
        }
        node.Inputs = [.. inputs];
        node.Outputs = [.. outputs];
    }

    private void BindMember(
        GraphNode node,
        object owner,
        ActivityMember member,
        List<Input> inputs,
        List<Output> outputs
    )
    {
        switch (member.Kind)
        {
            case ActivityMemberKind.Input when Ensure<Input>(owner, member) is { } input:
                BindInput(node, input, member.Name, member.Input, inputs);
                break;
            case ActivityMemberKind.Output when Ensure<Output>(owner, member) is { } output:
                BindOutput(node, output, member.Name, outputs);
                break;
            case ActivityMemberKind.Variable when member.Property.GetValue(owner) is Variable { Owner: null } reference:
                BindVariable(node, owner, member, reference);
                break;
            case ActivityMemberKind.Cases when member.Property.GetValue(owner) is IEnumerable cases:
                foreach (var item in cases)
                {
                    foreach (var property in item.GetType().GetProperties().Where(property => property.CanWrite))
                    {
                        BindMember(node, item, new ActivityMember(property), inputs, outputs);
                    }
                }
                break;
        }
    }

    /// <summary>A member nobody set gets an empty object, so that activities can read and write it without asking.</summary>
    private static T? Ensure<T>(object owner, ActivityMember member)
        where T : class
    {
        if (member.Property.GetValue(owner) is T existing)
        {
            return existing;
        }
        var type = member.Property.PropertyType;
        if (type.IsAbstract)
        {
            return null;
        }
        var created = typeof(T) == typeof(Input) ? Input.Missing(type) : Activator.CreateInstance(type)!;
        member.Property.SetValue(owner, created);
        return (T)created;
    }

    private void BindInput(GraphNode node, Input input, string name, InputAttribute? attribute, List<Input> inputs)
    {
        input.Name = name;
        input.Attribute = attribute;
        input.IsSensitive = attribute?.IsSensitive ?? false;
        input.Index = inputs.Count;
        inputs.Add(input);
        if (
            attribute is { IsRequired: true }
            && (input.IsMissing || input.Source is { Type: "Literal" } literal && string.IsNullOrEmpty(literal.Text))
        )
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.MissingInput,
                    $"'{attribute.DisplayName ?? Words.Of(name)}' is missing.",
                    node.ActivityId,
                    Remedy: "Fill it in."
                )
            );
        }
        if (input.Source is { } source)
        {
            var site = new ExpressionSite(node, name, _scope, expressions, diagnostics);
            if (attribute?.Notation is { } notation && source.Type is "Literal")
            {
                source = new ExpressionSource(notation, source.Value, source.TypeName);
            }
            input.Bind(Compile(source, input.Type, site) ?? new ConstantEvaluator(null));
        }
    }

    private InputEvaluator? Compile(ExpressionSource source, Type type, ExpressionSite site)
    {
        if (expressions.Find(source.Type) is { } kind)
        {
            return kind.Compile(source, type, site);
        }
        site.Report(
            WorkflowCodes.UnknownNotation,
            $"{site.InputName}: the notation '{source.Type}' is not known here; the value would be nothing.",
            $"Use one of {string.Join(", ", expressions.Kinds.Select(known => known.Type))}."
        );
        return null;
    }

    private static void BindOutput(GraphNode node, Output output, string name, List<Output> outputs)
    {
        output.Name = name;
        outputs.Add(output);
        if (output.MemoryReference is { } reference)
        {
            output.Variable = CompilationScope.Find(node.Parent ?? node, reference, null);
            output.WorkflowOutput = output.Variable is null ? reference : null;
        }
    }

    private void BindVariable(GraphNode node, object owner, ActivityMember member, Variable reference)
    {
        if (CompilationScope.Find(node, reference.Id, reference.Name) is { } variable)
        {
            member.Property.SetValue(owner, variable);
            return;
        }
        diagnostics.Add(
            new Diagnostic(
                WorkflowCodes.UnknownVariable,
                $"There is no variable '{reference.Name}'.",
                node.ActivityId,
                Remedy: "Choose one of the workflow's variables, or declare it."
            )
        );
    }

    private FlowPlans PlanOf(Flowchart flowchart, GraphNode node)
    {
        var connections = flowchart
            .Connections.Select(
                (connection, index) =>
                    new FlowConnection(
                        index,
                        OrdinalOf(connection.Source.Activity),
                        connection.Source.Port ?? "Done",
                        OrdinalOf(connection.Target.Activity)
                    )
            )
            .ToArray();
        return new FlowPlans(
            node.Children.Length,
            connections,
            StartOf(flowchart, node, connections),
            flowcharts == FlowchartMode.TokenBased ? [.. node.Children.Select(MergeOf)] : null
        );
    }

    private static MergeMode MergeOf(GraphNode node) =>
        node.Activity.CustomProperties is { } custom
        && Enum.TryParse<MergeMode>(custom.Member("mergeMode").AsText(), true, out var mode)
            ? mode
            : MergeMode.Stream;

    private static int OrdinalOf(IActivity activity) => ((Activity)activity).Node!.Ordinal;

    /// <summary>The start in code, else the first Start activity, else the first that can start, else the first nothing leads to, else the first.</summary>
    private static int StartOf(Flowchart flowchart, GraphNode node, FlowConnection[] connections)
    {
        if (flowchart.Start is { } start)
        {
            return OrdinalOf(start);
        }
        var children = node.Children;
        var found = Array.FindIndex(children, child => child.Activity is Start);
        if (found < 0)
        {
            found = Array.FindIndex(children, child => child.Activity.CanStartWorkflow);
        }
        if (found < 0)
        {
            found = Array.FindIndex(
                children,
                child => !Array.Exists(connections, connection => connection.Target == child.Ordinal)
            );
        }
        return found >= 0 ? found : Math.Min(0, children.Length - 1);
    }
}
