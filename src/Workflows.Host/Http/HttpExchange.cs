namespace Workflows.Host.Http;

/// <summary>One request that waits for a workflow to answer it.</summary>
internal sealed class HttpExchange(string requestId, Guid instanceId)
{
    public string RequestId => requestId;

    public Guid InstanceId => instanceId;

    /// <summary>Whether the turn that receives the request has been committed.</summary>
    public bool WasTaken { get; set; }

    /// <summary>The answer; null when the workflow rests without one.</summary>
    public TaskCompletionSource<HttpReply?> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
