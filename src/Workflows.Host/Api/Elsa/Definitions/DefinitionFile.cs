using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>A definition as a file: the stored document, with the schema by which the Studio knows what it is.</summary>
internal static class DefinitionFile
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
    private const int LongestName = 80;

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static byte[] Content(StoredDefinition stored)
    {
        var document = JsonNode.Parse(stored.Json)!.AsObject();
        document.Remove("$schema");
        document.Insert(0, "$schema", Schema);
        return Encoding.UTF8.GetBytes(document.ToJsonString(Readable));
    }

    /// <summary>A name that every file system takes.</summary>
    public static string NameOf(StoredDefinition stored)
    {
        var name = new StringBuilder();
        foreach (var letter in stored.Name.Take(LongestName))
        {
            name.Append(char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-');
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"workflow-definition-{(name.Length == 0 ? "unnamed" : name)}-v{stored.Version}.json"
        );
    }
}
