using System.Text.Json;
using Workflows.Rules.Judging;

namespace Workflows.Conformance.RuleFiles;

/// <summary>One recorded case: documents, settings, calls in their order, and what the original answered.</summary>
internal sealed class RecordedCase
{
    private readonly JsonElement _json;

    public RecordedCase(JsonElement json)
    {
        _json = json;
        Id = json.GetProperty("id").GetString()!;
        Class = json.GetProperty("class").GetString()!;
        Feature = json.GetProperty("feature").GetString()!;
        Calls = [.. json.GetProperty("calls").EnumerateArray().Select(call => new RecordedCall(call))];
        Documents = ReadDocuments(json);
        Settings = RecordedSettings.Read(json.GetProperty("settings"));
    }

    public string Id { get; }

    public string Class { get; }

    public string Feature { get; }

    public IReadOnlyList<string> Documents { get; }

    public JudgeSettings Settings { get; }

    public IReadOnlyList<RecordedCall> Calls { get; }

    /// <summary>Whether settings give rules another meaning, rather than failures another fate.</summary>
    public bool HasOwnMeaning =>
        _json
            .GetProperty("settings")
            .EnumerateObject()
            .Any(setting =>
                setting.Name
                    is not (
                        "CustomTypes"
                        or "UseFastExpressionCompiler"
                        or "EnableParallelRuleCompilation"
                        or "EnableExceptionAsErrorMessage"
                        or "IgnoreException"
                    )
            );

    /// <summary>Whether failures have the fate they have without settings.</summary>
    public bool HasUsualFailures => Settings is { EnableExceptionAsErrorMessage: true, IgnoreException: false };

    /// <summary>What was observed, with the newest library it was observed with.</summary>
    public JsonElement Observed =>
        _json.TryGetProperty("observedWithDynamicCore172", out var newer) ? newer : _json.GetProperty("observed");

    /// <summary>What each call gave; empty when the engine could not be made.</summary>
    public IReadOnlyList<JsonElement> Answers =>
        Observed.TryGetProperty("calls", out var calls) && calls.ValueKind == JsonValueKind.Array
            ? [.. calls.EnumerateArray()]
            : [];

    private static IReadOnlyList<string> ReadDocuments(JsonElement json) =>
        json.TryGetProperty("workflowsText", out var texts)
            ? [.. texts.EnumerateArray().Select(text => text.GetString()!)]
        : json.TryGetProperty("workflows", out var documents)
            ? [.. documents.EnumerateArray().Select(document => document.GetRawText())]
        : [];
}
