namespace Workflows.Expressions.NCalc;

/// <summary>The dialect switches of NCalc that change what a formula answers.</summary>
[Flags]
public enum NCalcOptions
{
    /// <summary>NCalc's defaults.</summary>
    None = 0,

    /// <summary>Built-in functions are found whatever their case.</summary>
    IgnoreCaseAtBuiltInFunctions = 1 << 0,

    /// <summary>List-valued parameters are gone through; the answer is a list.</summary>
    IterateParameters = 1 << 1,

    /// <summary>Halves round away from zero instead of to the even neighbour.</summary>
    RoundAwayFromZero = 1 << 2,

    /// <summary>Texts compare without regard to case.</summary>
    CaseInsensitiveStringComparer = 1 << 3,

    /// <summary>Numbers with a fraction are decimals.</summary>
    DecimalAsDefault = 1 << 4,

    /// <summary>The name <c>null</c> means no value.</summary>
    AllowNullParameter = 1 << 5,

    /// <summary>Texts compare by code units instead of by culture.</summary>
    OrdinalStringComparer = 1 << 6,

    /// <summary>Integer overflow is an error.</summary>
    OverflowProtection = 1 << 7,

    /// <summary>Truth values count as 1 and 0 in arithmetic.</summary>
    AllowBooleanCalculation = 1 << 8,

    /// <summary>A text of one letter is a character.</summary>
    AllowCharValues = 1 << 9,

    /// <summary>Texts are not turned into numbers by <c>+</c>.</summary>
    NoStringTypeCoercion = 1 << 10,

    /// <summary>An empty formula answers null.</summary>
    AllowNullOrEmptyExpressions = 1 << 11,

    /// <summary>Values of different types are never equal.</summary>
    StrictTypeMatching = 1 << 12,

    /// <summary><c>+</c> joins texts, whatever its operands are.</summary>
    StringConcat = 1 << 13,

    /// <summary>Integers are 64 bits wide.</summary>
    LongAsDefault = 1 << 14,

    /// <summary>No value and empty text count as zero in arithmetic.</summary>
    ArithmeticNullOrEmptyStringAsZero = 1 << 15,
}
