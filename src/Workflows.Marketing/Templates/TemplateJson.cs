using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Templates;

/// <summary>Reads and writes what templates say of themselves.</summary>
internal static class TemplateJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };

    /// <summary>Reads a <c>template.json</c>.</summary>
    public static (Template? Template, Diagnostic? Mistake) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (SchemaOf(document.RootElement) is not Template.CurrentSchema)
            {
                return (
                    null,
                    new Diagnostic(
                        TemplateCodes.Unreadable,
                        $"The template is written in another format than version {Template.CurrentSchema}.",
                        "template.json: $.schema",
                        Remedy: "Use a product that knows the format, or have the template packed anew."
                    )
                );
            }

            return (document.Deserialize<Template>(Options), null);
        }
        catch (JsonException broken)
        {
            return (
                null,
                new Diagnostic(
                    TemplateCodes.Unreadable,
                    $"The template cannot be read: {broken.Message}",
                    $"template.json: {broken.Path ?? "$"}"
                )
            );
        }
    }

    private static int? SchemaOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("schema", out var schema)
        && schema.ValueKind == JsonValueKind.Number
        && schema.TryGetInt32(out var number)
            ? number
            : null;
}
