namespace Workflows.Expressions.Diagnostics;

/// <summary>The stable codes of everything that can be wrong with an expression.</summary>
public static class DiagnosticCodes
{
    /// <summary>The text does not follow the grammar of its notation.</summary>
    public const string Syntax = "EXP001";

    /// <summary>The text ends where more was expected.</summary>
    public const string UnexpectedEnd = "EXP002";

    /// <summary>A bracket is opened and never closed, or closed and never opened.</summary>
    public const string Unbalanced = "EXP003";

    /// <summary>A name that the input, the notation and the host do not know.</summary>
    public const string UnknownName = "EXP004";

    /// <summary>The operands or arguments have types the operator or function does not take.</summary>
    public const string TypeMismatch = "EXP005";

    /// <summary>A type, member or method outside the allow-list.</summary>
    public const string NotAllowed = "EXP006";

    /// <summary>The text is longer, deeper or larger than the limits permit.</summary>
    public const string TooLarge = "EXP007";

    /// <summary>A part of the original language that is not offered here.</summary>
    public const string NotSupported = "EXP008";

    /// <summary>There is no text where an expression is required.</summary>
    public const string Empty = "EXP009";

    /// <summary>A function that neither the notation nor the host offers.</summary>
    public const string UnknownFunction = "EXP010";

    /// <summary>The evaluation failed: a value was missing, a conversion impossible, a script threw.</summary>
    public const string EvaluationFailed = "EXP020";

    /// <summary>Lists that are gone through together have different lengths.</summary>
    public const string UnevenLists = "EXP022";

    /// <summary>The evaluation reached a limit on time, steps, memory, recursion or text size.</summary>
    public const string LimitReached = "EXP021";
}
