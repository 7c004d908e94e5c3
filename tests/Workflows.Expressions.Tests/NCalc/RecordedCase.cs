using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Expressions.NCalc;

namespace Workflows.Expressions.Tests.NCalc;

/// <summary>One recorded answer of NCalc itself and our answer to the same formula, both written as a line.</summary>
internal sealed class RecordedCase(JsonElement json)
{
    public string Id => json.GetProperty("id").GetString()!;

    public string Feature => json.GetProperty("feature").GetString()!;

    public bool IsCore => json.GetProperty("class").GetString() is "core";

    public string Text => json.TryGetProperty("expression", out var text) ? text.GetString()! : "(steps)";

    private string? Api => json.TryGetProperty("api", out var api) ? api.GetString() : null;

    /// <summary>Whether the case is about evaluating a text, rather than about NCalc's cache or its lambda compiler.</summary>
    public bool IsFormula => Text is not "(steps)" && Api?.StartsWith("ToLambda", StringComparison.Ordinal) is not true;

    public string Expected
    {
        get
        {
            var observed = json.GetProperty("observed");
            if (observed.TryGetProperty("exception", out var exception))
            {
                return "!" + exception.GetProperty("type").GetString()!.Split('.')[^1];
            }

            return observed.TryGetProperty("result", out var result) ? Recorded(result) : "";
        }
    }

    public bool Passes() => IsFormula && string.Equals(Actual(), Expected, StringComparison.Ordinal);

    public string Actual()
    {
        var program = NCalcProgram.TryCompile(Text, Dialect(), ExpressionLimits.Default, Functions(), out _);
        if (program is null)
        {
            return "!NCalcParserException";
        }

        try
        {
            var value = program.Evaluate(new RecordedScope(json));
            return Api is null ? Ours(value) : Typed(value, Api);
        }
        catch (ExpressionException exception)
        {
            return exception switch
            {
                { Code: DiagnosticCodes.UnknownName }
                    when exception.Message.StartsWith("Parameter", StringComparison.Ordinal) =>
                    "!NCalcParameterNotDefinedException",
                { Code: DiagnosticCodes.UnknownName } => "!NCalcFunctionNotFoundException",
                _ => "!NCalcEvaluationException",
            };
        }
        catch (Exception exception)
        {
            return "!" + exception.GetType().Name;
        }
    }

    private NCalcDialect Dialect()
    {
        var options = NCalcOptions.None;
        if (json.TryGetProperty("options", out var names))
        {
            foreach (var name in names.EnumerateArray())
            {
                options |= Enum.TryParse<NCalcOptions>(name.GetString(), out var option) ? option : NCalcOptions.None;
            }
        }

        var culture = json.TryGetProperty("culture", out var named)
            ? CultureInfo.GetCultureInfo(named.GetString()!)
            : CultureInfo.InvariantCulture;
        return new NCalcDialect(options, culture);
    }

    private Dictionary<string, ScriptFunction> Functions()
    {
        var functions = new Dictionary<string, ScriptFunction>(StringComparer.Ordinal);
        foreach (var host in RecordedScope.HostsOf(json))
        {
            (string Name, ScriptFunction Function)? added = host switch
            {
                "Triple" => (host, (_, arguments) => 3 * Convert.ToInt32(arguments[0])),
                "Lazy" => (host, (_, arguments) => arguments.Count),
                "AbsOverride" => ("Abs", (_, _) => "overridden"),
                _ => null,
            };
            if (added is { } function)
            {
                functions[function.Name] = function.Function;
            }
        }

        return functions;
    }

    private static string Typed(object? value, string api)
    {
        var type = api.Split('<', '>')[1] switch
        {
            "int" => typeof(int),
            "bool" => typeof(bool),
            "double" => typeof(double),
            "DateTime" => typeof(DateTime),
            _ => typeof(string),
        };
        return Coerce.TryTo(value, type, out var converted) ? Ours(converted) : "!NCalcCastException";
    }

    private static string Ours(object? value) =>
        value switch
        {
            null => "null:",
            double number => $"Double:{number:R}",
            float number => $"Single:{number:R}",
            DateTime instant => $"DateTime:{instant:O}",
            List<object?> list => $"List:[{string.Join(",", list.Select(Ours))}]",
            object?[] list => $"Object[]:[{string.Join(",", list.Select(Ours))}]",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name}:{value}"),
        };

    private static string Recorded(JsonElement result)
    {
        var type = result.GetProperty("type").GetString();
        var value = result.GetProperty("value");
        return value.ValueKind switch
        {
            JsonValueKind.Null => "null:",
            JsonValueKind.Array => $"{type}:[{string.Join(",", value.EnumerateArray().Select(Recorded))}]",
            JsonValueKind.String =>
                $"{type}:{value.GetString()!.Replace("Infinity", "∞", StringComparison.Ordinal)}".Replace(
                    "∞",
                    "Infinity",
                    StringComparison.Ordinal
                ),
            JsonValueKind.Number when type is "Double" => $"Double:{value.GetDouble():R}",
            JsonValueKind.True => $"{type}:True",
            JsonValueKind.False => $"{type}:False",
            _ => $"{type}:{value.GetRawText()}",
        };
    }
}
