namespace Workflows.Expressions.Lambda.Outlines;

internal enum TokenKind
{
    End,
    Word,
    Literal,
    Sign,
}
