namespace Workflows.WeComEmulator.Tags;

internal sealed class TagGroup(string id, string name, DateTimeOffset createdAt)
{
    public string Id { get; } = id;
    public string Name { get; set; } = name;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public long Order { get; set; }
    public List<Tag> Tags { get; } = [];
}
