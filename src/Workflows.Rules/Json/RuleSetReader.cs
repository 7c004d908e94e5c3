using System.Text;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Json;

/// <summary>Reads RulesEngine documents: one rule set, or a list of them. Property names may have any case.</summary>
public static class RuleSetReader
{
    // Deeper than the validator admits, so that too deep a document is told as that and not as broken JSON.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>Reads a document; what it means is checked by the validator, not here.</summary>
    /// <param name="json">The document's text.</param>
    /// <param name="limits">How long it may be; <see cref="RuleSetLimits.Default"/> unless given.</param>
    /// <returns>The rule sets, or what is wrong with the JSON. Paths are those of the document.</returns>
    public static RuleSetReading Read(string json, RuleSetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var most = (limits ?? RuleSetLimits.Default).MaxLength;
        if (json.Length > most)
        {
            return RuleSetReading.Failed(
                new Diagnostic(
                    RuleDiagnosticCodes.TooLarge,
                    $"The document has {json.Length} characters; at most {most} are allowed.",
                    "$"
                )
            );
        }

        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return RuleSetReading.Failed(BrokenJson(json, exception));
        }
        // Half of a pair of surrogates, written out or escaped, of which no text can be made.
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return RuleSetReading.Failed(BrokenJson(json, new JsonException(exception.Message, exception)));
        }
    }

    private static RuleSetReading Read(JsonElement root)
    {
        var diagnostics = new List<Diagnostic>();
        List<RuleSet> ruleSets = [];
        var isList = root.ValueKind == JsonValueKind.Array;
        JsonElement[] items = isList ? [.. root.EnumerateArray()] : [root];
        for (var index = 0; index < items.Length; index++)
        {
            var path = RuleSetReading.PathOf(isList, index);
            if (items[index].ValueKind == JsonValueKind.Object)
            {
                ruleSets.Add(ReadRuleSet(new ObjectReader(items[index], path, diagnostics)));
            }
            else
            {
                diagnostics.Add(
                    new Diagnostic(
                        RuleDiagnosticCodes.WrongKind,
                        "A rule set is a JSON object.",
                        path,
                        Remedy: $"Start with {{ \"{Words.SetName}\": …, \"{Words.Rules}\": [ … ] }}."
                    )
                );
            }
        }

        return diagnostics.Count > 0
            ? RuleSetReading.Failed([.. diagnostics])
            : new RuleSetReading(ruleSets, []) { IsList = isList };
    }

    private static RuleSet ReadRuleSet(ObjectReader reader) =>
        new()
        {
            Name = reader.Text(Words.SetName) ?? "",
            ValidFrom = reader.Text(Words.ValidFrom),
            ValidTo = reader.Text(Words.ValidTo),
            GlobalParams = reader.Objects(Words.GlobalParams, ReadParam),
            Rules = reader.Objects(Words.Rules, ReadRule),
            Includes = [.. reader.Texts(Words.Includes), .. reader.Texts(Words.IncludesOld)],
            Extra = reader.Rest(),
        };

    private static Rule ReadRule(ObjectReader reader)
    {
        var actions = reader.Object(Words.Actions);
        return new()
        {
            Name = reader.Text(Words.RuleName) ?? "",
            Enabled = reader.Flag(Words.Enabled) ?? true,
            Expression = reader.Text(Words.Expression),
            Operator = reader.Text(Words.Operator),
            Rules = reader.Objects(Words.Rules, ReadRule),
            LocalParams = reader.Objects(Words.LocalParams, ReadParam),
            Includes = [.. reader.Texts(Words.Includes), .. reader.Texts(Words.IncludesOld)],
            SuccessEvent = reader.Text(Words.SuccessEvent),
            ErrorMessage = reader.Text(Words.ErrorMessage),
            OnSuccess = ReadAction(actions?.Object(Words.OnSuccess)),
            OnFailure = ReadAction(actions?.Object(Words.OnFailure)),
            Properties = reader.Object(Words.Properties)?.Rest() ?? RuleSet.NoProperties,
            Extra = reader.Rest(),
        };
    }

    private static ScopedParam ReadParam(ObjectReader reader) =>
        new(reader.Text(Words.Name) ?? "", reader.Text(Words.Expression) ?? "") { Extra = reader.Rest() };

    private static RuleAction? ReadAction(ObjectReader? reader)
    {
        if (reader is null)
        {
            return null;
        }

        var name = reader.Text(Words.Name) ?? "";
        var context = reader.Object(Words.Context)?.Rest(StringComparer.OrdinalIgnoreCase);
        return new RuleAction(name, context ?? RuleSet.NoProperties) { Extra = reader.Rest() };
    }

    private static Diagnostic BrokenJson(string json, JsonException exception)
    {
        var reason = exception.Message;
        var end = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new Diagnostic(
            RuleDiagnosticCodes.BrokenJson,
            $"This is not valid JSON: {(end < 0 ? reason : reason[..end])}",
            "$",
            new SourceSpan(Offset(json, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0), 1)
        );
    }

    private static int Offset(string json, long line, long bytesInLine)
    {
        var start = 0;
        for (; line > 0 && start < json.Length; line--)
        {
            start = json.IndexOf('\n', start) + 1;
        }

        var offset = start;
        for (long bytes = 0; bytes < bytesInLine && offset < json.Length; )
        {
            Rune.DecodeFromUtf16(json.AsSpan(offset), out var rune, out var consumed);
            bytes += rune.Utf8SequenceLength;
            offset += consumed;
        }

        return offset;
    }
}
