using System.IO.Compression;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Storage.Instances;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Ending, deleting and exporting instances.</summary>
internal static class InstanceActEndpoints
{
    public static void MapInstanceActs(this IEndpointRouteBuilder routes)
    {
        var acts = routes.MapGroup("").Allow(Role.Operator);
        acts.MapPost("/cancel/workflow-instances/{id:guid}", CancelAsync);
        acts.MapPost("/bulk-actions/cancel/workflow-instances", CancelManyAsync);
        acts.MapDelete("/workflow-instances/{id:guid}", DeleteAsync);
        acts.MapPost("/bulk-actions/delete/workflow-instances/by-id", DeleteManyAsync);
        routes.MapPost("/bulk-actions/export/workflow-instances", ExportManyAsync);
        routes
            .MapPost("/bulk-actions/import/workflow-instances", ImportAsync)
            .DisableAntiforgery()
            .Allow(Role.Administrator);
    }

    private static async Task<IResult> CancelAsync(Guid id, InstanceActs acts, CancellationToken cancellationToken)
    {
        var found = await acts.FindAsync(Only(id), onlyRunning: false, cancellationToken);
        await acts.CancelAsync(found, cancellationToken);
        return found.Count == 0 ? InstanceReadEndpoints.NotFound(id) : Results.Ok(new { });
    }

    private static async Task<object> CancelManyAsync(
        InstanceSelectionBody body,
        InstanceActs acts,
        CancellationToken cancellationToken
    )
    {
        var found = await acts.FindAsync(body, onlyRunning: true, cancellationToken);
        await acts.CancelAsync(found, cancellationToken);
        return new { cancelledCount = found.Count };
    }

    private static async Task<IResult> DeleteAsync(
        Guid id,
        InstanceRemoval removal,
        CancellationToken cancellationToken
    ) =>
        await removal.RemoveAsync(Tenants.Default, [id], cancellationToken) > 0
            ? Results.NoContent()
            : InstanceReadEndpoints.NotFound(id);

    private static async Task<object> DeleteManyAsync(
        InstanceSelectionBody body,
        InstanceActs acts,
        InstanceRemoval removal,
        CancellationToken cancellationToken
    )
    {
        var found = await acts.FindAsync(body, onlyRunning: false, cancellationToken);
        var ids = found.Select(instance => instance.Id).ToList();
        return new { deletedCount = await removal.RemoveAsync(Tenants.Default, ids, cancellationToken) };
    }

    private static async Task<IResult> ExportManyAsync(
        InstanceSelectionBody body,
        InstanceActs acts,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var summary in await acts.FindAsync(body, onlyRunning: false, cancellationToken))
            {
                if (await InstanceHistory.FindAsync(summary.Id, instances, cancellationToken) is { } history)
                {
                    using var entry = zip.CreateEntry($"workflow-instance-{ElsaIds.Of(summary.Id)}.json").Open();
                    entry.Write(InstanceFile.Content(history));
                }
            }
        }

        return Results.File(buffer.ToArray(), "application/zip", "workflow-instances.zip");
    }

    private static async Task<IResult> ImportAsync(
        IFormFileCollection files,
        InstanceImports imports,
        CancellationToken cancellationToken
    )
    {
        var (count, mistakes) = await imports.ImportAsync(files, cancellationToken);
        return mistakes.Count > 0 ? ElsaProblem.BadRequest([.. mistakes]) : Results.Ok(new { imported = count });
    }

    private static InstanceSelectionBody Only(Guid id) => new([ElsaIds.Of(id)], null, null, null);
}
