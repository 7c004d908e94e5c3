namespace Workflows.Host.Commands.Rules;

/// <summary>A row that could not be read, or for which a rule failed.</summary>
/// <param name="Row">The line in the file, from 1; the header is line 1.</param>
/// <param name="Reason">Why.</param>
internal sealed record CustomerFailure(long Row, string Reason);
