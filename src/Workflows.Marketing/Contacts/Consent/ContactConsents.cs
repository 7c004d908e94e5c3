using System.Collections;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// What a contact wants and does not want to receive (L9, L10): the latest word on each channel and purpose. Immutable; the
/// order in which words arrive makes no difference.
/// </summary>
public sealed class ContactConsents : IReadOnlyList<ConsentMark>
{
    private readonly ConsentMark[] _marks;

    private ContactConsents(ConsentMark[] marks) => _marks = marks;

    /// <summary>Nothing was ever said.</summary>
    public static ContactConsents None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _marks.Length;

    /// <inheritdoc/>
    public ConsentMark this[int index] => _marks[index];

    /// <summary>Collects words; of those about the same, the latest counts.</summary>
    public static ContactConsents Of(IEnumerable<ConsentMark> marks) =>
        marks.Aggregate(None, (consents, mark) => consents.With(mark));

    /// <summary>These words and one more, unless a later one is about the same or more; it replaces earlier ones about the same or less.</summary>
    public ContactConsents With(ConsentMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return Array.Exists(_marks, known => known.Includes(mark) && !IsNewer(mark, known))
            ? this
            : new ContactConsents([.. _marks.Where(known => !mark.Includes(known) || IsNewer(known, mark)), mark]);
    }

    /// <summary>Whether the latest word about this channel and purpose was no.</summary>
    public bool Refuses(string channel, string purpose) => Latest(channel, purpose) is { IsGranted: false };

    /// <summary>Whether the latest word about this channel and purpose was yes: what a channel that needs express consent asks (L10).</summary>
    public bool Grants(string channel, string purpose) => Latest(channel, purpose) is { IsGranted: true };

    /// <inheritdoc/>
    public IEnumerator<ConsentMark> GetEnumerator() => _marks.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Of two words at one instant the no counts.
    private static bool IsNewer(ConsentMark mark, ConsentMark than) =>
        mark.At > than.At || (mark.At == than.At && !mark.IsGranted && than.IsGranted);

    private ConsentMark? Latest(string channel, string purpose)
    {
        ConsentMark? latest = null;
        foreach (var mark in _marks)
        {
            if (mark.Covers(channel, purpose) && (latest is null || IsNewer(mark, latest)))
            {
                latest = mark;
            }
        }

        return latest;
    }
}
