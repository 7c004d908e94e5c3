namespace Workflows.Marketing.Contacts;

/// <summary>The latest word of a contact on one channel and purpose.</summary>
/// <param name="Channel">The channel, or null for all channels.</param>
/// <param name="Purpose">The purpose, or null for all purposes.</param>
/// <param name="IsGranted">Whether the contact said yes.</param>
/// <param name="At">When it was said.</param>
public sealed record ConsentMark(string? Channel, string? Purpose, bool IsGranted, DateTimeOffset At)
{
    /// <summary>Whether the word is about messages of this channel and purpose.</summary>
    public bool Covers(string channel, string purpose) => Matches(Channel, channel) && Matches(Purpose, purpose);

    /// <summary>Whether the word is about everything the other one is about.</summary>
    internal bool Includes(ConsentMark other) => Matches(Channel, other.Channel) && Matches(Purpose, other.Purpose);

    private static bool Matches(string? said, string? asked) => said is null || Same(said, asked);

    private static bool Same(string? left, string? right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
