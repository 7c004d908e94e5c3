using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Auth;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Starting instances by hand.</summary>
internal static class DefinitionRunEndpoints
{
    private const string InstanceHeader = "x-elsa-workflow-instance-id";
    private const string CannotStartHeader = "x-elsa-workflow-cannot-start";

    public static void MapDefinitionRunning(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/workflow-definitions/{definitionId}").Allow(Role.Operator);
        definitions.MapPost("/execute", ExecuteAsync);
        definitions.MapPost("/dispatch", DispatchAsync);
        definitions.MapPost("/bulk-dispatch", BulkDispatchAsync);
    }

    private static Task<IResult> ExecuteAsync(
        string definitionId,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)]
            RunRequest? request,
        HttpContext context,
        IDefinitionStore store,
        InstanceStarts starts,
        CancellationToken cancellationToken
    ) =>
        WithGraphAsync(
            definitionId,
            request,
            store,
            starts,
            async graph =>
            {
                var id = await starts.StartAsync(graph, request ?? Nothing, cancellationToken);
                context.Response.Headers[InstanceHeader] = id.ToString("N");
                if (await starts.WaitAsync(id, cancellationToken) is { } instance)
                {
                    return Results.Ok(
                        new
                        {
                            workflowState = new
                            {
                                id = id.ToString("N"),
                                definitionId,
                                status = instance.Status,
                                subStatus = instance.SubStatus,
                            },
                        }
                    );
                }

                context.Response.Headers[CannotStartHeader] = "true";
                return Results.Ok(new { });
            },
            cancellationToken
        );

    private static Task<IResult> DispatchAsync(
        string definitionId,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)]
            RunRequest? request,
        IDefinitionStore store,
        InstanceStarts starts,
        CancellationToken cancellationToken
    ) =>
        WithGraphAsync(
            definitionId,
            request,
            store,
            starts,
            async graph =>
            {
                var id = await starts.StartAsync(graph, request ?? Nothing, cancellationToken);
                return Results.Ok(new { workflowInstanceId = id.ToString("N") });
            },
            cancellationToken
        );

    private static Task<IResult> BulkDispatchAsync(
        string definitionId,
        RunRequest request,
        IDefinitionStore store,
        InstanceStarts starts,
        CancellationToken cancellationToken
    ) =>
        WithGraphAsync(
            definitionId,
            request,
            store,
            starts,
            async graph =>
            {
                List<string> ids = [];
                for (var index = 0; index < request.Instances; index++)
                {
                    ids.Add((await starts.StartAsync(graph, request, cancellationToken)).ToString("N"));
                }

                return Results.Ok(new { workflowInstanceIds = ids });
            },
            cancellationToken
        );

    private static readonly RunRequest Nothing = new(null, null, null, null, null, null);

    private static async Task<IResult> WithGraphAsync(
        string definitionId,
        RunRequest? request,
        IDefinitionStore store,
        InstanceStarts starts,
        Func<WorkflowGraph, Task<IResult>> run,
        CancellationToken cancellationToken
    )
    {
        var options = VersionOptions.Read(request?.VersionOptions ?? "Published");
        if (await options.FindAsync(store, definitionId, cancellationToken) is not { } stored)
        {
            return DefinitionReadEndpoints.NotFound(definitionId);
        }

        return await starts.FindAsync(stored, cancellationToken) is { } graph
            ? await run(graph)
            : ElsaProblem.BadRequest("The workflow cannot be started: publish it to see what is wrong with it.");
    }
}
