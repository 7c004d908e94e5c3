using System.Globalization;
using System.Linq.Expressions;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda;
using Workflows.Rules.Binding;
using Workflows.Rules.Model;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Validation;

/// <summary>
/// Checks expressions whose inputs are not known yet. A parser that does not know the names stops at the first one, so
/// only mistakes that hold for any inputs are told; the rest is told as soon as there are inputs.
/// </summary>
internal static class SyntaxCheck
{
    // Words for the only input, which exists as soon as there are inputs.
    private static readonly string[] InputWords = ["it", "parent", "root"];

    public static IEnumerable<Diagnostic> Run(
        RuleSet ruleSet,
        IReadOnlyCollection<Type> customTypes,
        RuleSetLimits limits,
        string path
    )
    {
        var vocabulary = RuleVocabulary.Of(InputShape.Empty, customTypes);
        return Texts(ruleSet, path)
            .Where(item => !string.IsNullOrWhiteSpace(item.Text))
            .Take(limits.MaxExpressions)
            .Where(item => !InputWords.Any(word => Identifiers.Mentions(item.Text!, word)))
            .SelectMany(item =>
                LambdaNotation
                    .Parse(
                        item.Text!,
                        Array.Empty<ParameterExpression>(),
                        limits: limits.Expressions,
                        customTypes: vocabulary.Trusted,
                        vocabulary: vocabulary.Types
                    )
                    .Diagnostics.Where(HoldsForAnyInput)
                    .Select(diagnostic => diagnostic with { Path = item.Path })
            );
    }

    private static bool HoldsForAnyInput(Diagnostic diagnostic) =>
        diagnostic.Code
            is not (DiagnosticCodes.UnknownName or DiagnosticCodes.TypeMismatch or DiagnosticCodes.NotSupported);

    private static IEnumerable<(string? Text, string Path)> Texts(RuleSet ruleSet, string path) =>
        [
            .. Texts(ruleSet.GlobalParams, $"{path}.{Words.GlobalParams}"),
            .. Texts(ruleSet.Rules, $"{path}.{Words.Rules}"),
        ];

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
