using System.Linq.Expressions;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Binding;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>The regions of all rules of a rule set, over one space.</summary>
internal sealed class RuleRegions
{
    private readonly Dictionary<ParameterExpression, Expression> _parameters = [];
    private readonly HashSet<FieldPath> _fields = [];
    private readonly BoundRuleSet _bound;

    private RuleRegions(Space space, BoundRuleSet bound)
    {
        _bound = bound;
        Space = space;
        Conditions = new Conditions(space, _parameters);
        Remember(bound.Params);
        bound.Rules.ToList().ForEach(Remember);
    }

    public Space Space { get; }

    public Conditions Conditions { get; }

    /// <summary>One region an enabled rule, in the order they are asked.</summary>
    public IReadOnlyList<RuleRegion> Rules { get; private set; } = [];

    /// <summary>Every field that is read anywhere in the rule set.</summary>
    public IReadOnlyCollection<FieldPath> Fields => _fields;

    /// <summary>Reads rule sets that are looked at together.</summary>
    /// <param name="space">Receives the dimensions.</param>
    /// <param name="ruleSets">Rule sets without errors, with inputs of the same names and types.</param>
    public static IReadOnlyList<RuleRegions> Of(Space space, params IReadOnlyList<BoundRuleSet> ruleSets)
    {
        RuleRegions[] all = [.. ruleSets.Select(bound => new RuleRegions(space, bound))];
        // Whether a value is missing is asked in the dimension in which it is compared, so those come first.
        Array.ForEach(all, regions => regions.PlaceLines());
        Array.ForEach(all, regions => regions.Read());
        return all;
    }

    /// <summary>The single conditions of a rule and of the rules nested in it.</summary>
    public IReadOnlyList<Expression> Parts(BoundRule rule) =>
        rule.Condition is { } condition ? Conditions.Parts(condition.Body) : [.. rule.Children.SelectMany(Parts)];

    /// <summary>A condition over the inputs alone, its parameters put in place; null when that makes it too large.</summary>
    public Expression? Inlined(Expression condition)
    {
        var inlining = new Inlining(_parameters);
        var inlined = inlining.Visit(condition);
        return inlining.IsTooLarge ? null : inlined;
    }

    private void PlaceLines()
    {
        foreach (var line in _bound.Rules.SelectMany(Parts).Select(Conditions.LineOf).OfType<Line>())
        {
            Space.Place(line.Dimension);
        }
    }

    private void Read()
    {
        var doubts = Unsafe(_bound.Params);
        Rules = [.. _bound.Rules.Select(rule => Read(rule, doubts))];
    }

    private RuleRegion Read(BoundRule rule, IReadOnlyList<Wording> doubts)
    {
        try
        {
            var (holds, notAnalysed) = Holds(rule);
            return new RuleRegion(rule, holds, [.. doubts, .. notAnalysed]);
        }
        catch (TooManyBoxesException)
        {
            return new RuleRegion(rule, Region.Everything, [Reasons.TooManyCases]);
        }
    }

    private (Region Holds, IReadOnlyList<Wording> NotAnalysed) Holds(BoundRule rule)
    {
        var doubts = Unsafe(rule.Params);
        if (rule.Condition is { } condition)
        {
            var truth = Conditions.Read(condition.Body);
            return (truth.True, [.. doubts, .. truth.NotAnalysed]);
        }

        var children = rule.Children.Select(Holds).ToArray();
        var isAnd = rule.Source.Operator is "And" or "AndAlso";
        var holds = isAnd
            ? children.Aggregate(Region.Everything, (all, child) => all.Intersect(child.Holds))
            : children.Aggregate(Region.Nothing, (all, child) => all.Union(child.Holds));
        return (holds, [.. doubts, .. children.SelectMany(child => child.NotAnalysed)]);
    }

    private IReadOnlyList<Wording> Unsafe(IReadOnlyList<BoundParam> parameters) =>
        [
            .. parameters
                .Where(param => !IsSafe(param.Value.Body))
                .Select(param => Reasons.ParameterMayFail(param.Variable.Name!)),
        ];

    private bool IsSafe(Expression value)
    {
        try
        {
            return Conditions.IsSafe(value);
        }
        catch (TooManyBoxesException)
        {
            return false;
        }
    }

    private void Remember(BoundRule rule)
    {
        Remember(rule.Params);
        Note(rule.Condition);
        Note(rule.OnSuccess?.Output);
        Note(rule.OnFailure?.Output);
        rule.Children.ToList().ForEach(Remember);
    }

    private void Remember(IReadOnlyList<BoundParam> parameters)
    {
        foreach (var param in parameters)
        {
            _parameters[param.Variable] = param.Value.Body;
            Note(param.Value);
        }
    }

    private void Note(LambdaExpression? expression)
    {
        if (expression is not null)
        {
            new FieldSearch(new Fields(_parameters), _fields).Visit(expression.Body);
        }
    }

    /// <summary>Notes the longest paths: not the contact where its orders are read.</summary>
    private sealed class FieldSearch(Fields fields, HashSet<FieldPath> found) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node)
        {
            if (node is not null && fields.Find(node) is { } field)
            {
                found.Add(field);
                return node;
            }

            return base.Visit(node);
        }
    }

    /// <summary>Puts the values of parameters in their places, which can multiply what there is.</summary>
    private sealed class Inlining(IReadOnlyDictionary<ParameterExpression, Expression> parameters) : ExpressionVisitor
    {
        private const int MostNodes = 10_000;

        private int _nodes;

        public bool IsTooLarge => _nodes > MostNodes;

        public override Expression? Visit(Expression? node)
        {
            _nodes++;
            return IsTooLarge ? node : base.Visit(node);
        }

        protected override Expression VisitParameter(ParameterExpression node) =>
            parameters.TryGetValue(node, out var value) ? Visit(value)! : node;
    }
}
