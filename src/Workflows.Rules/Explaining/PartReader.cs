using System.Linq.Expressions;
using Workflows.Expressions.Lambda;
using Workflows.Expressions.Lambda.Outlines;
using Workflows.Rules.Binding;

namespace Workflows.Rules.Explaining;

/// <summary>Takes an expression apart: each part is parsed again for itself, with the names that the whole can see.</summary>
internal sealed class PartReader(SlotCompiler slots, RuleVocabulary vocabulary)
{
    public Part Read(string text, LambdaExpression whole, IReadOnlyList<ParameterExpression> scope) =>
        Read(text, LambdaOutline.Of(text), whole, scope);

    private Part Read(string text, OutlineNode node, LambdaExpression? known, IReadOnlyList<ParameterExpression> scope)
    {
        var lambda = known ?? Parse(node.In(text), scope);
        var nodes = node.Kind switch
        {
            OutlineKind.Or or OutlineKind.And or OutlineKind.Not or OutlineKind.Choice or OutlineKind.Comparison =>
                node.Parts,
            OutlineKind.Call => [.. node.Parts.Where(part => part.Kind != OutlineKind.Literal)],
            OutlineKind.Operation or OutlineKind.Index => [.. Ingredients(node)],
            OutlineKind.Member when node.Parts is [{ Kind: OutlineKind.Member } target] && IsPath(target) => [target],
            OutlineKind.Member when !IsPath(node) => [.. Ingredients(node)],
            _ => [],
        };
        var parts = nodes.Select(part => Read(text, part, null, scope));
        return node.Kind is OutlineKind.Comparison or OutlineKind.Choice
            ? new Part(text, node, lambda, [.. parts], slots)
            : new Part(text, node, lambda, [.. parts.Where(part => part.Lambda is not null)], slots);
    }

    /// <summary>The members and names that a value is worked out from.</summary>
    private static IEnumerable<OutlineNode> Ingredients(OutlineNode node) =>
        node.Parts.SelectMany(part =>
            part.Kind switch
            {
                OutlineKind.Name => [part],
                OutlineKind.Member when IsPath(part) => [part],
                OutlineKind.Literal => [],
                _ => Ingredients(part),
            }
        );

    private static bool IsPath(OutlineNode node) =>
        node.Kind == OutlineKind.Name || (node.Kind == OutlineKind.Member && IsPath(node.Parts[0]));

    private LambdaExpression? Parse(string text, IReadOnlyList<ParameterExpression> scope) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : LambdaNotation.Parse(text, scope, customTypes: vocabulary.Trusted, vocabulary: vocabulary.Types).Lambda;
}
