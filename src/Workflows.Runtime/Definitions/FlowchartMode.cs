namespace Workflows.Runtime.Definitions;

/// <summary>How a flowchart decides that an activity with several ways into it runs.</summary>
public enum FlowchartMode
{
    /// <summary>Connections count how often they were passed; what no way leads to is passed over. Joins say what they wait for.</summary>
    CounterBased,

    /// <summary>
    /// Every way taken leaves a token; the merge mode of an activity says which tokens it needs. Dead ends are not passed over:
    /// an activity that needs the token of a way nobody took waits for ever.
    /// </summary>
    TokenBased,
}
