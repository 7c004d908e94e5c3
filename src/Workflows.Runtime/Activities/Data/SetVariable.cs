using Workflows.Expressions.Evaluation;

namespace Workflows.Runtime.Activities.Data;

/// <summary>Sets a variable, converting the value to the variable's type.</summary>
[Activity("Elsa", "Primitives", "Sets a variable.")]
public sealed class SetVariable : CodeActivity
{
    /// <summary>The variable.</summary>
    [Input(Description = "The variable.", UIHint = InputUIHints.VariablePicker)]
    public Variable? Variable { get; set; }

    /// <summary>The value.</summary>
    [Input(Description = "The value.")]
    public Input<object?> Value { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        if (Variable is null)
        {
            throw new FaultException("NoVariable", "No variable is chosen.");
        }
        var value = Value.Get(context);
        Variable.Set(context, value is null ? null : Coerce.To(value, Variable.Type));
    }
}
