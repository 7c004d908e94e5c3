using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// What has to hold for rule sets and journeys about attributes and tags: those they name are in the schema and in the catalogue, and are asked for
/// what they are.
/// </summary>
public sealed class ContactNamesCheck(AttributeCatalog attributes, TagCatalog tags) : IDefinitionCheck
{
    /// <summary>Looks at a rule set that type-checks.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="path">The JSON path at which it stands.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async ValueTask<IReadOnlyList<Diagnostic>> ReviewAsync(
        RuleSet ruleSet,
        string path,
        CancellationToken cancellationToken
    )
    {
        var names = await NamesAsync(cancellationToken);
        return [.. RuleTexts.Of(ruleSet, path).SelectMany(one => names.CheckCalls(one.Text, one.Path))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var schema = await attributes.GetAsync(cancellationToken);
        var names = new ContactNames(schema, await tags.GetAsync(cancellationToken));
        List<Diagnostic> found =
        [
            .. JourneyActivity.All(graph.Definition.Root).SelectMany(activity => Check(activity, schema, names)),
        ];
        if (
            JourneySettings.Read(graph.Definition).CampaignTag is { } tag
            && names.CheckTag(tag, $"{TagFamily.Campaign}", "$.customProperties.campaignTag") is { } unplanned
        )
        {
            found.Add(unplanned);
        }

        return found;
    }

    private async ValueTask<ContactNames> NamesAsync(CancellationToken cancellationToken) =>
        new(await attributes.GetAsync(cancellationToken), await tags.GetAsync(cancellationToken));

    private static IEnumerable<Diagnostic> Check(JourneyActivity activity, AttributeSchema schema, ContactNames names)
    {
        foreach (var (notation, text) in Texts(activity.Document))
        {
            foreach (var found in names.CheckCalls(text, activity.Id))
            {
                yield return found;
            }

            var isScript = notation is "JavaScript" or "Liquid";
            foreach (var found in isScript ? names.CheckMembers(text, ContactMembers.Known, activity.Id) : [])
            {
                yield return found;
            }
        }

        if (Literal(activity, schema, names) is { } mistake)
        {
            yield return mistake;
        }
    }

    private static Diagnostic? Literal(JourneyActivity activity, AttributeSchema schema, ContactNames names) =>
        activity.Type switch
        {
            JourneyTypes.SetAttribute when activity.Literal("attribute") is { Length: > 0 } name => schema.Find(name)
                is { } attribute
                ? LiteralValue(activity) is { } value
                    ? AttributeCheck.Of(attribute, value, activity.Id)
                    : null
                : schema.IsOpen
                    ? null
                    : schema.Unknown(name, activity.Id),
            JourneyTypes.AddTag or JourneyTypes.RemoveTag when activity.Literal("tag")?.Trim() is { Length: > 0 } tag =>
                names.CheckTag(tag, Family(activity), activity.Id),
            _ => null,
        };

    private static string? Family(JourneyActivity activity) =>
        activity.Literal("family") is { Length: > 0 } family ? family : null;

    // What is written down is text; it is kept as the schema understands text.
    private static object? LiteralValue(JourneyActivity activity) =>
        activity.Document.TryGetProperty("value", out var input)
        && input.ValueKind == JsonValueKind.Object
        && input.TryGetProperty("expression", out var expression)
        && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("type", out var type)
        && type.ValueEquals("Literal"u8)
        && expression.TryGetProperty("value", out var value)
        && value.ValueKind is not JsonValueKind.Null
            ? AttributeValue.FromJson(value)
            : null;

    private static IEnumerable<(string Notation, string Text)> Texts(JsonElement activity)
    {
        foreach (var member in activity.EnumerateObject())
        {
            if (
                member.Value.ValueKind == JsonValueKind.Object
                && member.Value.TryGetProperty("expression", out var expression)
                && expression.ValueKind == JsonValueKind.Object
                && expression.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.String
                && expression.TryGetProperty("value", out var value)
                && value.ValueKind == JsonValueKind.String
            )
            {
                yield return (type.GetString()!, value.GetString()!);
            }
        }
    }
}
