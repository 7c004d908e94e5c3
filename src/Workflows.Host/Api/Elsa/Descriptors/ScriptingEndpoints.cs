using Workflows.Runtime.Definitions;

namespace Workflows.Host.Api.Elsa.Descriptors;

/// <summary>What the JavaScript editor completes: the globals of an expression, and the workflow's variables and inputs.</summary>
internal static class ScriptingEndpoints
{
    public static void MapScripting(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/scripting/javascript/type-definitions/{definitionId}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string definitionId,
        IDefinitionStore store,
        CancellationToken cancellationToken
    )
    {
        var latest = await store.FindLatestAsync(definitionId, cancellationToken);
        return Results.Text(ScriptTypes.Of(latest), "application/x-typescript");
    }
}
