using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Expressions;

/// <summary>The value of a variable, named by the JSON of its declaration.</summary>
internal sealed class VariableKind : ExpressionKind
{
    public override string Type => "Variable";

    public override InputEvaluator Compile(ExpressionSource source, Type target, ExpressionSite site)
    {
        var (id, name) = NamedReference.Read(source);
        if (site.FindVariable(id, name) is { } variable)
        {
            return new VariableEvaluator(variable, target);
        }
        var missing = name ?? id ?? "";
        site.Report(
            WorkflowCodes.UnknownVariable,
            $"{site.InputName}: there is no variable '{missing}'.",
            "Choose one of the workflow's variables, or declare it."
        );
        return new VariableEvaluator(new Variable(missing), target);
    }
}
