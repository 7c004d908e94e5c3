namespace Workflows.Marketing.Launches;

/// <summary>The review that a launch ended with: written once, and never changed.</summary>
/// <param name="Journey">The journey's definition id.</param>
/// <param name="Version">Its version.</param>
/// <param name="FirstDay">The first day of the launch.</param>
/// <param name="At">When it was written.</param>
/// <param name="Report">How the launch went.</param>
public sealed record LaunchReview(
    string Journey,
    int Version,
    DateOnly FirstDay,
    DateTimeOffset At,
    LaunchReport Report
);
