using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>What came of parsing lambda text: an expression tree, or all the mistakes in it.</summary>
/// <param name="Lambda">The checked tree, ready to be compiled or handed to a query; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything worth telling the author.</param>
public sealed record LambdaCompilation(LambdaExpression? Lambda, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a tree.</summary>
    [MemberNotNullWhen(true, nameof(Lambda))]
    public bool Succeeded => Lambda is not null;

    internal static LambdaCompilation Failed(params IReadOnlyList<Diagnostic> diagnostics) => new(null, diagnostics);
}
