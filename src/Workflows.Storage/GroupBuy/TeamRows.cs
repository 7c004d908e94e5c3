using System.Text.Json;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.GroupBuy;

/// <summary>Teams, seats and news as rows, and back.</summary>
internal static class TeamRows
{
    public static Team Read(TeamRow row, IEnumerable<TeamSeatRow> seats) =>
        new(row.Id, row.OpenerId, JsonSerializer.Deserialize<GroupBuyTerms>(row.Terms)!, row.Seed, row.OpenedAt)
        {
            State = (TeamState)row.State,
            ClosedAt = row.ClosedAt,
            SettledAt = row.SettledAt,
            Headcount = row.Headcount,
            Draw = row.Draw is null ? null : JsonSerializer.Deserialize<FreeOrderDraw>(row.Draw),
            Seats = [.. seats.OrderBy(seat => seat.Number).Select(Read)],
        };

    public static TeamRow Of(int tenant, Team team) =>
        new()
        {
            Tenant = tenant,
            Id = team.Id,
            Campaign = team.Terms.Campaign,
            OpenerId = team.OpenerId,
            Size = team.Terms.Size,
            Capacity = team.Terms.Capacity,
            State = (short)team.State,
            OpenedAt = team.OpenedAt,
            ClosesAt = team.ClosesAt,
            ClosedAt = team.ClosedAt,
            SettledAt = team.SettledAt,
            Headcount = team.Headcount,
            Terms = JsonSerializer.Serialize(team.Terms),
            Seed = team.Seed,
            Draw = team.Draw is null ? null : JsonSerializer.Serialize(team.Draw),
        };

    public static TeamSeatRow Of(int tenant, Team team, TeamSeat seat) =>
        new()
        {
            Tenant = tenant,
            TeamId = team.Id,
            Number = seat.Number,
            Campaign = team.Terms.Campaign,
            Place = seat.Place,
            Key = seat.Key,
            ContactId = seat.ContactId,
            OrderNumber = seat.Order,
            Role = (short)seat.Role,
            Status = (short)seat.Status,
            IsNewCustomer = seat.IsNewCustomer,
            PaidUnits = LedgerMoney.ToUnits(seat.Paid),
            PriceUnits = seat.Price is { } price ? LedgerMoney.ToUnits(price) : null,
            FreeOrder = seat.FreeOrder,
            TakenAt = seat.TakenAt,
        };

    public static TeamNewsRow Of(int tenant, TeamNews news)
    {
        var told = news as TeamNews.Told;
        return new TeamNewsRow
        {
            Tenant = tenant,
            Key = news.Key,
            At = news.At,
            ContactId = told?.ContactId,
            Type = told?.Type,
            Body = told?.Data ?? JsonSerializer.Serialize((TeamNews.Refund)news),
            DueAt = news.At,
        };
    }

    public static TeamNews Read(TeamNewsRow row) =>
        row.ContactId is { } contact
            ? new TeamNews.Told(row.Key, row.At, contact, row.Type!, row.Body)
            : JsonSerializer.Deserialize<TeamNews.Refund>(row.Body)!;

    private static TeamSeat Read(TeamSeatRow row) =>
        new(
            row.Number,
            row.Place,
            row.Key,
            row.ContactId,
            row.OrderNumber,
            (SeatRole)row.Role,
            LedgerMoney.FromUnits(row.PaidUnits),
            row.TakenAt
        )
        {
            Status = (SeatStatus)row.Status,
            Price = row.PriceUnits is { } units ? LedgerMoney.FromUnits(units) : null,
            IsNewCustomer = row.IsNewCustomer,
            FreeOrder = row.FreeOrder,
        };
}
