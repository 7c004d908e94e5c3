using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Simulations;

/// <summary>
/// What a journey says, as a hash: blocks, lines, variables and settings. Versions, times, names of nodes and where blocks stand on the canvas are left out, and
/// the order of members does not count, so that saving it again is no other journey.
/// </summary>
internal static class JourneyContent
{
    private static readonly string[] Said = ["root", "customProperties", "variables", "inputs", "outputs", "outcomes"];

    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal)
    {
        "metadata",
        "nodeId",
        "vertices",
        "notFoundConnections",
    };

    /// <summary>The hash of a definition: 64 hex digits.</summary>
    public static string HashOf(WorkflowDefinition definition)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var member in Said)
            {
                if (
                    definition.Source.ValueKind == JsonValueKind.Object
                    && definition.Source.TryGetProperty(member, out var value)
                )
                {
                    writer.WritePropertyName(member);
                    Write(writer, value);
                }
            }

            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.ToArray()));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (
                    var member in element
                        .EnumerateObject()
                        .Where(member => !Unsaid.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
                        .OrderBy(member => member.Name, StringComparer.Ordinal)
                )
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
