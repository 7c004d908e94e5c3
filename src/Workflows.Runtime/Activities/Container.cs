namespace Workflows.Runtime.Activities;

/// <summary>An activity that holds a list of activities and variables for them.</summary>
public abstract class Container : Activity
{
    /// <summary>What it holds.</summary>
    public IList<IActivity> Activities { get; set; } = [];

    /// <summary>The variables of each of its executions.</summary>
    public IList<Variable> Variables { get; set; } = [];
}
