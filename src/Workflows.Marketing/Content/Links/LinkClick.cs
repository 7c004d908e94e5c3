using System.Globalization;
using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Content;

/// <summary>A click as an event of its contact. Of clicks on one link within the same half hour the first one is the event.</summary>
public static class LinkClick
{
    /// <summary>The source of these events.</summary>
    public const string Source = "link";

    private static readonly TimeSpan OnceIn = TimeSpan.FromMinutes(30);

    /// <summary>The event of a click.</summary>
    /// <param name="code">The link's code.</param>
    /// <param name="target">Where it leads.</param>
    /// <param name="template">The message's name, or null.</param>
    /// <param name="content">The content, or null.</param>
    /// <param name="journey">The journey that sent it.</param>
    /// <param name="contact">Who clicked.</param>
    /// <param name="at">When.</param>
    public static ContactEvent Of(
        string code,
        string target,
        string? template,
        string? content,
        string journey,
        ContactIdentities contact,
        DateTimeOffset at
    ) =>
        new(
            Source,
            string.Create(CultureInfo.InvariantCulture, $"{code}:{at.UtcTicks / OnceIn.Ticks}"),
            ContactEventTypes.ContentClicked,
            at,
            contact,
            JsonSerializer.Serialize(
                new
                {
                    link = code,
                    target,
                    template,
                    content,
                    journey,
                },
                ContentJson.Options
            )
        );

    /// <summary>The code in the id of such an event.</summary>
    public static string CodeOf(string eventId)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        return eventId.Split(':')[0];
    }
}
