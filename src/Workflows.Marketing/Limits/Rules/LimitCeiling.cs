using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>The most that the source of a limit lets through, as an example: this message has to be stopped.</summary>
/// <param name="Code">The limit's reason code.</param>
/// <param name="Send">The message.</param>
/// <param name="Used">How much was counted before it.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Severity">An error for law and platform, a warning for good practice.</param>
internal sealed record LimitCeiling(
    string Code,
    LimitedSend Send,
    decimal Used,
    string Source,
    DiagnosticSeverity Severity
);
