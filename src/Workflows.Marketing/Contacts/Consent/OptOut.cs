namespace Workflows.Marketing.Contacts;

/// <summary>What a contact does not want to receive.</summary>
/// <param name="Channel">The channel, or null for all channels.</param>
/// <param name="Purpose">The purpose, or null for all purposes.</param>
public sealed record OptOut(string? Channel, string? Purpose)
{
    /// <summary>Whether a message of this channel and purpose is unwanted.</summary>
    public bool Covers(string channel, string purpose) =>
        (Channel is null || string.Equals(Channel, channel, StringComparison.OrdinalIgnoreCase))
        && (Purpose is null || string.Equals(Purpose, purpose, StringComparison.OrdinalIgnoreCase));
}
