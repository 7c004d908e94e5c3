namespace Workflows.Storage.WeCom;

/// <summary>An application's access token, and who may renew it at the moment.</summary>
internal sealed class AccessTokenRow
{
    /// <summary>The company and the fingerprint of the application's secret.</summary>
    public required string Account { get; set; }

    /// <summary>The token, sealed; null before the first one.</summary>
    public string? Token { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public string? LockOwner { get; set; }

    public DateTimeOffset? LockUntil { get; set; }
}
