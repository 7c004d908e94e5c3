namespace Workflows.Storage.WeCom;

/// <summary>A message of a task at WeCom.</summary>
internal sealed class SendIntentMessageRow
{
    public int Tenant { get; set; }

    /// <summary>The message's key; the database refuses its second intent.</summary>
    public required string Key { get; set; }

    public Guid IntentId { get; set; }

    public required string Recipient { get; set; }
}
