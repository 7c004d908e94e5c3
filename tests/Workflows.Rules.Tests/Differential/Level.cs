namespace Workflows.Rules.Tests.Differential;

public enum Level
{
    None,
    Silver,
    Gold,
}
