using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Says in the events of those who come by a way what its source tag is (S3-06, S3-56). Knows a new way within a minute.</summary>
/// <param name="store">The ways.</param>
/// <param name="clock">The machine's clock: tells when the list is old.</param>
public sealed class WaySources(IWayStore store, TimeProvider clock)
{
    private const int PageSize = 1_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private IReadOnlyDictionary<string, string> _tags = new Dictionary<string, string>(StringComparer.Ordinal);
    private DateTimeOffset _listedAt = DateTimeOffset.MinValue;

    /// <summary>The events, with <c>source</c> in the data of those that came by a way with a source tag.</summary>
    public async Task<IReadOnlyList<ContactEvent>> EnrichAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(events);
        if (!events.Any(MayCarry))
        {
            return events;
        }

        var tags = await TagsAsync(tenant, cancellationToken);
        return tags.Count == 0 ? events : [.. events.Select(told => MayCarry(told) ? Say(told, tags) : told)];
    }

    private static bool MayCarry(ContactEvent told) =>
        told.Type is ContactEventTypes.FriendAdded or ContactEventTypes.GroupJoined
        && told.Data?.Contains("\"state\"", StringComparison.Ordinal) == true;

    private static ContactEvent Say(ContactEvent told, IReadOnlyDictionary<string, string> tags)
    {
        var data = new EventData(told.Data);
        if (data.Text("source") is not null || !tags.TryGetValue(data.Text("state") ?? "", out var tag))
        {
            return told;
        }

        var said = JsonNode.Parse(told.Data!)!.AsObject();
        said["source"] = tag;
        return told with { Data = said.ToJsonString(Writing) };
    }

    private static readonly JsonSerializerOptions Writing = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private async Task<IReadOnlyDictionary<string, string>> TagsAsync(int tenant, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _listedAt < Fresh)
        {
            return _tags;
        }

        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        string? after = null;
        IReadOnlyList<Way> page;
        do
        {
            page = await store.ListAsync(tenant, after, PageSize, cancellationToken);
            foreach (var way in page.Where(way => !string.IsNullOrWhiteSpace(way.Spec.SourceTag)))
            {
                tags[way.Spec.Name] = way.Spec.SourceTag!.Trim();
            }

            after = page.Count > 0 ? page[^1].Spec.Name : null;
        } while (page.Count == PageSize);

        (_tags, _listedAt) = (tags, now);
        return tags;
    }
}
