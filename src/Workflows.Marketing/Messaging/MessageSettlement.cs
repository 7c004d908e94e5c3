namespace Workflows.Marketing.Messaging;

/// <summary>What an attempt or a check came to; written back to the outbox.</summary>
public abstract record MessageSettlement
{
    private MessageSettlement(int tenant, string key, DateTimeOffset at)
    {
        Tenant = tenant;
        Key = key;
        At = at;
    }

    /// <summary>Whose message it is.</summary>
    public int Tenant { get; }

    /// <summary>The message's key.</summary>
    public string Key { get; }

    /// <summary>When the attempt ended.</summary>
    public DateTimeOffset At { get; }

    /// <summary>It is over.</summary>
    public sealed record Ended(int Tenant, string Key, DateTimeOffset At, SendOutcome Outcome)
        : MessageSettlement(Tenant, Key, At)
    {
        /// <summary>The other side's name for it; null leaves what is known.</summary>
        public string? Reference { get; init; }

        /// <summary>Why, for reports; or null.</summary>
        public string? ReasonCode { get; init; }

        /// <summary>Why, in one line; or null.</summary>
        public string? Reason { get; init; }

        /// <summary>
        /// Whether it is certain that nobody received it, so that limits count it no more. Unless set: when its channel refused
        /// it for good, as <see cref="SendOutcome.Refused"/> or <see cref="SendOutcome.NotAFriend"/>.
        /// </summary>
        public bool IsUnsent { get; init; } = Outcome is SendOutcome.Refused or SendOutcome.NotAFriend;

        /// <summary>The message's channel; null where whoever tells does not know.</summary>
        public string? Channel { get; init; }

        /// <summary>Until when a limit would have deferred it; null unless the journey asked to decide itself.</summary>
        public DateTimeOffset? Until { get; init; }
    }

    /// <summary>It is tried again at <paramref name="DueAt"/>.</summary>
    public sealed record Postponed(int Tenant, string Key, DateTimeOffset At, DateTimeOffset DueAt, string Reason)
        : MessageSettlement(Tenant, Key, At)
    {
        /// <summary>Whether it is certain that nobody received it so far: the next attempt is the first that may arrive.</summary>
        public bool IsUnsent { get; init; }
    }

    /// <summary>It was not tried: a limit does not let it through before <paramref name="Until"/>. The lease's attempt does not count.</summary>
    public sealed record Deferred(int Tenant, string Key, DateTimeOffset At, DateTimeOffset Until, string ReasonCode)
        : MessageSettlement(Tenant, Key, At);

    /// <summary>A task was made for it at the other side; it is asked about at <paramref name="CheckAt"/>.</summary>
    public sealed record Submitted(int Tenant, string Key, DateTimeOffset At, string Reference, DateTimeOffset CheckAt)
        : MessageSettlement(Tenant, Key, At);

    /// <summary>Its task goes on; it is asked about again at <paramref name="CheckAt"/>.</summary>
    public sealed record Pending(int Tenant, string Key, DateTimeOffset At, DateTimeOffset CheckAt, int Reminders)
        : MessageSettlement(Tenant, Key, At)
    {
        /// <summary>The other side's name for the task where it changed, or null.</summary>
        public string? Reference { get; init; }

        /// <summary>Why it could not be asked, or null.</summary>
        public string? Reason { get; init; }
    }
}
