namespace Workflows.Storage.Contacts;

/// <summary>The case of two contacts who may be one person: one row a pair, for ever.</summary>
internal sealed class MergeRow
{
    public int Tenant { get; set; }

    /// <summary>The older contact, which stays when the two become one.</summary>
    public Guid FirstId { get; set; }

    public Guid SecondId { get; set; }

    public short State { get; set; }

    /// <summary>The kind of the name an event gave to both.</summary>
    public short SharedKind { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The rule or the user who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>Whether a person took the two apart before.</summary>
    public bool WasApart { get; set; }

    /// <summary>What the merge moved, as JSON; null unless the two are one.</summary>
    public string? Record { get; set; }
}
