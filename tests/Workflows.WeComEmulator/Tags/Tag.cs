namespace Workflows.WeComEmulator.Tags;

internal sealed class Tag(string id, string name, TagGroup group, DateTimeOffset createdAt)
{
    public string Id { get; } = id;
    public string Name { get; set; } = name;
    public TagGroup Group { get; } = group;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public long Order { get; set; }
}
