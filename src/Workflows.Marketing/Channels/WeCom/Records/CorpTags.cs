using Workflows.Marketing.Channels.WeCom.Tags;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>The company's tags by name, as WeCom listed them last. Safe on every thread.</summary>
/// <param name="client">The company's WeCom.</param>
/// <param name="options">Whether tags that are missing are made.</param>
/// <param name="clock">Tells when the list is old.</param>
public sealed class CorpTags(WeComClient client, MirrorOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private volatile IReadOnlyDictionary<string, string>? _ids;
    private DateTimeOffset _listedAt = DateTimeOffset.MinValue;

    /// <summary>Whether a tag is worth a call: WeCom knows it, would be told of it, or nobody has looked yet.</summary>
    public bool MayTake(string tag) =>
        options.Tags != MirrorTags.Off
        && tag.Length <= 30
        && (options.Tags == MirrorTags.All || _ids is not { } ids || ids.ContainsKey(tag));

    /// <summary>The ids of tags, in their order; null for those that WeCom does not know and is not to know.</summary>
    /// <param name="tags">The names.</param>
    /// <param name="makes">Whether a tag may be made; one that is to be taken off need not be there.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    internal async Task<IReadOnlyList<string?>> FindAsync(
        IReadOnlyList<string> tags,
        bool makes,
        CancellationToken cancellationToken
    )
    {
        var ids = _ids;
        // A tag that is not in the list may have been made in the console since, but nobody asks more often than once a minute for that.
        var isOld = clock.GetUtcNow() - _listedAt;
        if (ids is null || isOld > Fresh || (isOld > Fresh / 10 && !tags.All(ids.ContainsKey)))
        {
            ids = await ListAsync(cancellationToken);
        }

        if (makes && options.Tags == MirrorTags.All && !tags.All(ids.ContainsKey))
        {
            ids = await MakeAsync([.. tags.Where(tag => !ids.ContainsKey(tag))], cancellationToken);
        }

        return [.. tags.Select(ids.GetValueOrDefault)];
    }

    /// <summary>Lists the company's tags anew.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> ListAsync(CancellationToken cancellationToken)
    {
        var groups = await client.Tags.ListAsync(new TagCalls.TagChoice(), cancellationToken);
        var ids = groups
            .TagGroup.SelectMany(group => group.Tag)
            .Where(tag => !string.IsNullOrEmpty(tag.Name) && !tag.Deleted)
            // Two groups may have tags of one name: the first one listed is meant, by every host.
            .DistinctBy(tag => tag.Name!, StringComparer.Ordinal)
            .ToDictionary(tag => tag.Name!, tag => tag.Id, StringComparer.Ordinal);
        (_ids, _listedAt) = (ids, clock.GetUtcNow());
        return ids;
    }

    // WeCom makes no tag of a name that its group has: doing it again changes nothing.
    private async Task<IReadOnlyDictionary<string, string>> MakeAsync(
        string[] tags,
        CancellationToken cancellationToken
    )
    {
        await client.Tags.AddAsync(
            new TagCalls.TagAddition([.. tags.Select(tag => new TagCalls.NewTag(tag))])
            {
                GroupName = options.TagGroup,
            },
            cancellationToken
        );
        return await ListAsync(cancellationToken);
    }
}
