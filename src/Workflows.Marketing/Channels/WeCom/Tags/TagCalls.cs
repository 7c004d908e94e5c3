using Workflows.Marketing.Channels.WeCom.Calls;

namespace Workflows.Marketing.Channels.WeCom.Tags;

/// <summary>The company's tags (企业标签): at most <see cref="Most"/>; groups without tags do not exist.</summary>
internal sealed class TagCalls(WeComCalls calls)
{
    /// <summary>How many tags a company may have; one more is error 40126.</summary>
    public const int Most = 3000;

    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>All tags, or those asked for.</summary>
    public Task<TagGroups> ListAsync(TagChoice choice, CancellationToken cancellationToken) =>
        calls.PostAsync<TagGroups>($"{Root}get_corp_tag_list", choice, cancellationToken);

    /// <summary>Adds tags to a group; a tag whose name is in the group already is left alone, so a second call changes nothing.</summary>
    public Task<AddedTags> AddAsync(TagAddition addition, CancellationToken cancellationToken) =>
        calls.PostAsync<AddedTags>($"{Root}add_corp_tag", addition, cancellationToken);

    /// <summary>Renames or reorders a tag or a group of tags.</summary>
    public Task<WeComAnswer> EditAsync(TagEdit edit, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}edit_corp_tag", edit, cancellationToken);

    /// <summary>Removes tags, or whole groups.</summary>
    public Task<WeComAnswer> RemoveAsync(TagChoice choice, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}del_corp_tag", choice, cancellationToken);

    internal sealed record TagChoice
    {
        public IReadOnlyList<string>? TagId { get; init; }

        public IReadOnlyList<string>? GroupId { get; init; }

        public int? Agentid { get; init; }
    }

    internal sealed record TagGroups : WeComAnswer
    {
        public IReadOnlyList<TagGroup> TagGroup { get; init; } = [];
    }

    internal sealed record TagGroup
    {
        public required string GroupId { get; init; }

        public string? GroupName { get; init; }

        public long CreateTime { get; init; }

        public int Order { get; init; }

        public bool Deleted { get; init; }

        public IReadOnlyList<Tag> Tag { get; init; } = [];
    }

    internal sealed record Tag
    {
        public required string Id { get; init; }

        public string? Name { get; init; }

        public long CreateTime { get; init; }

        public int Order { get; init; }

        public bool Deleted { get; init; }
    }

    /// <summary>Names the group by id, or by a name that makes one where there is none.</summary>
    internal sealed record TagAddition(IReadOnlyList<NewTag> Tag)
    {
        public string? GroupId { get; init; }

        public string? GroupName { get; init; }

        public int? Order { get; init; }

        public int? Agentid { get; init; }
    }

    internal sealed record NewTag(string Name, int? Order = null);

    internal sealed record AddedTags : WeComAnswer
    {
        public TagGroup? TagGroup { get; init; }
    }

    internal sealed record TagEdit(string Id)
    {
        public string? Name { get; init; }

        public int? Order { get; init; }

        public int? Agentid { get; init; }
    }
}
