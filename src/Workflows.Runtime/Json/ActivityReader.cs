using System.Collections;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Expressions;

namespace Workflows.Runtime.Json;

/// <summary>Builds activity objects from a document, after the descriptors of the catalogue.</summary>
internal sealed class ActivityReader(ActivityCatalog catalog, EmbeddedWorkflows embedded, List<Diagnostic> diagnostics)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private readonly Stack<string> _embedding = new();

    public Activity? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.Member("type").AsText() is not { } type)
        {
            return null;
        }
        var version = json.Member("version").AsNumber();
        var activity =
            catalog.Find(type, version) is { } descriptor ? ReadKnown(json, descriptor)
            : embedded.Find(type, json) is { } definition ? ReadEmbedded(json, definition)
            : ReadUnknown(json, type, version);
        ReadCommon(json, activity);
        return activity;
    }

    public List<Variable> ReadVariables(JsonElement json, string path) =>
        [
            .. json.Items()
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => VariableReader.Create(VariableReader.Read(item), path, diagnostics)),
        ];

    private static void ReadCommon(JsonElement json, Activity activity)
    {
        activity.Id = json.Member("id").AsText() ?? "";
        activity.Name = json.Member("name").AsText();
        activity.Type = json.Member("type").AsText() ?? activity.Type;
        activity.Version = json.Member("version").AsNumber() ?? activity.Version;
        // Older files hold the flag on the activity itself.
        activity.CanStartWorkflow = json.Member("canStartWorkflow").AsTruth();
        // … or the custom properties under their first name.
        var custom = json.Member("customProperties") is { ValueKind: JsonValueKind.Object } named
            ? named
            : json.Member("applicationProperties");
        if (custom.ValueKind == JsonValueKind.Object)
        {
            activity.CustomProperties = custom;
            activity.CanStartWorkflow |= custom.Member("canStartWorkflow").AsTruth();
        }
    }

    private Activity ReadKnown(JsonElement json, ActivityDescriptor descriptor)
    {
        var activity = descriptor.Create();
        activity.Id = json.Member("id").AsText() ?? "";
        foreach (var member in descriptor.Members)
        {
            ReadMember(activity, member, json.Member(member.Name), json);
        }
        if (activity is NotFoundActivity missing)
        {
            ReportUnknown(activity.Id, missing.MissingTypeName);
        }
        return activity;
    }

    private void ReadMember(object owner, ActivityMember member, JsonElement json, JsonElement activityJson)
    {
        // Elsa's reader ignores the start of a flowchart, and so do its documents' authors.
        var isIgnored = owner is Flowchart && member.Kind == ActivityMemberKind.Port;
        var value = isIgnored || json.IsNothing() ? null : ReadValue(owner, member, json, activityJson);
        if (value is not null)
        {
            member.Property.SetValue(owner, value);
        }
    }

    private object? ReadValue(object owner, ActivityMember member, JsonElement json, JsonElement activityJson) =>
        member.Kind switch
        {
            ActivityMemberKind.Input => ReadInput(member.Property.PropertyType, json),
            ActivityMemberKind.Output => ReadOutput(member.Property.PropertyType, json),
            ActivityMemberKind.Port => Assignable(member, Read(json)),
            ActivityMemberKind.Activities => ReadActivities(json),
            ActivityMemberKind.Variables => ReadVariables(json, IdOf(activityJson)),
            ActivityMemberKind.Variable => ReadVariable(json),
            ActivityMemberKind.Connections => ReadConnections((Flowchart)owner, json, IdOf(activityJson)),
            ActivityMemberKind.Cases => ReadCases(member, json, activityJson),
            _ => ReadPlain(member, json, activityJson),
        };

    private static Activity? Assignable(ActivityMember member, Activity? activity) =>
        member.Property.PropertyType.IsInstanceOfType(activity) ? activity : null;

    private static string IdOf(JsonElement activityJson) => activityJson.Member("id").AsText() ?? "";

    private List<IActivity> ReadActivities(JsonElement json) => [.. json.Items().Select(Read).OfType<IActivity>()];

    /// <summary>An input is <c>{"expression":{"type","value"}}</c>, in the cases of a switch the expression itself, and in hand-written files a bare value.</summary>
    private static object? ReadInput(Type type, JsonElement json)
    {
        var expression = json.Member("expression");
        if (expression.IsNothing() && !json.Member("type").IsNothing() && json.Member("typeName").IsNothing())
        {
            expression = json;
        }
        if (expression.ValueKind == JsonValueKind.Object)
        {
            var source = new ExpressionSource(
                expression.Member("type").AsText() ?? "Literal",
                expression.Member("value"),
                json.Member("typeName").AsText()
            );
            return Activator.CreateInstance(type, source);
        }
        return json.ValueKind == JsonValueKind.Object
            ? null
            : Activator.CreateInstance(type, new ExpressionSource("Literal", json));
    }

    private static Output? ReadOutput(Type type, JsonElement json)
    {
        if (json.Member("memoryReference").Member("id").AsText() is not { Length: > 0 } reference)
        {
            return null;
        }
        var output = (Output)Activator.CreateInstance(type)!;
        output.MemoryReference = reference;
        return output;
    }

    private static Variable ReadVariable(JsonElement json)
    {
        var definition = VariableReader.Read(json);
        return new Variable(definition.Name, null, definition.Id);
    }

    private List<Connection> ReadConnections(Flowchart flowchart, JsonElement json, string path)
    {
        var byId = flowchart.Activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        var connections = new List<Connection>();
        foreach (var item in json.Items())
        {
            var (source, sourcePort) = ReadEnd(item, "source", "sourcePort");
            var (target, targetPort) = ReadEnd(item, "target", "targetPort");
            if (byId.TryGetValue(source, out var from) && byId.TryGetValue(target, out var to))
            {
                connections.Add(new Connection(new Endpoint(from, sourcePort), new Endpoint(to, targetPort)));
                continue;
            }
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.DanglingConnection,
                    $"The connection from '{source}' to '{target}' has an end that is not there; it would be ignored.",
                    path,
                    Remedy: "Draw it again, or delete it.",
                    Severity: DiagnosticSeverity.Warning
                )
            );
        }
        return connections;
    }

    /// <summary>Newer files hold <c>{"source":{"activity","port"}}</c>, older ones <c>{"source":"id","sourcePort":"Done"}</c>.</summary>
    private static (string Id, string? Port) ReadEnd(JsonElement connection, string end, string legacyPort)
    {
        var json = connection.Member(end);
        return json.ValueKind == JsonValueKind.Object
            ? (
                json.Member("activity").AsText() ?? json.Member("activityId").AsText() ?? "",
                json.Member("port").AsText()
            )
            : (json.AsText() ?? "", connection.Member(legacyPort).AsText());
    }

    private IList ReadCases(ActivityMember member, JsonElement json, JsonElement activityJson)
    {
        var element = ActivityMember.ElementOf(member.Property.PropertyType)!;
        var cases = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in json.Items())
        {
            var one = Activator.CreateInstance(element)!;
            foreach (var property in element.GetProperties().Where(property => property.CanWrite))
            {
                ReadMember(one, new ActivityMember(property), item.Member(property.Name), activityJson);
            }
            cases.Add(one);
        }
        return cases;
    }

    private object? ReadPlain(ActivityMember member, JsonElement json, JsonElement activityJson)
    {
        try
        {
            return json.Deserialize(member.Property.PropertyType, Plain);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.WrongShape,
                    $"'{member.Name}' is not a {member.ValueType.Name}.",
                    IdOf(activityJson),
                    Remedy: "Set it again in the designer."
                )
            );
            return null;
        }
    }

    private NotFoundActivity ReadUnknown(JsonElement json, string type, int? version)
    {
        if (catalog.Knows(type))
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.UnknownVersion,
                    $"The activity type '{type}' is not known in version {version}.",
                    IdOf(json),
                    Remedy: "Install what provides it, or replace the activity."
                )
            );
        }
        else
        {
            ReportUnknown(IdOf(json), type);
        }
        return new NotFoundActivity
        {
            MissingTypeName = type,
            MissingTypeVersion = version ?? 1,
            OriginalActivityJson = json.GetRawText(),
        };
    }

    private void ReportUnknown(string activityId, string type) =>
        diagnostics.Add(
            new Diagnostic(
                WorkflowCodes.UnknownActivity,
                $"The activity type '{type}' is not known here.",
                activityId,
                Remedy: Unoffered.RemedyFor(type) ?? "Install what provides it, or replace the activity."
            )
        );

    private WorkflowDefinitionActivity ReadEmbedded(JsonElement json, WorkflowDefinition definition)
    {
        var activity = new WorkflowDefinitionActivity
        {
            WorkflowDefinitionId = definition.DefinitionId,
            Outcomes = definition.Outcomes,
        };
        if (_embedding.Contains(definition.DefinitionId))
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.ContainsItself,
                    $"The workflow '{definition.Name}' contains itself.",
                    IdOf(json),
                    Remedy: "Dispatch it instead, or end the circle elsewhere."
                )
            );
            return activity;
        }
        _embedding.Push(definition.DefinitionId);
        activity.Definition = definition;
        activity.Variables = ReadVariables(definition.Source.Member("variables"), IdOf(json));
        activity.Root = Read(definition.Root);
        _embedding.Pop();
        foreach (var input in definition.Inputs)
        {
            var value = json.Member(input.Name);
            activity.Arguments[input.Name] =
                value.ValueKind == JsonValueKind.Object
                && ReadInput(typeof(Input<object>), value) is Input<object> given
                    ? given
                    : new Input<object>((object?)null);
        }
        foreach (var output in definition.Outputs)
        {
            if (
                json.Member(output.Name) is { ValueKind: JsonValueKind.Object } value
                && ReadOutput(typeof(Output<object>), value) is Output<object> bound
            )
            {
                activity.Results[output.Name] = bound;
            }
        }
        return activity;
    }
}
