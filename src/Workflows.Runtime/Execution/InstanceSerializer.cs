using System.Buffers;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution.Serialization;

namespace Workflows.Runtime.Execution;

/// <summary>
/// The stored form of an instance: compact binary, its version first. Between bursts it holds everything but <see cref="WorkflowInstance.Revision"/>,
/// which belongs to the store.
/// </summary>
public static class InstanceSerializer
{
    private const byte Format = 1;

    /// <summary>Writes an instance that is between bursts.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="output">Takes the bytes.</param>
    public static void Write(WorkflowInstance instance, IBufferWriter<byte> output)
    {
        if (instance.Current is not null)
        {
            throw new InvalidOperationException("An instance cannot be stored in the middle of a burst.");
        }
        var writer = new StateWriter(output);
        writer.WriteByte(Format);
        WriteHead(writer, instance);
        WriteParent(writer, instance.Parent);
        WriteValues(writer, instance.OutputMap);
        WriteIncidents(writer, instance);
        writer.WriteCount(instance.Frames.Count);
        foreach (var frame in instance.Frames)
        {
            FrameSerializer.Write(writer, frame);
        }
        if (instance.Frames.Count == 0)
        {
            FrameSerializer.WriteVariables(writer, instance.RootVariables);
        }
        writer.WriteCount(instance.BookmarkList.Count);
        foreach (var bookmark in instance.BookmarkList)
        {
            BookmarkSerializer.Write(writer, bookmark, instance);
        }
    }

    /// <summary>Reads an instance.</summary>
    /// <param name="state">What <see cref="Write"/> wrote.</param>
    /// <param name="graph">The graph of the definition version the instance runs.</param>
    /// <param name="subject">Whom the instance is about now, where the store moved it since; null for whom the bytes say.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged, or written by a newer version.</exception>
    public static WorkflowInstance Read(ReadOnlySpan<byte> state, WorkflowGraph graph, Guid? subject = null)
    {
        var reader = new StateReader(state);
        var format = reader.ReadByte();
        if (format != Format)
        {
            throw new InvalidDataException($"The stored state of an instance has the unknown format {format}.");
        }
        var instance = ReadHead(ref reader, graph, subject, out var storedSubject);
        instance.Parent = ReadParent(ref reader);
        if (instance.Parent is { } parent && parent.Subject == storedSubject)
        {
            instance.Parent = parent with { Subject = instance.Subject };
        }

        instance.OutputMap = ReadValues(ref reader);
        ReadIncidents(ref reader, instance);
        var frames = reader.ReadLength();
        for (var index = 0; index < frames; index++)
        {
            instance.Frames.Add(FrameSerializer.Read(ref reader, instance));
        }
        instance.RootVariables =
            frames == 0 ? FrameSerializer.ReadVariables(ref reader, graph.Root) : instance.Frames[0].Variables ?? [];
        var bookmarks = reader.ReadLength();
        for (var index = 0; index < bookmarks; index++)
        {
            instance.BookmarkList.Add(BookmarkSerializer.Read(ref reader, instance));
        }
        return instance;
    }

    private static void WriteHead(StateWriter writer, WorkflowInstance instance)
    {
        writer.WriteGuid(instance.Id);
        var isOwnSubject = instance.Subject == instance.Id;
        writer.WriteByte(
            (byte)(
                ((int)instance.Status << 6)
                | ((int)instance.SubStatus << 2)
                | (isOwnSubject ? 1 : 0)
                | (instance.FinishedAt is null ? 0 : 2)
            )
        );
        if (!isOwnSubject)
        {
            writer.WriteGuid(instance.Subject);
        }
        writer.WriteLong(instance.CreatedAt.UtcTicks);
        writer.WriteSigned(instance.UpdatedAt.UtcTicks - instance.CreatedAt.UtcTicks);
        writer.WriteText(instance.CorrelationId);
        writer.WriteText(instance.Name);
        writer.WriteCount(instance.LastFrameId);
        writer.WriteCount(instance.LastBookmarkId);
        writer.WriteCount(instance.LastSequence);
    }

    private static WorkflowInstance ReadHead(
        ref StateReader reader,
        WorkflowGraph graph,
        Guid? subject,
        out Guid storedSubject
    )
    {
        var id = reader.ReadGuid();
        var flags = reader.ReadByte();
        storedSubject = (flags & 1) != 0 ? id : reader.ReadGuid();
        var createdAt = new DateTimeOffset(reader.ReadLong(), TimeSpan.Zero);
        var updatedAt = createdAt.AddTicks(reader.ReadSigned());
        return new WorkflowInstance(graph, id, subject ?? storedSubject, createdAt)
        {
            Status = (WorkflowStatus)(flags >> 6),
            SubStatus = (WorkflowSubStatus)((flags >> 2) & 15),
            UpdatedAt = updatedAt,
            FinishedAt = (flags & 2) != 0 ? updatedAt : null,
            CorrelationId = reader.ReadText(),
            Name = reader.ReadText(),
            LastFrameId = reader.ReadCount(),
            LastBookmarkId = reader.ReadCount(),
            LastSequence = reader.ReadCount(),
        };
    }

    private static void WriteParent(StateWriter writer, ParentLink? parent)
    {
        writer.WriteByte(
            parent is null ? (byte)0
            : parent.WhenFinished ? (byte)2
            : (byte)1
        );
        if (parent is not null)
        {
            writer.WriteGuid(parent.InstanceId);
            writer.WriteGuid(parent.Subject);
            writer.WriteCount(parent.BookmarkId);
        }
    }

    private static ParentLink? ReadParent(ref StateReader reader)
    {
        var kind = reader.ReadByte();
        return kind == 0 ? null : new ParentLink(reader.ReadGuid(), reader.ReadGuid(), reader.ReadCount(), kind == 2);
    }

    private static void WriteIncidents(StateWriter writer, WorkflowInstance instance)
    {
        writer.WriteCount(instance.Incidents.Count);
        foreach (var incident in instance.Incidents)
        {
            writer.WriteCount(incident.NodeId);
            writer.WriteCount(incident.FrameId);
            writer.WriteText(incident.Code);
            writer.WriteText(incident.Message);
            writer.WriteSigned(incident.At.UtcTicks - instance.CreatedAt.UtcTicks);
        }
    }

    private static void ReadIncidents(ref StateReader reader, WorkflowInstance instance)
    {
        var count = reader.ReadLength();
        for (var index = 0; index < count; index++)
        {
            var node = FrameSerializer.ReadNode(ref reader, instance);
            (instance.IncidentList ??= []).Add(
                new Incident(
                    node.ActivityId,
                    node.Index,
                    reader.ReadCount(),
                    reader.ReadText() ?? "",
                    reader.ReadText() ?? "",
                    instance.CreatedAt.AddTicks(reader.ReadSigned())
                )
            );
        }
    }

    internal static void WriteValues(StateWriter writer, Dictionary<string, object?>? values)
    {
        writer.WriteCount(values?.Count ?? 0);
        foreach (var (name, value) in values ?? [])
        {
            writer.WriteText(name);
            StateValue.Write(writer, value);
        }
    }

    internal static Dictionary<string, object?>? ReadValues(ref StateReader reader)
    {
        var count = reader.ReadLength();
        if (count == 0)
        {
            return null;
        }
        var values = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            var name = reader.ReadText() ?? "";
            values[name] = StateValue.Read(ref reader);
        }
        return values;
    }
}
