using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>An input of the workflow, named by the JSON of its declaration.</summary>
internal sealed class InputKind : ExpressionKind
{
    public override string Type => "Input";

    public override InputEvaluator Compile(ExpressionSource source, Type target, ExpressionSite site)
    {
        var (id, name) = NamedReference.Read(source);
        return new Evaluator(name ?? id ?? "", target);
    }

    private sealed class Evaluator(string name, Type target) : InputEvaluator
    {
        public override object? Evaluate(ActivityExecutionContext context) =>
            context.TryGetInput(name, out var value) ? Coerce.To(value, target) : Coerce.DefaultOf(target);
    }
}
