namespace Workflows.Runtime.Execution;

/// <summary>Asks for one bookmark of another instance to be resumed: a child reporting to its parent.</summary>
/// <param name="Key">Identifies the effect.</param>
/// <param name="InstanceId">The waiting instance.</param>
/// <param name="Subject">Its subject, by which its work is partitioned.</param>
/// <param name="BookmarkId">Its bookmark.</param>
/// <param name="Payload">What it is told.</param>
public sealed record ResumeInstance(string Key, Guid InstanceId, Guid Subject, int BookmarkId, object? Payload)
    : Effect(Key);
