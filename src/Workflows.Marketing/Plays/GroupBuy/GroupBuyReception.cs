using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Receives customers who want a seat: knows who they are, whether anybody has seen them before, and sends them to the desk.</summary>
/// <param name="desk">Gives seats.</param>
/// <param name="campaigns">The published campaigns.</param>
/// <param name="contacts">Who is known.</param>
/// <param name="intake">Where it is told that somebody asked.</param>
/// <param name="clock">Says when.</param>
/// <param name="tenant">Whose customers.</param>
public sealed class GroupBuyReception(
    GroupBuyDesk desk,
    GroupBuyCampaigns campaigns,
    IContactStore contacts,
    ContactEventIntake intake,
    TimeProvider clock,
    int tenant
)
{
    /// <summary>Opens a team of a campaign, with the customer as its leader.</summary>
    public async Task<SeatReceipt> OpenAsync(string campaign, SeatWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (campaigns.Find(campaign) is not { } plan)
        {
            return new SeatReceipt(SeatAnswer.Unknown, null, []);
        }

        var team = GroupBuyDesk.TeamOf(campaign, wish.Key);
        var (request, diagnostics) = await MeetAsync(campaign, team, null, wish, cancellationToken);
        if (request is null)
        {
            return new SeatReceipt(SeatAnswer.Unknown, null, diagnostics);
        }

        var (opened, answer) = await desk.OpenAsync(plan, request, cancellationToken);
        return new SeatReceipt(answer, opened, []);
    }

    /// <summary>Takes a seat in a team.</summary>
    public async Task<SeatReceipt> JoinAsync(Guid team, SeatWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (await desk.FindAsync(team, cancellationToken) is not { } known)
        {
            return new SeatReceipt(SeatAnswer.Unknown, null, []);
        }

        var (request, diagnostics) = await MeetAsync(known.Terms.Campaign, team, known, wish, cancellationToken);
        if (request is null)
        {
            return new SeatReceipt(SeatAnswer.Unknown, known, diagnostics);
        }

        var (joined, answer) = await desk.JoinAsync(team, request, cancellationToken);
        return new SeatReceipt(answer, joined, []);
    }

    // Whoever asks becomes a contact, even if no seat is left for them.
    private async Task<(SeatRequest? Request, IReadOnlyList<Diagnostic> Diagnostics)> MeetAsync(
        string campaign,
        Guid team,
        Team? joined,
        SeatWish wish,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var before = await FindAsync(wish.Contact, cancellationToken);
        var asked = new ContactEvent(
            GroupBuyEvents.Source,
            $"asked/{team:N}/{NameOf(wish)}",
            GroupBuyEvents.Asked,
            now,
            wish.Contact,
            JsonSerializer.Serialize(
                new
                {
                    campaign,
                    team = $"{team:N}",
                    leads = joined is null,
                }
            )
        );
        var taken = await intake.AcceptAsync(tenant, [asked], cancellationToken);
        if (!taken.IsAccepted)
        {
            return (null, taken.Diagnostics);
        }

        var receipt = taken.Receipts[0];
        // Asked again, they are known by the first time they asked: what counts is whether that was before the team.
        var isNew = before is null || before.JoinedAt >= joined?.OpenedAt;
        return (new SeatRequest(wish.Key, receipt.ContactId, wish.Order, wish.Paid, now) { IsNewCustomer = isNew }, []);
    }

    // A key that another customer used is another request: nobody is taken for somebody else.
    private static string NameOf(SeatWish wish) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{wish.Key}\n{wish.Contact}")))[..32];

    private async Task<ContactState?> FindAsync(ContactIdentities names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            if (await contacts.FindAsync(tenant, name, cancellationToken) is { } known)
            {
                return known;
            }
        }

        return null;
    }
}
