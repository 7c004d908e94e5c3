namespace Workflows.Expressions.Syntax;

internal enum UnaryOperator
{
    Not,
    Negate,
    Plus,
    BitwiseNot,
    Factorial,
}
