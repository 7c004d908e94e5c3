using Workflows.Expressions;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>C#-like text over typed names: <c>Variables.X</c>, <c>Input.N</c> and what the host adds.</summary>
internal sealed class LambdaKind(string type) : ExpressionKind
{
    public override string Type => type;

    public override string DisplayName => "C#";

    public override string? CodeLanguage => "csharp";

    public override InputEvaluator? Compile(ExpressionSource source, Type target, ExpressionSite site)
    {
        var text = source.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ConstantEvaluator(Coerce.DefaultOf(target));
        }
        var compilation = Expression.Compile(text, Notation.Lambda, ShapeOf(site), site.Registry.Limits);
        site.Report(compilation.Diagnostics);
        return compilation.Expression is { } expression
            ? new Evaluator(expression, target, site.Registry.LambdaInputs)
            : null;
    }

    private static InputShape ShapeOf(ExpressionSite site)
    {
        var parameters = new List<InputParameter>();
        foreach (var variable in site.Variables)
        {
            parameters.Add(new InputParameter($"Variables.{variable.Name}", variable.Type));
        }
        foreach (var (name, type) in site.Scope.InputTypes)
        {
            parameters.Add(new InputParameter($"Input.{name}", type));
        }
        foreach (var input in site.Registry.LambdaInputs)
        {
            parameters.Add(new InputParameter(input.Name, input.Type));
        }
        return new InputShape([
            .. parameters.DistinctBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    private sealed class Evaluator(Expression expression, Type target, IReadOnlyList<LambdaInput> inputs)
        : InputEvaluator
    {
        public override object? Evaluate(ActivityExecutionContext context) =>
            Coerce.To(expression.Evaluate(new TypedScope(context, inputs)), target);
    }

    private sealed class TypedScope(ActivityExecutionContext context, IReadOnlyList<LambdaInput> inputs) : Scope
    {
        private readonly ActivityScope _scope = new(context);

        public override bool TryGet(string name, out object? value)
        {
            foreach (var input in inputs)
            {
                if (string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    value = input.Read(context);
                    return true;
                }
            }
            return _scope.TryGet(name, out value);
        }
    }
}
