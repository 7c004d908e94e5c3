namespace Workflows.Expressions.Lambda.Outlines;

/// <summary>What a part of lambda text is.</summary>
public enum OutlineKind
{
    /// <summary>Two or more conditions of which one must hold.</summary>
    Or,

    /// <summary>Two or more conditions that must all hold.</summary>
    And,

    /// <summary>A condition that must not hold.</summary>
    Not,

    /// <summary>Two values that are compared.</summary>
    Comparison,

    /// <summary>A condition and the two values it chooses between.</summary>
    Choice,

    /// <summary>Values that are combined by arithmetic, shifts, bits or <c>??</c>, or one that is negated.</summary>
    Operation,

    /// <summary>A method of a value, or a function; its parts are the value, if there is one, and the arguments.</summary>
    Call,

    /// <summary>An element of a list or map.</summary>
    Index,

    /// <summary>A member of a value.</summary>
    Member,

    /// <summary>A name: an input, a parameter, a type or a word of the language.</summary>
    Name,

    /// <summary>A number, text, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Literal,

    /// <summary>Anything else, which has a meaning as a whole only.</summary>
    Other,
}
