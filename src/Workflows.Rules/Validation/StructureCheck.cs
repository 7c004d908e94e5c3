using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Inputs;
using Workflows.Rules.Model;
using Codes = Workflows.Rules.Validation.RuleDiagnosticCodes;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Validation;

/// <summary>Checks what can be checked without parsing an expression: names, nesting, references, parameters.</summary>
internal sealed class StructureCheck
{
    private readonly RuleLibrary _library;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly ActionCheck _actions;
    private int _rules;

    private StructureCheck(RuleLibrary library)
    {
        _library = library;
        _actions = new ActionCheck(library, _diagnostics);
    }

    public static IReadOnlyList<Diagnostic> Run(RuleSet ruleSet, RuleLibrary library, string path)
    {
        var check = new StructureCheck(library);
        check.CheckRuleSet(ruleSet, path);
        return check._diagnostics;
    }

    private void CheckRuleSet(RuleSet ruleSet, string path)
    {
        if (string.IsNullOrWhiteSpace(ruleSet.Name))
        {
            Add(Codes.MissingName, "The rule set has no name.", $"{path}.{Words.SetName}", $"Add \"{Words.SetName}\".");
        }

        if (ruleSet.Rules.Count == 0 && ruleSet.Includes.Count == 0)
        {
            Add(Codes.NoRules, "The rule set has no rules.", $"{path}.{Words.Rules}", "Add at least one rule.");
        }

        PeriodCheck.Run(ruleSet, path, _diagnostics);
        CheckExpressionType(ruleSet.Extra, path);
        _diagnostics.AddRange(DeclaredInputs.Check(ruleSet, path));
        CheckIncludes(ruleSet, path);
        ParamCheck.Run(ruleSet.GlobalParams, $"{path}.{Words.GlobalParams}", _diagnostics);
        CheckRules(ruleSet.Rules, $"{path}.{Words.Rules}", 1);
        CheckIncludedNames(ruleSet, path);
    }

    private void CheckIncludes(RuleSet ruleSet, string path)
    {
        for (var index = 0; index < ruleSet.Includes.Count; index++)
        {
            _actions.CheckRuleSetName(ruleSet.Includes[index], Item($"{path}.{Words.Includes}", index));
        }

        if (_library.IncludesItself(ruleSet))
        {
            Add(Codes.Circle, "The rule set includes itself, directly or through others.", $"{path}.{Words.Includes}");
        }
    }

    private void CheckIncludedNames(RuleSet ruleSet, string path)
    {
        var names = ruleSet
            .Rules.Where(rule => rule.Enabled)
            .Select(rule => rule.Name)
            .ToHashSet(StringComparer.Ordinal);
        var all = _library.Included(ruleSet);
        if (all.Count > _library.Limits.MaxIncludes)
        {
            Add(
                Codes.TooLarge,
                $"The rule set includes more than {_library.Limits.MaxIncludes.ToString(CultureInfo.InvariantCulture)} rule sets.",
                $"{path}.{Words.Includes}"
            );
            return;
        }

        foreach (var included in all)
        {
            foreach (var rule in included.Rules.Where(rule => rule.Enabled && !names.Add(rule.Name)))
            {
                Add(
                    Codes.DuplicateRule,
                    $"The included rule set '{included.Name}' has another rule named '{rule.Name}'.",
                    $"{path}.{Words.Includes}",
                    "Rename one of the two."
                );
            }
        }
    }

    private void CheckRules(IReadOnlyList<Rule> rules, string path, int depth)
    {
        _rules += rules.Count;
        if (depth > _library.Limits.MaxDepth || _rules > _library.Limits.MaxRules)
        {
            Add(
                Codes.TooLarge,
                depth > _library.Limits.MaxDepth
                    ? $"Rules are nested deeper than {_library.Limits.MaxDepth.ToString(CultureInfo.InvariantCulture)} levels."
                    : $"The rule set has more than {_library.Limits.MaxRules.ToString(CultureInfo.InvariantCulture)} rules.",
                path
            );
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < rules.Count; index++)
        {
            var place = Item(path, index);
            CheckRule(rules[index], place, depth);
            if (rules[index].Enabled && rules[index].Name.Length > 0 && !names.Add(rules[index].Name))
            {
                Add(
                    Codes.DuplicateRule,
                    $"Another rule beside this one is named '{rules[index].Name}', too.",
                    $"{place}.{Words.RuleName}",
                    "Rename one of the two.",
                    depth == 1 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning
                );
            }
        }
    }

