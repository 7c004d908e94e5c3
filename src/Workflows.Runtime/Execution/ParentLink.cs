namespace Workflows.Runtime.Execution;

/// <summary>Whom a child workflow reports to.</summary>
/// <param name="InstanceId">The waiting parent.</param>
/// <param name="Subject">The parent's subject, by which its work is partitioned.</param>
/// <param name="BookmarkId">The parent's bookmark.</param>
/// <param name="WhenFinished">True: reports at its end; false: after its first burst, whether finished or not.</param>
public sealed record ParentLink(Guid InstanceId, Guid Subject, int BookmarkId, bool WhenFinished);
