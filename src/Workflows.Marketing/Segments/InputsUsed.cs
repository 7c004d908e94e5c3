using System.Linq.Expressions;

namespace Workflows.Marketing.Segments;

/// <summary>Which of its inputs a condition looks at.</summary>
internal sealed class InputsUsed : ExpressionVisitor
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<ParameterExpression> _inputs;

    public InputsUsed(LambdaExpression condition)
    {
        _inputs = [.. condition.Parameters];
        Visit(condition.Body);
    }

    public bool Contains(string name) => _names.Contains(name);

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (_inputs.Contains(node))
        {
            _names.Add(node.Name!);
        }

        return node;
    }
}
