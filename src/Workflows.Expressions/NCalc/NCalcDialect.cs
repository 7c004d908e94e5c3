using System.Globalization;

namespace Workflows.Expressions.NCalc;

/// <summary>The options and the culture a formula is read and evaluated under.</summary>
internal sealed record NCalcDialect(NCalcOptions Options, CultureInfo Culture)
{
    public static NCalcDialect Default { get; } = new(NCalcOptions.None, CultureInfo.InvariantCulture);

    public StringComparer TextComparer { get; } =
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

    public bool Has(NCalcOptions option) => (Options & option) == option;
}
