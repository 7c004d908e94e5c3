using Workflows.Expressions;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>One content of headquarters given to chosen members of the staff: everybody gets the same material as a task (S1-40).</summary>
/// <param name="Id">Its name; 1–64 characters.</param>
/// <param name="Content">The version that is given out.</param>
/// <param name="Staff">The user ids of those who get it, each once.</param>
/// <param name="At">When it was given out.</param>
/// <param name="By">Who gave it out.</param>
/// <param name="DueBy">Until when it is to be used, or null.</param>
public sealed record ContentDistribution(
    string Id,
    ContentRef Content,
    IReadOnlyList<string> Staff,
    DateTimeOffset At,
    string By,
    DateTimeOffset? DueBy = null
)
{
    /// <summary>What its messages give as their journey.</summary>
    public const string Journey = "content-distribution";

    /// <summary>The most members of the staff at once.</summary>
    public const int MostStaff = 5_000;

    /// <summary>The channel of the tasks.</summary>
    private const string Channel = "staff-task";

    /// <summary>The tasks, one for each member: the same words and files for all.</summary>
    /// <param name="version">The content.</param>
    /// <param name="language">In which language.</param>
    public IReadOnlyList<OutboundMessage> Messages(ContentVersion version, string language)
    {
        ArgumentNullException.ThrowIfNull(version);
        var text = version.Item.In(language);
        var words = new ContentText(
            ForAnybody(text.Text),
            text.Title is null ? null : ForAnybody(text.Title),
            text.Description is null ? null : ForAnybody(text.Description)
        );
        var content = new MessageContent(words.Text, ContentAttachments.Of(version.Item, words, Carrier.StaffTask));
        return [.. Staff.Select(staff => MessageTo(staff, version, content))];
    }

    /// <summary>The key of a member's task; the database refuses the second one.</summary>
    public static string KeyOf(string id, string staff) => $"{Journey}:{id}:{staff}";

    private OutboundMessage MessageTo(string staff, ContentVersion version, MessageContent content) =>
        new(
            KeyOf(Id, staff),
            new Recipient.Staff(staff),
            Carrier.StaffTask,
            Channel,
            version.Item.Id,
            content,
            "service",
            At,
            Journey,
            JourneyVersion: 1
        )
        {
            Sender = staff,
            Source = version.Ref,
            ExpiresAt = DueBy,
        };

    // It is not known yet who will read it: merge fields say what they say of somebody of whom nothing is known.
    private static string ForAnybody(string text) =>
        Expression.Compile(text, Notation.Liquid).Expression is { } template
            ? template
                .Evaluate(MapScope.Of(("contact", new Dictionary<string, object?>(StringComparer.Ordinal))))
                ?.ToString()
                ?? ""
            : text;
}
