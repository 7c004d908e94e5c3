using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>What a resumed bookmark is given.</summary>
/// <param name="Options">Input and payload.</param>
public sealed record ResumeWork(ResumeOptions Options) : WorkPayload
{
    /// <summary>The work item that resumes one bookmark.</summary>
    internal static WorkItem Item(int tenant, ResumeInstance resume, DateTimeOffset dueAt) =>
        new()
        {
            Tenant = tenant,
            Subject = resume.Subject,
            Kind = WorkKind.Resume,
            DueAt = dueAt,
            InstanceId = resume.InstanceId,
            BookmarkId = resume.BookmarkId,
            Payload = new ResumeWork(new ResumeOptions { StimulusPayload = resume.Payload }),
        };
}
