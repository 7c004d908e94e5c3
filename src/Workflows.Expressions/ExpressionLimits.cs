using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions;

/// <summary>What one piece of user-written text may cost; every notation observes the limits that concern it.</summary>
public sealed record ExpressionLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static ExpressionLimits Default { get; } = new();

    /// <summary>The longest text that is compiled, in UTF-16 units.</summary>
    /// <value>The default value is 20,000.</value>
    public int MaxLength { get; init; } = 20_000;

    /// <summary>The deepest nesting of brackets, calls and blocks, and the deepest recursion of a script.</summary>
    /// <value>The default value is 100.</value>
    public int MaxDepth { get; init; } = 100;

    /// <summary>The most parts (values, names, operations, calls) a text may be made of.</summary>
    /// <value>The default value is 10,000.</value>
    public int MaxNodes { get; init; } = 10_000;

    /// <summary>The largest number of script statements, template iterations or elements an evaluation goes through.</summary>
    /// <value>The default value is 100,000.</value>
    public int MaxSteps { get; init; } = 100_000;

    /// <summary>The longest text an evaluation may build, in UTF-16 units.</summary>
    /// <value>The default value is 1,000,000.</value>
    public int MaxTextLength { get; init; } = 1_000_000;

    /// <summary>The memory a script may allocate, in bytes.</summary>
    /// <value>The default value is 32 MiB.</value>
    public long MaxMemory { get; init; } = 32L * 1024 * 1024;

    /// <summary>The time one evaluation may take.</summary>
    /// <value>The default value is two seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The time one regular expression may take on one text.</summary>
    /// <value>The default value is 500 milliseconds.</value>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What there is to say about a text that is too long to be compiled; null for all others.</summary>
    internal Diagnostic? Refuse(string text) =>
        text.Length <= MaxLength
            ? null
            : new Diagnostic(
                DiagnosticCodes.TooLarge,
                $"The expression has {text.Length} characters; at most {MaxLength} are allowed."
            );

    internal Diagnostic? RefuseNodes(int count, SourceSpan? span = null) =>
        count <= MaxNodes
            ? null
            : new Diagnostic(DiagnosticCodes.TooLarge, $"The expression has more than {MaxNodes} parts.", Span: span);
}
