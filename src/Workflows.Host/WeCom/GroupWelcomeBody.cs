using Workflows.Marketing.Channels.WeCom.GroupWelcomes;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.WeCom;

/// <summary>What new members of a group are greeted with.</summary>
/// <param name="Text">What is said, at most 3,000 bytes; <c>%NICKNAME%</c> is the new member.</param>
/// <param name="Attachment">A picture, link, mini-program, file or video that comes with it.</param>
/// <param name="TellsOwners">Whether WeCom tells the owners of groups, once it is made.</param>
internal sealed record GroupWelcomeBody(string? Text = null, Attachment? Attachment = null, bool? TellsOwners = null)
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Whether WeCom has made it; where not, putting it again makes it.</summary>
    public bool IsReady { get; init; }

    public GroupWelcome ToWelcome(string name) =>
        new(name, Text ?? "") { Attachment = Attachment, TellsOwners = TellsOwners ?? false };

    public static GroupWelcomeBody From(KeptGroupWelcome kept) =>
        new(kept.Welcome.Text, kept.Welcome.Attachment, kept.Welcome.TellsOwners)
        {
            Name = kept.Welcome.Name,
            MadeAt = kept.MadeAt,
            IsReady = kept.Reference is not null,
        };
}
