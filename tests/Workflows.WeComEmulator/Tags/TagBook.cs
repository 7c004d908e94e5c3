using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Tags;

/// <summary>The company's tags, in groups; at most 3,000.</summary>
internal sealed class TagBook
{
    private readonly Dictionary<string, Tag> _tags = [];
    private readonly Dictionary<string, TagGroup> _groups = [];

    public static int Most => 3_000;

    public int Count => _tags.Count;

    public IEnumerable<TagGroup> Groups => _groups.Values.OrderByDescending(group => group.Order);

    public Tag? Find(string id) => _tags.GetValueOrDefault(id);

    public TagGroup? FindGroup(string id) => _groups.GetValueOrDefault(id);

    public TagGroup GroupNamed(Ids ids, string name, DateTimeOffset now)
    {
        var group = _groups.Values.FirstOrDefault(group => string.Equals(group.Name, name, StringComparison.Ordinal));
        if (group is null)
        {
            group = new TagGroup(ids.Next("et"), name, now);
            _groups[group.Id] = group;
        }

        return group;
    }

    /// <summary>A name that the group has already is the tag that is there.</summary>
    public Tag Add(Ids ids, TagGroup group, string name, DateTimeOffset now, string? id = null)
    {
        var tag = group.Tags.Find(tag => string.Equals(tag.Name, name, StringComparison.Ordinal));
        if (tag is null)
        {
            tag = new Tag(id ?? ids.Next("et"), name, group, now);
            group.Tags.Add(tag);
            _tags[tag.Id] = tag;
        }

        return tag;
    }

    /// <summary>A group without tags goes with its last one.</summary>
    public void Remove(Tag tag)
    {
        _tags.Remove(tag.Id);
        tag.Group.Tags.Remove(tag);
        if (tag.Group.Tags.Count == 0)
        {
            _groups.Remove(tag.Group.Id);
        }
    }
}
