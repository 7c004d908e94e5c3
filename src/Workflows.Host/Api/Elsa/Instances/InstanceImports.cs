using System.Text.Json;
using Workflows.Host.Api.Elsa.Definitions;
using Workflows.Host.Composition;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Takes in instances that <see cref="InstanceFile"/> put into files. One that is here already stays as it is.</summary>
internal sealed class InstanceImports(
    DefinitionCatalog definitions,
    IInstanceStore store,
    WorkSignal signal,
    TimeProvider clock
)
{
    /// <summary>Reads files and asks for their instances to be taken in.</summary>
    /// <returns>How many will be; or what is wrong with the files, and then none is.</returns>
    public async Task<(int Count, IReadOnlyList<string> Mistakes)> ImportAsync(
        IFormFileCollection files,
        CancellationToken cancellationToken
    )
    {
        List<WorkItem> items = [];
        List<string> mistakes = [];
        foreach (var (name, content) in await ReadAsync(files, cancellationToken))
        {
            try
            {
                items.Add(await ReadAsync(content, cancellationToken));
            }
            catch (Exception broken)
                when (broken
                        is JsonException
                            or InvalidDataException
                            or KeyNotFoundException
                            or InvalidOperationException
                            or FormatException
                            or ArgumentException
                )
            {
                mistakes.Add($"{name}: {broken.Message}");
            }
        }

        if (mistakes.Count > 0 || items.Count == 0)
        {
            return (0, mistakes);
        }

        await store.EnqueueAsync(items, cancellationToken);
        signal.Raise([.. items]);
        return (items.Count, []);
    }

    private async Task<WorkItem> ReadAsync(byte[] content, CancellationToken cancellationToken)
    {
        var file = JsonElement.Parse(content);
        var state = file.GetProperty("workflowState");
        var definitionId = state.GetProperty("definitionId").GetString() ?? "";
        var version = state.GetProperty("definitionVersion").GetInt32();
        var graph =
            await definitions.GetAsync(definitionId, version, cancellationToken)
            ?? throw new InvalidDataException(
                $"Version {version} of the workflow '{definitionId}' is not here: import it first."
            );
        var bytes = file.TryGetProperty("state", out var stored)
            ? stored.GetBytesFromBase64()
            : throw new InvalidDataException("The file does not hold the instance's state; export it again.");
        var instance = InstanceSerializer.Read(bytes, graph);
        return new WorkItem
        {
            Tenant = Tenants.Default,
            Subject = instance.Subject,
            Kind = WorkKind.Start,
            DueAt = clock.GetUtcNow(),
            InstanceId = instance.Id,
            Payload = new ImportWork(definitionId, version, bytes),
        };
    }

    private static async Task<IReadOnlyList<(string Name, byte[] Content)>> ReadAsync(
        IFormFileCollection files,
        CancellationToken cancellationToken
    )
    {
        List<(string, byte[])> contents = [];
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            if (file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                var entries = await ZipEntries.ReadAsync(content, cancellationToken);
                contents.AddRange(entries.Select((entry, index) => ($"{file.FileName} ({index + 1})", entry)));
                continue;
            }

            using var buffer = new MemoryStream();
            await content.CopyToAsync(buffer, cancellationToken);
            contents.Add((file.FileName, buffer.ToArray()));
        }

        return contents;
    }
}
