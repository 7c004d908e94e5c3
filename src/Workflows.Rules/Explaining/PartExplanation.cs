using Workflows.Expressions.Lambda.Outlines;

namespace Workflows.Rules.Explaining;

/// <summary>One part of an expression with what came of it.</summary>
/// <param name="Text">The part as it is written; long ones are cut.</param>
/// <param name="Start">Its offset in the expression's text, in UTF-16 units.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Kind">What kind of part it is.</param>
/// <param name="State">What came of it.</param>
/// <param name="Value">Its value: null, true or false, a number or a text; anything else as text.</param>
/// <param name="Words">The part in words, in the language that was asked for.</param>
/// <param name="Decides">Whether it alone settled what the part around it came to.</param>
/// <param name="Param">The parameter it stands for, whose explanation is with the parameters; null otherwise.</param>
/// <param name="Parts">The parts it is made of, as far as they say something of their own.</param>
public sealed record PartExplanation(
    string Text,
    int Start,
    int Length,
    OutlineKind Kind,
    PartState State,
    object? Value,
    string Words,
    bool Decides,
    string? Param,
    IReadOnlyList<PartExplanation> Parts
);
