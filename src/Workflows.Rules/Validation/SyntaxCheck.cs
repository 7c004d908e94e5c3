using System.Linq.Expressions;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda;
using Workflows.Rules.Binding;
using Workflows.Rules.Model;

namespace Workflows.Rules.Validation;

/// <summary>
/// Checks expressions whose inputs are not known yet. A parser that does not know the names stops at the first one, so
/// only mistakes that hold for any inputs are told; the rest is told as soon as there are inputs.
/// </summary>
internal static class SyntaxCheck
{
    // Words for the only input, which exists as soon as there are inputs.
    private static readonly string[] InputWords = ["it", "parent", "root"];

    public static IEnumerable<Diagnostic> Run(
        RuleSet ruleSet,
        IReadOnlyCollection<Type> customTypes,
        RuleSetLimits limits,
        string path
    )
    {
        var vocabulary = RuleVocabulary.Of(InputShape.Empty, customTypes);
        return RuleTexts
            .Of(ruleSet, path)
            .Take(limits.MaxExpressions)
            .Where(item => !InputWords.Any(word => Identifiers.Mentions(item.Text, word)))
            .SelectMany(item =>
                LambdaNotation
                    .Parse(
                        item.Text,
                        Array.Empty<ParameterExpression>(),
                        limits: limits.Expressions,
                        customTypes: vocabulary.Trusted,
                        vocabulary: vocabulary.Types
                    )
                    .Diagnostics.Where(HoldsForAnyInput)
                    .Select(diagnostic => diagnostic with { Path = item.Path })
            );
    }

    private static bool HoldsForAnyInput(Diagnostic diagnostic) =>
        diagnostic.Code
            is not (DiagnosticCodes.UnknownName or DiagnosticCodes.TypeMismatch or DiagnosticCodes.NotSupported);
}
