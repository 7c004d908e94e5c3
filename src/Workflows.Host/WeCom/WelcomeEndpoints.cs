using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Storage.Users;

namespace Workflows.Host.WeCom;

/// <summary><c>/api/wecom/welcome</c>: how new friends are greeted.</summary>
internal static class WelcomeEndpoints
{
    public static void MapWelcome(this IEndpointRouteBuilder routes)
    {
        var welcome = routes.MapGroup("/wecom/welcome").WithTags("WeCom");
        welcome.MapGet("/", ReadAsync).WithSummary("The welcome plan in force.");
        welcome
            .MapPut("/", PublishAsync)
            .Allow(Role.Operator)
            .WithSummary("Puts a welcome plan in force: the first rule that fits a new friend speaks.")
            .Accepts<WelcomePlan>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<WelcomePlanBody>, ProblemHttpResult>> ReadAsync(
        WelcomePlans plans,
        CancellationToken cancellationToken
    ) =>
        await plans.NewestAsync(cancellationToken) is { } newest
            ? TypedResults.Ok(WelcomePlanBody.From(newest, []))
            : Problems.NotFound("No welcome plan was published yet: new friends are not greeted.");

    private static async Task<Results<Ok<WelcomePlanBody>, ProblemHttpResult>> PublishAsync(
        HttpRequest request,
        WelcomePlans plans,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var (published, diagnostics) = await plans.PublishAsync(body.Text, cancellationToken);
        return published is null
            ? Problems.From(diagnostics, "The welcome plan has errors.")
            : TypedResults.Ok(WelcomePlanBody.From(published, diagnostics));
    }
}
