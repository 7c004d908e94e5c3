namespace Workflows.Rules.Tests.Differential;

public sealed record Place(string? Town, int? Floor);
