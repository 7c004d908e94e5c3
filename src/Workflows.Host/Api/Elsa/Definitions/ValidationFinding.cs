using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Something worth telling the author of a draft.</summary>
/// <param name="Message">What, with its code and remedy.</param>
/// <param name="ActivityId">Which activity it is about; null for the whole workflow.</param>
internal sealed record ValidationFinding(string Message, string? ActivityId)
{
    public static ValidationFinding From(Diagnostic diagnostic, Language language) =>
        new(ElsaProblem.Line(diagnostic, language), diagnostic.Path);
}
