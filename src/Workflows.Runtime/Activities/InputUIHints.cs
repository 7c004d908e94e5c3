namespace Workflows.Runtime.Activities;

/// <summary>The editors that Elsa's designer knows.</summary>
public static class InputUIHints
{
    /// <summary>One line of text.</summary>
    public const string SingleLine = "singleline";

    /// <summary>Several lines of text.</summary>
    public const string MultiLine = "multiline";

    /// <summary>Several texts.</summary>
    public const string MultiText = "multitext";

    /// <summary>A tick.</summary>
    public const string Checkbox = "checkbox";

    /// <summary>Several ticks.</summary>
    public const string CheckList = "checklist";

    /// <summary>One of several.</summary>
    public const string RadioList = "radiolist";

    /// <summary>One of several, folded.</summary>
    public const string DropDown = "dropdown";

    /// <summary>A script with highlighting.</summary>
    public const string CodeEditor = "code-editor";

    /// <summary>A JSON document with highlighting.</summary>
    public const string JsonEditor = "json-editor";

    /// <summary>Names with values.</summary>
    public const string Dictionary = "dictionary";

    /// <summary>A date and time.</summary>
    public const string DateTimePicker = "datetime-picker";

    /// <summary>One of the workflow's variables.</summary>
    public const string VariablePicker = "variable-picker";

    /// <summary>One of the workflow's inputs.</summary>
    public const string InputPicker = "input-picker";

    /// <summary>One of the workflow's outputs.</summary>
    public const string OutputPicker = "output-picker";

    /// <summary>One of the workflow's outcomes.</summary>
    public const string OutcomePicker = "outcome-picker";

    /// <summary>Texts that become outcomes of the activity.</summary>
    public const string DynamicOutcomes = "dynamic-outcomes";

    /// <summary>A workflow definition.</summary>
    public const string WorkflowDefinitionPicker = "workflow-definition-picker";

    /// <summary>An expression in any notation.</summary>
    public const string ExpressionEditor = "expression-editor";

    /// <summary>Status codes of HTTP.</summary>
    public const string HttpStatusCodes = "http-status-codes";

    /// <summary>One of the known types.</summary>
    public const string TypePicker = "type-picker";

    /// <summary>The cases of a switch.</summary>
    public const string SwitchEditor = "switch-editor";

    /// <summary>The cases of a flowchart's switch.</summary>
    public const string FlowSwitchEditor = "flow-switch-editor";
}
