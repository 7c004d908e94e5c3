using Workflows.Runtime.Expressions;

namespace Workflows.Runtime.Activities;

/// <summary>A value an activity is given: a literal, a variable, a delegate or an expression. See <see cref="Input{T}"/>.</summary>
public abstract class Input
{
    private protected Input(Type type) => Type = type;

    /// <summary>The type the activity asks for.</summary>
    public Type Type { get; }

    /// <summary>The document's expression; null for values given in code and for missing ones.</summary>
    public ExpressionSource? Source { get; private protected init; }

    /// <summary>Whether neither document nor code gave a value.</summary>
    public bool IsMissing { get; private protected set; }

    /// <summary>The name of the activity's property, set by the compiler.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Whether the value is a secret, set by the compiler.</summary>
    internal bool IsSensitive { get; set; }

    /// <summary>What the activity says about the input, set by the compiler; null for inputs of workflows used as activities.</summary>
    internal InputAttribute? Attribute { get; set; }

    internal int Index { get; set; } = -1;

    internal InputEvaluator? Evaluator { get; private protected set; }

    internal static Input Missing(Type inputType)
    {
        var input = (Input)
            Activator.CreateInstance(
                inputType,
                new ExpressionSource("Literal", default(System.Text.Json.JsonElement))
            )!;
        input.IsMissing = true;
        return input;
    }

    internal abstract bool IsConstant { get; }

    /// <summary>The value given in code, boxed; null when there is none or it has to be evaluated.</summary>
    internal abstract object? Constant { get; }

    /// <summary>The value that is written down, in code or document; null when there is none or only running tells.</summary>
    internal abstract object? Written { get; }

    internal abstract void Bind(InputEvaluator evaluator);

    internal abstract object? GetValue(ActivityExecutionContext context);
}
