using System.Collections;
using System.Diagnostics;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.NCalc.Steps;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Turns a formula's tree into steps; nothing is looked up at run time but values.</summary>
internal sealed class NCalcCompiler(
    NCalcMath math,
    IReadOnlyDictionary<string, ScriptFunction> functions,
    NCalcLayout layout
)
{
    public NCalcStep Compile(Node node) =>
        node switch
        {
            Node.Literal literal => new ConstantStep(literal.Value),
            Node.Parameter parameter => new ParameterStep(
                parameter.Name,
                layout.SlotOf(parameter.Name),
                layout,
                parameter.Span,
                mayBeMissing: math.Dialect.Has(NCalcOptions.AllowNullParameter)
                    && parameter.Name.Equals("null", StringComparison.OrdinalIgnoreCase)
            ),
            Node.Unary unary => CompileUnary(unary.Operator, Compile(unary.Operand)),
            Node.Binary binary => CompileBinary(binary.Operator, Compile(binary.Left), Compile(binary.Right)),
            Node.Conditional conditional => new ConditionalStep(
                Compile(conditional.Test),
                Compile(conditional.Then),
                Compile(conditional.Else),
                math
            ),
            Node.Call call => CompileCall(call),
            Node.Items items => CompileItems(items),
            _ => throw new UnreachableException(),
        };

    private NCalcStep CompileUnary(UnaryOperator operation, NCalcStep operand) =>
        operation switch
        {
            UnaryOperator.Not => new NotStep(operand, math),
            UnaryOperator.Negate => new ObjectStep(scope => math.Arithmetic.Negate(Value(operand, scope))),
            UnaryOperator.BitwiseNot => new ObjectStep(scope => math.BitwiseNot(Value(operand, scope))),
            UnaryOperator.Factorial => new ObjectStep(scope => NCalcMath.Factorial(Value(operand, scope))),
            _ => throw new UnreachableException(),
        };

    private NCalcStep CompileBinary(BinaryOperator operation, NCalcStep left, NCalcStep right)
    {
        switch (operation)
        {
            case BinaryOperator.Coalesce:
                return new CoalesceStep(left, right);
            case BinaryOperator.Or or BinaryOperator.And:
                return new LogicStep(operation is BinaryOperator.And, left, right, math);
            case BinaryOperator.Equal
            or BinaryOperator.NotEqual
            or BinaryOperator.Less
            or BinaryOperator.LessOrEqual
            or BinaryOperator.Greater
            or BinaryOperator.GreaterOrEqual:
                return new ComparisonStep(operation, left, right, math);
            case BinaryOperator.In:
                return new ConditionStep(scope => IsIn(Value(left, scope), Value(right, scope)));
            case BinaryOperator.NotIn:
                return new ConditionStep(scope => !IsIn(Value(left, scope), Value(right, scope)));
            case BinaryOperator.Like:
                return new ConditionStep(scope => math.Comparison.IsLike(Value(left, scope), Value(right, scope)));
            case BinaryOperator.NotLike:
                return new ConditionStep(scope => !math.Comparison.IsLike(Value(left, scope), Value(right, scope)));
            case BinaryOperator.LeftShift or BinaryOperator.RightShift:
                var isLeft = operation is BinaryOperator.LeftShift;
                return new ObjectStep(scope => math.Shift(Value(left, scope), Value(right, scope), isLeft));
            case BinaryOperator.Power:
                return new ObjectStep(scope => math.Power(Value(left, scope), Value(right, scope)));
            case BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXor:
                return new ObjectStep(scope => math.Bitwise(operation, Value(left, scope), Value(right, scope)));
            default:
                return new ArithmeticStep(operation, left, right, math);
        }
    }

    private ObjectStep CompileItems(Node.Items items)
    {
        NCalcStep[] elements = [.. items.Elements.Select(Compile)];
        return new ObjectStep(scope =>
            elements.Length == 0 ? Array.Empty<object?>() : Array.ConvertAll(elements, element => Value(element, scope))
        );
    }

    private NCalcStep CompileCall(Node.Call call)
    {
        NCalcStep[] arguments = [.. call.Arguments.Select(Compile)];
        if (functions.TryGetValue(call.Name, out var custom))
        {
            return new ObjectStep(scope => custom(scope, new LazyArguments(arguments, scope)));
        }

        if (NCalcFunctions.Find(call.Name, math.Dialect) is not { } function)
        {
            return new FailureStep(() =>
                new ExpressionException(
                    DiagnosticCodes.UnknownFunction,
                    $"Function '{call.Name}' is not defined.",
                    call.Span
                )
            );
        }

        return function.Accepts(arguments.Length)
            ? function.Compile(math, arguments)
            : new FailureStep(() =>
                new ExpressionException(DiagnosticCodes.EvaluationFailed, function.Requirement, call.Span)
            );
    }

    private bool IsIn(object? value, object? items) =>
        items is null
            ? throw new ExpressionException("The right side of 'in' has no value.")
            : math.Comparison.Contains(value, items as IEnumerable ?? new[] { items });

    private static object? Value(NCalcStep step, Scope scope) => step.Evaluate(scope).ToObject();
}
