using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>An output of the workflow that was set before, by name.</summary>
internal sealed class OutputKind : ExpressionKind
{
    public override string Type => "Output";

    public override InputEvaluator Compile(ExpressionSource source, Type target, ExpressionSite site)
    {
        var (id, name) = NamedReference.Read(source);
        return new Evaluator(name ?? id ?? "", target);
    }

    private sealed class Evaluator(string name, Type target) : InputEvaluator
    {
        public override object? Evaluate(ActivityExecutionContext context) =>
            Coerce.To(context.Instance.Outputs.GetValueOrDefault(name), target);
    }
}
