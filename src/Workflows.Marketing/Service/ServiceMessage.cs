using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Service;

/// <summary>One thing said between a customer and the staff, in a chat, by text message or on the telephone.</summary>
/// <param name="Key">What tells it apart from all others.</param>
/// <param name="At">When.</param>
/// <param name="IsInbound">Whether the customer said it.</param>
/// <param name="Staff">The member of the staff, or null.</param>
/// <param name="Topic">What it is about, or null where nobody told.</param>
/// <param name="Demand">What the customer wants, or null.</param>
public sealed record ServiceMessage(
    string Key,
    DateTimeOffset At,
    bool IsInbound,
    string? Staff = null,
    string? Topic = null,
    string? Demand = null
)
{
    private const int LongestName = 64;
    private const int LongestDemand = 200;

    /// <summary>What an event says; null for an event that is none of these.</summary>
    public static ServiceMessage? Of(ContactEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (!Types.Contains(told.Type, StringComparer.Ordinal))
        {
            return null;
        }

        var data = new EventData(told.Data);
        var isInbound =
            told.Type is ServiceEvents.MessageReceived or ServiceEvents.SmsReplied || data.Text("direction") is "in";
        return new ServiceMessage(
            $"{told.Source}:{told.Id}",
            told.At,
            isInbound,
            Shorten(data.Text("staff"), LongestName),
            Shorten(data.Text("topic"), LongestName),
            Shorten(data.Text("demand") ?? (isInbound ? data.Text("text") : null), LongestDemand)
        );
    }

    /// <summary>The types of the events that say something.</summary>
    internal static IReadOnlyList<string> Types { get; } =
    [ServiceEvents.MessageReceived, ServiceEvents.MessageSent, ServiceEvents.CallEnded, ServiceEvents.SmsReplied];

    /// <summary>A text that fits a column, or null where there is none.</summary>
    internal static string? Shorten(string? text, int length) =>
        text?.Trim() is not { Length: > 0 } said ? null
        : said.Length <= length ? said
        : said[..length];
}
