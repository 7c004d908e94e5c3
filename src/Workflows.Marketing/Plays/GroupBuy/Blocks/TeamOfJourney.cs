using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>The team that a block is about.</summary>
internal static class TeamOfJourney
{
    /// <exception cref="FaultException">There is no such team.</exception>
    public static async Task<Team> FindAsync(ActivityExecutionContext context, string? id) =>
        await DeskOf(context).FindAsync(Read(id), context.CancellationToken) ?? throw Missing(id);

    /// <summary>Does something with the team.</summary>
    /// <exception cref="FaultException">There is no such team.</exception>
    public static async Task<Team> DoAsync(
        ActivityExecutionContext context,
        string? id,
        Func<GroupBuyDesk, Guid, Task<Team?>> act
    )
    {
        var team = await act(DeskOf(context), Read(id)) ?? throw Missing(id);
        context.JournalData["state"] = team.State.ToString();
        context.JournalData["headcount"] = team.Headcount;
        return team;
    }

    private static GroupBuyDesk DeskOf(ActivityExecutionContext context) => context.GetRequiredService<GroupBuyDesk>();

    private static Guid Read(string? id) => Guid.TryParse(id, out var team) ? team : throw Missing(id);

    private static FaultException Missing(string? id) => new("UnknownTeam", $"There is no team '{id}'.");
}
