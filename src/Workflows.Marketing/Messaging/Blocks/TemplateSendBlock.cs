using System.Globalization;
using System.Text.Json;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>A send block that fills in the fields of a template which the platform, or the gateway, keeps.</summary>
public abstract class TemplateSendBlock : SendBlock
{
    private protected TemplateSendBlock(Carrier carrier, string channel)
        : base(carrier, channel) { }

    /// <summary>The template's id over there.</summary>
    [Input(
        DisplayName = "Template id",
        Description = "The id of the template as the platform or the gateway knows it.",
        Order = 12
    )]
    public Input<string?> TemplateId { get; set; } = default!;

    /// <summary>What goes into the template's fields, by their names.</summary>
    [Input(
        Description = "What goes into the fields of the template, by their names, as JSON.",
        UIHint = InputUIHints.JsonEditor,
        DefaultSyntax = "Liquid",
        Order = 13
    )]
    public Input<object?> Fields { get; set; } = default!;

    private protected override IReadOnlyList<Attachment> AttachmentsOf(ActivityExecutionContext context) =>
        Filled(context, TemplateId) is { } template
            ? [new Attachment.Fields(template, Values(context.Get(Fields)))]
            : [];

    private static Dictionary<string, string> Values(object? given)
    {
        try
        {
            var fields = given switch
            {
                null => default,
                string text when string.IsNullOrWhiteSpace(text) => default,
                string text => JsonSerializer.Deserialize<JsonElement>(text),
                JsonElement element => element,
                _ => JsonSerializer.SerializeToElement(given),
            };
            return fields.ValueKind switch
            {
                JsonValueKind.Undefined or JsonValueKind.Null => [],
                _ => fields.EnumerateObject().ToDictionary(field => field.Name, Written, StringComparer.Ordinal),
            };
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FaultException("BadFields", "The fields are not a JSON object of texts.");
        }
    }

    private static string Written(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.String
            ? field.Value.GetString()!
            : string.Create(CultureInfo.InvariantCulture, $"{field.Value}");
}
