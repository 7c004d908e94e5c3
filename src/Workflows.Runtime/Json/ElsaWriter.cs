using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>Writes definitions as Elsa 3 reads them: the document they came from, with the few members the catalogue owns.</summary>
public static class ElsaWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Owned = ["id", "definitionId", "version", "isLatest", "isPublished"];

    /// <summary>The definition's document. Members the catalogue owns and the document lacks are added only when they say something.</summary>
    /// <param name="definition">The definition.</param>
    public static string Write(WorkflowDefinition definition)
    {
        if (definition.Source.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidOperationException(
                $"The workflow '{definition.DefinitionId}' was written in code and has no document."
            );
        }
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var member in definition.Source.EnumerateObject())
            {
                written.Add(member.Name);
                writer.WritePropertyName(member.Name);
                if (!WriteOwned(writer, member.Name, definition, member.Value))
                {
                    member.Value.WriteTo(writer);
                }
            }
            AddMissing(writer, written, definition);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void AddMissing(Utf8JsonWriter writer, HashSet<string> written, WorkflowDefinition definition)
    {
        var read = ElsaReader.Read(definition.Source).Definition;
        foreach (var name in Owned)
        {
            if (!written.Contains(name) && !Equals(OwnedValue(name, definition), OwnedValue(name, read ?? definition)))
            {
                writer.WritePropertyName(name);
                WriteOwned(writer, name, definition, default);
            }
        }
    }

    private static object OwnedValue(string name, WorkflowDefinition definition) =>
        name switch
        {
            "id" => definition.Id,
            "definitionId" => definition.DefinitionId,
            "version" => definition.Version,
            "isLatest" => definition.IsLatest,
            _ => definition.IsPublished,
        };

    private static bool WriteOwned(
        Utf8JsonWriter writer,
        string name,
        WorkflowDefinition definition,
        JsonElement original
    )
    {
        var owned = Array.Find(Owned, candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase));
        if (owned is null)
        {
            return false;
        }
        switch (OwnedValue(owned, definition))
        {
            case string text when original.ValueKind != JsonValueKind.Null || text.Length > 0:
                writer.WriteStringValue(text);
                return true;
            case int number:
                writer.WriteNumberValue(number);
                return true;
            case bool truth:
                writer.WriteBooleanValue(truth);
                return true;
            default:
                return false;
        }
    }
}
