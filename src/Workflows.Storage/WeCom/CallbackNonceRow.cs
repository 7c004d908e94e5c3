namespace Workflows.Storage.WeCom;

/// <summary>A request that was here: its like is a replay.</summary>
internal sealed class CallbackNonceRow
{
    public int Tenant { get; set; }

    public required string Nonce { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
