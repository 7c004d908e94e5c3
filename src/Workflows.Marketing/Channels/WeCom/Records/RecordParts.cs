using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>What the channel of records works with.</summary>
public sealed class RecordParts
{
    /// <param name="tenant">Whose company it is.</param>
    /// <param name="client">The company's WeCom.</param>
    /// <param name="tags">The company's tags.</param>
    /// <param name="changes">Where it is kept what we changed.</param>
    /// <param name="contacts">Knows which tags a contact has at this moment.</param>
    public RecordParts(
        int tenant,
        WeComClient client,
        CorpTags tags,
        IOwnChangeStore changes,
        IContactStore contacts
    ) => (Tenant, Client, Tags, Changes, Contacts) = (tenant, client, tags, changes, contacts);

    /// <summary>The workspace's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whose days count.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Asks what a group is, after it got another owner; null asks the next comparison with WeCom.</summary>
    public Func<string, CancellationToken, Task>? RefreshGroup { get; init; }

    internal int Tenant { get; }

    internal WeComClient Client { get; }

    internal CorpTags Tags { get; }

    internal IOwnChangeStore Changes { get; }

    internal IContactStore Contacts { get; }

    /// <summary>A change at this moment.</summary>
    internal OwnChange Change(OwnChangeKind kind, string staff, string customer, string value) =>
        new(kind, staff, customer, value, Clock.GetUtcNow());
}
