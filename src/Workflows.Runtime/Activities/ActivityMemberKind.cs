namespace Workflows.Runtime.Activities;

/// <summary>What a property of an activity is for.</summary>
public enum ActivityMemberKind
{
    /// <summary>A setting that is no expression.</summary>
    Plain,

    /// <summary>An input.</summary>
    Input,

    /// <summary>An output.</summary>
    Output,

    /// <summary>One embedded activity.</summary>
    Port,

    /// <summary>A list of embedded activities.</summary>
    Activities,

    /// <summary>A list of objects that hold activities or inputs, such as the cases of a switch.</summary>
    Cases,

    /// <summary>Variables it declares.</summary>
    Variables,

    /// <summary>A variable it refers to.</summary>
    Variable,

    /// <summary>The connections of a flowchart.</summary>
    Connections,
}
