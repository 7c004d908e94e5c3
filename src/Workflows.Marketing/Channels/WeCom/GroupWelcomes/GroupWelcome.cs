using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>What new members of a group are greeted with (群欢迎语素材), as people describe it. Owners put it into their groups in the WeCom client.</summary>
/// <param name="Name">Its name, 1–64 characters.</param>
/// <param name="Text">What is said, at most 3,000 bytes; <c>%NICKNAME%</c> is the new member. Empty when only the attachment speaks.</param>
public sealed record GroupWelcome(string Name, string Text)
{
    /// <summary>What comes with it: a picture, link, mini-program, file or video; or null.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>Whether WeCom tells the owners of groups that it is there, once it is made.</summary>
    public bool TellsOwners { get; init; }
}
