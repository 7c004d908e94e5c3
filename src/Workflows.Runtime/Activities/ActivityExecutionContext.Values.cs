using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Activities;

/// <content>Inputs, outputs and variables.</content>
public sealed partial class ActivityExecutionContext
{
    /// <summary>The value of an input; the type's default when the input is null.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="input">The input.</param>
    public T? Get<T>(Input<T>? input) => input is null ? default : input.Get(this);

    /// <summary>Hands a value out; an output that nothing captures drops it.</summary>
    /// <param name="output">The output.</param>
    /// <param name="value">The value.</param>
    public void Set(Output? output, object? value)
    {
        if (output is null)
        {
            return;
        }
        if (output.Variable is { } variable)
        {
            WriteVariable(variable, value);
        }
        else if (output.WorkflowOutput is { } name)
        {
            Instance.SetOutput(name, value);
        }
        if (Instance.Graph.RecordsOutputs)
        {
            Burst.Record(Node.Index, output.Name, value);
        }
        if (Burst.RecordsValues && Node.Log.IncludesOutput(output.Name))
        {
            (Extras.Outputs ??= new Dictionary<string, object?>(StringComparer.Ordinal))[output.Name] = JournalValue.Of(
                value
            );
        }
    }

    /// <summary>Hands out the value of the output named <c>Result</c>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The activity has no such output.</exception>
    public void SetResult(object? value) =>
        Set(
            Array.Find(Node.Outputs, output => output.Name is "Result")
                ?? throw new InvalidOperationException(
                    $"The activity type '{Node.ActivityType}' has no output 'Result'."
                ),
            value
        );

    /// <summary>What an activity last handed out in this burst; null when it did not run in it.</summary>
    /// <param name="activity">Its name or id.</param>
    /// <param name="output">The output's name.</param>
    public object? GetOutput(string activity, string output = "Result")
    {
        foreach (var node in Instance.Graph.Nodes)
        {
            if (
                string.Equals(node.ActivityName, activity, StringComparison.Ordinal)
                || string.Equals(node.ActivityId, activity, StringComparison.Ordinal)
            )
            {
                return Burst.FindOutput(node.Index, output);
            }
        }
        return null;
    }

    /// <summary>As <see cref="GetWorkflowInput"/>.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="name">The input's name.</param>
    public T? GetInput<T>(string name) => GetWorkflowInput<T>(name);

    /// <summary>Whether anything becomes of a value handed to an output; where not, it need not be worked out.</summary>
    /// <param name="output">The output.</param>
    public bool Captures([NotNullWhen(true)] Output? output) =>
        output is not null
        && (
            output.Variable is not null
            || output.WorkflowOutput is not null
            || Instance.Graph.RecordsOutputs
            || Burst.RecordsValues
        );

    /// <summary>The value of the nearest variable of a name, converted; the type's default when there is none.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="name">The variable's name.</param>
    public T? GetVariable<T>(string name) => TryGetVariable(name, out var value) ? Coerce.To<T>(value) : default;

    /// <summary>The value of the nearest variable of a name; null when there is none.</summary>
    /// <param name="name">The variable's name.</param>
    public object? GetVariable(string name) => TryGetVariable(name, out var value) ? value : null;

    /// <summary>Sets the nearest variable of a name; where there is none, one comes into being for this execution.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">The value.</param>
    public void SetVariable(string name, object? value)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (frame.FindDynamic(name) is { } dynamic)
            {
                dynamic.Value = value;
                return;
            }
            var slot = frame.FindSlot(name);
            if (slot >= 0)
            {
                frame.Variables![slot] = value;
                return;
            }
        }
        (Extras.DynamicVariables ??= []).Add(new DynamicVariable(name, value));
    }

    /// <summary>Sets a variable of this execution alone, whatever outer ones are called.</summary>
    internal void SetOwnVariable(string name, object? value)
    {
        if (FindDynamic(name) is { } known)
        {
            known.Value = value;
            return;
        }
        (Extras.DynamicVariables ??= []).Add(new DynamicVariable(name, value));
    }

    /// <summary>An input of the workflow, converted; the type's default when it was not given.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="name">The input's name.</param>
    public T? GetWorkflowInput<T>(string name) => TryGetInput(name, out var value) ? Coerce.To<T>(value) : default;

    /// <summary>Looks a variable up by name, nearest execution first.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetVariable(string name, out object? value)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (frame.FindDynamic(name) is { } dynamic)
            {
                value = dynamic.Value;
                return true;
            }
            var slot = frame.FindSlot(name);
            if (slot >= 0)
            {
                value = frame.Variables![slot];
                return true;
            }
        }
        value = null;
        return false;
    }

    /// <summary>Looks an input of the workflow up: of the enclosing workflow used as an activity, or of the instance.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it was given.</returns>
    public bool TryGetInput(string name, out object? value)
    {
        for (var frame = Parent; frame is not null; frame = frame.Parent)
        {
            if (frame.Node.Activity is WorkflowDefinitionActivity embedded)
            {
                return embedded.TryGetInput(frame, name, out value);
            }
        }
        return WorkflowInput.TryGetValue(name, out value);
    }

    internal object? ReadVariable(Variable variable)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (ReferenceEquals(frame.Node, variable.Owner))
            {
                return frame.Variables![variable.Slot];
            }
        }
        return TryGetVariable(variable.Name, out var value)
            ? value
            : throw new VariableNotFoundException(variable.Name);
    }

    internal void WriteVariable(Variable variable, object? value)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (ReferenceEquals(frame.Node, variable.Owner))
            {
                frame.Variables![variable.Slot] = value;
                return;
            }
        }
        if (!TryGetVariable(variable.Name, out _))
        {
            throw new VariableNotFoundException(variable.Name);
        }
        SetVariable(variable.Name, value);
    }

    private DynamicVariable? FindDynamic(string name)
    {
        if (_extras?.DynamicVariables is { } variables)
        {
            foreach (var variable in variables)
            {
                if (string.Equals(variable.Name, name, StringComparison.Ordinal))
                {
                    return variable;
                }
            }
        }
        return null;
    }

    private int FindSlot(string name)
    {
        var variables = Node.Variables;
        for (var slot = 0; slot < variables.Length; slot++)
        {
            if (string.Equals(variables[slot].Name, name, StringComparison.Ordinal))
            {
                return slot;
            }
        }
        return -1;
    }
}
