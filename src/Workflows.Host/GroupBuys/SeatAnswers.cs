using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>What became of a wish for a seat, as HTTP says it.</summary>
internal static class SeatAnswers
{
    public static Results<Created<TeamBody>, Ok<TeamBody>, ProblemHttpResult> Of(SeatReceipt receipt, string unknown)
    {
        if (receipt.Diagnostics.Count > 0)
        {
            return Problems.From(receipt.Diagnostics, "The customer cannot be known by this.");
        }

        return receipt.Answer switch
        {
            SeatAnswer.Taken => TypedResults.Created(
                $"/api/group-buy-teams/{receipt.Team!.Id:N}",
                TeamBody.From(receipt.Team)
            ),
            SeatAnswer.Known => TypedResults.Ok(TeamBody.From(receipt.Team!)),
            SeatAnswer.Unknown => Problems.NotFound(unknown),
            SeatAnswer.Full => Problems.Conflict("Every place of the team is taken.", "full"),
            SeatAnswer.Over => Problems.Conflict("The team is closed.", "over"),
            SeatAnswer.AlreadyIn => Problems.Conflict("The customer has a seat in this team.", "already-in"),
            SeatAnswer.KeyTaken => Problems.Conflict("The key or the order took another seat.", "key-taken"),
            SeatAnswer.WrongPrice => Problems.Conflict("This is not what the seat costs.", "wrong-price"),
            _ => throw new UnreachableException(),
        };
    }

    public static ProblemHttpResult NoTeam(Guid team) => Problems.NotFound($"There is no team '{team:N}'.");
}
