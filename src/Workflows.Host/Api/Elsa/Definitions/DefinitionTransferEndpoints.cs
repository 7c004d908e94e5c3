using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Host.Auth;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Definitions as files, one as JSON, several in a zip file.</summary>
internal static class DefinitionTransferEndpoints
{
    public static void MapDefinitionTransfer(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        routes.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
        routes.MapPost("/workflow-definitions/import", ImportAsync).Allow(Role.Consultant);
        routes.MapPut("/workflow-definitions/{definitionId}/import", ImportAsAsync).Allow(Role.Consultant);
        routes
            .MapPost("/workflow-definitions/import-files", ImportFilesAsync)
            .DisableAntiforgery()
            .Allow(Role.Consultant);
    }

    private static async Task<IResult> ExportAsync(
        string definitionId,
        string? versionOptions,
        bool? includeConsumingWorkflows,
        IDefinitionStore store,
        ConsumingWorkflows consumers,
        CancellationToken cancellationToken
    )
    {
        if (
            await VersionOptions.Read(versionOptions).FindAsync(store, definitionId, cancellationToken) is not { } found
        )
        {
            return DefinitionReadEndpoints.NotFound(definitionId);
        }

        var more = includeConsumingWorkflows == true ? await consumers.ReadAsync(definitionId, cancellationToken) : [];
        return more.Count == 0
            ? Results.File(DefinitionFile.Content(found), "application/json", DefinitionFile.NameOf(found))
            : Zip([found, .. more]);
    }

    private static async Task<IResult> ExportManyAsync(
        DefinitionIdsBody body,
        IDefinitionStore store,
        CancellationToken cancellationToken
    )
    {
        List<StoredDefinition> found = [];
        foreach (var id in body.Versions)
        {
            if (await DefinitionReadEndpoints.FindVersionAsync(id, store, cancellationToken) is { } version)
            {
                found.Add(version);
            }
        }

        return found switch
        {
            [] => ElsaProblem.NotFound("None of these workflows is here."),
            [var only] => Results.File(DefinitionFile.Content(only), "application/json", DefinitionFile.NameOf(only)),
            _ => Zip(found),
        };
    }

    private static IResult Zip(IEnumerable<StoredDefinition> definitions)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var same in definitions.GroupBy(DefinitionFile.NameOf, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var (definition, index) in same.Select((definition, index) => (definition, index)))
                {
                    using var entry = zip.CreateEntry(index == 0 ? same.Key : $"{index}-{same.Key}").Open();
                    entry.Write(DefinitionFile.Content(definition));
                }
            }
        }

        return Results.File(buffer.ToArray(), "application/zip", "workflow-definitions.zip");
    }

    private static Task<IResult> ImportAsync(
        JsonObject model,
        HttpContext context,
        DefinitionImports imports,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    ) => ImportOneAsync(model, context, imports, answer, cancellationToken);

    private static Task<IResult> ImportAsAsync(
        string definitionId,
        JsonObject model,
        HttpContext context,
        DefinitionImports imports,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    )
    {
        model["definitionId"] = definitionId;
        return ImportOneAsync(model, context, imports, answer, cancellationToken);
    }

    private static async Task<IResult> ImportOneAsync(
        JsonObject model,
        HttpContext context,
        DefinitionImports imports,
        DefinitionAnswer answer,
        CancellationToken cancellationToken
    ) =>
        await imports.ImportAsync(model, cancellationToken) switch
        {
            { Stored: { } stored } => await answer.OkAsync(stored, context, cancellationToken),
            var refused => DefinitionSaveEndpoints.Refuse(refused),
        };

    private static async Task<IResult> ImportFilesAsync(
        IFormFileCollection files,
        HttpContext context,
        DefinitionImports imports,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var count = 0;
            var language = RequestLanguage.Of(context.Request);
            List<string> mistakes = [];
            foreach (var document in await ReadAsync(files, cancellationToken))
            {
                var outcome = await imports.ImportAsync(document, cancellationToken);
                count += outcome.Stored is null ? 0 : 1;
                mistakes.AddRange(
                    outcome.Stored is null ? outcome.Diagnostics.Select(found => ElsaProblem.Line(found, language)) : []
                );
            }

            return mistakes.Count > 0 ? ElsaProblem.BadRequest([.. mistakes]) : Results.Ok(new { count });
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException)
        {
            return ElsaProblem.BadRequest(unreadable.Message);
        }
    }

    private static async Task<IReadOnlyList<JsonObject>> ReadAsync(
        IFormFileCollection files,
        CancellationToken cancellationToken
    )
    {
        List<JsonObject> documents = [];
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            if (file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                documents.AddRange((await ZipEntries.ReadAsync(content, cancellationToken)).Select(Parse));
            }
            else
            {
                using var reader = new StreamReader(content, Encoding.UTF8);
                documents.Add(Parse(Encoding.UTF8.GetBytes(await reader.ReadToEndAsync(cancellationToken))));
            }
        }

        return documents;
    }

    private static JsonObject Parse(byte[] document) =>
        JsonNode.Parse(document) as JsonObject ?? throw new JsonException("A workflow definition is a JSON object.");
}
