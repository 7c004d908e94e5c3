using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Tags;

/// <summary>The company's tags, for people: WeCom keeps them, nothing of them is kept here (S3-54).</summary>
/// <param name="client">The company's WeCom.</param>
public sealed class CorpTagDesk(WeComClient client)
{
    /// <summary>All tags by group.</summary>
    public Task<CorpTagOutcome> ListAsync(CancellationToken cancellationToken) =>
        DoAsync(() => Task.CompletedTask, cancellationToken);

    /// <summary>Adds tags to a group; a new name makes a new group, and tags that are there stay as they are.</summary>
    /// <param name="group">The group's name.</param>
    /// <param name="tags">The tags' names, 1–30 characters each.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<CorpTagOutcome> AddAsync(
        string group,
        IReadOnlyList<string> tags,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            () =>
                client.Tags.AddAsync(
                    new TagCalls.TagAddition([.. tags.Select(tag => new TagCalls.NewTag(tag))])
                    {
                        GroupName = group,
                        Agentid = client.AgentId,
                    },
                    cancellationToken
                ),
            cancellationToken
        );

    /// <summary>Renames or moves a tag or a group.</summary>
    /// <param name="id">WeCom's id of the tag or the group.</param>
    /// <param name="name">Its new name; null leaves it.</param>
    /// <param name="order">Its new place; null leaves it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<CorpTagOutcome> EditAsync(string id, string? name, int? order, CancellationToken cancellationToken) =>
        DoAsync(
            () =>
                client.Tags.EditAsync(
                    new TagCalls.TagEdit(id)
                    {
                        Name = name,
                        Order = order,
                        Agentid = client.AgentId,
                    },
                    cancellationToken
                ),
            cancellationToken
        );

    /// <summary>Removes tags and whole groups, and so takes them off every customer.</summary>
    /// <param name="tags">WeCom's ids of tags.</param>
    /// <param name="groups">WeCom's ids of groups.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<CorpTagOutcome> RemoveAsync(
        IReadOnlyList<string> tags,
        IReadOnlyList<string> groups,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            () =>
                client.Tags.RemoveAsync(
                    new TagCalls.TagChoice
                    {
                        TagId = tags.Count > 0 ? tags : null,
                        GroupId = groups.Count > 0 ? groups : null,
                        Agentid = client.AgentId,
                    },
                    cancellationToken
                ),
            cancellationToken
        );

    private async Task<CorpTagOutcome> DoAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await change();
            var list = await client.Tags.ListAsync(new TagCalls.TagChoice(), cancellationToken);
            return new CorpTagOutcome([.. list.TagGroup.Where(group => !group.Deleted).Select(Read)]);
        }
        catch (WeComException failed)
        {
            return new CorpTagOutcome([], failed.Message);
        }
    }

    private static CorpTagGroup Read(TagCalls.TagGroup group) =>
        new(
            group.GroupId,
            group.GroupName ?? "",
            group.Order,
            [.. group.Tag.Where(tag => !tag.Deleted).Select(tag => new CorpTag(tag.Id, tag.Name ?? "", tag.Order))]
        );
}
