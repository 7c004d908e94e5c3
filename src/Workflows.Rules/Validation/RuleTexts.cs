using System.Globalization;
using Workflows.Rules.Model;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Validation;

/// <summary>Every expression that an author wrote in a rule set, with its place.</summary>
public static class RuleTexts
{
    /// <summary>The expressions of a rule set: parameters, conditions, actions; those of disabled rules are left out.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="path">The JSON path at which it stands.</param>
    public static IEnumerable<(string Text, string Path)> Of(RuleSet ruleSet, string path)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return Texts(ruleSet.GlobalParams, $"{path}.{Words.GlobalParams}")
            .Concat(Texts(ruleSet.Rules, $"{path}.{Words.Rules}"))
            .Where(item => !string.IsNullOrWhiteSpace(item.Text))
            .Select(item => (item.Text!, item.Path));
    }

    private static IEnumerable<(string? Text, string Path)> Texts(IReadOnlyList<Rule> rules, string path) =>
        rules.SelectMany((rule, index) => rule.Enabled ? Texts(rule, Item(path, index)) : []);

    private static IEnumerable<(string? Text, string Path)> Texts(Rule rule, string path) =>
        [
            .. Texts(rule.LocalParams, $"{path}.{Words.LocalParams}"),
            (rule.IsNested ? null : rule.Expression, $"{path}.{Words.Expression}"),
            .. Texts(rule.OnSuccess, $"{path}.{Words.Actions}.{Words.OnSuccess}"),
            .. Texts(rule.OnFailure, $"{path}.{Words.Actions}.{Words.OnFailure}"),
            .. Texts(rule.Rules, $"{path}.{Words.Rules}"),
        ];

    private static IEnumerable<(string? Text, string Path)> Texts(IReadOnlyList<ScopedParam> parameters, string path) =>
        parameters.Select((param, index) => ((string?)param.Expression, $"{Item(path, index)}.{Words.Expression}"));

    private static IEnumerable<(string? Text, string Path)> Texts(RuleAction? action, string path) =>
        action is not null && action.Is(RuleAction.OutputExpression)
            ? [(action.Text(Words.Expression), $"{path}.{Words.Context}.{Words.Expression}")]
            : [];

    private static string Item(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
