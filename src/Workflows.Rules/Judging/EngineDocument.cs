using System.Text.Json;
using RulesEngine.Models;
using EngineParam = RulesEngine.Models.ScopedParam;
using EngineRule = RulesEngine.Models.Rule;

namespace Workflows.Rules.Judging;

/// <summary>Our rule sets as Microsoft's engine wants them.</summary>
internal static class EngineDocument
{
    public static Workflow Of(Model.RuleSet ruleSet) =>
        new()
        {
            WorkflowName = ruleSet.Name,
            WorkflowsToInject = ruleSet.Includes.Count > 0 ? ruleSet.Includes : null,
            GlobalParams = Of(ruleSet.GlobalParams),
            Rules = [.. ruleSet.Rules.Select(Of)],
        };

    private static EngineRule Of(Model.Rule rule) =>
        new()
        {
            RuleName = rule.Name,
            Enabled = rule.Enabled,
            Expression = rule.IsNested ? null : rule.Expression,
            Operator = rule.IsNested ? rule.Operator : null,
            Rules = rule.Rules.Count > 0 ? [.. rule.Rules.Select(Of)] : null,
            LocalParams = Of(rule.LocalParams),
            SuccessEvent = rule.SuccessEvent,
            ErrorMessage = rule.ErrorMessage,
            Actions =
                rule.OnSuccess is null && rule.OnFailure is null
                    ? null
                    : new RuleActions { OnSuccess = Of(rule.OnSuccess), OnFailure = Of(rule.OnFailure) },
        };

    private static List<EngineParam>? Of(IReadOnlyList<Model.ScopedParam> parameters) =>
        parameters.Count == 0
            ? null
            : [.. parameters.Select(param => new EngineParam { Name = param.Name, Expression = param.Expression })];

    private static ActionInfo? Of(Model.RuleAction? action) =>
        action is null
            ? null
            : new ActionInfo
            {
                Name = action.Name,
                Context = action.Context.ToDictionary(
                    setting => setting.Key,
                    setting => Plain(setting.Value),
                    StringComparer.OrdinalIgnoreCase
                ),
            };

    private static object Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value;
}
