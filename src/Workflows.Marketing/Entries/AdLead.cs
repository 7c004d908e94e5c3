using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Entries;

/// <summary>Begins the journey with a lead of paid advertising: e-commerce, ByteDance's products, search engines (S3-08…10).</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Starts the journey for somebody who left a name at an advertisement.",
    DisplayName = "Ad lead",
    Icon = "lead",
    Kind = ActivityKind.Trigger
)]
public sealed class AdLead : LeadTrigger
{
    /// <summary>The platforms; none means any.</summary>
    [Input(
        Description = "Where the advertisement was. Empty: anywhere.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "ecommerce", "bytedance", "search", "tencent", "other" },
        Order = 1
    )]
    public Input<ICollection<string>>? Platforms { get; set; }

    private protected override IReadOnlyList<string> EventTypes => [EntryEvents.AdLead];

    private protected override Input<ICollection<string>>? Sources => Platforms;
}
