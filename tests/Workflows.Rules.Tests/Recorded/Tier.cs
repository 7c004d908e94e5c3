namespace Workflows.Rules.Tests.Recorded;

public enum Tier
{
    None,
    Bronze,
    Silver,
    Gold,
}
