namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Which lines of a journal are asked for.</summary>
internal sealed record JournalRequest(JournalFilter? Filter);
