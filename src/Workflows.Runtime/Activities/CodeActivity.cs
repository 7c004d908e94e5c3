namespace Workflows.Runtime.Activities;

/// <summary>An activity that is complete when its code has run, unless it created a bookmark.</summary>
public abstract class CodeActivity : Activity
{
    internal override bool CompletesItself => true;
}
