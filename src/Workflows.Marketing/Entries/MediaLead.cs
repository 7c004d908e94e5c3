using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Entries;

/// <summary>Begins the journey with somebody who came from a short video, a live stream, an article, or a platform of an industry or of shops (S3-10, S3-15, S3-17).</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Starts the journey for somebody who came from a short video, a live stream, an article or a platform of others.",
    DisplayName = "New-media lead",
    Icon = "video",
    Kind = ActivityKind.Trigger
)]
public sealed class MediaLead : LeadTrigger
{
    /// <summary>The media; none means any.</summary>
    [Input(
        Description = "What the contact came from. Empty: anything.",
        UIHint = InputUIHints.CheckList,
        Options = new[]
        {
            "short-video",
            "live",
            "article",
            "community",
            "industry-platform",
            "shop-platform",
            "other",
        },
        Order = 1
    )]
    public Input<ICollection<string>>? Media { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [EntryEvents.MediaLead];

    private protected override Input<ICollection<string>>? Sources => Media;
}
