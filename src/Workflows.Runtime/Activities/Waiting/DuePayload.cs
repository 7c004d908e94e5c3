namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Timers say in their bookmark when they are due, under the names Elsa's viewers know.</summary>
internal static class DuePayload
{
    public const string ResumeAt = "resumeAt";
    public const string ExecuteAt = "executeAt";

    public static void WaitUntil(
        ActivityExecutionContext context,
        DateTimeOffset dueAt,
        string name,
        string? cron = null
    )
    {
        var payload = new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = dueAt };
        if (cron is not null)
        {
            payload["cronExpression"] = cron;
        }
        context.CreateBookmark(new CreateBookmarkArgs { DueAt = dueAt, Payload = payload });
    }
}
