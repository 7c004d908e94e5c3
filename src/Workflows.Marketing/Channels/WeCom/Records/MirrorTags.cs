namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Which tags that journeys put on contacts are put on the customer in WeCom as well.</summary>
public enum MirrorTags
{
    /// <summary>Those that the company has in WeCom under the same name.</summary>
    Known,

    /// <summary>All; a tag that WeCom does not know is made there, as long as it has fewer than 3,000.</summary>
    All,

    /// <summary>None.</summary>
    Off,
}
