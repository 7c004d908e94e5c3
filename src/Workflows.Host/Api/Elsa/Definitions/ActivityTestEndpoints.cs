using Workflows.Host.Auth;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Journal;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Trying one activity from the editor.</summary>
internal static class ActivityTestEndpoints
{
    public static void MapActivityTests(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/tests/activities", RunAsync).Allow(Role.Developer);

    private static async Task<IResult> RunAsync(
        ActivityTestRequest request,
        HttpContext context,
        IDefinitionStore store,
        DefinitionAnswer answer,
        ActivityTrial trial,
        CancellationToken cancellationToken
    )
    {
        var id = request.WorkflowDefinitionHandle?.DefinitionVersionId ?? "";
        if (await DefinitionReadEndpoints.FindVersionAsync(id, store, cancellationToken) is not { } stored)
        {
            return DefinitionReadEndpoints.NotFound(id);
        }

        var document = await answer.ShowAsync(stored, context, cancellationToken);
        var nodeId = request.ActivityHandle?.ActivityNodeId;
        return await trial.RunAsync(document, nodeId, cancellationToken) is { } execution
            ? Results.Ok(Show(execution))
            : ElsaProblem.NotFound($"There is no activity '{nodeId}' that could be tried.");
    }

    private static object Show(ActivityExecution execution) =>
        new
        {
            activityState = execution.ActivityState,
            outputs = execution.Outputs,
            payload = execution.Payload,
            exception = execution.Exception,
            status = execution.Status,
        };
}
