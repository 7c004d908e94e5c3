using Workflows.Expressions;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>JavaScript or Liquid, with Elsa's functions and objects.</summary>
internal sealed class ScriptKind(string type, Notation notation) : ExpressionKind
{
    public override string Type => type;

    public override string? CodeLanguage => notation is Notation.JavaScript ? "javascript" : "liquid";

    public override InputEvaluator? Compile(ExpressionSource source, Type target, ExpressionSite site)
    {
        // Templates cannot ask what activities produced.
        site.Scope.UsesScripts |= notation is Notation.JavaScript;
        var text = source.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ConstantEvaluator(Coerce.DefaultOf(target));
        }
        var compilation = Expression.Compile(text, notation, limits: site.Registry.Limits, globals: site.Globals);
        site.Report(compilation.Diagnostics);
        return compilation.Expression is { } expression ? new Evaluator(expression, target) : null;
    }

    private sealed class Evaluator(Expression expression, Type target) : InputEvaluator
    {
        public override object? Evaluate(ActivityExecutionContext context) =>
            Coerce.To(expression.Evaluate(new ActivityScope(context)), target);
    }
}
