using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>Values that are written down keep to what their inputs allow: ranges and patterns. What is worked out is checked by nobody.</summary>
internal sealed class InputCheck : IDefinitionCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            foreach (var input in node.Inputs)
            {
                if (input is { Attribute: { } attribute, IsMissing: false, Written: { } value })
                {
                    Check(node, input, attribute, value, found);
                }
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static void Check(
        GraphNode node,
        Input input,
        InputAttribute attribute,
        object value,
        List<Diagnostic> found
    )
    {
        var title = attribute.DisplayName ?? Words.Of(input.Name);
        if (attribute.Minimum is { } minimum && Compare(value, minimum) < 0)
        {
            found.Add(
                OutOfRange(node, $"'{title}' is {Text(value)}, less than {Text(minimum)}.", "Write a larger one.")
            );
        }
        if (attribute.Maximum is { } maximum && Compare(value, maximum) > 0)
        {
            found.Add(
                OutOfRange(node, $"'{title}' is {Text(value)}, more than {Text(maximum)}.", "Write a smaller one.")
            );
        }
        if (attribute.Pattern is { } pattern && value is string { Length: > 0 } text && !Matches(text, pattern))
        {
            found.Add(
                new Diagnostic(
                    WorkflowCodes.WrongPattern,
                    $"'{title}' cannot be '{text}'.",
                    node.ActivityId,
                    Remedy: attribute.PatternHint ?? $"Write it as {pattern}."
                )
            );
        }
    }

    private static Diagnostic OutOfRange(GraphNode node, string message, string remedy) =>
        new(WorkflowCodes.OutOfRange, message, node.ActivityId, Remedy: remedy);

    private static int Compare(object value, object bound) =>
        Coerce.TryTo(bound, value.GetType(), out var other) && value is IComparable comparable
            ? comparable.CompareTo(other)
            : 0;

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
