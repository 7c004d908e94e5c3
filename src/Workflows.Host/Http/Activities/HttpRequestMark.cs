using System.Collections.ObjectModel;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>Remembers, on the workflow's own execution, which request it was reached by, so that a later activity can answer it.</summary>
internal static class HttpRequestMark
{
    private const string Property = "HttpRequestId";

    public static void Set(ActivityExecutionContext context, string? requestId) =>
        Workflow(context).SetProperty(Property, requestId);

    /// <summary>Answers the request; without one nothing happens.</summary>
    /// <returns>Whether there is a request.</returns>
    public static bool Reply(
        ActivityExecutionContext context,
        int statusCode,
        byte[] content,
        string? contentType,
        IReadOnlyDictionary<string, string>? headers = null
    )
    {
        if (Workflow(context).GetProperty<string>(Property) is not { } requestId)
        {
            return false;
        }

        context.Emit(
            new HttpReply(
                context.EffectKey(),
                requestId,
                statusCode,
                headers ?? ReadOnlyDictionary<string, string>.Empty,
                content,
                contentType
            )
        );
        Set(context, null);
        return true;
    }

    private static ActivityExecutionContext Workflow(ActivityExecutionContext context)
    {
        while (context.ParentActivityExecutionContext is { } parent)
        {
            context = parent;
        }

        return context;
    }
}
