namespace Workflows.Expressions.Diagnostics;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The document cannot be used as it is.</summary>
    Error,

    /// <summary>The document can be used, but probably does not do what its author means.</summary>
    Warning,
}
