using System.Globalization;
using System.Text.Json;
using Workflows.Expressions;
using Workflows.Expressions.NCalc;

namespace Workflows.Conformance.NCalc;

/// <summary>One recorded answer of NCalc itself, and our answer to the same question; both written as a line.</summary>
internal sealed class RecordedCase(JsonElement json)
{
    public string Id => json.GetProperty("id").GetString()!;

    public string Class => json.GetProperty("class").GetString()!;

    public string Feature => json.GetProperty("feature").GetString()!;

    /// <summary>What was asked, for a reader.</summary>
    public string Title =>
        json.TryGetProperty("steps", out var steps)
            ? steps.GetRawText().ReplaceLineEndings(" ")
            : $"{Text}{(Api is null ? "" : $" as {Api}")}{(json.TryGetProperty("options", out var options) ? $" with {string.Join(", ", options.EnumerateArray())}" : "")}";

    public CultureInfo Culture =>
        json.TryGetProperty("culture", out var name)
            ? CultureInfo.GetCultureInfo(name.GetString()!)
            : CultureInfo.InvariantCulture;

    public string Expected =>
        json.GetProperty("observed") is var observed && json.TryGetProperty("steps", out _)
            ? string.Join(" | ", observed.GetProperty("steps").EnumerateArray().Select(step => RecordedAnswer.Of(step)))
            : RecordedAnswer.Of(observed);

    private string? Text => json.TryGetProperty("expression", out var text) ? text.GetString() : null;

    private string? Api => json.TryGetProperty("api", out var api) ? api.GetString() : null;

    private bool AsksForNames => json.TryGetProperty("names", out var names) && names.GetBoolean();

    public string Answer() =>
        json.TryGetProperty("steps", out var steps)
            ? string.Join(" | ", steps.EnumerateArray().Select(step => new RecordedCase(step).Answer()))
            : AnswerOne();

    private string AnswerOne()
    {
        var compilation = NCalcFormula.Compile(Text, new NCalcDialect(Options(), Culture), globals: Hosts.Of(json));
        if (compilation.Formula is not { } formula)
        {
            return AnswerText.Of(
                hasErrors: true,
                names: "",
                string.IsNullOrEmpty(Text) ? AnswerText.EmptyException : AnswerText.ParserException
            );
        }

        var names = AsksForNames ? AnswerText.Names(formula.ParameterNames, formula.FunctionNames) : "";
        try
        {
            var value = TypedCall.Evaluate(formula, new RecordedScope(json), Api);
            return AnswerText.Of(hasErrors: false, names, AnswerText.Of(value));
        }
        catch (ExpressionException exception)
        {
            return AnswerText.Of(hasErrors: false, names, AnswerText.Of(exception, TypedCall.IsDelegate(Api)));
        }
    }

    private NCalcOptions Options()
    {
        var options = NCalcOptions.None;
        if (json.TryGetProperty("options", out var names))
        {
            // Nothing is cached here, so there is no option against it.
            foreach (
                var name in names.EnumerateArray().Select(name => name.GetString()).Where(name => name is not "NoCache")
            )
            {
                options |= Enum.Parse<NCalcOptions>(name!);
            }
        }

        return options;
    }
}
