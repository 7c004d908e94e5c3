using Workflows.Expressions.Evaluation;

namespace Workflows.Runtime.Activities;

/// <summary>Hands values out, and reads what activities of a workflow written in code produced in this burst.</summary>
public static class ActivityOutputs
{
    /// <summary>Hands a value out.</summary>
    /// <param name="output">The output; null drops the value.</param>
    /// <param name="context">The run.</param>
    /// <param name="value">The value.</param>
    public static void Set(this Output? output, ActivityExecutionContext context, object? value) =>
        context.Set(output, value);

    /// <summary>What an activity last handed out in this burst, converted; the type's default when it did not run in it.</summary>
    /// <typeparam name="TActivity">The activity's type.</typeparam>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="activity">The activity.</param>
    /// <param name="context">The run.</param>
    /// <param name="output">Which output.</param>
    public static T? GetOutput<TActivity, T>(
        this TActivity activity,
        ActivityExecutionContext context,
        Func<TActivity, Output?> output
    )
        where TActivity : Activity =>
        activity.Node is { } node && output(activity) is { } found
            ? Coerce.To<T>(context.Burst.FindOutput(node.Index, found.Name))
            : default;
}
