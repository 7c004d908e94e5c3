using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Invites;

/// <summary>
/// Finds invitations in what new people do, and tells their inviters, in the same transaction. The id of that event is made of campaign and
/// invitee, so the database lets nobody count twice (S3-11…14).
/// </summary>
/// <param name="store">Knows the inviters.</param>
internal sealed class InviteReading(IContactStore store)
{
    // Where the code comes back: WeCom's state, ours in forms and mini-programs, the scene of an official account's code.
    private static readonly string[] Places = ["state", "invite", "scene"];

    /// <summary>The events by which invited people come in.</summary>
    internal static readonly IReadOnlyList<string> Comings =
    [
        ContactEventTypes.FriendAdded,
        ContactEventTypes.GroupJoined,
        ContactEventTypes.Joined,
        "oa.followed",
    ];

    private static readonly HashSet<string> Arrivals = new(
        [.. Comings, ContactEventTypes.OrderPaid],
        StringComparer.Ordinal
    );

    /// <summary>What the inviters of some events learn; none where nobody was invited.</summary>
    public async Task<IReadOnlyList<ContactEvent>> ReadAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        CancellationToken cancellationToken
    )
    {
        List<ContactEvent> told = [];
        foreach (var arrival in events)
        {
            if (
                CodeOf(arrival) is { } code
                && await store.FindAsync(tenant, code.Inviter, cancellationToken) is { } inviter
                && inviter.Identities.Count > 0
                && !inviter.Identities.Any(arrival.Identities.Contains)
            )
            {
                told.Add(Tell(code, arrival, inviter.Identities));
            }
        }

        return [.. told.DistinctBy(one => one.Id, StringComparer.Ordinal)];
    }

    internal static InviteCode? CodeOf(ContactEvent arrival)
    {
        // Most events are none, and are not read for it.
        if (
            arrival.Data is not { Length: > 0 } json
            || !Arrivals.Contains(arrival.Type)
            || !json.Contains("\"i.", StringComparison.Ordinal)
        )
        {
            return null;
        }

        var data = new EventData(json);
        return CodeIn(data.Text);
    }

    /// <summary>The code in the data of an event, or null.</summary>
    internal static InviteCode? CodeIn(Func<string, string?> data) =>
        Places.Select(place => InviteCode.Read(data(place))).FirstOrDefault(code => code is not null);

    private static ContactEvent Tell(InviteCode code, ContactEvent arrival, ContactIdentities inviter)
    {
        var type = arrival.Type is ContactEventTypes.OrderPaid ? InviteEvents.Ordered : InviteEvents.Accepted;
        var invitee = arrival.Identities.MaxBy(identity => identity.Kind is IdentityKind.UnionId)!;
        var id = SHA256.HashData(
            Encoding.UTF8.GetBytes($"{type}\n{code.Campaign}\n{invitee.KindName}\n{invitee.Value}")
        );
        return new ContactEvent(
            InviteEvents.Source,
            Convert.ToHexStringLower(id),
            type,
            arrival.At,
            [inviter[0]],
            JsonSerializer.Serialize(new { campaign = code.Campaign, by = arrival.Type })
        );
    }
}
