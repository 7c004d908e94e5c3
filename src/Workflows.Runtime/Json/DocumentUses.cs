using System.Text.Json;

namespace Workflows.Runtime.Json;

/// <summary>What a store keeps beside a document, so that nobody has to read all of them to find a few.</summary>
/// <param name="IsUsable">Whether other workflows may embed it.</param>
/// <param name="Workflows">The workflows it starts or embeds, as far as it names them by id.</param>
public sealed record DocumentUses(bool IsUsable, IReadOnlySet<string> Workflows)
{
    private const string Reference = "workflowDefinitionId";

    private static readonly DocumentUses None = new(false, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Reads a document; one that cannot be read uses nothing.</summary>
    /// <param name="json">An Elsa definition.</param>
    public static DocumentUses Read(string json)
    {
        if (ElsaReader.Read(json).Definition is not { } definition)
        {
            return None;
        }
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(definition.Root, found);
        return new DocumentUses(definition.Options.UsableAsActivity, found);
    }

    private static void Collect(JsonElement json, HashSet<string> found)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Collect(item, found);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                if (
                    string.Equals(member.Name, Reference, StringComparison.OrdinalIgnoreCase)
                    && IdIn(member.Value) is { Length: > 0 } id
                )
                {
                    found.Add(id);
                }
                Collect(member.Value, found);
            }
        }
    }

    /// <summary>An embedded workflow has its id as it is, an input that names one as a literal.</summary>
    private static string? IdIn(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.Member("expression").Member("value").AsText() : value.AsText();
}
