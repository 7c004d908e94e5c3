namespace Workflows.WeComEmulator.Phones;

/// <summary>What somebody wrote under a post.</summary>
internal sealed record PhoneComment(string From, string Text);
