using System.Text.Json;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Activities;

/// <summary>
/// What an operator has put into an activity so far: what an <see cref="IPropertyUIHandler"/> gets as context when the choices
/// of one input depend on others. Names compare without case.
/// </summary>
public sealed class ActivityInputs
{
    private readonly Dictionary<string, JsonElement> _inputs;

    private ActivityInputs(Dictionary<string, JsonElement> inputs) => _inputs = inputs;

    /// <summary>The names of the inputs that have a value.</summary>
    public IReadOnlyCollection<string> Names => _inputs.Keys;

    /// <summary>Reads what a designer sends: an object with one member an input, wrapped in expressions or bare.</summary>
    /// <param name="json">The object; anything else has no inputs.</param>
    public static ActivityInputs Read(JsonElement json)
    {
        var inputs = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject().Where(member => !member.Value.IsNothing()))
            {
                inputs[member.Name] = member.Value;
            }
        }
        return new ActivityInputs(inputs);
    }

    /// <summary>The value of an input that is written down; null when there is none or only running the activity tells.</summary>
    /// <typeparam name="T">What it is converted to.</typeparam>
    /// <param name="name">The input's name.</param>
    public T? Get<T>(string name)
    {
        if (!_inputs.TryGetValue(name, out var json))
        {
            return default;
        }
        var expression = json.Member("expression");
        var value = expression.IsNothing() ? json : expression.Member("value");
        var isWritten =
            expression.IsNothing() || expression.Member("type").AsText() is null or "Literal" or "Object" or "Json";
        return isWritten ? Coerce.To<T>(PlainJson.ToPlain(value)) : default;
    }
}
