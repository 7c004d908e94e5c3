namespace Workflows.Expressions.Syntax;

internal enum UnaryOperator
{
    Not,
    Negate,
    BitwiseNot,
    Factorial,
}