    private void CheckRule(Rule rule, string path, int depth)
    {
        if (string.IsNullOrWhiteSpace(rule.Name))
        {
            Add(Codes.MissingName, "The rule has no name.", $"{path}.{Words.RuleName}", $"Add \"{Words.RuleName}\".");
        }

        CheckExpressionType(rule.Extra, path);
        ParamCheck.Run(rule.LocalParams, $"{path}.{Words.LocalParams}", _diagnostics);
        _actions.CheckAction(rule.OnSuccess, $"{path}.{Words.Actions}.{Words.OnSuccess}");
        _actions.CheckAction(rule.OnFailure, $"{path}.{Words.Actions}.{Words.OnFailure}");
        if (rule.IsNested)
        {
            CheckOperator(rule, path);
        }
        else
        {
            CheckLeaf(rule, path);
        }

        CheckRules(rule.Rules, $"{path}.{Words.Rules}", depth + 1);
    }

    private void CheckOperator(Rule rule, string path)
    {
        if (!RuleOperators.IsKnown(rule.Operator!))
        {
            Add(
                Codes.UnknownOperator,
                $"'{rule.Operator}' is no operator over rules.",
                $"{path}.{Words.Operator}",
                $"Write {RuleOperators.Suggest(rule.Operator!)}; upper and lower case matter."
            );
        }

        if (rule.Rules.Count == 0)
        {
            Add(
                Codes.NothingToCombine,
                $"The operator '{rule.Operator}' has no nested rules to combine.",
                $"{path}.{Words.Rules}",
                "Add nested rules, or remove the operator."
            );
        }

        if (!string.IsNullOrWhiteSpace(rule.Expression))
        {
            Add(
                Codes.IgnoredExpression,
                "A rule with an operator never asks its own expression.",
                $"{path}.{Words.Expression}",
                "Move the expression into a nested rule.",
                DiagnosticSeverity.Warning
            );
        }
    }

    private void CheckLeaf(Rule rule, string path)
    {
        if (rule.Rules.Count > 0)
        {
            Add(
                Codes.MissingOperator,
                "The rule has nested rules and no operator to combine them.",
                $"{path}.{Words.Operator}",
                "Add \"Operator\": \"And\" or \"Or\"."
            );
        }
        else if (string.IsNullOrWhiteSpace(rule.Expression))
        {
            Add(Codes.MissingExpression, "The rule has no expression.", $"{path}.{Words.Expression}");
        }
    }

    private void CheckExpressionType(IReadOnlyDictionary<string, System.Text.Json.JsonElement> extra, string path)
    {
        foreach (var (name, value) in extra)
        {
            if (
                string.Equals(name, Words.ExpressionType, StringComparison.OrdinalIgnoreCase)
                && !string.Equals(value.ToString(), Words.LambdaType, StringComparison.OrdinalIgnoreCase)
                && value.ToString() is not "0"
            )
            {
                Add(
                    Codes.UnknownExpressionType,
                    $"Expressions of the type '{value}' are not known.",
                    $"{path}.{Words.ExpressionType}",
                    $"Remove the property or write \"{Words.LambdaType}\"."
                );
            }
        }
    }

    private void Add(
        string code,
        string message,
        string path,
        string? remedy = null,
        DiagnosticSeverity severity = DiagnosticSeverity.Error
    ) => _diagnostics.Add(new Diagnostic(code, message, path, null, remedy, severity));

    private static string Item(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
