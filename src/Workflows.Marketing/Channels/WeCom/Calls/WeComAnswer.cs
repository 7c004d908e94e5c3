namespace Workflows.Marketing.Channels.WeCom.Calls;

/// <summary>
/// What every answer carries. Properties are named so that their snake-case form is WeCom's field, letter by letter; fields
/// that we do not know are skipped.
/// </summary>
internal record WeComAnswer
{
    /// <summary>0 for success; null when the answer is not one of the API.</summary>
    public int? Errcode { get; init; }

    /// <summary>What WeCom says about it; never tested, it changes.</summary>
    public string? Errmsg { get; init; }
}
