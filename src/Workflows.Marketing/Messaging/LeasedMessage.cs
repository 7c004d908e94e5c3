namespace Workflows.Marketing.Messaging;

/// <summary>A message this process may try to deliver until its lease ends.</summary>
/// <param name="Tenant">Whose message it is.</param>
/// <param name="Message">The message.</param>
/// <param name="Attempt">Which attempt this is, from 1; an attempt that a crash cut short counts.</param>
/// <param name="FirstAt">When the first attempt began of those that may have arrived, this one included.</param>
public sealed record LeasedMessage(int Tenant, OutboundMessage Message, int Attempt, DateTimeOffset FirstAt)
{
    /// <summary>Whether it was taken back: it ends without being sent.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Whether an earlier attempt may have arrived: it ended without an answer, or was cut short.</summary>
    public bool MayHaveArrived { get; init; }

    internal DeliveryAttempt ToAttempt() => new(Message, Attempt, FirstAt) { Tenant = Tenant };
}
