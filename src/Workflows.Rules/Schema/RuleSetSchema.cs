using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Explaining;
using Workflows.Rules.Model;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Schema;

/// <summary>
/// Writes the JSON schema (draft 2020-12) of rule files for given inputs: editors complete and check what an author
/// writes, and offer the fields that expressions can use.
/// </summary>
public sealed class RuleSetSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SchemaWords _words;
    private readonly SchemaField[] _fields;
    private readonly Vocabulary _vocabulary;
    private readonly Language _language;

    private RuleSetSchema(InputShape shape, Vocabulary vocabulary, Language language)
    {
        _words = new SchemaWords(language);
        _fields = [.. SchemaField.Of(shape)];
        _vocabulary = vocabulary;
        _language = language;
    }

    /// <summary>Writes the schema.</summary>
    /// <param name="shape">The inputs that rules will be asked with.</param>
    /// <param name="vocabulary">What people call their members.</param>
    /// <param name="language">The language of titles and descriptions.</param>
    /// <returns>The schema, as indented JSON.</returns>
    public static string Write(InputShape shape, Vocabulary vocabulary, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new RuleSetSchema(shape, vocabulary, language).Document().ToJsonString(Indented);
    }

    private JsonObject Document() =>
        new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "RulesEngine",
            ["description"] = _words.Document,
            ["oneOf"] = new JsonArray(Ref("ruleSet"), List("ruleSet", null)),
            ["$defs"] = new JsonObject
            {
                ["ruleSet"] = RuleSet(),
                ["rule"] = Rule(),
                ["param"] = Param(),
                ["action"] = Action(),
                ["expression"] = Expression(),
                ["field"] = Field(),
                ["date"] = Date(),
            },
        };

    private JsonObject RuleSet() =>
        new()
        {
            ["type"] = "object",
            ["description"] = _words.RuleSet,
            ["required"] = new JsonArray(Words.SetName),
            ["anyOf"] = new JsonArray(Required(Words.Rules), Required(Words.Includes)),
            ["properties"] = new JsonObject
            {
                ["$schema"] = new JsonObject { ["type"] = "string" },
                [Words.SetName] = Name(_words.SetName),
                [Words.Includes] = Optional(Texts(_words.Includes)),
                [Words.GlobalParams] = Optional(List("param", _words.GlobalParams)),
                [Words.Rules] = List("rule", _words.Rules),
                [Words.ExpressionType] = ExpressionType(),
                [Words.ValidFrom] = Ref("date", _words.ValidFrom),
                [Words.ValidTo] = Ref("date", _words.ValidTo),
                [Words.Inputs] = new JsonObject { ["type"] = "object", ["description"] = _words.Inputs },
                [Words.Facts] = Texts(_words.Facts),
            },
        };

    private JsonObject Rule() =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray(Words.RuleName),
            ["if"] = Required(Words.Operator),
            ["then"] = new JsonObject
            {
                ["required"] = new JsonArray(Words.Rules),
                ["properties"] = new JsonObject { [Words.Rules] = new JsonObject { ["minItems"] = 1 } },
            },
            ["else"] = new JsonObject
            {
                ["required"] = new JsonArray(Words.Expression),
                ["properties"] = new JsonObject
                {
                    [Words.Expression] = new JsonObject { ["type"] = "string" },
                    [Words.Rules] = new JsonObject { ["maxItems"] = 0 },
                },
            },
            ["properties"] = new JsonObject
            {
                [Words.RuleName] = Name(_words.RuleName),
                [Words.Enabled] = new JsonObject { ["type"] = "boolean", ["description"] = _words.Enabled },
                [Words.Expression] = Optional(Ref("expression", _words.Condition)),
                [Words.Operator] = new JsonObject
                {
                    ["enum"] = new JsonArray("And", "AndAlso", "Or", "OrElse"),
                    ["description"] = _words.Operator,
                },
                [Words.Rules] = Optional(List("rule", _words.Rules)),
                [Words.LocalParams] = Optional(List("param", _words.LocalParams)),
                [Words.ExpressionType] = ExpressionType(),
                [Words.SuccessEvent] = Text(_words.SuccessEvent),
                [Words.ErrorMessage] = Text(_words.ErrorMessage),
                [Words.Properties] = new JsonObject
                {
                    ["type"] = new JsonArray("object", "null"),
                    ["description"] = _words.Properties,
                },
                [Words.Actions] = new JsonObject
                {
                    ["type"] = new JsonArray("object", "null"),
                    ["description"] = _words.Actions,
                    ["properties"] = new JsonObject
                    {
                        [Words.OnSuccess] = Optional(Ref("action")),
                        [Words.OnFailure] = Optional(Ref("action")),
                    },
                },
            },
        };

    private JsonObject Param() =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray(Words.Name, Words.Expression),
            ["properties"] = new JsonObject
            {
                [Words.Name] = new JsonObject
                {
                    ["type"] = "string",
                    ["pattern"] = "^[\\p{L}_][\\p{L}\\p{N}_]*$",
                    ["description"] = _words.ParamName,
                },
                [Words.Expression] = Ref("expression"),
            },
        };

    private JsonObject Action() =>
        new()
        {
            ["type"] = "object",
            ["oneOf"] = new JsonArray(
                Action(
                    RuleAction.OutputExpression,
                    _words.Output,
                    [Words.Expression],
                    new JsonObject { [Words.Expression] = Ref("expression"), ["expression"] = Ref("expression") }
                ),
                Action(
                    RuleAction.EvaluateRule,
                    _words.Asked,
                    [Words.ActionSet, Words.ActionRule],
                    new JsonObject
                    {
                        [Words.ActionSet] = Name(_words.SetName),
                        [Words.ActionRule] = Name(_words.RuleName),
                        [Words.ActionInputFilter] = Texts(null),
                        [Words.ActionInputs] = List("param", null),
                    }
                )
            ),
        };

    // The settings of an action may be written in any case; editors offer the usual one.
    private static JsonObject Action(string name, string description, string[] required, JsonObject settings) =>
        new()
        {
            ["description"] = description,
            ["required"] = new JsonArray(Words.Name, Words.Context),
            ["properties"] = new JsonObject
            {
                [Words.Name] = new JsonObject { ["const"] = name },
                [Words.Context] = new JsonObject
                {
                    ["type"] = "object",
                    ["allOf"] = new JsonArray([.. required.Select(AnyCase)]),
                    ["properties"] = settings,
                },
            },
        };

    private static JsonObject AnyCase(string setting) =>
        new()
        {
            ["anyOf"] = new JsonArray(
                Required(setting),
                Required(char.ToUpperInvariant(setting[0]) + setting[1..]),
                Required(char.ToLowerInvariant(setting[0]) + setting[1..])
            ),
        };

    private JsonObject Expression() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = "\\S",
            ["maxLength"] = ExpressionLimits.Default.MaxLength,
            ["description"] = _words.Expression,
            ["examples"] = new JsonArray([.. _fields.Select(field => (JsonNode)field.Example)]),
        };

    /// <summary>The fields one by one, for editors that offer them inside expressions.</summary>
    private JsonObject Field() =>
        new()
        {
            ["description"] = _words.Field,
            ["oneOf"] = new JsonArray([
                .. _fields.Select(field =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["const"] = field.Path,
                            ["title"] = _vocabulary.Name(field.Path, _language),
                            ["description"] = _words.Kind(field.Type),
                        }
                ),
            ]),
        };

    private static JsonObject Date() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?$",
            ["examples"] = new JsonArray("2026-06-18", "2026-06-18T20:00:00+08:00"),
        };

    private static JsonObject ExpressionType() => new() { ["enum"] = new JsonArray(Words.LambdaType, 0) };

    private static JsonObject Required(string name) => new() { ["required"] = new JsonArray(name) };

    private static JsonObject Ref(string name, string? description = null)
    {
        var reference = new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        Describe(reference, description);
        return reference;
    }

    private static JsonObject List(string item, string? description)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = Ref(item) };
        Describe(list, description);
        return list;
    }

    private static JsonObject Texts(string? description)
    {
        var list = new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string" },
        };
        Describe(list, description);
        return list;
    }

    private static JsonObject Name(string description) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = "\\S",
            ["description"] = description,
        };

    private static JsonObject Text(string description) =>
        new() { ["type"] = new JsonArray("string", "null"), ["description"] = description };

    // Writers of RulesEngine's own models put null where nothing is given.
    private static JsonObject Optional(JsonObject schema) =>
        new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static void Describe(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema["description"] = description;
        }
    }
}
