using Workflows.Expressions.Evaluation;

namespace Workflows.Runtime.Activities;

/// <summary>Reads the input of a workflow by name.</summary>
public static class WorkflowInputs
{
    /// <summary>An input, converted; the type's default when it was not given.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="name">Its name.</param>
    public static T? Get<T>(this IReadOnlyDictionary<string, object?> input, string name)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.TryGetValue(name, out var value) ? Coerce.To<T>(value) : default;
    }
}
