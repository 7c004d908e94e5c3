using System.Collections;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Turns a formula's tree into nested functions over the scope; nothing is looked up twice at run time but values.</summary>
internal sealed class NCalcCompiler(NCalcDialect dialect, IReadOnlyDictionary<string, ScriptFunction> functions)
{
    private static readonly object True = true;
    private static readonly object False = false;
    private readonly NCalcMath _math = new(dialect);

    public Func<Scope, object?> Compile(Node node) =>
        node switch
        {
            Node.Literal literal => _ => literal.Value,
            Node.Parameter parameter => CompileParameter(parameter),
            Node.Unary unary => CompileUnary(unary.Operator, Compile(unary.Operand)),
            Node.Binary binary => CompileBinary(binary.Operator, Compile(binary.Left), Compile(binary.Right)),
            Node.Conditional conditional => CompileConditional(conditional),
            Node.Call call => CompileCall(call),
            Node.Items items => CompileItems(items),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Func<Scope, object?> CompileParameter(Node.Parameter parameter)
    {
        var name = parameter.Name;
        return scope =>
        {
            if (!scope.TryGet(name, out var value))
            {
                throw new ExpressionException(
                    DiagnosticCodes.UnknownName,
                    $"Parameter '{name}' is not defined.",
                    parameter.Span
                );
            }

            return value is Expression nested ? nested.Evaluate(scope) : value;
        };
    }

    private Func<Scope, object?> CompileUnary(UnaryOperator operation, Func<Scope, object?> operand) =>
        operation switch
        {
            UnaryOperator.Not => scope => Box(!_math.Truth(operand(scope))),
            UnaryOperator.Negate => scope => _math.Arithmetic.Negate(operand(scope)),
            UnaryOperator.Plus => scope => _math.Plus(operand(scope)),
            UnaryOperator.BitwiseNot => scope => _math.BitwiseNot(operand(scope)),
            _ => scope => _math.Factorial(operand(scope)),
        };

    private Func<Scope, object?> CompileBinary(
        BinaryOperator operation,
        Func<Scope, object?> left,
        Func<Scope, object?> right
    )
    {
        var (arithmetic, comparison) = (_math.Arithmetic, _math.Comparison);
        return operation switch
        {
            BinaryOperator.Coalesce => scope => left(scope) ?? right(scope),
            BinaryOperator.Or => scope => Box(_math.Truth(left(scope)) || _math.Truth(right(scope))),
            BinaryOperator.And => scope => Box(_math.Truth(left(scope)) && _math.Truth(right(scope))),
            BinaryOperator.Equal => scope => Box(comparison.AreEqual(left(scope), right(scope))),
            BinaryOperator.NotEqual => scope => Box(!comparison.AreEqual(left(scope), right(scope))),
            BinaryOperator.Less => scope => Box(comparison.Order(left(scope), right(scope)) < 0),
            BinaryOperator.LessOrEqual => scope => Box(comparison.Order(left(scope), right(scope)) <= 0),
            BinaryOperator.Greater => scope => Box(comparison.Order(left(scope), right(scope)) > 0),
            BinaryOperator.GreaterOrEqual => scope => Box(comparison.Order(left(scope), right(scope)) >= 0),
            BinaryOperator.In => scope => Box(IsIn(left(scope), right(scope))),
            BinaryOperator.NotIn => scope => Box(!IsIn(left(scope), right(scope))),
            BinaryOperator.Like => scope => Box(comparison.IsLike(left(scope), right(scope))),
            BinaryOperator.NotLike => scope => Box(!comparison.IsLike(left(scope), right(scope))),
            BinaryOperator.LeftShift => scope => _math.Shift(left(scope), right(scope), isLeft: true),
            BinaryOperator.RightShift => scope => _math.Shift(left(scope), right(scope), isLeft: false),
            BinaryOperator.Add => scope => arithmetic.Add(left(scope), right(scope)),
            BinaryOperator.Divide => scope => arithmetic.Divide(left(scope), right(scope)),
            BinaryOperator.Power => scope => _math.Power(left(scope), right(scope)),
            BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXor => scope =>
                _math.Bitwise(operation, left(scope), right(scope)),
            _ => scope => arithmetic.Apply(operation, left(scope), right(scope)),
        };
    }

    private Func<Scope, object?> CompileConditional(Node.Conditional conditional)
    {
        var test = Compile(conditional.Test);
        var then = Compile(conditional.Then);
        var otherwise = Compile(conditional.Else);
        return scope => _math.Truth(test(scope)) ? then(scope) : otherwise(scope);
    }

    private Func<Scope, object?> CompileItems(Node.Items items)
    {
        if (items.Elements.Count == 0)
        {
            return static _ => Array.Empty<object?>();
        }

        Func<Scope, object?>[] elements = [.. items.Elements.Select(Compile)];
        return scope => Array.ConvertAll(elements, element => element(scope));
    }

    private Func<Scope, object?> CompileCall(Node.Call call)
    {
        Func<Scope, object?>[] arguments = [.. call.Arguments.Select(Compile)];
        if (functions.TryGetValue(call.Name, out var custom))
        {
            return scope => custom(scope, new LazyArguments(arguments, scope));
        }

        if (NCalcFunctions.Find(call.Name, dialect) is not { } function)
        {
            return _ =>
                throw new ExpressionException(
                    DiagnosticCodes.UnknownName,
                    $"Function '{call.Name}' is not defined.",
                    call.Span
                );
        }

        if (!function.Accepts(arguments.Length))
        {
            return _ =>
                throw new ExpressionException(DiagnosticCodes.EvaluationFailed, function.Requirement, call.Span);
        }

        var bound = function.Bind(_math);
        return scope => bound(arguments, scope);
    }

    // Truth values are most of what formulas compute; they need no new object each time.
    private static object Box(bool value) => value ? True : False;

    private bool IsIn(object? value, object? items) =>
        items is IEnumerable list
            ? _math.Comparison.Contains(value, list)
            : throw new ExpressionException("The right side of 'in' must be a list or a text.");
}
