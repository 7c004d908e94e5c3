namespace Workflows.Storage.Contacts;

internal sealed class ContactRow
{
    public Guid Id { get; set; }

    public int Tenant { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public int PaidOrderCount { get; set; }

    public DateTimeOffset? LastPaidAt { get; set; }

    public decimal PaidAmount { get; set; }

    /// <summary>A JSON object.</summary>
    public required string Attributes { get; set; }

    /// <summary>A JSON array of texts.</summary>
    public required string Tags { get; set; }

    /// <summary>A JSON array of objects: the latest word on each channel and purpose.</summary>
    public required string Consents { get; set; }

    /// <summary>A JSON object: relations, marks of tags, pool, stage, persona; what is usual is left out.</summary>
    public required string Traits { get; set; }
}
