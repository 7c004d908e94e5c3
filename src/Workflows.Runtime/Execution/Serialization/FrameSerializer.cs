using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution.Serialization;

/// <summary>The stored form of one execution of an activity.</summary>
internal static class FrameSerializer
{
    private const int HasDefaultCallback = 1 << 3;
    private const int HasNamedCallback = 1 << 4;
    private const int DidComeBack = 1 << 5;
    private const int HasExtras = 1 << 6;
    private const int HasFlow = 1 << 7;

    public static void Write(StateWriter writer, ActivityExecutionContext frame)
    {
        var isDefault = frame.Callback is not null && Equals(frame.Callback, frame.Parent?.Node.Activity.ChildCallback);
        var extras = frame.ExtrasOrNull;
        writer.WriteByte(
            (byte)(
                (int)frame.Status
                | (isDefault ? HasDefaultCallback : 0)
                | (frame.Callback is not null && !isDefault ? HasNamedCallback : 0)
                | (frame.CameBack ? DidComeBack : 0)
                | (extras is null ? 0 : HasExtras)
                | (frame.Flow is null ? 0 : HasFlow)
            )
        );
        writer.WriteCount(frame.FrameId);
        writer.WriteCount(frame.Node.Index);
        writer.WriteCount(frame.Parent?.FrameId ?? 0);
        writer.WriteCount(frame.Attempt);
        if (frame.Callback is not null && !isDefault)
        {
            writer.WriteText(frame.Callback.Method.Name);
        }
        WriteVariables(writer, frame.Variables ?? []);
        foreach (var counter in frame.Flow ?? [])
        {
            writer.WriteCount(counter);
        }
        if (extras is not null)
        {
            WriteExtras(writer, extras);
        }
    }

    public static ActivityExecutionContext Read(ref StateReader reader, WorkflowInstance instance)
    {
        var flags = reader.ReadByte();
        var frameId = reader.ReadCount();
        var node = ReadNode(ref reader, instance);
        var parentId = reader.ReadCount();
        var parent = parentId == 0 ? null : instance.FindFrame(parentId) ?? throw Damaged();
        var frame = new ActivityExecutionContext(instance, node, parent, frameId)
        {
            Status = (ActivityStatus)(flags & 7),
            Attempt = reader.ReadCount(),
            CameBack = (flags & DidComeBack) != 0,
        };
        frame.Callback = ReadCallback(ref reader, flags, parent);
        frame.Variables = ReadVariables(ref reader, node);
        if ((flags & HasFlow) != 0)
        {
            frame.Flow = ReadFlow(ref reader, node);
        }
        if ((flags & HasExtras) != 0)
        {
            frame.ExtrasOrNull = ReadExtras(ref reader);
        }
        return frame;
    }

    public static GraphNode ReadNode(ref StateReader reader, WorkflowInstance instance)
    {
        var index = reader.ReadCount();
        return index < instance.Graph.Nodes.Count ? instance.Graph.Node(index) : throw Damaged();
    }

    public static void WriteVariables(StateWriter writer, object?[] values)
    {
        writer.WriteCount(values.Length);
        foreach (var value in values)
        {
            StateValue.Write(writer, value);
        }
    }

    public static object?[] ReadVariables(ref StateReader reader, GraphNode node)
    {
        var count = reader.ReadLength();
        if (count == 0)
        {
            return [];
        }
        var values = new object?[count];
        for (var slot = 0; slot < count; slot++)
        {
            var value = StateValue.Read(ref reader);
            values[slot] = slot < node.Variables.Length ? AsDeclared(value, node.Variables[slot].Type) : value;
        }
        return values;
    }

    /// <summary>Lists and dictionaries come back in general types; a variable of a special one gets it back.</summary>
    private static object? AsDeclared(object? value, Type type) =>
        value is List<object?> or Dictionary<string, object?>
        && type != typeof(object)
        && type != typeof(string)
        && !type.IsInstanceOfType(value)
            ? Coerce.To(value, type)
            : value;

    private static ActivityCompletionCallback? ReadCallback(
        ref StateReader reader,
        byte flags,
        ActivityExecutionContext? parent
    )
    {
        if ((flags & HasNamedCallback) != 0)
        {
            return parent?.Node.Callback<ActivityCompletionCallback>(reader.ReadText() ?? "");
        }
        return (flags & HasDefaultCallback) != 0 ? parent?.Node.Activity.ChildCallback : null;
    }

    private static int[] ReadFlow(ref StateReader reader, GraphNode node)
    {
        var flow = FlowState.Create(node.Flow ?? throw Damaged(), 0);
        for (var index = 0; index < flow.Length; index++)
        {
            flow[index] = reader.ReadCount();
        }
        return flow;
    }

    private static void WriteExtras(StateWriter writer, FrameExtras extras)
    {
        StateValue.Write(writer, extras.Tag);
        InstanceSerializer.WriteValues(writer, extras.Properties);
        writer.WriteCount(extras.DynamicVariables?.Count ?? 0);
        foreach (var variable in extras.DynamicVariables ?? [])
        {
            writer.WriteText(variable.Name);
            StateValue.Write(writer, variable.Value);
        }
    }

    private static FrameExtras ReadExtras(ref StateReader reader)
    {
        var extras = new FrameExtras
        {
            Tag = StateValue.Read(ref reader),
            Properties = InstanceSerializer.ReadValues(ref reader),
        };
        var count = reader.ReadLength();
        for (var index = 0; index < count; index++)
        {
            var name = reader.ReadText() ?? "";
            (extras.DynamicVariables ??= []).Add(new DynamicVariable(name, StateValue.Read(ref reader)));
        }
        return extras;
    }

    private static InvalidDataException Damaged() =>
        new("The stored state of an instance does not fit its definition version.");
}
