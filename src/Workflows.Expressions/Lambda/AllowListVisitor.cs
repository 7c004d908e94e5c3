using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>Walks a parsed tree, refuses what the allow-list does not admit and puts bounded calls in place of unbounded ones.</summary>
internal sealed class AllowListVisitor(string text, AllowedTypes allowed, ExpressionLimits limits)
    : DynamicExpressionVisitor
{
    // A chain of operators is as deep as it is long, and conversions lie between, so a tree is deeper than its text.
    private const int LevelsPerDepth = 2 * LambdaShape.OperatorsPerLevel;
    private const int MaxNestedFunctions = 2;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly BoundedCalls.Rewriter _bounded = new(limits);
    private int _depth;
    private int _functions;
    private bool _isTooDeep;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public override System.Linq.Expressions.Expression? Visit(System.Linq.Expressions.Expression? node)
    {
        if (node is null || _isTooDeep)
        {
            return node;
        }

        if (++_depth > limits.MaxDepth * LevelsPerDepth)
        {
            _isTooDeep = true;
            _diagnostics.Add(new(DiagnosticCodes.TooLarge, "The expression has too many operators in one chain."));
        }
        else if (node is not LambdaExpression && !IsRefused(node) && !allowed.AdmitsValue(node.Type))
        {
            Refuse(node.Type.Name, $"Values of type '{node.Type.Name}' are not available in expressions.");
        }

        var visited = base.Visit(node);
        _depth--;
        return visited;
    }

    protected override System.Linq.Expressions.Expression VisitMember(MemberExpression node)
    {
        if (!allowed.AdmitsMember(node.Member))
        {
            var owner = node.Member.DeclaringType!.Name;
            Refuse(
                node.Member.Name,
                $"'{owner}.{node.Member.Name}' is not available in expressions.",
                IsClock(node.Member)
            );
        }

        return base.VisitMember(node);
    }

    protected override System.Linq.Expressions.Expression VisitMethodCall(MethodCallExpression node)
    {
        CheckMethod(node.Method);
        var visited = (MethodCallExpression)base.VisitMethodCall(node);
        try
        {
            return _bounded.Rewrite(visited);
        }
        catch (ArgumentException exception)
        {
            _diagnostics.Add(
                new(
                    DiagnosticCodes.Syntax,
                    $"The regular expression is not valid: {exception.Message}",
                    Span: PlaceOf(node.Method.Name)
                )
            );
            return visited;
        }
    }

    protected override System.Linq.Expressions.Expression VisitBinary(BinaryExpression node)
    {
        if (node.Method is { } method)
        {
            CheckMethod(method);
        }

        return base.VisitBinary(node);
    }

    protected override System.Linq.Expressions.Expression VisitUnary(UnaryExpression node)
    {
        if (node.Method is { } method)
        {
            CheckMethod(method);
        }

        return base.VisitUnary(node);
    }

    protected override System.Linq.Expressions.Expression VisitNew(NewExpression node)
    {
        if (!allowed.AdmitsValue(node.Type) || BoundedCalls.BuildsText(node.Constructor))
        {
            Refuse("new", $"'new {node.Type.Name}' is not available in expressions.");
        }

        return base.VisitNew(node);
    }

    protected override System.Linq.Expressions.Expression VisitNewArray(NewArrayExpression node)
    {
        if (node.NodeType is ExpressionType.NewArrayBounds)
        {
            Refuse("new", "An array needs its elements here, not a length.");
        }

        return base.VisitNewArray(node);
    }

    protected override System.Linq.Expressions.Expression VisitLambda<T>(Expression<T> node)
    {
        if (++_functions > MaxNestedFunctions)
        {
            _diagnostics.Add(
                new(
                    DiagnosticCodes.TooLarge,
                    $"Functions may be nested {MaxNestedFunctions} deep.",
                    Span: PlaceOf("=>")
                )
            );
        }

        var visited = base.VisitLambda(node);
        _functions--;
        return visited;
    }

    protected override System.Linq.Expressions.Expression VisitDynamic(DynamicExpression node) =>
        DynamicMembers.TryRewrite(node, out var read) ? Visit(read)! : RefuseNode(node);

    protected override System.Linq.Expressions.Expression VisitInvocation(InvocationExpression node) =>
        RefuseNode(node);

    protected override System.Linq.Expressions.Expression VisitBlock(BlockExpression node) => RefuseNode(node);

    protected override System.Linq.Expressions.Expression VisitTry(TryExpression node) => RefuseNode(node);

    protected override System.Linq.Expressions.Expression VisitLoop(LoopExpression node) => RefuseNode(node);

    // A member that is refused by its name need not be refused by its type, too.
    private bool IsRefused(System.Linq.Expressions.Expression node) =>
        node switch
        {
            MethodCallExpression call => !allowed.AdmitsMethod(call.Method),
            MemberExpression member => !allowed.AdmitsMember(member.Member),
            _ => false,
        };

    private System.Linq.Expressions.Expression RefuseNode(System.Linq.Expressions.Expression node)
    {
        Refuse("(", $"This kind of expression ({node.NodeType}) is not available.");
        return node;
    }

    private void CheckMethod(MethodInfo method)
    {
        if (!allowed.AdmitsMethod(method))
        {
            var owner = method.DeclaringType?.Name ?? "?";
            Refuse(method.Name, $"'{owner}.{method.Name}' is not available in expressions.", IsClock(method));
        }
    }

    private void Refuse(string name, string message, bool isClock = false)
    {
        var remedy = isClock ? "Take the time from an input such as 'now'." : null;
        var diagnostic = new Diagnostic(DiagnosticCodes.NotAllowed, message, Span: PlaceOf(name), Remedy: remedy);
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    private static bool IsClock(MemberInfo member) => member.Name is "Now" or "UtcNow" or "Today";

    // The tree has no places; the name as written is the best there is.
    private SourceSpan? PlaceOf(string name)
    {
        var word = char.IsLetter(name[0]) ? $@"\b{Regex.Escape(name)}\b" : Regex.Escape(name);
        var match = Regex.Match(
            text,
            word,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
            limits.RegexTimeout
        );
        return match.Success ? new SourceSpan(match.Index, match.Length) : null;
    }
}
