using System.Globalization;

namespace Workflows.Expressions.NCalc;

/// <summary>The options and the culture a formula is read and evaluated under.</summary>
/// <param name="Options">NCalc's switches; none unless stated.</param>
/// <param name="Culture">How dates are written in the formula and how texts become numbers, dates and truth values.</param>
public sealed record NCalcDialect(NCalcOptions Options, CultureInfo Culture)
{
    /// <summary>No options, the invariant culture.</summary>
    public static NCalcDialect Default { get; } = new(NCalcOptions.None, CultureInfo.InvariantCulture);

    internal StringComparer TextComparer =>
        (
            Options.HasFlag(NCalcOptions.OrdinalStringComparer),
            Options.HasFlag(NCalcOptions.CaseInsensitiveStringComparer)
        ) switch
        {
            (true, true) => StringComparer.OrdinalIgnoreCase,
            (true, false) => StringComparer.Ordinal,
            (false, true) => StringComparer.Create(Culture, ignoreCase: true),
            _ => StringComparer.Create(Culture, ignoreCase: false),
        };

    internal bool Has(NCalcOptions option) => (Options & option) == option;
}
