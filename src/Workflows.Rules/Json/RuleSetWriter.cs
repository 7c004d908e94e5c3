using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Rules.Model;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Json;

/// <summary>Writes rule sets as RulesEngine documents, with every property they were read with.</summary>
public static class RuleSetWriter
{
    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        // A file for people and version control, never part of an HTML page: '>=' stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one rule set; the text is indented and ends with a line break.</summary>
    public static string Write(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return Write(writer => WriteRuleSet(writer, ruleSet));
    }

    /// <summary>Writes a list of rule sets; the text is indented and ends with a line break.</summary>
    public static string Write(IReadOnlyList<RuleSet> ruleSets)
    {
        ArgumentNullException.ThrowIfNull(ruleSets);
        return Write(writer => WriteList(writer, null, ruleSets, WriteRuleSet));
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Pretty))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void WriteRuleSet(Utf8JsonWriter writer, RuleSet ruleSet)
    {
        writer.WriteStartObject();
        writer.WriteString(Words.SetName, ruleSet.Name);
        WriteText(writer, Words.ValidFrom, ruleSet.ValidFrom);
        WriteText(writer, Words.ValidTo, ruleSet.ValidTo);
        WriteIncludes(writer, ruleSet.Includes);
        WriteSome(writer, Words.GlobalParams, ruleSet.GlobalParams, WriteParam);
        WriteSome(writer, Words.Rules, ruleSet.Rules, WriteRule);
        WriteAll(writer, ruleSet.Extra);
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, Rule rule)
    {
        writer.WriteStartObject();
        writer.WriteString(Words.RuleName, rule.Name);
        if (!rule.Enabled)
        {
            writer.WriteBoolean(Words.Enabled, false);
        }

        WriteText(writer, Words.Operator, rule.Operator);
        WriteIncludes(writer, rule.Includes);
        WriteSome(writer, Words.LocalParams, rule.LocalParams, WriteParam);
        WriteText(writer, Words.Expression, rule.Expression);
        WriteSome(writer, Words.Rules, rule.Rules, WriteRule);
        WriteText(writer, Words.SuccessEvent, rule.SuccessEvent);
        WriteText(writer, Words.ErrorMessage, rule.ErrorMessage);
        WriteActions(writer, rule);
        if (rule.Properties.Count > 0)
        {
            writer.WriteStartObject(Words.Properties);
            WriteAll(writer, rule.Properties);
            writer.WriteEndObject();
        }

        WriteAll(writer, rule.Extra);
        writer.WriteEndObject();
    }

    private static void WriteActions(Utf8JsonWriter writer, Rule rule)
    {
        if (rule.OnSuccess is null && rule.OnFailure is null)
        {
            return;
        }

        writer.WriteStartObject(Words.Actions);
        WriteAction(writer, Words.OnSuccess, rule.OnSuccess);
        WriteAction(writer, Words.OnFailure, rule.OnFailure);
        writer.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter writer, string name, RuleAction? action)
    {
        if (action is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString(Words.Name, action.Name);
        writer.WriteStartObject(Words.Context);
        WriteAll(writer, action.Context);
        writer.WriteEndObject();
        WriteAll(writer, action.Extra);
        writer.WriteEndObject();
    }

    private static void WriteParam(Utf8JsonWriter writer, ScopedParam param)
    {
        writer.WriteStartObject();
        writer.WriteString(Words.Name, param.Name);
        writer.WriteString(Words.Expression, param.Expression);
        WriteAll(writer, param.Extra);
        writer.WriteEndObject();
    }

    private static void WriteIncludes(Utf8JsonWriter writer, IReadOnlyList<string> names) =>
        WriteSome(writer, Words.Includes, names, (target, name) => target.WriteStringValue(name));

    private static void WriteSome<T>(
        Utf8JsonWriter writer,
        string name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write
    )
    {
        if (items.Count > 0)
        {
            WriteList(writer, name, items, write);
        }
    }

    private static void WriteList<T>(
        Utf8JsonWriter writer,
        string? name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write
    )
    {
        if (name is not null)
        {
            writer.WritePropertyName(name);
        }

        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteAll(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement> properties)
    {
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
