namespace Workflows.Storage.Links;

/// <summary>What became of one version of a content.</summary>
/// <param name="Version">The version, as messages name it.</param>
/// <param name="Sent">How many messages with it were sent.</param>
/// <param name="Other">How many were emitted and are on their way, or ended otherwise.</param>
/// <param name="LastAt">When the latest one was emitted.</param>
/// <param name="Links">How many tracked links went out with it.</param>
/// <param name="Clicked">How many of them were clicked at least once.</param>
/// <param name="Clicks">How often they were clicked.</param>
public sealed record ContentFigures(
    string Version,
    int Sent,
    int Other,
    DateTimeOffset LastAt,
    int Links,
    int Clicked,
    int Clicks
);
