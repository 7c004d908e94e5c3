namespace Workflows.Rules.Judging;

/// <summary>What the message of a judged rule is about.</summary>
public enum RuleMessageKind
{
    /// <summary>There is no message.</summary>
    None,

    /// <summary>The rule's expression cannot be parsed.</summary>
    Parse,

    /// <summary>The rule cannot be compiled: a parameter has a mistake.</summary>
    Compile,

    /// <summary>The rule's expression failed while it ran.</summary>
    Runtime,

    /// <summary>A parameter failed while it was worked out.</summary>
    ScopedRuntime,

    /// <summary>The author's error message, filled in.</summary>
    ErrorMessage,
}
