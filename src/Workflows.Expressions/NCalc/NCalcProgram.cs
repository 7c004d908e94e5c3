using System.Collections;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>A compiled formula of one dialect.</summary>
internal sealed class NCalcProgram
{
    private readonly Func<Scope, object?> _evaluate;
    private readonly NCalcDialect _dialect;

    private NCalcProgram(Node root, NCalcDialect dialect, IReadOnlyDictionary<string, ScriptFunction> functions)
    {
        Root = root;
        _dialect = dialect;
        _evaluate = new NCalcCompiler(dialect, functions).Compile(root);
        ParameterNames = Distinct(root.DescendantsAndSelf().OfType<Node.Parameter>().Select(node => node.Name));
        FunctionNames = Distinct(root.DescendantsAndSelf().OfType<Node.Call>().Select(node => node.Name));
    }

    public Node Root { get; }

    public IReadOnlyList<string> ParameterNames { get; }

    public IReadOnlyList<string> FunctionNames { get; }

    public static NCalcProgram? TryCompile(
        string text,
        NCalcDialect dialect,
        ExpressionLimits limits,
        IReadOnlyDictionary<string, ScriptFunction> functions,
        out Diagnostic? diagnostic
    ) =>
        NCalcParser.TryParse(text, dialect, limits, out diagnostic) is { } root
            ? new NCalcProgram(root, dialect, functions)
            : null;

    /// <summary>Evaluates the formula; throws what the failing operation throws.</summary>
    public object? Evaluate(Scope scope) =>
        _dialect.Has(NCalcOptions.IterateParameters) ? Iterate(scope) : _evaluate(scope);

    // Every list is gone through in step; single values take part in each round.
    private object? Iterate(Scope scope)
    {
        var lists = new Dictionary<string, List<object?>>(StringComparer.Ordinal);
        foreach (var name in ParameterNames)
        {
            if (scope.TryGet(name, out var value) && value is IEnumerable items)
            {
                lists[name] = [.. items.Cast<object?>()];
            }
        }

        if (lists.Count == 0)
        {
            return _evaluate(scope);
        }

        if (lists.Values.Select(list => list.Count).Distinct().Count() > 1)
        {
            throw new ExpressionException("All lists must have the same number of elements.");
        }

        var answers = new List<object?>();
        for (var index = 0; index < lists.First().Value.Count; index++)
        {
            answers.Add(_evaluate(new RoundScope(scope, lists, index)));
        }

        return answers;
    }

    private static List<string> Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal)];

    private sealed class RoundScope(Scope scope, Dictionary<string, List<object?>> lists, int index) : Scope
    {
        public override bool TryGet(string name, out object? value)
        {
            if (!lists.TryGetValue(name, out var list))
            {
                return scope.TryGet(name, out value);
            }

            value = list[index];
            return true;
        }
    }
}
