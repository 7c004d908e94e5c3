using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Storage.Invites;

namespace Workflows.Host.Referral;

/// <summary>How campaigns of invitations spread (S2-37).</summary>
internal static class InviteEndpoints
{
    private const int LongestCampaign = 20;

    public static void MapInvites(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/invites/{campaign}", ReadAsync)
            .WithTags("Referral")
            .WithSummary(
                "How a campaign of invitations spreads: given, followed, ordered, and the coefficient; of the last 30 days unless given."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<InviteFiguresBody>, ProblemHttpResult>> ReadAsync(
        string campaign,
        DateTimeOffset? from,
        DateTimeOffset? to,
        InviteReports invites,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var span = FiguresSpan.Of(from, to, clock);
        return campaign.Length > LongestCampaign || !campaign.All(char.IsAsciiLetterOrDigit)
                ? Problems.BadRequest("A campaign is 1 to 20 letters and digits.")
            : span.From >= span.Until ? Problems.BadRequest("'from' is before 'to'.")
            : TypedResults.Ok(
                InviteFiguresBody.From(
                    await invites.ReadAsync(Tenants.Default, campaign, span.From, span.Until, cancellationToken)
                )
            );
    }
}
