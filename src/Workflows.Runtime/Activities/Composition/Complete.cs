using System.Collections;
using System.Globalization;

namespace Workflows.Runtime.Activities.Composition;

/// <summary>Completes the workflow, or the workflow used as an activity it stands in, with outcomes.</summary>
[Activity("Elsa", "Composition", "Completes the workflow with outcomes.")]
public sealed class Complete : Activity, ITerminal
{
    /// <summary>One outcome as text, or a list of them; nothing means <c>Done</c>.</summary>
    [Input(Description = "The outcomes.", UIHint = InputUIHints.OutcomePicker, DefaultSyntax = "Object")]
    public Input<object?> Outcomes { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var outcomes = NamesOf(Outcomes.Get(context));
        context.Callback = null;
        await context.CompleteActivityAsync();
        await context.CompleteCompositeAsync(outcomes);
    }

    private static string[] NamesOf(object? value) =>
        value switch
        {
            null or "" => [],
            string text => [text],
            IEnumerable list =>
            [
                .. list.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture) ?? ""),
            ],
            _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
        };
}
