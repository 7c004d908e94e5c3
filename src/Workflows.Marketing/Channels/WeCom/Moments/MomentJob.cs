using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Moments;

/// <summary>Where the job stands that makes a Moment: running, done with an id, or failed.</summary>
internal sealed record MomentJob(string? MomentId, Receipt.Ended? Failure)
{
    public bool IsRunning => MomentId is null && Failure is null;
}
