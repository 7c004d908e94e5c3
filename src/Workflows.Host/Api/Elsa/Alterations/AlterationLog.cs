namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>What was done about one instance, in order.</summary>
internal sealed record AlterationLog(IReadOnlyList<AlterationLogEntry> LogEntries);
