namespace Workflows.Marketing.Contacts;

/// <summary>
/// The tags of a contact while turns run: the tags themselves, and a mark for each that says family, time and source. One
/// tag may have several marks, of the company and of members of the staff; it stays until the last one is gone.
/// </summary>
internal sealed class ContactTags(IEnumerable<string> tags, IEnumerable<TagMark> marks)
{
    private readonly SortedSet<string> _tags = new(tags, StringComparer.Ordinal);
    private readonly List<TagMark> _marks = [.. marks];

    public IReadOnlyCollection<string> Tags => _tags;

    public IReadOnlyList<TagMark> Marks => _marks;

    public bool Add(string tag) => _tags.Add(tag);

    public bool Add(TagMark mark)
    {
        if (_marks.Exists(mark.IsSameAs))
        {
            return false;
        }

        _tags.Add(mark.Tag);
        _marks.Add(mark);
        return true;
    }

    public bool Remove(string tag)
    {
        _marks.RemoveAll(mark => mark.Tag.Equals(tag, StringComparison.Ordinal));
        return _tags.Remove(tag);
    }

    public bool Remove(string tag, TagFamily? family, string? staffId)
    {
        var removed = _marks.RemoveAll(mark =>
            mark.Tag.Equals(tag, StringComparison.Ordinal)
            && (family is null || mark.Family == family)
            && string.Equals(mark.StaffId, staffId, StringComparison.Ordinal)
        );
        if (removed > 0 && !_marks.Exists(mark => mark.Tag.Equals(tag, StringComparison.Ordinal)))
        {
            _tags.Remove(tag);
        }

        return removed > 0;
    }
}
