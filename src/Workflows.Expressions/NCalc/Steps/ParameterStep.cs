using System.Runtime.CompilerServices;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.NCalc.Steps;

/// <summary>Finds a value: in its slot where the scope has slots of this formula, by its name in every other scope.</summary>
internal sealed class ParameterStep(string name, int slot, NCalcLayout layout, SourceSpan span, bool mayBeMissing)
    : NCalcStep
{
    public override NCalcValue Evaluate(Scope scope)
    {
        if (scope is NCalcSlots slots && slots.TryRead(layout, slot, out var value))
        {
            return value;
        }

        if (scope.TryGet(name, out var found))
        {
            return Read(found, scope);
        }

        return mayBeMissing ? default : throw Unknown(name, span);
    }

    public static ExpressionException Unknown(string name, SourceSpan span) =>
        new(DiagnosticCodes.UnknownName, $"Parameter '{name}' is not defined.", span);

    private static NCalcValue Read(object? value, Scope scope) =>
        value switch
        {
            Expression nested => NCalcValue.From(Evaluate(nested.Evaluate, scope)),
            NCalcFormula nested => NCalcValue.From(Evaluate(nested.Evaluate, scope)),
            _ => NCalcValue.From(value),
        };

    // A formula may name itself.
    private static object? Evaluate(Func<Scope, object?> nested, Scope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return nested(scope);
    }
}
