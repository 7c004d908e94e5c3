using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Explaining;

namespace Workflows.Host.Commands.Rules;

/// <summary>Shows an explanation as a tree; a parameter is explained where it is used.</summary>
internal sealed class ExplanationTree
{
    private const int Deepest = 12;

    private readonly Dictionary<string, PartExplanation> _params;
    private readonly bool _isChinese;

    private ExplanationTree(RuleSetExplanation explanation, Language language)
    {
        _isChinese = language == Language.Chinese;
        _params = explanation.Params.ToDictionary(param => param.Name, param => param.Value, StringComparer.Ordinal);
    }

    public static void Show(RuleSetExplanation explanation, Language language, IAnsiConsole console)
    {
        var decision = explanation.Rule is { } rule ? $"{rule} → {explanation.SuccessEvent}: " : "";
        console.WriteLine($"{decision}{explanation.Why}");
        var tree = new Tree(Markup.Escape(explanation.RuleSet));
        var shown = new ExplanationTree(explanation, language);
        foreach (var item in explanation.Rules)
        {
            shown.Add(tree, item);
        }

        console.Write(tree);
        if (explanation.IsShortened)
        {
            console.WriteLine(shown._isChinese ? "(其余部分已省略)" : "(the rest is left out)");
        }
    }

    private void Add(IHasTreeNodes parent, RuleExplanation rule)
    {
        foreach (var param in rule.Params)
        {
            _params[param.Name] = param.Value;
        }

        var holds = rule.SuccessEvent is { } successEvent ? $" → {successEvent}" : "";
        var node = parent.AddNode(Painted($"{Mark(rule.State)} {rule.Rule}{holds}", rule.State));
        if (rule.Operator is { } combined)
        {
            node.AddNode($"[grey]{Markup.Escape(combined)}[/]");
        }

        if (rule.Condition is { } condition)
        {
            Add(node, condition, 0);
        }

        foreach (var child in rule.Children)
        {
            Add(node, child);
        }

        if (rule.Output is { } output)
        {
            node.AddNode(Markup.Escape($"{(_isChinese ? "输出" : "output")}： {output.Words}"));
        }

        if (rule.Failure is { } failure && rule.Condition is null)
        {
            node.AddNode($"[red]{Markup.Escape(failure)}[/]");
        }
    }

    private void Add(IHasTreeNodes parent, PartExplanation part, int depth)
    {
        var decides =
            !part.Decides ? ""
            : _isChinese ? "  ← 起决定作用"
            : "  ← decides";
        var node = parent.AddNode(Painted($"{part.Words}{decides}", part.State));
        var meant =
            part.State != PartState.NotAsked && part.Param is { } name && _params.TryGetValue(name, out var param)
                ? param
                : part;
        // Values without a verdict stand in the words of what they are part of.
        var conditions = ReferenceEquals(meant, part) ? part.Parts : [meant];
        foreach (var inner in conditions.Where(IsCondition).Take(depth < Deepest ? int.MaxValue : 0))
        {
            Add(node, inner, depth + 1);
        }
    }

    private static bool IsCondition(PartExplanation part) => part.State != PartState.Known;

    private static string Mark(PartState state) =>
        state switch
        {
            PartState.Holds => "✓",
            PartState.Failed => "!",
            _ => "✗",
        };

    private static string Painted(string text, PartState state)
    {
        var colour = state switch
        {
            PartState.Holds => "green",
            PartState.DoesNotHold => "red",
            PartState.Failed => "yellow",
            PartState.NotAsked => "grey",
            _ => "default",
        };
        return $"[{colour}]{Markup.Escape(text)}[/]";
    }
}
