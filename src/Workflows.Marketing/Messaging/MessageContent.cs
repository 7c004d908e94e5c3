namespace Workflows.Marketing.Messaging;

/// <summary>What a message says; equal when text and attachments are.</summary>
/// <param name="Text">The text, filled in; empty when only attachments speak.</param>
/// <param name="Attachments">What comes with it, in order.</param>
public sealed record MessageContent(string Text, IReadOnlyList<Attachment> Attachments)
{
    /// <summary>A text without attachments.</summary>
    public MessageContent(string text)
        : this(text, []) { }

    /// <inheritdoc/>
    public bool Equals(MessageContent? other) =>
        other is not null
        && string.Equals(Text, other.Text, StringComparison.Ordinal)
        && Attachments.SequenceEqual(other.Attachments);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Attachments.Aggregate(StringComparer.Ordinal.GetHashCode(Text), HashCode.Combine);
}
