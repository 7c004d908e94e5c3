using Workflows.Host.Http;
using Workflows.Host.Http.Activities;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Commands.Trials;

/// <summary>Says for people what an instance waits for, what starts a workflow, and what would have left the process.</summary>
internal static class Awaited
{
    /// <summary>What has to happen for a bookmark to go on.</summary>
    public static string By(Bookmark bookmark)
    {
        var what = bookmark.Name switch
        {
            Event.StimulusName => $"the event '{Of(bookmark.Payload, "eventName")}'",
            HttpKey.Stimulus => Request(Of(bookmark.Payload, "method"), Of(bookmark.Payload, "path")),
            RunTask.StimulusName =>
                $"the report of the task '{Of(bookmark.Payload, "taskName")}' ({Of(bookmark.Payload, "taskId")})",
            HttpRequestActivity.BookmarkName => $"the answer of {bookmark.Payload}",
            _ when Of(bookmark.Payload, "childInstanceId") is { } child => $"the end of the workflow instance {child}",
            _ when bookmark.Payload is string text => $"{bookmark.Name}: {text}",
            _ => null,
        };
        return (what, bookmark.DueAt) switch
        {
            (null, { } due) => $"{PlainText.Of(due)}",
            ({ } other, { } due) => $"{other}, at most until {PlainText.Of(due)}",
            ({ } other, null) => other,
            _ => $"being resumed ({bookmark.Name})",
        };
    }

    /// <summary>What starts an instance.</summary>
    public static string By(TriggerEntry trigger, DateTimeOffset now) =>
        trigger.Name switch
        {
            Event.StimulusName => $"the event '{trigger.Payload}'",
            HttpKey.Stimulus when trigger.Payload is string key => RequestOf(key),
            _ when trigger.IsScheduled => trigger.NextOccurrence(now) is { } next
                ? $"a schedule, next at {PlainText.Of(next)}"
                : "a schedule that never comes again",
            _ => $"{trigger.Name} {PlainText.Of(trigger.Payload)}".TrimEnd(),
        };

    /// <summary>What would have left the process.</summary>
    public static string Text(Effect effect) =>
        effect switch
        {
            HttpCall call => $"{call.Method} {call.Url}",
            HttpReply reply => $"answer {reply.StatusCode} to the caller",
            RequestTask task => $"the task '{task.TaskName}' ({task.TaskId})",
            DispatchWorkflow dispatch => $"a start of the workflow '{dispatch.DefinitionId}', which is not here",
            OutboundMessage message => $"a message over {message.Channel}",
            _ => effect.Key,
        };

    private static string RequestOf(string key)
    {
        var parts = key.Split(':');
        var authorized = key.EndsWith(":authorize", StringComparison.Ordinal);
        var method = parts[authorized ? ^2 : ^1];
        var path = string.Join(':', parts[..^(authorized ? 2 : 1)]);
        return Request(method, path) + (authorized ? " by a caller who is known" : "");
    }

    private static string Request(string? method, string? path) =>
        $"a request {method} {HttpReception.Base}/{path?.TrimStart('/')}";

    private static string? Of(object? payload, string name) =>
        payload is IReadOnlyDictionary<string, object?> map && map.TryGetValue(name, out var value)
            ? PlainText.Of(value)
            : null;
}
