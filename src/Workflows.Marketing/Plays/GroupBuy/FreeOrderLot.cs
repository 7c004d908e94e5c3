using System.Security.Cryptography;
using System.Text;
using Workflows.Marketing.Experiments;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>
/// Draws free orders so that anybody can check it (S2-31): a seat's number is made of the team's seed, the team and the seat. The seed is fixed
/// when the team opens, its commitment shown from then on, and the seed itself after the draw.
/// </summary>
public static class FreeOrderLot
{
    /// <summary>What is shown of a seed before the draw: its SHA-256, in hexadecimal.</summary>
    public static string CommitmentOf(string seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>A seat's number in [0, 1): the first 53 bits of the SHA-256 of seed, team and seat, a line each.</summary>
    public static double NumberOf(string seed, Guid team, int seat) => ArmDraw.Of($"{seed}\n{team:N}\n{seat}");

    /// <summary>The seats that win: those whose number is below the odds, the lowest first, no more than the quota.</summary>
    public static IReadOnlyList<int> Winners(string seed, Guid team, IEnumerable<int> seats, double odds, int quota) =>
        [
            .. seats
                .Select(seat => (Seat: seat, Number: NumberOf(seed, team, seat)))
                .Where(one => one.Number < odds)
                .OrderBy(one => one.Number)
                .ThenBy(one => one.Seat)
                .Take(Math.Max(0, quota))
                .Select(one => one.Seat),
        ];
}
