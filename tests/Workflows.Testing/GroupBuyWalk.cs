using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Testing;

/// <summary>Random steps of a group-buy: teams open, people join, ask for their money, time passes, teams are closed, settled, refunded and drawn; each may come twice.</summary>
public sealed class GroupBuyWalk(GroupBuyDesk desk, Random random, DateTimeOffset start)
{
    private const int People = 12;
    private const int Quota = 4;

    private readonly List<Guid> _teams = [];
    private DateTimeOffset _now = start;
    private int _keys;

    public const string Campaign = "walk";

    public async Task RunAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await StepAsync();
        }
    }

    /// <summary>What the journeys of all teams do in the end.</summary>
    public async Task EndAsync()
    {
        _now = _now.AddDays(3);
        foreach (var team in _teams)
        {
            var closed = await desk.CloseAsync(team, _now, default);
            _ =
                closed!.State == TeamState.Succeeded
                    ? await desk.SettleAsync(team, _now, default)
                    : await desk.RefundAllAsync(team, _now, default);
        }
    }

    private async Task StepAsync()
    {
        var kind = _teams.Count == 0 ? 0 : random.Next(14);
        switch (kind)
        {
            case 0 or 1:
                await OpenAsync();
                break;
            case 2:
                _now = _now.AddHours(random.Next(1, 12));
                break;
            case 3:
                await desk.CloseAsync(Team(), _now, default);
                break;
            case 4:
                await desk.SettleAsync(Team(), _now, default);
                break;
            case 5 when random.Next(4) == 0:
                await desk.RefundAllAsync(Team(), _now, default);
                break;
            case 6:
                await desk.DrawAsync(Team(), 0.5, Quota, _now, default);
                break;
            case 7 or 8:
                await RefundAsync();
                break;
            default:
                await JoinAsync();
                break;
        }
    }

    private async Task OpenAsync()
    {
        var (team, answer) = await desk.OpenAsync(Plan(), Request(), default);
        if (answer == SeatAnswer.Taken)
        {
            _teams.Add(team!.Id);
        }
    }

    private async Task JoinAsync()
    {
        var (team, request) = (Team(), Request());
        await desk.JoinAsync(team, request, default);
        if (random.Next(3) == 0)
        {
            await desk.JoinAsync(team, request, default);
        }
    }

    private async Task RefundAsync()
    {
        var team = (await desk.FindAsync(Team(), default))!;
        var order = team.Seats[random.Next(team.Seats.Count)].Order;
        await desk.RefundAsync(team.Id, order, _now, default);
        if (random.Next(3) == 0)
        {
            await desk.RefundAsync(team.Id, order, _now, default);
        }
    }

    private Guid Team() => _teams[random.Next(_teams.Count)];

    // Now and then a key of before, with whoever comes.
    private SeatRequest Request()
    {
        var key = random.Next(10) == 0 ? random.Next(_keys + 1) : _keys++;
        var contact = new Guid(random.Next(1, People + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new SeatRequest($"k{key}", contact, $"o{key}", random.Next(20) == 0 ? 1m : null, _now)
        {
            IsNewCustomer = random.Next(2) == 0,
        };
    }

    private static GroupBuyPlan Plan() => new(Campaign, [Terms(2, 2), Terms(3, 5), Terms(5, 5)]);

    private static GroupBuyTerms Terms(int size, int capacity) =>
        new(Campaign, size, capacity, 39.9m, 29.9m, 19.9m, TimeSpan.FromHours(24))
        {
            Tiers = capacity > size ? [new(4, 25.55m), new(5, 18m)] : [],
        };
}
