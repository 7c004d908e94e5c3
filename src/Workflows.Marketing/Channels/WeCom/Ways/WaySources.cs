using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Says in the events of those who come by a way what its source tag is (S3-06, S3-56). Knows a new way within a minute.</summary>
/// <param name="store">The ways.</param>
/// <param name="clock">The machine's clock: tells when the list is old.</param>
public sealed class WaySources(IWayStore store, TimeProvider clock)
{
    private readonly KnownWays _known = new(store, clock);

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

    private static ContactEvent Say(ContactEvent told, Dictionary<string, string> tags)
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

    private async Task<Dictionary<string, string>> TagsAsync(int tenant, CancellationToken cancellationToken)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (var way in await _known.ListAsync(tenant, cancellationToken))
        {
            if (way.Spec.SourceTag?.Trim() is { Length: > 0 } tag)
            {
                tags[way.Spec.Name] = tag;
            }
        }

        return tags;
    }
}
