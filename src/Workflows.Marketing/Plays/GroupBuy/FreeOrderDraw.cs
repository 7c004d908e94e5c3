namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>How a lot was drawn: with the team's seed all that is needed to draw it again.</summary>
/// <param name="At">When.</param>
/// <param name="Odds">The chance of each seat, from 0 to 1.</param>
/// <param name="Quota">How many free orders the campaign had left.</param>
/// <param name="Winners">The numbers of the seats that won, the luckiest first.</param>
public sealed record FreeOrderDraw(DateTimeOffset At, double Odds, int Quota, IReadOnlyList<int> Winners);
