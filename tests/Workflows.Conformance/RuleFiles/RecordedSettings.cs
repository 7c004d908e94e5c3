using System.Text.Json;
using Workflows.Rules.Judging;

namespace Workflows.Conformance.RuleFiles;

/// <summary>The settings of a case.</summary>
internal static class RecordedSettings
{
    private static readonly Dictionary<string, CustomAction> Actions = new(StringComparer.Ordinal)
    {
        ["EchoAction"] = call => ValueTask.FromResult<object?>(call.Setting<string>("text")),
        ["NumberAction"] = call => ValueTask.FromResult<object?>(call.Setting<int>("number") + 1),
        ["InputNamesAction"] = call =>
            ValueTask.FromResult<object?>(string.Join(',', call.Inputs.Select(input => input.Name))),
        ["ThrowAction"] = _ => throw new InvalidOperationException("boom"),
    };

    public static JudgeSettings Read(JsonElement json) =>
        json.EnumerateObject()
            .Aggregate(
                new JudgeSettings { CustomActions = Actions },
                (settings, setting) => With(settings, setting.Name, setting.Value)
            );

    private static JudgeSettings With(JudgeSettings settings, string name, JsonElement value) =>
        name switch
        {
            "CustomTypes" => settings with
            {
                CustomTypes = [.. value.EnumerateArray().Select(type => TypeNames.Find(type.GetString()!))],
            },
            "EnableExceptionAsErrorMessage" => settings with { EnableExceptionAsErrorMessage = value.GetBoolean() },
            "IgnoreException" => settings with { IgnoreException = value.GetBoolean() },
            "EnableFormattedErrorMessage" => settings with { EnableFormattedErrorMessage = value.GetBoolean() },
            "EnableScopedParams" => settings with { EnableScopedParams = value.GetBoolean() },
            "IsExpressionCaseSensitive" => settings with { IsExpressionCaseSensitive = value.GetBoolean() },
            "AutoRegisterInputType" => settings with { AutoRegisterInputType = value.GetBoolean() },
            "NestedRuleExecutionMode" => settings with { StopsNestedRulesEarly = value.ValueEquals("Performance") },
            "UseFastExpressionCompiler" => settings with { UseFastExpressionCompiler = value.GetBoolean() },
            "EnableExceptionAsErrorMessageForRuleExpressionParsing" => settings with
            {
                EnableExceptionAsErrorMessageForRuleExpressionParsing = value.GetBoolean(),
            },
            "AutoExecuteActions" => settings with { AutoExecuteActions = value.GetBoolean() },
            "EnableParallelRuleCompilation" => settings with { EnableParallelRuleCompilation = value.GetBoolean() },
            "CacheConfig" => settings with { CacheSizeLimit = value.GetProperty("SizeLimit").GetInt32() },
            _ => throw new NotSupportedException($"There is no setting '{name}'."),
        };
}
