using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Puts what happens to a team into events and refunds, each with a key made of what it is about.</summary>
internal static class TeamTelling
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Tells the contact of a seat; once for each seat and type.</summary>
    public static TeamNews Tell(
        Team team,
        TeamSeat seat,
        string type,
        DateTimeOffset at,
        params (string, object)[] more
    ) => Of(team, seat.ContactId, $"{TeamMoney.KeyOf(team, seat, type)}", type, at, more);

    /// <summary>Tells whoever opened the team.</summary>
    public static TeamNews TellOpener(Team team, string type, DateTimeOffset at, params (string, object)[] more) =>
        Of(team, team.OpenerId, $"groupbuy/{team.Id:N}/{type}", type, at, more);

    /// <summary>Has money given back, and says so to the customer; nothing where there is none to give.</summary>
    public static IEnumerable<TeamNews> GiveBack(
        Team team,
        TeamSeat seat,
        decimal amount,
        RefundReason reason,
        DateTimeOffset at
    )
    {
        if (amount <= 0)
        {
            yield break;
        }

        var why = reason.ToString();
        var key = TeamMoney.KeyOf(team, seat, why.ToLowerInvariant());
        yield return new TeamNews.Refund($"{key}/money", at, team.Terms.Campaign, team.Id, seat.Order, amount, reason);
        yield return Of(
            team,
            seat.ContactId,
            key,
            GroupBuyEvents.Refunded,
            at,
            ("amount", amount),
            ("reason", why),
            ("order", seat.Order)
        );
    }

    public static string Word(SeatRole role) => role == SeatRole.Leader ? "leader" : "member";

    private static TeamNews.Told Of(
        Team team,
        Guid contact,
        string key,
        string type,
        DateTimeOffset at,
        params (string Name, object Value)[] more
    )
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["campaign"] = team.Terms.Campaign,
            ["team"] = team.Id.ToString("N", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in more)
        {
            data[name] = value;
        }

        return new TeamNews.Told(key, at, contact, type, JsonSerializer.Serialize(data, Plain));
    }
}
