using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>What is done after an answer of one status.</summary>
internal sealed class HttpStatusCodeCase
{
    /// <summary>The status.</summary>
    public int StatusCode { get; set; }

    /// <summary>What is done.</summary>
    public IActivity? Activity { get; set; }
}
