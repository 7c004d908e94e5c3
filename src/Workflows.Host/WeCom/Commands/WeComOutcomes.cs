using Workflows.Expressions.Diagnostics;
using Workflows.Host.Commands;

namespace Workflows.Host.WeCom.Commands;

/// <summary>How commands speak of what WeCom, or we, refuse.</summary>
internal static class WeComOutcomes
{
    /// <exception cref="BadInputException">There are mistakes, or WeCom said no.</exception>
    public static void ThrowIfRefused(
        IReadOnlyList<Diagnostic> mistakes,
        string? failure,
        Language language = Language.English
    )
    {
        if (mistakes.Count > 0)
        {
            throw new BadInputException(
                string.Join("; ", mistakes.Select(mistake => DocumentMistakes.Line(mistake, language)))
            );
        }

        if (failure is not null)
        {
            throw new BadInputException(failure);
        }
    }
}
