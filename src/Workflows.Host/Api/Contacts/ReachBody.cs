using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>Whether a contact can be reached on a channel, and why not (S1-11).</summary>
/// <param name="Channel">The channel.</param>
/// <param name="State"><c>ok</c>, <c>unknown</c>, <c>unfollowed</c>, <c>optedOut</c> or <c>deleted</c>.</param>
internal sealed record ReachBody(string Channel, string State)
{
    /// <summary>The usual channels, then the accounts that are followed under other names.</summary>
    public static IReadOnlyList<ReachBody> From(ContactState contact) =>
        [
            .. ContactReach
                .Channels.Union(contact.Follows.Select(mark => mark.Channel), StringComparer.OrdinalIgnoreCase)
                .Select(channel => new ReachBody(
                    channel,
                    ContactReach.WordOf(ContactReach.Of(contact.Consents, contact.Relations, contact.Follows, channel))
                )),
        ];
}
