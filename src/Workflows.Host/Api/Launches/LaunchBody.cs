using Workflows.Marketing.Launches;

namespace Workflows.Host.Api.Launches;

/// <summary>How a launch goes, and how it was reviewed.</summary>
/// <param name="Journey">The journey's definition id.</param>
/// <param name="Version">Its published version.</param>
/// <param name="Report">The figures of this moment.</param>
/// <param name="Reviews">The reviews its launches ended with, the latest first.</param>
internal sealed record LaunchBody(
    string Journey,
    int Version,
    LaunchReport Report,
    IReadOnlyList<LaunchReview> Reviews
);
