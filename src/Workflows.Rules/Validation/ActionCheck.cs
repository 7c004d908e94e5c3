using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Model;
using Codes = Workflows.Rules.Validation.RuleDiagnosticCodes;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Validation;

/// <summary>Checks actions, and that the rule sets and rules they name are there.</summary>
internal sealed class ActionCheck(RuleLibrary library, List<Diagnostic> diagnostics)
{
    public void CheckAction(RuleAction? action, string path)
    {
        if (action is null)
        {
            return;
        }

        if (action.Is(RuleAction.OutputExpression))
        {
            RequireSetting(action, Words.Expression, $"{path}.{Words.Context}");
        }
        else if (action.Is(RuleAction.EvaluateRule))
        {
            CheckAsked(action, $"{path}.{Words.Context}");
        }
        else if (!library.Actions.Keys.Any(action.Is))
        {
            Add(
                Codes.UnknownAction,
                action.Name.Length == 0 ? "The action has no name." : $"There is no action '{action.Name}'.",
                $"{path}.{Words.Name}",
                $"Use {RuleAction.OutputExpression} or {RuleAction.EvaluateRule}."
            );
        }
    }

    private void CheckAsked(RuleAction action, string path)
    {
        var name = RequireSetting(action, Words.ActionSet, path);
        var rule = RequireSetting(action, Words.ActionRule, path);
        if (name is null || rule is null || !CheckRuleSetName(name, $"{path}.{Words.ActionSet}"))
        {
            return;
        }

        if (RuleLibrary.RuleOf(library.Find(name)!, rule) is null)
        {
            Add(
                Codes.UnknownRule,
                $"The rule set '{name}' has no enabled rule '{rule}'.",
                $"{path}.{Words.ActionRule}"
            );
        }
    }

    private string? RequireSetting(RuleAction action, string key, string path)
    {
        if (action.Text(key) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Add(Codes.MissingSetting, $"The action {action.Name} needs the text '{key}'.", $"{path}.{key}");
        return null;
    }

    public bool CheckRuleSetName(string name, string path)
    {
        if (library.Find(name) is not null)
        {
            return true;
        }

        Add(
            Codes.UnknownRuleSet,
            $"There is no rule set '{name}'.",
            path,
            "Publish it first, or put it into the same file."
        );
        return false;
    }

    private void Add(string code, string message, string path, string? remedy = null) =>
        diagnostics.Add(new Diagnostic(code, message, path, null, remedy));
}
