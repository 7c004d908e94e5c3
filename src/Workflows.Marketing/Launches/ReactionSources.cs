using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Mining;

namespace Workflows.Marketing.Launches;

/// <summary>Says in likes and comments which message of which journey they are about (S2-48): WeCom names the Moment only.</summary>
/// <param name="find">Finds what was posted, by the ids of Moments.</param>
public sealed class ReactionSources(
    Func<int, IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyList<PostedMoment>>> find
)
{
    private static readonly JsonSerializerOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The events, with <c>template</c> and <c>journey</c> in the data of reactions to what journeys posted.</summary>
    public async Task<IReadOnlyList<ContactEvent>> EnrichAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(events);
        var moments = events.Select(MomentOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (moments.Count == 0)
        {
            return events;
        }

        var posted = (await find(tenant, moments, cancellationToken)).ToLookup(
            one => one.Moment,
            StringComparer.Ordinal
        );
        return [.. events.Select(told => MomentOf(told) is { } moment ? Say(told, posted[moment]) : told)];
    }

    private static string? MomentOf(ContactEvent told) =>
        told.Type is InteractionEvents.Liked or InteractionEvents.Commented
        && new EventData(told.Data) is var data
        && data.Text("template") is null
            ? data.Text("moment")
            : null;

    private static ContactEvent Say(ContactEvent told, IEnumerable<PostedMoment> posted)
    {
        var staff = new EventData(told.Data).Text("staff");
        if (posted.FirstOrDefault(one => string.Equals(one.Staff, staff, StringComparison.Ordinal)) is not { } post)
        {
            return told;
        }

        var said = JsonNode.Parse(told.Data!)!.AsObject();
        said["template"] = post.Template;
        said["journey"] = post.Journey;
        return told with { Data = said.ToJsonString(Writing) };
    }
}
