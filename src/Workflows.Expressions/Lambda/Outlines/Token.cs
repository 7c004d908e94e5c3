namespace Workflows.Expressions.Lambda.Outlines;

/// <summary>A word of lambda text.</summary>
/// <param name="Kind">What the word is.</param>
/// <param name="Start">Its place, in UTF-16 units.</param>
/// <param name="End">The place behind it.</param>
/// <param name="Sign">The one spelling of an operator that has several; the word itself for everything else.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Sign);
