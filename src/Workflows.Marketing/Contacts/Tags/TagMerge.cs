namespace Workflows.Marketing.Contacts;

/// <summary>One tag that becomes another one (S3-54). Pure: rows and the catalogue are written by whoever keeps them.</summary>
/// <param name="From">The tag that ends.</param>
/// <param name="Into">The tag that takes its place.</param>
/// <param name="By">Who merges them.</param>
/// <param name="At">When.</param>
public sealed record TagMerge(string From, string Into, string By, DateTimeOffset At)
{
    /// <summary>The contact with the tag in place of the other one; family, time and source of its marks stay.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="book">The catalogue: tags that exclude the new one go.</param>
    /// <returns>Null where the contact does not have the tag.</returns>
    public ContactState? Apply(ContactState contact, TagBook book)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (!contact.Tags.Contains(From, StringComparer.Ordinal))
        {
            return null;
        }

        var gone = Rivals(book).Append(From).ToHashSet(StringComparer.Ordinal);
        List<TagMark> marks = [];
        foreach (var mark in contact.TagMarks.Select(Renamed))
        {
            if (!gone.Contains(mark.Tag) && !marks.Exists(mark.IsSameAs))
            {
                marks.Add(mark);
            }
        }

        return contact with
        {
            Tags =
            [
                .. contact
                    .Tags.Where(tag => !gone.Contains(tag))
                    .Append(Into)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            TagMarks = marks,
        };
    }

    /// <summary>The catalogue without the tag that ends.</summary>
    public TagBook Apply(TagBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new TagBook([
            .. book.Groups.Select(group => group with { Tags = [.. group.Tags.Where(tag => !Is(tag, From))] }),
        ]);
    }

    /// <summary>The tags that a contact cannot have beside the new one.</summary>
    private IEnumerable<string> Rivals(TagBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Rivals(Into).Where(tag => !Is(tag, From));
    }

    private TagMark Renamed(TagMark mark) => Is(mark.Tag, From) ? mark with { Tag = Into } : mark;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
