namespace Workflows.Runtime.Designer;

/// <summary>What kind of place a port is.</summary>
public enum PortKind
{
    /// <summary>An outcome: a connection leads on from it.</summary>
    Flow,

    /// <summary>A slot inside the activity that holds another one.</summary>
    Embedded,
}
