using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Members;

/// <summary>A task on a staff phone.</summary>
/// <param name="Kind"><c>customers</c>, <c>groups</c> or <c>moments</c>.</param>
/// <param name="State"><c>pending</c>, <c>ignored</c>, <c>sent</c> or <c>cancelled</c>.</param>
/// <param name="Reference">The msgid or moment_id.</param>
public sealed record StaffTask(
    string TaskId,
    string Kind,
    string State,
    string Reference,
    DateTimeOffset At,
    string? Text,
    IReadOnlyList<LoggedAttachment> Attachments,
    IReadOnlyList<string> Recipients
);
