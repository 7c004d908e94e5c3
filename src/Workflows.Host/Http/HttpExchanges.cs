using System.Collections.Concurrent;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Http;

/// <summary>The requests this process has received for workflows and not yet answered.</summary>
internal sealed class HttpExchanges
{
    private readonly ConcurrentDictionary<string, HttpExchange> _open = new(StringComparer.Ordinal);

    public HttpExchange Open(string requestId, Guid instanceId) =>
        _open[requestId] = new HttpExchange(requestId, instanceId);

    public void Close(HttpExchange exchange) => _open.TryRemove(exchange.RequestId, out _);

    public void Answer(HttpReply reply)
    {
        if (_open.TryGetValue(reply.RequestId, out var exchange))
        {
            exchange.Reply.TrySetResult(reply);
        }
    }

    /// <summary>Lets go of requests whose workflow has come to rest without answering.</summary>
    public void Observe(WorkCommit commit)
    {
        if (_open.IsEmpty)
        {
            return;
        }

        foreach (var exchange in _open.Values)
        {
            exchange.WasTaken |= commit.Done.Any(item =>
                item.InstanceId == exchange.InstanceId && item.Payload is StartWork or WakeWork
            );
            var instance = commit
                .Instances.FirstOrDefault(change => change.Instance.Id == exchange.InstanceId)
                ?.Instance;
            if (exchange.WasTaken && (instance is null ? WasRefused(commit, exchange) : IsAtRest(instance)))
            {
                exchange.Reply.TrySetResult(null);
            }
        }
    }

    // Taken, and yet no instance: it was not admitted, or it is over.
    private static bool WasRefused(WorkCommit commit, HttpExchange exchange) =>
        commit.Done.Any(item => item.InstanceId == exchange.InstanceId);

    /// <summary>An instance that waits for an answer itself may still reply.</summary>
    private static bool IsAtRest(WorkflowInstance instance) =>
        instance.Status == WorkflowStatus.Finished
        || !instance.Bookmarks.Any(bookmark => bookmark.Name is Activities.HttpRequestActivity.BookmarkName);
}
