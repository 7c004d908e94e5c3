using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Templates;

/// <summary>What came of reading a template.</summary>
/// <param name="Template">What it says of itself; null when it cannot be read.</param>
/// <param name="Files">Its files; null when they cannot be read.</param>
/// <param name="Diagnostics">Why not; empty when it can be used.</param>
public sealed record TemplateReading(Template? Template, TemplateFiles? Files, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a template to use.</summary>
    [MemberNotNullWhen(true, nameof(Template), nameof(Files))]
    public bool Succeeded => Template is not null && Files is not null;

    internal static TemplateReading Failed(params Diagnostic[] diagnostics) => new(null, null, diagnostics);
}
