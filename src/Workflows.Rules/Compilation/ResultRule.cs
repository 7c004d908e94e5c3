using Workflows.Rules.Catalog;

namespace Workflows.Rules.Compilation;

/// <summary>Makes the result of one rule from what the program says about it; results that never differ are made once.</summary>
internal sealed class ResultRule
{
    private readonly ProgramRule _rule;
    private readonly IReadOnlyList<ResultRule> _children;
    private readonly RuleResult? _holding;
    private readonly RuleResult? _failing;

    public ResultRule(ProgramRule rule, bool isRoot)
    {
        _rule = rule;
        _children = [.. rule.Children.Select(child => new ResultRule(child, isRoot: false))];
        var source = rule.Bound.Source;
        var message = isRoot && source.ErrorMessage is { } text ? new MessageTemplate(text) : null;
        IsSettled =
            rule.Bound.OnSuccess is null
            && rule.Bound.OnFailure is null
            && message is not { IsConstant: false }
            && _children.All(child => child.IsSettled);
        FailureMessage = string.IsNullOrEmpty(source.ErrorMessage) || !isRoot ? null : source.ErrorMessage;
        if (IsSettled && _children.Count == 0)
        {
            _holding = Make(true, []);
            _failing = Make(false, []);
        }
    }

    /// <summary>Whether everything there is to say follows from which rules hold.</summary>
    public bool IsSettled { get; }

    private string? FailureMessage { get; }

    public RuleResult Of(ulong bits)
    {
        var holds = (bits >> _rule.Bit & 1) != 0;
        if ((holds ? _holding : _failing) is { } made)
        {
            return made;
        }

        var children = new RuleResult[_children.Count];
        for (var index = 0; index < children.Length; index++)
        {
            children[index] = _children[index].Of(bits);
        }

        return Make(holds, children);
    }

    private RuleResult Make(bool holds, RuleResult[] children) =>
        new(
            _rule.Bound.Source.Name,
            holds,
            holds ? _rule.Bound.Source.Event : null,
            null,
            holds ? null : FailureMessage,
            children
        );
}
