using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>Walks a parsed tree, refuses what the allow-list does not admit and puts bounded calls in place of unbounded ones.</summary>
internal sealed class AllowListVisitor(
    string text,
    AllowedTypes allowed,
    ExpressionLimits limits,
    BoundedRewriter bounded
) : DynamicExpressionVisitor
{
    // A chain of operators is as deep as it is long, and conversions lie between, so a tree is deeper than its text.
    private const int LevelsPerDepth = 2 * LambdaShape.OperatorsPerLevel;
    private const int MaxNestedFunctions = 2;

    private readonly List<Diagnostic> _diagnostics = [];
    private int _depth;
    private int _nodes;
    private int _functions;
    private bool _isTooLarge;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public override System.Linq.Expressions.Expression? Visit(System.Linq.Expressions.Expression? node)
    {
        if (node is null || _isTooLarge)
        {
            return node;
        }

        if (limits.RefuseNodes(++_nodes) is { } tooMany)
        {
            _isTooLarge = true;
            _diagnostics.Add(tooMany);
        }
        else if (_depth + 1 > limits.MaxDepth * LevelsPerDepth)
        {
            _isTooLarge = true;
            _diagnostics.Add(new(DiagnosticCodes.TooLarge, "The expression has too many operators in one chain."));
        }
        else if (node is not LambdaExpression && !IsRefused(node) && !allowed.AdmitsValue(node.Type))
        {
            Refuse(node.Type.Name, $"Values of type '{node.Type.Name}' are not available in expressions.");
        }

        _depth++;
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
                RemedyFor(node.Member)
            );
        }

        return base.VisitMember(node);
    }

    protected override System.Linq.Expressions.Expression VisitMethodCall(MethodCallExpression node)
    {
        CheckMethod(node.Method);
        if (WritesRecord(node))
        {
            Refuse(node.Method.Name, "A record made with 'new' has no text; use its members.");
        }

        if (_functions > 0 && node.Method.DeclaringType == typeof(Enumerable) && node.Method.Name is "Concat")
        {
            Refuse(node.Method.Name, "Lists cannot be joined inside of a function.");
        }

        var visited = (MethodCallExpression)base.VisitMethodCall(node);
        try
        {
            return bounded.Rewrite(visited, isInFunction: _functions > 0);
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

        if (node.NodeType is ExpressionType.TypeAs && node.Type == typeof(object))
        {
            Refuse("as", "A cast to 'Object' would only hide what a value is.");
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
        if (IsUnfinished(node.Body))
        {
            Refuse("=>", "A function answers a value or a list.", "End the sequence with ToList().");
        }

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

    // The text of a record is that of all its members, and nothing measures it.
    private static bool WritesRecord(MethodCallExpression call) =>
        (call.Object is { } self && call.Method.Name is "ToString" && IsRecord(self))
        || (call.Method.DeclaringType == typeof(string) && call.Arguments.Any(IsRecord));

    private static bool IsRecord(System.Linq.Expressions.Expression node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand }
            ? IsRecord(operand)
            : typeof(System.Linq.Dynamic.Core.DynamicClass).IsAssignableFrom(node.Type);

    // A sequence that has yet to be gone through, handed from function to function, multiplies the work to do each time.
    private static bool IsUnfinished(System.Linq.Expressions.Expression body) =>
        body switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => IsUnfinished(operand),
            ConditionalExpression choice => IsUnfinished(choice.IfTrue) || IsUnfinished(choice.IfFalse),
            BinaryExpression { NodeType: ExpressionType.Coalesce } either => IsUnfinished(either.Left)
                || IsUnfinished(either.Right),
            MethodCallExpression call => call.Type.IsInterface
                && typeof(System.Collections.IEnumerable).IsAssignableFrom(call.Type),
            NewArrayExpression array => array.Expressions.Any(IsUnfinished),
            NewExpression record => record.Arguments.Any(IsUnfinished),
            MemberInitExpression record => record
                .Bindings.OfType<MemberAssignment>()
                .Any(part => IsUnfinished(part.Expression)),
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
            Refuse(method.Name, $"'{owner}.{method.Name}' is not available in expressions.", RemedyFor(method));
        }
    }

    private void Refuse(string name, string message, string? remedy = null)
    {
        var diagnostic = new Diagnostic(DiagnosticCodes.NotAllowed, message, Span: PlaceOf(name), Remedy: remedy);
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    private static string? RemedyFor(MemberInfo member) =>
        member.Name is "Now" or "UtcNow" or "Today" ? "Take the time from an input such as 'now'." : null;

    // The tree has no places; the name as written is the best there is. The search takes time in proportion to the text, which is
    // bounded: a timeout of its own would only fail on a busy machine.
    private SourceSpan? PlaceOf(string name)
    {
        var word = char.IsLetter(name[0]) ? $@"\b{Regex.Escape(name)}\b" : Regex.Escape(name);
        var match = Regex.Match(
            text,
            word,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
        return match.Success ? new SourceSpan(match.Index, match.Length) : null;
    }
}
