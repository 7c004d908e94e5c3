namespace Workflows.Marketing.Messaging;

/// <summary>How an attempt ended; written back to the outbox.</summary>
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

    /// <summary>The other side has it.</summary>
    public sealed record Delivered(int Tenant, string Key, DateTimeOffset At, string? Reference)
        : MessageSettlement(Tenant, Key, At);

    /// <summary>It is tried again at <paramref name="DueAt"/>.</summary>
    public sealed record Postponed(int Tenant, string Key, DateTimeOffset At, DateTimeOffset DueAt, string Reason)
        : MessageSettlement(Tenant, Key, At);

    /// <summary>It is a dead letter: kept, shown, and tried again only when a person says so.</summary>
    public sealed record Dead(int Tenant, string Key, DateTimeOffset At, string Reason)
        : MessageSettlement(Tenant, Key, At);
}
