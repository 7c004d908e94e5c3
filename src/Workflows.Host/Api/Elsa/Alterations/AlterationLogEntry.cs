namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>One line of an <see cref="AlterationLog"/>.</summary>
internal sealed record AlterationLogEntry(
    string Message,
    LogLevel LogLevel,
    DateTimeOffset Timestamp,
    string? EventName
);
