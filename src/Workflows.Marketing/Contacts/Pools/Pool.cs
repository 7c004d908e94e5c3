namespace Workflows.Marketing.Contacts;

/// <summary>The pools a contact settles in, one at a time (S3-36…43), as rules and documents write them.</summary>
public static class Pool
{
    /// <summary>Many contacts of small value, warmed up for long (养育型).</summary>
    public const string Nurturing = "nurturing";

    /// <summary>Contacts who know the brand and buy often (转化型).</summary>
    public const string Conversion = "conversion";

    /// <summary>Few contacts of high value, served one by one (客户型).</summary>
    public const string Client = "client";

    /// <summary>All pools.</summary>
    public static IReadOnlyList<string> All { get; } = [Nurturing, Conversion, Client];

    /// <summary>Whether there is such a pool; letters count.</summary>
    public static bool Exists(string name) => All.Contains(name, StringComparer.Ordinal);
}
