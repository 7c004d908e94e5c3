namespace Workflows.Host.Api;

/// <summary>The list of everything that answers.</summary>
internal static class Routes
{
    public static void MapRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapStartPage();
        routes.MapHealth();
        routes.MapOpenApi().AllowAnonymous();

        var api = routes.MapGroup("/api").RequireAuthorization().ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapDefinitions();
        api.MapRuleSets();
        api.MapRuleSetQuestions();
        api.MapEvents();
        api.MapContacts();
        api.MapSegments();
        api.MapInstances();
        api.MapMessages();
    }
}
