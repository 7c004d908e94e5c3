namespace Workflows.Rules.Validation;

/// <summary>
/// The stable codes of everything that can be wrong with a rule document. Mistakes inside an expression keep the
/// codes of <see cref="Workflows.Expressions.Diagnostics.DiagnosticCodes"/>.
/// </summary>
public static class RuleDiagnosticCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string BrokenJson = "RULE001";

    /// <summary>A property holds another kind of value than it must.</summary>
    public const string WrongKind = "RULE002";

    /// <summary>A rule set or a rule has no name.</summary>
    public const string MissingName = "RULE003";

    /// <summary>Two rule sets of a document have one name.</summary>
    public const string DuplicateRuleSet = "RULE004";

    /// <summary>Two rules beside each other have one name.</summary>
    public const string DuplicateRule = "RULE005";

    /// <summary>A rule set has no rules, neither its own nor included ones.</summary>
    public const string NoRules = "RULE006";

    /// <summary>A rule without operator has no expression.</summary>
    public const string MissingExpression = "RULE007";

    /// <summary>An operator that is not And, AndAlso, Or or OrElse, in exactly this spelling.</summary>
    public const string UnknownOperator = "RULE008";

    /// <summary>A rule has nested rules and no operator to combine them.</summary>
    public const string MissingOperator = "RULE009";

    /// <summary>A rule has an operator and nothing to combine.</summary>
    public const string NothingToCombine = "RULE010";

    /// <summary>A rule with an operator has an expression, too, which is never asked.</summary>
    public const string IgnoredExpression = "RULE011";

    /// <summary>An expression type other than the lambda notation.</summary>
    public const string UnknownExpressionType = "RULE012";

    /// <summary>A parameter has no name, a name that is no identifier, or no expression.</summary>
    public const string BadParameter = "RULE013";

    /// <summary>A parameter has the name of another one or of an input.</summary>
    public const string DuplicateParameter = "RULE014";

    /// <summary>An included or asked rule set is not known.</summary>
    public const string UnknownRuleSet = "RULE015";

    /// <summary>Rule sets include each other, or rules ask each other, in a circle.</summary>
    public const string Circle = "RULE016";

    /// <summary>An action that does not exist.</summary>
    public const string UnknownAction = "RULE017";

    /// <summary>An action lacks a setting it needs.</summary>
    public const string MissingSetting = "RULE018";

    /// <summary>An action asks for a rule that its rule set does not have.</summary>
    public const string UnknownRule = "RULE019";

    /// <summary>A document is longer, or its rules are nested deeper or are more, than the limits permit.</summary>
    public const string TooLarge = "RULE020";

    /// <summary>An expression that is right by our check and that Microsoft's engine does not take.</summary>
    public const string RefusedByJudge = "RULE021";

    /// <summary>An input whose parts cannot be brought to types, such as a list of numbers and texts.</summary>
    public const string UnusableInput = "RULE022";

    /// <summary>A case of a <c>cases.json</c> that is not written as one.</summary>
    public const string BadCase = "RULE023";

    /// <summary>An expression that could build a text or a list of any size, or go through lists any number of times.</summary>
    public const string GrowsTooLong = "RULE024";

    /// <summary>An object of the document has the same property twice.</summary>
    public const string DuplicateProperty = "RULE025";

    /// <summary>What a rule set says of its inputs, or of what holds for them, is not written as that.</summary>
    public const string BadInputs = "RULE026";

    /// <summary>A date from or until which a rule set is in force is no date, or the end is not after the beginning.</summary>
    public const string BadPeriod = "RULE040";

    /// <summary>Two dated versions of a rule set would be in force at once; the newer one is.</summary>
    public const string OverlappingVersions = "RULE041";

    /// <summary>There is a time at which no version of a rule set is in force.</summary>
    public const string NoVersionInForce = "RULE042";
}
