namespace Workflows.Storage.WeCom;

/// <summary>How often an API was called in its current window.</summary>
internal sealed class CallQuotaRow
{
    public required string Account { get; set; }

    public required string Api { get; set; }

    /// <summary>The length of the windows.</summary>
    public int Minutes { get; set; }

    public DateTimeOffset Start { get; set; }

    public int Used { get; set; }
}
