namespace Workflows.Marketing.Messaging;

/// <summary>Says by which direct relation a block reaches somebody (S0-64). A send block without it cannot be registered.</summary>
/// <param name="relation">The relation.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReachesAttribute(DirectRelation relation) : Attribute
{
    /// <summary>The relation.</summary>
    public DirectRelation Relation => relation;
}
