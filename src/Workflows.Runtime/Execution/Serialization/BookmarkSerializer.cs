namespace Workflows.Runtime.Execution.Serialization;

/// <summary>The stored form of a bookmark.</summary>
internal static class BookmarkSerializer
{
    private const int Burns = 1;
    private const int Completes = 2;
    private const int HasHash = 4;
    private const int IsDue = 8;
    private const int HasOwnName = 16;

    public static void Write(StateWriter writer, Bookmark bookmark, WorkflowInstance instance)
    {
        var node = instance.Graph.Node(bookmark.NodeId);
        var hasOwnName = !string.Equals(bookmark.Name, node.ActivityType, StringComparison.Ordinal);
        writer.WriteByte(
            (byte)(
                (bookmark.AutoBurn ? Burns : 0)
                | (bookmark.AutoComplete ? Completes : 0)
                | (bookmark.Hash is null ? 0 : HasHash)
                | (bookmark.DueAt is null ? 0 : IsDue)
                | (hasOwnName ? HasOwnName : 0)
            )
        );
        writer.WriteCount(bookmark.Id);
        writer.WriteCount(bookmark.NodeId);
        writer.WriteCount(bookmark.FrameId);
        if (hasOwnName)
        {
            writer.WriteText(bookmark.Name);
        }
        if (bookmark.Hash is { } hash)
        {
            writer.WriteGuid(hash);
        }
        if (bookmark.DueAt is { } dueAt)
        {
            writer.WriteInstant(dueAt);
        }
        writer.WriteText(bookmark.Callback);
        writer.WriteSigned(bookmark.CreatedAt.UtcTicks - instance.CreatedAt.UtcTicks);
        StateValue.Write(writer, bookmark.Payload);
    }

    public static Bookmark Read(ref StateReader reader, WorkflowInstance instance)
    {
        var flags = reader.ReadByte();
        var id = reader.ReadCount();
        var node = FrameSerializer.ReadNode(ref reader, instance);
        var frameId = reader.ReadCount();
        var name = (flags & HasOwnName) != 0 ? reader.ReadText() ?? "" : node.ActivityType;
        Guid? hash = (flags & HasHash) != 0 ? reader.ReadGuid() : null;
        DateTimeOffset? dueAt = (flags & IsDue) != 0 ? reader.ReadInstant() : null;
        var callback = reader.ReadText();
        var createdAt = instance.CreatedAt.AddTicks(reader.ReadSigned());
        var payload = StateValue.Read(ref reader);
        return new Bookmark(
            id,
            name,
            node.ActivityId,
            node.Index,
            frameId,
            hash,
            dueAt,
            payload,
            callback,
            (flags & Burns) != 0,
            (flags & Completes) != 0,
            createdAt
        );
    }
}
